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
                for neighbour in [
                    column > 0 ? cell - 1 : -1, column < side - 1 ? cell + 1 : -1, cell - side, cell + side,
                ] where neighbour >= 0 && neighbour < left.count && left[neighbour] {
                    left[neighbour] = false
                    region.append(neighbour)
                }
            }
            regions.append(region)
        }
        self.regions = regions
    }
}
