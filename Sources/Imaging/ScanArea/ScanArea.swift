/// Where in the picture the ultrasound is, and how the scan lines run through it.
package struct ScanArea: Sendable, Codable, Equatable {
    /// Least confidence of an outline that grading may rely on; below it the picture is `unsure` (`GEOM_UNCERTAIN`).
    package static let surety = 0.7

    /// The outline's kind; the raw values are the contract's.
    package enum Shape: String, Sendable, Codable, CaseIterable {
        /// Straight sides that meet in, or near, a point (phased array).
        case sector
        /// Straight sides and a curved top (convex, micro-convex).
        case convex
        /// A rectangle or a steered parallelogram.
        case linear
        /// A flat top and widening straight sides (virtual convex).
        case trapezoid
        /// A cropped picture: ultrasound reaches all edges.
        case fullFrame = "full_frame"
        /// Two B-mode parts side by side; box and geometry are the left part's.
        case dual
        case unknown
    }

    /// The outline's kind.
    package var shape: Shape
    /// Bounding box in pixels after EXIF turning.
    package var box: PixelBox
    /// How well the model's outline agrees with what is bright in the picture, 0–1.
    ///
    /// Below `ScanArea.surety` the picture is `unsure`.
    package var confidence: Double
    /// How scan lines run.
    package var geometry: ScanGeometry
    /// The outline for drawing: a closed polygon in pixels, clockwise from the top left, at most 64 corners.
    package var outline: [PixelPoint]

    /// Joins the parts.
    package init(shape: Shape, box: PixelBox, confidence: Double, geometry: ScanGeometry, outline: [PixelPoint]) {
        self.shape = shape
        self.box = box
        self.confidence = confidence
        self.geometry = geometry
        self.outline = outline
    }
}

/// The path of scan line `j` through the picture.
///
/// Image y points down; angles in radians from +x, so π/2 is straight down.
package enum ScanGeometry: Sendable, Codable, Equatable {
    /// A fan (domain reference §1.1): lines leave the apex between `startAngle` (right-hand edge, smaller)
    /// and `endAngle` (left-hand edge, larger); the picture runs from `innerRadius` to `outerRadius`, in pixels.
    case fan(
        apexX: Double,
        apexY: Double,
        innerRadius: Double,
        outerRadius: Double,
        startAngle: Double,
        endAngle: Double
    )
    /// Straight lines from the top edge (`topLeft`…`topRight`) to the bottom edge, in pixels: rectangle, parallelogram or trapezoid.
    case quadrilateral(topLeft: PixelPoint, topRight: PixelPoint, bottomRight: PixelPoint, bottomLeft: PixelPoint)
}

/// A point in pixels; (0, 0) is the centre of the top-left pixel.
package struct PixelPoint: Sendable, Codable, Equatable {
    /// Column, rightwards.
    package var x: Double
    /// Row, downwards.
    package var y: Double

    /// A point.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Reads `[x, y]`.
    package init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        x = try list.decode(Double.self)
        y = try list.decode(Double.self)
    }

    /// Writes `[x, y]`, rounded to 0.1 pixel.
    package func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode((x * 10).rounded() / 10)
        try list.encode((y * 10).rounded() / 10)
    }
}

/// An axis-parallel box in pixels; `[x, y, width, height]` in JSON.
package struct PixelBox: Sendable, Codable, Equatable {
    /// Left column.
    package var x: Int
    /// Top row.
    package var y: Int
    /// Columns.
    package var width: Int
    /// Rows.
    package var height: Int

    /// A box.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Reads `[x, y, width, height]`.
    package init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        x = try list.decode(Int.self)
        y = try list.decode(Int.self)
        width = try list.decode(Int.self)
        height = try list.decode(Int.self)
    }

    /// Writes `[x, y, width, height]`.
    package func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for part in [x, y, width, height] { try list.encode(part) }
    }
}
