/// What was measured on one picture.
package struct Measurements: Sendable, Codable, Equatable {
    /// Metric id (`gain.p50`, domain reference §1.23) → value.
    ///
    /// A metric that could not be measured has no entry; it is never 0 instead.
    package var values: [String: Double]
    /// Where in the picture a metric looked bad, for drawing: shadowed lines, saturated spots, a band.
    package var marks: [Mark]
    /// Steps within one pixel, once a metric has looked for them, for the next one that asks; nothing measured by itself.
    var pixelSteps: PixelSteps?

    private enum CodingKeys: CodingKey {
        case values, marks
    }

    /// Collects values and marks.
    package init(values: [String: Double] = [:], marks: [Mark] = []) {
        self.values = values
        self.marks = marks
    }

    /// The value of a metric, nil when it was not measured.
    package subscript(_ id: String) -> Double? { values[id] }

    /// Whether the same was measured, whatever was looked at on the way.
    package static func == (one: Measurements, other: Measurements) -> Bool {
        one.values == other.values && one.marks == other.marks
    }

    /// Steps within one pixel on a picture, which is looked at once; nil where it is too small.
    mutating func pixelSteps(of luma: GreyPlane) -> PixelSteps? {
        if pixelSteps == nil { pixelSteps = PixelSteps(luma) }
        return pixelSteps
    }
}

/// A place in the picture that a metric speaks of.
package struct Mark: Sendable, Codable, Equatable {
    /// The metric's id.
    package var metric: String
    /// A closed polygon in pixels after EXIF turning.
    package var outline: [PixelPoint]

    /// A mark.
    package init(metric: String, outline: [PixelPoint]) {
        self.metric = metric
        self.outline = outline
    }
}
