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
    /// - Throws: `StoreError`, with code `notFound` for what is neither registered nor named by any exam.
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
                registered: institutions.values.contains { $0.county.map(County.codes(in: code).contains) ?? false }
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
