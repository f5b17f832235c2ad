/// A picture that lies on a lighter ground of one grey: a page, a slide, the window of a viewer.
///
/// Such a picture has a background of its own, black as a rule, and the ground around it would pass for the screen: all of
/// the picture, black and all, for ultrasound.
/// 1. Where what the ground leaves over is a rectangle, that is the picture, and the scan area is looked for in it.
/// 2. Where the ultrasound itself was cut out and laid on a page, the page is made black, as a screen is.
/// 3. A window's bars are left out first, and a picture that was cropped to its ultrasound next to a bar or a panel is
///    looked at by itself, as it would be without them.
///
/// A grey screen of a scanner has the ultrasound right on it, which is no rectangle unless the probe is linear;
/// `Foreground.greyScreen` sees to that.
struct PictureMount {
    /// Share of the outermost cells that have the ground's grey at least, and by how much its cells may differ.
    private static let leastFrame = 0.6
    private static let evenness = 4
    /// Share of the outermost pixels that have it.
    private static let leastGround = 0.5
    /// Grey from which a ground is a page, which no scanner's screen is as light as.
    private static let lightestScreen = 160
    /// Share of its bounding box that a rectangle fills, and of the picture's sides that it takes at least.
    private static let leastFilled = 0.96
    private static let leastSide = 0.2
    /// Share of the picture that a page must take.
    private static let leastPage = 0.05
    /// Share of a line that is ground where the rectangle has not begun.
    private static let groundShare = 0.9

    /// What lies on the ground, or the whole picture with the ground made black.
    let image: UltrasoundImage
    /// Where that is in the whole picture, in pixels.
    let box: PixelBox
    /// Whether it may be something else than a mount, so that the whole is looked at where it is not sure.
    let isDoubtful: Bool

    /// Looks for a ground; nil where there is none, or nothing is on it.
    ///
    /// A window has bars with its title, its icons and its status along whole edges, and its ground begins within them.
    init?(_ image: UltrasoundImage, picture: ReducedPicture) {
        if let mount = PictureMount(onGroundOf: image, picture: picture) {
            self = mount
            return
        }
        let bars = CrossingBars(picture, above: Foreground.darkestGrey)
        guard !bars.rows.isEmpty || !bars.columns.isEmpty else { return nil }
        let columns = Self.inner(bars.columns, of: picture.width)
        let rows = Self.inner(bars.rows, of: picture.height)
        guard min(rows.count, columns.count) * picture.scale >= ScanAreaFinder.leastSide else { return nil }
        if Self.level(picture, columns: columns, rows: rows) != nil {
            let window = Self.pixels(columns, rows, of: picture, image.luma)
            let inner = image.cut(to: window)
            if let mount = PictureMount(onGroundOf: inner, picture: ReducedPicture(inner)), !mount.isDoubtful {
                self.image = mount.image
                box = PixelBox(
                    x: window.x + mount.box.x,
                    y: window.y + mount.box.y,
                    width: mount.box.width,
                    height: mount.box.height
                )
                isDoubtful = false
                return
            }
        }
        guard let box = Self.beside(bars, columns: columns, rows: rows, in: picture, image.luma),
            min(box.width, box.height) >= ScanAreaFinder.leastSide
        else { return nil }
        let cropped = image.cut(to: box)
        // Where grey was rounded or compressed, rows of tissue are as even as bars.
        let reduced = ReducedPicture(cropped)
        guard !Foreground(reduced).hasSteps, !reduced.hasFewLevels() else { return nil }
        self.image = cropped
        self.box = box
        isDoubtful = true
    }

    /// Looks for a ground right to the edges.
    private init?(onGroundOf image: UltrasoundImage, picture: ReducedPicture) {
        guard let level = Self.level(picture, columns: 0..<picture.width, rows: 0..<picture.height),
            Self.isGround(image.luma, level: level, breadth: picture.scale)
        else { return nil }
        let ground = Self.ground(picture, level: level)
        let rest = CellMap(width: picture.width, height: picture.height, cells: ground.cells.map { 1 - $0 })
        if let box = Self.rectangle(rest, of: image.luma, picture: picture, level: level) {
            self.image = image.cut(to: box)
            self.box = box
            isDoubtful = false
            return
        }
        guard level >= Self.lightestScreen, Double(ground.count) >= Self.leastPage * Double(ground.cells.count) else {
            return nil
        }
        self.image = image.blackened(ground.dilated(radius: 1), scale: picture.scale, from: level - 2 * Self.evenness)
        box = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
        isDoubtful = true
    }

    /// The grey of most of the outermost cells of a part of the picture, where it is lighter than black.
    private static func level(_ picture: ReducedPicture, columns: Range<Int>, rows: Range<Int>) -> Int? {
        guard columns.count > 8, rows.count > 8 else { return nil }
        let mean = picture.mean.span
        var counts = [Int](repeating: 0, count: 256)
        for y in [rows.lowerBound, rows.upperBound - 1] {
            for x in columns { counts[Int(mean[y * picture.width + x])] += 1 }
        }
        for x in [columns.lowerBound, columns.upperBound - 1] {
            for y in rows.lowerBound + 1..<rows.upperBound - 1 { counts[Int(mean[y * picture.width + x])] += 1 }
        }
        guard let common = counts.indices.max(by: { counts[$0] < counts[$1] }), common >= Foreground.darkestGrey else {
            return nil
        }
        let alike = counts[max(0, common - evenness)...min(255, common + evenness)].reduce(0, +)
        return Double(alike) >= leastFrame * Double(2 * (columns.count + rows.count) - 4) ? common : nil
    }

    /// Whether the outermost pixels have that grey, and not only the means of cells that a thin frame runs through.
    private static func isGround(_ luma: GreyPlane, level: Int, breadth: Int) -> Bool {
        var (alike, all) = (0, 0)
        func look(_ index: Int) {
            all += 1
            if abs(Int(luma.pixels[index]) - level) <= 2 * evenness { alike += 1 }
        }
        for inset in 0..<min(breadth, luma.width / 2, luma.height / 2) {
            for x in inset..<luma.width - inset {
                look(inset * luma.width + x)
                look((luma.height - 1 - inset) * luma.width + x)
            }
            for y in inset + 1..<luma.height - 1 - inset {
                look(y * luma.width + inset)
                look(y * luma.width + luma.width - 1 - inset)
            }
        }
        return Double(alike) >= leastGround * Double(all)
    }

    /// The cells of about that grey that hang together with the picture's edge.
    private static func ground(_ picture: ReducedPicture, level: Int) -> CellMap {
        let alike = CellMap(
            width: picture.width,
            height: picture.height,
            cells: picture.mean.map { abs(Int($0) - level) <= evenness ? 1 : 0 }
        )
        var seeds: [Int32] = []
        for y in 0..<picture.height {
            let isEdge = y == 0 || y == picture.height - 1
            for x in stride(from: 0, to: picture.width, by: isEdge ? 1 : picture.width - 1)
            where alike.cells[y * picture.width + x] != 0 {
                seeds.append(Int32(truncatingIfNeeded: y * picture.width + x))
            }
        }
        return Foreground.flooded(alike, from: seeds)
    }

    /// The largest thing on the ground in pixels, without what is left of the ground around it; nil where it is no rectangle.
    private static func rectangle(_ rest: CellMap, of luma: GreyPlane, picture: ReducedPicture, level: Int) -> PixelBox?
    {
        var solid = PackedCells(rest)
        solid.open(2)
        guard let part = CellRuns(solid).parts.first,
            Double(part.area) >= leastFilled * Double(part.width * part.height),
            part.width < picture.width || part.height < picture.height,
            Double(part.width) >= leastSide * Double(picture.width),
            Double(part.height) >= leastSide * Double(picture.height)
        else { return nil }
        // The cells at its border are mixtures of both.
        let scale = picture.scale
        var (left, right) = (max(0, part.minX - 1) * scale, min(luma.width, (part.maxX + 1) * scale))
        var (top, bottom) = (max(0, part.minY - 1) * scale, min(luma.height, (part.maxY + 1) * scale))
        func isGround(_ place: (Int) -> Int, _ range: Range<Int>) -> Bool {
            let alike = range.count { abs(Int(luma.pixels[place($0)]) - level) <= 2 * evenness }
            return Double(alike) >= groundShare * Double(range.count)
        }
        while left < right, isGround({ $0 * luma.width + left }, top..<bottom) { left += 1 }
        while left < right, isGround({ $0 * luma.width + right - 1 }, top..<bottom) { right -= 1 }
        while top < bottom, isGround({ top * luma.width + $0 }, left..<right) { top += 1 }
        while top < bottom, isGround({ (bottom - 1) * luma.width + $0 }, left..<right) { bottom -= 1 }
        let box = PixelBox(x: left, y: top, width: right - left, height: bottom - top)
        return min(box.width, box.height) >= ScanAreaFinder.leastSide ? box : nil
    }
}

extension UltrasoundImage {
    /// Pixels around a light ground that are mixtures of it and what lies on it.
    private static let mixture = 2

    /// The picture with what is light, within some cells of the grid, made black and without colour.
    fileprivate func blackened(_ cells: CellMap, scale: Int, from least: Int) -> UltrasoundImage {
        let limit = UInt8(clamping: least)
        var pixels = luma.pixels
        var isGround = [UInt8](repeating: 0, count: pixels.count)
        for y in 0..<luma.height {
            let row = min(cells.height - 1, y / scale) * cells.width
            for x in 0..<luma.width where cells.cells[row + min(cells.width - 1, x / scale)] != 0 {
                let index = y * luma.width + x
                guard pixels[index] >= limit else { continue }
                for near in max(0, x - Self.mixture)...min(luma.width - 1, x + Self.mixture) {
                    isGround[y * luma.width + near] = 1
                }
                for near in max(0, y - Self.mixture)...min(luma.height - 1, y + Self.mixture) {
                    isGround[near * luma.width + x] = 1
                }
            }
        }
        for index in pixels.indices where isGround[index] != 0 { pixels[index] = 0 }
        return UltrasoundImage(
            luma: GreyPlane(width: luma.width, height: luma.height, pixels: pixels),
            chroma: chroma?.without { isGround[$0] != 0 },
            facts: facts
        )
    }
}

extension ChromaMask {
    /// The same without the pixels at some indices, counted row by row.
    fileprivate func without(_ isLeftOut: (Int) -> Bool) -> ChromaMask {
        var bits = bits
        var found = 0
        for index in 0..<width * height where bits[index >> 3] & (1 << UInt8(index & 7)) != 0 {
            if isLeftOut(index) { bits[index >> 3] &= ~(1 << UInt8(index & 7)) } else { found += 1 }
        }
        let warm = zip(warm, bits).map { $0 & $1 }
        return ChromaMask(width: width, height: height, bits: bits, warm: warm, count: found)
    }
}
