/// What was measured on one picture.
package struct Measurements: Sendable, Codable, Equatable {
    /// Metric id (`gain.p50`, domain reference §1.23) → value.
    ///
    /// A metric that could not be measured has no entry; it is never 0 instead.
    package var values: [String: Double]
    /// Where in the picture a metric looked bad, for drawing: shadowed lines, saturated spots, a band.
    package var marks: [Mark]

    /// Collects values and marks.
    package init(values: [String: Double] = [:], marks: [Mark] = []) {
        self.values = values
        self.marks = marks
    }

    /// The value of a metric, nil when it was not measured.
    package subscript(_ id: String) -> Double? { values[id] }
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
