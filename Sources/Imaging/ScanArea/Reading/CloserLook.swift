/// A picture that is small on its screen, cut out so that the grid is fine enough for it.
///
/// The grid has one number of cells for every screen. A picture that takes a third of its screen's width has a third of them,
/// its face is a few cells high and an arc is told from a level edge by less than their size.
struct CloserLook {
    /// Share of the grid's cells that content may be; what is larger is seen well enough.
    private static let mostContent = 0.25
    /// Area of a part, against the largest one, from which it belongs to what is looked at: half of a dual layout, a strip.
    private static let leastPart = 0.05
    /// Room around it, against its longer side: dark lines and depth that the outline will be completed by.
    private static let margin = 0.25

    /// What was cut out.
    let image: UltrasoundImage
    /// The same on a grid of its own.
    let picture: ReducedPicture
    /// What stands out from its background.
    let foreground: Foreground
    /// Where it lies in the whole picture, in pixels.
    let origin: (x: Int, y: Int)

    /// Looks for a picture that is small; nil where it is not, or where a finer grid would not be at least twice as fine.
    ///
    /// - Parameters:
    ///   - image: The whole picture.
    ///   - picture: The same on the grid.
    ///   - foreground: What stands out from its background.
    init?(_ image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground) {
        guard picture.scale > 1,
            Double(foreground.map.count) <= Self.mostContent * Double(picture.width * picture.height),
            var box = Self.box(of: foreground.map)
        else { return nil }
        // What hardly differs from the screen may be dark parts of the picture.
        if let faint = foreground.faint(picture), let other = Self.box(of: faint.map) {
            box = (
                min(box.left, other.left), min(box.top, other.top), max(box.right, other.right),
                max(box.bottom, other.bottom)
            )
        }
        let longest = max(box.right - box.left, box.bottom - box.top)
        let room = Int(Self.margin * Double(longest)) + 2
        let left = max(0, box.left - room) * picture.scale
        let top = max(0, box.top - room) * picture.scale
        let right = min(image.luma.width, (box.right + room) * picture.scale)
        let bottom = min(image.luma.height, (box.bottom + room) * picture.scale)
        let window = PixelBox(x: left, y: top, width: right - left, height: bottom - top)
        guard min(window.width, window.height) >= ScanAreaFinder.leastSide,
            2 * ReducedPicture.scale(width: window.width, height: window.height) <= picture.scale
        else { return nil }
        self.image = image.cut(to: window)
        let closer = ReducedPicture(self.image)
        self.picture = closer
        self.foreground = Foreground(closer)
        origin = (left, top)
    }

    /// The box around the large parts of some content, in cells; nil where there is none.
    private static func box(of content: CellMap) -> (left: Int, top: Int, right: Int, bottom: Int)? {
        var broad = PackedCells(content)
        broad.close(1, thenOpen: 2)
        let parts = CellRuns(broad).parts
        guard let main = parts.first else { return nil }
        let large = parts.filter { Double($0.area) >= leastPart * Double(main.area) }
        return large.reduce((main.minX, main.minY, main.maxX, main.maxY)) { box, part in
            (min(box.0, part.minX), min(box.1, part.minY), max(box.2, part.maxX), max(box.3, part.maxY))
        }
    }
}

extension UltrasoundImage {
    /// The pixels of a box, which must lie in the picture.
    func cut(to box: PixelBox) -> UltrasoundImage {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(box.width * box.height)
        for row in box.y..<box.y + box.height {
            let start = row * luma.width + box.x
            pixels += luma.pixels[start..<start + box.width]
        }
        return UltrasoundImage(
            luma: GreyPlane(width: box.width, height: box.height, pixels: pixels),
            chroma: chroma?.cut(to: box),
            facts: facts
        )
    }
}

extension ChromaMask {
    /// The pixels of a box, which must lie in the picture.
    fileprivate func cut(to box: PixelBox) -> ChromaMask {
        let bytes = (box.width * box.height + 7) / 8
        var bits = [UInt8](repeating: 0, count: bytes)
        var warm = bits
        var found = 0
        forEachByte { row, column, byte in
            guard row >= box.y, row < box.y + box.height else { return }
            var rest = byte
            while rest != 0 {
                let x = column + rest.trailingZeroBitCount
                rest &= rest &- 1
                guard x >= box.x, x < box.x + box.width else { continue }
                let index = (row - box.y) * box.width + x - box.x
                bits[index >> 3] |= 1 << UInt8(index & 7)
                if isWarm(x: x, y: row) { warm[index >> 3] |= 1 << UInt8(index & 7) }
                found += 1
            }
        }
        return ChromaMask(width: box.width, height: box.height, bits: bits, warm: warm, count: found)
    }
}
