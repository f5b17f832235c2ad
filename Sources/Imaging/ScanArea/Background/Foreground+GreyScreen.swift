/// Screens whose background is lighter than the dark of the ultrasound on them.
///
/// There brightness alone does not tell the two apart: shadow, fluid and lost lines are darker than the screen. What
/// tells is that the screen is even and hangs together with the picture's edge.
extension Foreground {
    /// Share of the picture's frame, bars from edge to edge left out, that is even and lighter than black where the screen is
    /// grey.
    private static let greyFrame = 0.3
    /// The grey from which an even surrounding is lighter than black: above what lossy compression makes of it.
    static let darkestGrey = 12
    /// The same where nothing else has been seen on the picture.
    static let hardlyGrey = 5
    /// The grey from which an even surrounding is a page and no screen.
    private static let brightestGrey = 160
    /// Share of the picture that is darker than a grey screen without being a part of it.
    private static let darkerInside = 0.005
    /// Share of a grey screen that is three cells broad and more.
    private static let leastBroad = 0.5
    /// Share of the picture that a piece of the screen within a pictogram takes at most; what is larger is dark tissue.
    private static let mostEnclosed = 0.015
    /// Difference of grey up to which a cell at the border of the background still belongs to it.
    private static let borderPlay = 4

    /// The cells that are background, and its commonest grey; nil where the screen is black.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - flat: Its cells without structure.
    ///   - least: The grey from which an even surrounding is lighter than black.
    ///   - crossing: Bars from edge to edge: they say nothing of the screen between them.
    static func greyScreen(
        _ picture: ReducedPicture,
        flat: CellMap,
        from least: Int,
        without crossing: CrossingBars
    ) -> (cells: CellMap, level: Int)? {
        let (width, height) = (picture.width, picture.height)
        guard width > 8, height > 8 else { return nil }
        var seeds: [Int32] = []
        var grey = 0
        var frame = 0
        let rows = CrossingBars.uncovered(crossing.rows, of: height)
        let columns = CrossingBars.uncovered(crossing.columns, of: width)
        func look(_ index: Int) {
            let counts = rows[index / width] && columns[index % width]
            if counts { frame += 1 }
            guard flat.cells[index] != 0 else { return }
            seeds.append(Int32(truncatingIfNeeded: index))
            if counts, Int(picture.mean[index]) >= least { grey += 1 }
        }
        for x in 0..<width {
            look(x)
            look((height - 1) * width + x)
        }
        for y in 1..<height - 1 {
            look(y * width)
            look(y * width + width - 1)
        }
        guard Double(grey) >= greyFrame * Double(frame) else { return nil }

        var cells = flooded(flat, from: seeds)
        var counts = [Int](repeating: 0, count: 256)
        for index in cells.cells.indices where cells.cells[index] != 0 { counts[Int(picture.mean[index])] += 1 }
        guard let common = (least..<256).max(by: { counts[$0] < counts[$1] }), counts[common] > 0,
            common < brightestGrey
        else { return nil }
        // Where nothing is darker than the screen, brightness alone tells what is on it.
        var darker = 0
        for index in cells.cells.indices where cells.cells[index] == 0 {
            if Int(picture.mean[index]) < common - borderPlay { darker += 1 }
        }
        guard Double(darker) >= darkerInside * Double(cells.cells.count) else { return nil }
        guard isBroad(cells, picture, from: least) else { return nil }
        addEnclosed(&cells, picture, flat: flat, common: common)
        bridge(&cells, picture, least: least)
        extend(&cells, picture)
        return (cells, common)
    }

    /// Whether the light part of a background is a ground and no line around the picture.
    private static func isBroad(_ cells: CellMap, _ picture: ReducedPicture, from least: Int) -> Bool {
        var light = cells
        for index in cells.cells.indices where Int(picture.mean[index]) < least { light.cells[index] = 0 }
        var inner = PackedCells(light)
        let all = inner.count
        inner.open(1)
        return Double(inner.count) >= leastBroad * Double(all)
    }

    /// Adds what a pictogram's outline keeps from the screen around it: small pieces of the screen's grey without structure.
    private static func addEnclosed(_ cells: inout CellMap, _ picture: ReducedPicture, flat: CellMap, common: Int) {
        var rest = cells
        for index in rest.cells.indices {
            let isAlike = flat.cells[index] != 0 && abs(Int(picture.mean[index]) - common) <= 1
            rest.cells[index] = isAlike && cells.cells[index] == 0 ? 1 : 0
        }
        guard rest.count > 0 else { return }
        let runs = CellRuns(PackedCells(rest))
        let most = mostEnclosed * Double(rest.cells.count)
        let small = runs.cells(of: Set(runs.parts.lazy.filter { Double($0.area) <= most }.map(\.label))).unpacked()
        for index in small.cells.indices where small.cells[index] != 0 { cells.cells[index] = 1 }
    }

    /// The set cells that hang together with some of them.
    static func flooded(_ map: CellMap, from seeds: [Int32]) -> CellMap {
        var rest = map.cells
        var cells = [UInt8](repeating: 0, count: rest.count)
        var stack = seeds
        for seed in seeds { rest[Int(seed)] = 0 }
        while let index = stack.popLast().map(Int.init) {
            cells[index] = 1
            let x = index % map.width
            func visit(_ other: Int) {
                guard rest[other] != 0 else { return }
                rest[other] = 0
                stack.append(Int32(truncatingIfNeeded: other))
            }
            if x > 0 { visit(index - 1) }
            if x + 1 < map.width { visit(index + 1) }
            if index >= map.width { visit(index - map.width) }
            if index + map.width < rest.count { visit(index + map.width) }
        }
        return CellMap(width: map.width, height: map.height, cells: cells)
    }

    /// Adds what lies between the black and the grey part of a background.
    private static func bridge(_ cells: inout CellMap, _ picture: ReducedPicture, least: Int) {
        var dark = cells
        var light = cells
        for index in cells.cells.indices where cells.cells[index] != 0 {
            if Int(picture.mean[index]) < least { light.cells[index] = 0 } else { dark.cells[index] = 0 }
        }
        guard dark.count > 0, light.count > 0 else { return }
        let nearDark = dark.dilated(radius: 2)
        let nearLight = light.dilated(radius: 2)
        for index in cells.cells.indices where nearDark.cells[index] & nearLight.cells[index] != 0 {
            cells.cells[index] = 1
        }
    }

    /// Adds the cells beside the background that have its grey but something else beside them.
    private static func extend(_ cells: inout CellMap, _ picture: ReducedPicture) {
        let width = cells.width
        let before = cells.cells
        for y in 1..<cells.height - 1 {
            for x in 1..<width - 1 {
                let index = y * width + x
                guard before[index] == 0 else { continue }
                let grey = Int(picture.mean[index])
                for neighbour in [index - width, index - 1, index + 1, index + width] where before[neighbour] != 0 {
                    if abs(Int(picture.mean[neighbour]) - grey) <= borderPlay {
                        cells.cells[index] = 1
                        break
                    }
                }
            }
        }
    }
}
