internal import Foundation
internal import Glibc
package import Grading
package import Reports
package import Store

/// Writes a month's reports of every scope that handed in anything, into one folder a month.
///
///     <folder>/2026-03/reports.json                                   what is there; written last
///     <folder>/2026-03/network.html …                                 and .csv, .json
///     <folder>/2026-03/indicators.csv …                               and .json
///     <folder>/2026-03/regions/510115.html …
///     <folder>/2026-03/institutions/C01/institution.html …
///     <folder>/2026-03/institutions/C01/technicians/zhang.html …
///     <folder>/2026-03/institutions/C01/devices/US2.html …
///
/// A month that has its `reports.json` is done and left as it is, unless it is asked for again.
package struct MonthlyReports: Sendable {
    /// What became of a month.
    package enum Outcome: Sendable, Equatable {
        /// Reports were written into this folder; `problems` are mistakes in files of the home, which were left out.
        case written(reports: Int, folder: String, problems: [String])
        /// They were there already.
        case alreadyThere(folder: String)
        /// Nothing was received in the month.
        case nothing
    }

    /// The name of a month's list of reports.
    package static let listName = "reports.json"

    private let home: Home
    private let reporting: PeriodReporting
    private let language: Language
    private let program: String
    /// The folder of all months.
    private let folder: String

    /// A writer.
    ///
    /// - Parameters:
    ///   - folder: absolute; nil for `reports` in the home's outbox.
    ///   - language: the one that pages show first.
    package init(home: Home, reporting: PeriodReporting, language: Language, program: String, folder: String? = nil) {
        self.home = home
        self.reporting = reporting
        self.language = language
        self.program = program
        self.folder = folder ?? home.outbox + "/_reports"
    }

    /// The last month that is over at a moment.
    package func lastMonth(at now: Timestamp) -> String? {
        reporting.clock.month(after: reporting.clock.month(of: now), by: -1)
    }

    /// Whether a month's reports are all there.
    package func isDone(month: String) -> Bool { access("\(folder)/\(month)/\(Self.listName)", F_OK) == 0 }

    /// Whether anything was received in a month.
    ///
    /// - Throws: `StoreError`.
    package func hasReceipts(month: String) throws -> Bool {
        guard let span = ReportSpan(month: month, clock: reporting.clock) else { return false }
        return try !reporting.store.periodSubjects(from: span.from, until: span.until).isEmpty
    }

    /// Writes a month's reports.
    ///
    /// - Parameters:
    ///   - span: the month.
    ///   - again: also where they are there already.
    ///   - now: the moment of the reports.
    ///   - stop: asked between two reports; true leaves the month undone.
    /// - Throws: `StoreError`, or `IntakeError` when a file cannot be written; the month is then not done.
    package func write(
        _ span: ReportSpan,
        again: Bool,
        now: Timestamp,
        stop: () -> Bool = { false }
    ) throws -> Outcome {
        let month = span.label
        let place = "\(folder)/\(month)"
        // No exam has this number: writers of reports wait for each other.
        let lock = try OutboxLock(home: home, exam: 0)
        defer { extendLifetime(lock) }
        if !again, isDone(month: month) { return .alreadyThere(folder: place) }
        let entries = try entries(span)
        guard !entries.isEmpty else { return .nothing }
        // The same for all of them.
        let standard = try reporting.standard(ReportRequest(.network, span: span, now: now))
        var listed: [MonthlyList.Report] = []
        for entry in entries {
            if stop() { return .nothing }
            let report = try reporting.report(ReportRequest(entry.subject, span: span, now: now), standard: standard)
            var files: [String: String] = [:]
            for format in ReportFormat.allCases where format.isFile {
                let path = "\(entry.path).\(format.rawValue)"
                try write(try report.rendered(as: format, language: language), to: "\(place)/\(path)")
                files[format.rawValue] = path
            }
            listed.append(
                MonthlyList.Report(kind: report.kind, id: entry.id, name: report.scopeName[language], files: files)
            )
        }
        let problems = try writeIndicators(span, now: now, into: place)
        let list = MonthlyList(
            month: month,
            writtenAt: reporting.clock.time(now),
            program: program,
            reports: listed,
            problems: problems
        )
        try write(Array((try CanonicalJSON.text(list) + "\n").utf8), to: "\(place)/\(Self.listName)")
        return .written(reports: listed.count, folder: place, problems: problems)
    }

    /// The month's indicators of the network and every institution, beside the reports.
    ///
    /// Files of the home with a mistake are left out, so that the month's reports need not wait for them; the mistakes
    /// stand in both files and are handed back.
    private func writeIndicators(_ span: ReportSpan, now: Timestamp, into place: String) throws -> [String] {
        let (library, problems) = try IndicatorReporting.soundLibrary(of: home)
        var indicators = try IndicatorReporting(
            store: reporting.store,
            rubrics: reporting.library,
            indicators: library,
            clock: reporting.clock,
            program: program
        ).reports(label: span.label, from: span.from, until: span.until, now: now)
        if !problems.isEmpty { for index in indicators.indices { indicators[index].problems = problems } }
        try write(IndicatorText.csv(of: indicators), to: "\(place)/indicators.csv")
        try write(try IndicatorText.json(of: indicators), to: "\(place)/indicators.json")
        return problems
    }

    private struct Entry {
        var subject: ReportRequest.Subject
        var id: String
        /// Below the month's folder, without the ending.
        var path: String
    }

    /// Every scope that handed in anything; none where nothing came.
    private func entries(_ span: ReportSpan) throws -> [Entry] {
        let subjects = try reporting.store.periodSubjects(from: span.from, until: span.until)
        guard !subjects.isEmpty else { return [] }
        var entries = [Entry(subject: .network, id: "network", path: "network")]
        for county in Set(subjects.compactMap(\.institution.county)).sorted() {
            entries.append(Entry(subject: .region(county), id: county, path: "regions/\(try SafeFileName.of(county))"))
        }
        for each in subjects {
            let name = each.institution.name
            let folder = "institutions/\(try SafeFileName.of(name))"
            entries.append(Entry(subject: .institution(name), id: name, path: "\(folder)/institution"))
            for code in each.technicians.sorted() {
                entries.append(
                    Entry(
                        subject: .technician(institution: name, code: code),
                        id: "\(name)/\(code)",
                        path: "\(folder)/technicians/\(try SafeFileName.of(code))"
                    )
                )
            }
            for code in each.devices.sorted() {
                entries.append(
                    Entry(
                        subject: .device(institution: name, code: code),
                        id: "\(name)/\(code)",
                        path: "\(folder)/devices/\(try SafeFileName.of(code))"
                    )
                )
            }
        }
        return entries
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        try makeFolders(folder)
        try DurableFile.write(bytes, to: RawPath(file), mode: 0o640)
        try DurableFile.syncFolder(RawPath(folder))
    }

    private func makeFolders(_ path: String) throws {
        var missing: [String] = []
        var current = path
        while access(current, F_OK) != 0, let slash = current.lastIndex(of: "/"), slash != current.startIndex {
            missing.append(current)
            current = String(current[..<slash])
        }
        let mode = RawPath(current).sharing(0o2750)
        for folder in missing.reversed() {
            guard mkdir(folder, mode) == 0 || errno == EEXIST else { throw IntakeError.disk(folder, errno) }
            if mode & 0o020 != 0 { chmod(folder, mode) }
        }
    }
}

/// A month's list of reports, schema `sonograde.monthly-reports/1`.
package struct MonthlyList: Sendable, Codable, Equatable {
    /// One report and where its files are.
    package struct Report: Sendable, Codable, Equatable {
        package var kind: ReportKind
        /// `network`, a county's code, an institution, or `INSTITUTION/CODE`.
        package var id: String
        package var name: String
        /// Paths below the month's folder by form.
        package var files: [String: String]
    }

    package var schema = "sonograde.monthly-reports/1"
    package var month: String
    package var writtenAt: ReportTime
    package var program: String
    package var reports: [Report]
    /// Mistakes in files of the home, which were left out of the indicators; nil where there are none.
    package var problems: [String]?

    enum CodingKeys: String, CodingKey {
        case schema, month, program, reports, problems
        case writtenAt = "written_at"
    }

    /// Joins the parts.
    package init(
        month: String,
        writtenAt: ReportTime,
        program: String,
        reports: [Report],
        problems: [String] = []
    ) {
        self.problems = problems.isEmpty ? nil : problems
        self.month = month
        self.writtenAt = writtenAt
        self.program = program
        self.reports = reports
    }
}

extension ReportFormat {
    /// Whether it is a form that people and programs keep as a file; the other two are for terminals and streams.
    var isFile: Bool { self != .table && self != .jsonl }
}
