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
    /// What registered institutions are called, by code.
    let titles: [String: String]
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
        let isRegistered = filter.institution.flatMap { institutions[$0]?.isRegistered } ?? false
        let titles = Dictionary(
            try store.entries(InstitutionRecord.self, withRetired: true).map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        self.titles = titles
        institution = filter.institution.map {
            InstitutionReference(id: $0, name: titles[$0] ?? $0, registered: isRegistered)
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
                registered: institutions.values.contains { Self.lies($0.county, in: code) }
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
            ownership: request.ownership.map { $0 == .isPublic ? .isPublic : .nonPublic },
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

    /// Whether a county is another, or below a prefecture or province.
    private static func lies(_ county: String?, in code: String) -> Bool {
        guard let county else { return false }
        if code.hasSuffix("0000") { return county.prefix(2) == code.prefix(2) }
        if code.hasSuffix("00") { return county.prefix(4) == code.prefix(4) }
        return county == code
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
