/// The outline of a connected region of blocks on the picture.
enum BlockOutline {
    /// Largest regions of flagged blocks first, each with its outline; those of fewer than `fewest` blocks are left out.
    ///
    /// - Parameters:
    ///   - flags: one a block, row by row, `PolarStatistics.bands` in a row.
    ///   - bands: depth bands 0–31 whose first row the flags begin with.
    static func largest(
        of flags: [Bool],
        fewest: Int,
        most: Int = 12,
        geometry: ScanGeometry,
        firstBand: Int = 0
    ) -> [[PixelPoint]] {
        let regions = BlockRegions(flags: flags, side: PolarStatistics.bands).regions.filter { $0.count >= fewest }
        let sorted = regions.enumerated().sorted { left, right in
            left.element.count == right.element.count
                ? left.offset < right.offset : left.element.count > right.element.count
        }
        return sorted.prefix(most).map { outline(of: $0.element, geometry: geometry, firstBand: firstBand) }
    }

    /// Goes round a region clockwise, block edge by block edge; holes are filled.
    ///
    /// Begins at the upper left corner of the region's first block, which lies on the outer side, and turns right wherever it
    /// can, so that blocks which only touch at a corner are gone round one by one.
    static func outline(of region: [Int], geometry: ScanGeometry, firstBand: Int = 0) -> [PixelPoint] {
        let side = PolarStatistics.bands
        guard let first = region.min() else { return [] }
        let own = Set(region)
        func has(_ column: Int, _ row: Int) -> Bool {
            column >= 0 && column < side && row >= 0 && own.contains(row * side + column)
        }
        // Right, down, left, up; the block on the right hand when walking from a corner that way.
        let steps = [(1, 0), (0, 1), (-1, 0), (0, -1)]
        let inner = [(0, 0), (-1, 0), (-1, -1), (0, -1)]
        let outer = [(0, -1), (0, 0), (-1, 0), (-1, -1)]
        let start = (x: first % side, y: first / side)
        var place = start
        var heading = 0
        var corners: [PixelPoint] = []
        repeat {
            corners.append(
                geometry.point(
                    line: Double(place.x) / Double(side),
                    depth: Double(place.y + firstBand) / Double(side)
                )
            )
            place = (place.x + steps[heading].0, place.y + steps[heading].1)
            heading =
                [1, 0, 3, 2].lazy.map { (heading + $0) % 4 }.first { turn in
                    has(place.x + inner[turn].0, place.y + inner[turn].1)
                        && !has(place.x + outer[turn].0, place.y + outer[turn].1)
                } ?? heading
        } while (place != start || heading != 0) && corners.count <= 4 * region.count
        return corners
    }
}
