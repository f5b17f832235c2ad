package import Grading
package import Store

/// What a period report is asked to be about.
package struct ReportRequest: Sendable, Equatable {
    /// Whose work.
    package enum Subject: Sendable, Hashable {
        case network
        /// By GB/T 2260, six digits.
        case region(String)
        /// As displayed.
        case institution(String)
        /// The institution as displayed, and the code as the clinic writes it.
        case technician(institution: String, code: String)
        /// The institution as displayed, and the code as the clinic writes it.
        case device(institution: String, code: String)
    }

    package var subject: Subject
    package var span: ReportSpan
    /// Only institutions of this ownership.
    package var ownership: Ownership?
    /// Only institutions of this county, by GB/T 2260; of a region it is the region's.
    package var county: String?
    package var examType: String?
    /// As labelled.
    package var section: String?
    /// The moment of the report, to which open work is as old as it is.
    package var now: Timestamp

    /// A report on a subject over a span, whole where nothing else is said.
    package init(
        _ subject: Subject,
        span: ReportSpan,
        ownership: Ownership? = nil,
        county: String? = nil,
        examType: String? = nil,
        section: String? = nil,
        now: Timestamp
    ) {
        self.subject = subject
        self.span = span
        self.ownership = ownership
        self.county = county
        self.examType = examType
        self.section = section
        self.now = now
    }

    /// What the store is asked.
    var filter: PeriodFilter {
        let (scope, county): (PeriodFilter.Scope, String?) =
            switch subject {
            case .network: (.network, county)
            case .region(let code): (.network, county ?? code)
            case .institution(let name): (.institution(name), county)
            case .technician(let name, let code): (.technician(institution: name, code: code), county)
            case .device(let name, let code): (.device(institution: name, code: code), county)
            }
        return PeriodFilter(scope, ownership: ownership, county: county, examType: examType, section: section)
    }

    /// Whether several institutions may be among it.
    var isOfMany: Bool {
        switch subject {
        case .network, .region: true
        case .institution, .technician, .device: false
        }
    }
}
