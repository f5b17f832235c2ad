package import Grading

/// What a period report is about where that is neither the network nor one institution.
package struct ReportSubject: Sendable, Codable, Equatable {
    /// `INSTITUTION/CODE` of a technician or device; the code of GB/T 2260 of a region.
    package var id: String
    /// As registered; the code again where nobody registered it.
    package var name: LocalizedText
    /// Whether the network knows it; what an unknown one did counts all the same.
    package var registered: Bool

    /// A technician, device or region.
    package init(id: String, name: LocalizedText, registered: Bool) {
        self.id = id
        self.name = name
        self.registered = registered
    }
}

/// To which part of its scope a period report is narrowed; each cut leaves out what does not have the property, and what
/// of which it is not known.
package struct ReportCuts: Sendable, Codable, Equatable {
    package var ownership: Ownership?
    /// By GB/T 2260: a county, or a prefecture (`…00`) or province (`…0000`) with all below it.
    package var county: ReportSubject?
    package var examType: ExamTypeReference?
    package var section: SectionReference?

    enum CodingKeys: String, CodingKey {
        case ownership, county, section
        case examType = "exam_type"
    }

    /// The cuts; nil everywhere leaves the scope whole.
    package init(
        ownership: Ownership? = nil,
        county: ReportSubject? = nil,
        examType: ExamTypeReference? = nil,
        section: SectionReference? = nil
    ) {
        self.ownership = ownership
        self.county = county
        self.examType = examType
        self.section = section
    }
}
