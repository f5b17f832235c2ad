internal import Grading
internal import Reports
internal import Store

/// A period report's tables, each where its scope has several of that kind.
struct PeriodParts {
    let rows: PeriodRows
    let request: ReportRequest
    let store: Store
    let scope: ReportScope

    var byInstitution: [PeriodRow] {
        guard request.isOfMany else { return [] }
        return rows.rows(
            cell: \.institution,
            exam: \.institution,
            reading: \.institution,
            unread: \.institution,
            standardised: true,
            named: { id in
                let name = scope.institutions[id]?.title ?? id
                return (LocalizedText(zh: name, en: name), scope.institutions[id]?.isRegistered ?? false)
            }
        )
    }

    var byExamType: [PeriodRow] {
        rows.rows(
            cell: { $0.examType ?? "" },
            exam: { $0.examType ?? "" },
            reading: { $0.examType ?? "" },
            unread: { $0.examType ?? "" },
            standardised: false,
            named: { (ReportScope.name(ofExamType: $0), nil) }
        )
    }

    var byCounty: [PeriodRow] {
        of {
            $0?.county ?? ""
        } named: { code in
            (code.isEmpty ? Self.unknown : ReportScope.name(ofCounty: code), nil)
        }
    }

    var byOwnership: [PeriodRow] {
        of {
            $0?.ownership?.rawValue ?? ""
        } named: { ownership in
            (Ownership(rawValue: ownership)?.title ?? Self.unknown, nil)
        }
    }

    /// - Parameter cells: the period's images by section.
    func bySection(_ cells: [PeriodPartCell]) -> [PeriodRow] {
        rows.rows(
            parts: cells,
            exams: { exam in exam.sections.filter { section in request.section.map { $0 == section } ?? true } },
            reading: \.section,
            unread: \.section,
            standardised: false,
            named: { id in (SectionNames.reference(of: id).name ?? LocalizedText(zh: id, en: id), nil) }
        )
    }

    /// - Throws: `StoreError`.
    func byTechnician() throws -> [PeriodRow] {
        guard let institution = request.filter.institution, scope.kind != .technician else { return [] }
        return rows.rows(
            parts: try store.periodCellsByTechnician(
                request.filter,
                from: request.span.from,
                until: request.span.until
            ),
            exams: { [$0.technician ?? ""] },
            reading: \.technician,
            unread: \.technician,
            standardised: true,
            named: Self.naming(try store.periodTechnicians(of: institution))
        )
    }

    /// - Throws: `StoreError`.
    func byDevice() throws -> [PeriodRow] {
        guard let institution = request.filter.institution, scope.kind != .device else { return [] }
        return rows.rows(
            parts: try store.periodCellsByDevice(request.filter, from: request.span.from, until: request.span.until),
            exams: { [$0.device ?? ""] },
            reading: \.device,
            unread: \.device,
            standardised: true,
            named: Self.naming(try store.periodDevices(of: institution))
        )
    }

    private static let unknown = LocalizedText(zh: "未登记", en: "not registered")

    /// Entries by their codes; '' is nobody named, and anything else that no entry has is not registered.
    private static func naming(_ entries: [PeriodEntry]) -> PeriodRows.Naming {
        let names = Dictionary(entries.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return { code in
            let name = names[code] ?? code
            return (LocalizedText(zh: name, en: name), code.isEmpty ? nil : names[code] != nil)
        }
    }

    private func of(
        _ property: @escaping (PeriodInstitution?) -> String,
        named: PeriodRows.Naming
    ) -> [PeriodRow] {
        guard request.isOfMany else { return [] }
        func value(_ institution: String) -> String { property(scope.institutions[institution]) }
        let parts = rows.rows(
            cell: { value($0.institution) },
            exam: { value($0.institution) },
            reading: { value($0.institution) },
            unread: { value($0.institution) },
            standardised: true,
            named: named
        )
        // Where nobody has registered anything, there is nothing to tell apart.
        return parts.map(\.id) == [""] ? [] : parts
    }
}
