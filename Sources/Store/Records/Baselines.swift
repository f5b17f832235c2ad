internal import Grading

/// Whose usual values: one section on one device with one preset.
package struct BaselineKey: Sendable, Hashable {
    /// Device ids are an institution's own.
    package var institution: FileName
    package var device: String
    /// '' where the clinic states none.
    package var preset: String
    /// A section of the catalogue.
    package var section: String

    /// A key; nil where device or section is not known, or the section is only the clinic's own label.
    package init?(institution: FileName, device: String?, preset: String?, section: String?) {
        guard let device, !device.isEmpty, let section, ExamCatalogue.section(id: section) != nil else { return nil }
        self.institution = institution
        self.device = device
        self.preset = preset ?? ""
        self.section = section
    }

    init(institution: FileName, device: String, preset: String, section: String) {
        self.institution = institution
        self.device = device
        self.preset = preset
        self.section = section
    }
}

/// One closed snapshot; it never changes.
package struct BaselineSnapshot: Sendable, Hashable {
    /// The store's own number.
    package var id: Int64
    /// Unique in the home; what findings name.
    package var name: String
    /// Only images received before count.
    package var closedAt: Timestamp
    /// When it was worked out, which is later where nothing ran at the closing time.
    package var madeAt: Timestamp
    /// Most images of a key.
    package var window: Int
    /// Version of the program that measured and closed.
    package var program: String
    /// Keys with at least one metric.
    package var keyCount: Int
}

/// What is to be closed.
package struct BaselineClosing: Sendable {
    package var name: String
    /// Only images received before count.
    package var closedAt: Timestamp
    /// Most images of a key, 30 or more.
    package var window: Int
    package var program: String

    /// A closing.
    package init(name: String, closedAt: Timestamp, window: Int, program: String) {
        self.name = name
        self.closedAt = closedAt
        self.window = window
        self.program = program
    }
}

/// One metric of one key of a snapshot.
package struct BaselineLine: Sendable, Hashable {
    package var key: BaselineKey
    package var metric: String
    package var images: Int
    /// In the metric's unit.
    package var median: Double
    package var mad: Double
}
