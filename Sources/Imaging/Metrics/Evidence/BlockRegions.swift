/// Connected regions (4 neighbours) of a square grid of flags.
struct BlockRegions: Sendable {
    /// Indices of each region's cells, ascending by the region's first cell.
    let regions: [[Int]]

    /// Floods the grid.
    init(flags: [Bool], side: Int) {
        var left = flags
        var regions: [[Int]] = []
        for seed in flags.indices where left[seed] {
            var region = [seed]
            left[seed] = false
            var next = 0
            while next < region.count {
                let cell = region[next]
                next += 1
                let column = cell % side
                func take(_ neighbour: Int) {
                    guard neighbour >= 0, neighbour < left.count, left[neighbour] else { return }
                    left[neighbour] = false
                    region.append(neighbour)
                }
                if column > 0 { take(cell - 1) }
                if column < side - 1 { take(cell + 1) }
                take(cell - side)
                take(cell + side)
            }
            regions.append(region)
        }
        self.regions = regions
    }
}
