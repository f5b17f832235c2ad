/// An untouched picture with its scan area laid out pixel by pixel: what faults are put into.
package struct FaultSite: Sendable {
    /// Where a pixel lies in the scan area; fractions, 0 to 1 within it and a little beyond at its rim.
    package struct Place: Sendable {
        /// Across the outline's bounding box, from the left.
        package let column: Float
        /// Down the outline's bounding box.
        package let row: Float
        /// Across the scan lines, from the picture's left.
        package let line: Float
        /// Along its scan line, 0 at the transducer.
        package let depth: Float
    }

    /// In which space a fault is laid out.
    enum Space: Sendable {
        /// Rows and columns of the picture.
        case image
        /// Scan lines and depths.
        case beam
    }

    /// The untouched picture.
    package let image: UltrasoundImage
    /// Indices into the luma plane of the pixels inside the outline, ascending.
    package let pixels: [Int]
    /// One for each of `pixels`.
    package let places: [Place]
    /// How many of the pixels inside have each grey value.
    let histogram: [Int]

    /// Lays out a picture; nil when the outline encloses no pixel of it.
    package init?(image: UltrasoundImage, area: ScanArea) {
        let plane = image.luma
        guard let rows = OutlineRows(area.outline, width: plane.width, height: plane.height) else { return nil }
        let box = rows.box
        let across = 1 / Float(max(1, box.width - 1))
        let down = 1 / Float(max(1, box.height - 1))
        var pixels: [Int] = []
        var places: [Place] = []
        var histogram = [Int](repeating: 0, count: 256)
        for y in 0..<plane.height {
            for run in rows.runs[y] {
                for x in run {
                    let column = Float(x - box.x) * across
                    let row = Float(y - box.y) * down
                    let beam = area.geometry.coordinates(of: PixelPoint(x: Double(x), y: Double(y)))
                    // Where the geometry is degenerate, the box stands in for it.
                    let line = beam.map { Float($0.line) } ?? column
                    let depth = beam.map { Float($0.depth) } ?? row
                    let index = y * plane.width + x
                    pixels.append(index)
                    places.append(
                        Place(
                            column: column,
                            row: row,
                            line: line.isFinite ? line : column,
                            depth: depth.isFinite ? depth : row
                        )
                    )
                    histogram[Int(plane.pixels[index])] += 1
                }
            }
        }
        self.image = image
        self.pixels = pixels
        self.places = places
        self.histogram = histogram
    }

    /// Changes every pixel inside; `change` gets its place, its grey value 0–255 and its index in the plane.
    func changed(_ change: (Place, Float, Int) -> Float) -> UltrasoundImage {
        var plane = image.luma
        for (number, index) in pixels.enumerated() {
            let value = change(places[number], Float(plane.pixels[index]), index)
            plane.pixels[index] = Self.sample(value)
        }
        return replacing(plane)
    }

    /// Changes every pixel inside by its grey value alone.
    func mapped(_ change: (Float) -> Float) -> UltrasoundImage {
        let table = (0...255).map { Self.sample(change(Float($0))) }
        var plane = image.luma
        for index in pixels { plane.pixels[index] = table[Int(plane.pixels[index])] }
        return replacing(plane)
    }

    /// Takes the pixels inside from another plane of the same shape.
    func filled(from other: GreyPlane) -> UltrasoundImage {
        var plane = image.luma
        for index in pixels { plane.pixels[index] = other.pixels[index] }
        return replacing(plane)
    }

    /// The picture with another luma plane of the same shape; a pixel made black no longer carries colour.
    private func replacing(_ plane: GreyPlane) -> UltrasoundImage {
        guard let chroma = image.chroma else {
            return UltrasoundImage(luma: plane, chroma: nil, facts: image.facts)
        }
        var bits = chroma.bits
        var count = chroma.count
        for index in pixels where plane.pixels[index] == 0 {
            let bit = UInt8(1) << UInt8(index & 7)
            if bits[index >> 3] & bit != 0 {
                bits[index >> 3] &= ~bit
                count -= 1
            }
        }
        let mask = count == 0 ? nil : ChromaMask(width: chroma.width, height: chroma.height, bits: bits, count: count)
        return UltrasoundImage(luma: plane, chroma: mask, facts: image.facts)
    }

    /// A grey value rounded and held within 0–255; what is not a number is black.
    static func sample(_ value: Float) -> UInt8 {
        value.isFinite ? UInt8(max(0, min(255, value.rounded()))) : value == .infinity ? 255 : 0
    }
}

extension FaultSite.Place {
    /// Left to right, 0–1.
    func across(_ space: FaultSite.Space) -> Float { space == .image ? column : line }

    /// Downwards, 0–1.
    func down(_ space: FaultSite.Space) -> Float { space == .image ? row : depth }
}

/// 0 up to `low`, 1 from `high` on, smooth between; `low` is below `high`.
func smoothStep(_ value: Float, from low: Float, to high: Float) -> Float {
    let t = max(0, min(1, (value - low) / (high - low)))
    return t * t * (3 - 2 * t)
}
