package import Grading

/// Whose part of a period is counted.
///
/// What leaves something out keeps only what surely has the property: an institution without a county is in no county.
package struct PeriodFilter: Sendable, Hashable {
    /// Whose images and exams count.
    package enum Scope: Sendable, Hashable {
        case network
        /// As displayed.
        case institution(String)
        /// The institution as displayed, and the code as the clinic writes it.
        case technician(institution: String, code: String)
        /// The institution as displayed, and the code as the clinic writes it.
        case device(institution: String, code: String)
    }

    package var scope: Scope
    package var ownership: Ownership?
    /// Six digits of GB/T 2260: a county, or a prefecture (`…00`) or province (`…0000`) with all below it.
    package var county: String?
    package var examType: String?
    /// As labelled.
    package var section: String?

    /// A scope, whole where nothing else is said.
    package init(
        _ scope: Scope = .network,
        ownership: Ownership? = nil,
        county: String? = nil,
        examType: String? = nil,
        section: String? = nil
    ) {
        self.scope = scope
        self.ownership = ownership
        self.county = county
        self.examType = examType
        self.section = section
    }

    /// The network, or one institution as displayed.
    package init(institution: String?) { self.init(institution.map { .institution($0) } ?? .network) }

    /// The institution that the scope names.
    package var institution: String? {
        switch scope {
        case .network: nil
        case .institution(let name), .technician(let name, _), .device(let name, _): name
        }
    }

    /// The code of the technician or device.
    package var code: String? {
        switch scope {
        case .network, .institution: nil
        case .technician(_, let code), .device(_, let code): code
        }
    }

    /// Whether part of the scope is left out.
    package var isCut: Bool { ownership != nil || county != nil || examType != nil || section != nil }

    /// The first and last county of the cut.
    var counties: (first: String, last: String)? {
        county.map(County.codes(in:)).map { ($0.lowerBound, $0.upperBound) }
    }
}
