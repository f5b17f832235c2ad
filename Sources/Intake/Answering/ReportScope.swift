internal import Foundation
internal import Grading
internal import Reports
internal import Store

/// Who and what a report is about, by the names that people read.
struct ReportScope {
    let kind: ReportKind
    let institution: InstitutionReference?
    let subject: ReportSubject?
    let cuts: ReportCuts
    /// Every institution by name.
    let institutions: [String: PeriodInstitution]
    /// Whether devices' states may be told: they belong to places and are not cut by exam type or county.
    let isWholePlace: Bool
    private let device: String?

    /// Looks up what a request names.
    ///
    /// - Throws: `StoreError`, with code `notFound` for what is neither registered nor named by any exam, and for a section
    ///   that no image is labelled with.
    init(_ request: ReportRequest, store: Store) throws {
        let filter = request.filter
        let institutions = Dictionary(
            try store.periodInstitutions().map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.institutions = institutions
        institution = filter.institution.map { name in
            InstitutionReference(
                id: name,
                name: institutions[name]?.title ?? name,
                registered: institutions[name]?.isRegistered ?? false
            )
        }
        var subject: ReportSubject?
        var device: String?
        switch request.subject {
        case .network: kind = .network
        case .institution: kind = .institution
        case .region(let code):
            kind = .region
            subject = ReportSubject(
                id: code,
                name: Self.name(ofCounty: code),
                registered: institutions.values.contains { $0.lies(in: code) }
            )
        case .technician(let name, let code):
            kind = .technician
            let entries = try store.periodTechnicians(of: name)
            subject = try Self.subject(name, code, entries, "technician", filter.scope, store)
        case .device(let name, let code):
            kind = .device
            device = code
            let entries = try store.periodDevices(of: name)
            subject = try Self.subject(name, code, entries, "device", filter.scope, store)
        }
        self.subject = subject
        self.device = device
        if let section = request.section, try !store.hasImages(labelled: section) {
            throw StoreError(
                code: .notFound,
                message: """
                    no image is labelled with that section; docs/sections.md has the ids and names, and a name that several \
                    exam types have needs --exam-type
                    """,
                identity: section
            )
        }
        isWholePlace = !filter.isCut && kind != .technician
        cuts = ReportCuts(
            ownership: request.ownership,
            county: request.county.map { code in
                ReportSubject(id: code, name: Self.name(ofCounty: code), registered: true)
            },
            examType: request.examType.map { ExamTypeReference(id: $0, name: Self.name(ofExamType: $0)) },
            section: request.section.map { SectionNames.reference(of: $0) }
        )
    }

    /// Institutions of the scope that were under contract in the period and handed in nothing.
    ///
    /// Under contract is who is registered, not retired before the period's end, and whose contract's dates, where they
    /// are known, reach into the period. A scope that is cut by exam type or section says nothing of it, and neither does
    /// a technician or device.
    ///
    /// - Parameter heard: institutions that handed in anything, also what they took back.
    func silent(among heard: Set<String>, request: ReportRequest, clock: ReportClock) -> [InstitutionReference] {
        let filter = request.filter
        guard filter.examType == nil, filter.section == nil, filter.code == nil,
            // Before a period begins nobody can hand in anything.
            request.span.from < request.now
        else { return [] }
        // The first moment after the period, or the report's own while the period lasts.
        let end = min(request.span.until, request.now)
        let last = Timestamp(milliseconds: max(end.milliseconds, request.span.from.milliseconds + 1) - 1)
        let (firstDay, lastDay) = (clock.time(request.span.from).date, clock.time(last).date)
        return institutions.values.filter { institution in
            guard institution.isRegistered, !heard.contains(institution.name),
                filter.institution.map({ $0 == institution.name }) ?? true,
                filter.ownership.map({ $0 == institution.ownership }) ?? true,
                filter.county.map({ institution.lies(in: $0) }) ?? true,
                institution.retiredAt.map({ $0 >= end }) ?? true
            else { return false }
            if let from = institution.contractFrom {
                if from > lastDay { return false }
            } else if institution.knownSince >= end {
                return false
            }
            return institution.contractUntil.map { $0 >= firstDay } ?? true
        }.map { InstitutionReference(id: $0.name, name: $0.title ?? $0.name, registered: true) }
    }

    /// Whether a device's state belongs into this report.
    func concerns(_ dropout: DeviceDropout) -> Bool { device.map { $0 == dropout.device } ?? true }

    /// Whether a device's state belongs into this report.
    func concerns(_ drift: DeviceDrift) -> Bool { device.map { $0 == drift.device } ?? true }

    /// An exam type's name; '' is unknown.
    static func name(ofExamType id: String) -> LocalizedText {
        if id.isEmpty { return LocalizedText(zh: "未说明", en: "not said") }
        return ExamCatalogue.examType(id)?.name ?? LocalizedText(zh: id, en: id)
    }

    /// A county's name, or a prefecture's or province's; the code where it has none.
    static func name(ofCounty code: String) -> LocalizedText {
        guard let name = County.placeName(of: code) else { return LocalizedText(zh: code, en: code) }
        return LocalizedText(zh: name, en: "\(name) (\(code))")
    }

    private static func subject(
        _ institution: String,
        _ code: String,
        _ entries: [PeriodEntry],
        _ what: String,
        _ scope: PeriodFilter.Scope,
        _ store: Store
    ) throws -> ReportSubject {
        let entry = entries.first { $0.code == code }
        if entry == nil, try !store.hasExams(of: scope) {
            throw StoreError(
                code: .notFound,
                message: "no \(what) of that code is registered there, and no exam names one",
                identity: "\(institution)/\(code)"
            )
        }
        let name = entry?.name ?? code
        return ReportSubject(
            id: "\(institution)/\(code)",
            name: LocalizedText(zh: name, en: name),
            registered: entry != nil
        )
    }
}

extension PeriodInstitution {
    /// Whether it is registered in a county, or in one below a prefecture or province.
    fileprivate func lies(in place: String) -> Bool { county.map(County.codes(in: place).contains) ?? false }
}
