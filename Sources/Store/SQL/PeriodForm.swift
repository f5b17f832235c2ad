/// The forms of a statement about a period: whose figures it counts, and whether it leaves something out.
///
/// Parameters are ?1 from, ?2 until, then the institution's number, then the technician's or device's code, then, where
/// something is left out: ownership, first and last county, exam type, section (each or null). A form has only the
/// parameters that it needs, so that a whole network is counted on the indexes alone.
struct PeriodForm: Hashable {
    /// Whose figures.
    enum Scope: Hashable, CaseIterable { case network, institution, technician, device }

    let scope: Scope
    let isCut: Bool

    static let all = Scope.allCases.flatMap {
        [PeriodForm(scope: $0, isCut: false), PeriodForm(scope: $0, isCut: true)]
    }

    /// The form that answers for a filter.
    init(_ filter: PeriodFilter) {
        scope =
            switch filter.scope {
            case .network: .network
            case .institution: .institution
            case .technician: .technician
            case .device: .device
            }
        isCut = filter.isCut
    }

    private init(scope: Scope, isCut: Bool) {
        self.scope = scope
        self.isCut = isCut
    }

    /// Whether a statement needs the exam for its conditions.
    var needsExam: Bool { isCut || scope == .technician || scope == .device }

    /// The joins that the conditions need, for a statement that has `image` and nothing else.
    var joins: String {
        (needsExam ? "\nJOIN exam ON exam.id = image.exam_id" : "") + institutionJoin
    }

    /// The institution's join, for a statement that has `exam`.
    var institutionJoin: String { isCut ? "\nJOIN institution ON institution.id = exam.institution_id" : "" }

    /// The conditions after the period's.
    ///
    /// - Parameters:
    ///   - table: whose `institution_id` the statement's index begins with.
    ///   - section: the condition on a section; ?0 stands for the parameter.
    func conditions(on table: String, section: String = "image.section = ?0") -> String {
        var text = ""
        var next = 3
        if scope != .network {
            text += " AND \(table).institution_id = ?\(next)"
            next += 1
        }
        switch scope {
        case .technician, .device:
            text += " AND exam.\(scope == .technician ? "technician" : "device") = ?\(next)"
            next += 1
        case .network, .institution: break
        }
        guard isCut else { return text }
        let wanted = section.replacing("?0", with: "?\(next + 4)")
        return text + """

                AND (CAST(?\(next) AS TEXT) IS NULL OR institution.ownership = ?\(next))
                AND (CAST(?\(next + 1) AS TEXT) IS NULL OR (institution.county >= ?\(next + 1)
                    AND institution.county <= ?\(next + 2)))
                AND (CAST(?\(next + 3) AS TEXT) IS NULL OR exam.exam_type = ?\(next + 3))
                AND (CAST(?\(next + 4) AS TEXT) IS NULL OR \(wanted))
            """
    }
}
