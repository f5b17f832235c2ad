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

    /// How many months that are over are looked at for missing reports: three years.
    package static let reach = 36

    /// The months that are over, in which something was received and whose reports are not there; oldest first.
    ///
    /// From the month of the first receipt on, but no more than `reach` months back: older ones are written by
    /// `write` alone. So a watcher that stood still for months goes on where it stopped.
    ///
    /// - Parameter most: no more than so many.
    /// - Throws: `StoreError`.
    package func missingMonths(at now: Timestamp, most: Int = reach) throws -> [String] {
        let clock = reporting.clock
        guard let last = lastMonth(at: now), let first = try reporting.store.receiptEnds()?.first else { return [] }
        var missing: [String] = []
        var next = clock.month(after: last, by: 1 - Self.reach).map { max($0, clock.month(of: first)) }
        while let month = next, month <= last, missing.count < most {
            if try !isDone(month: month) && hasReceipts(month: month) { missing.append(month) }
            next = clock.month(after: month, by: 1)
        }
        return missing
    }

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
            let report: PeriodReport
            do {
                report = try reporting.report(ReportRequest(entry.subject, span: span, now: now), standard: standard)
            } catch let error as StoreError where error.code == .notFound {
                // The only exam that named it was corrected meanwhile.
                continue
            }
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

extension ReportFormat {
    /// Whether it is a form that people and programs keep as a file; the other two are for terminals and streams.
    var isFile: Bool { self != .table && self != .jsonl }
}
