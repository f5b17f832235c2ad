import ArgumentParser
import Foundation
import Glibc
import Grading
import Reports

/// The answer of `rubric validate`.
struct ValidationOutput {
    /// Its forms.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv
    }

    private let format: Format

    /// The form asked for, else a table for people and JSON for programs.
    init(format: Format?) { self.format = format ?? (isatty(STDOUT_FILENO) == 1 ? .table : .json) }

    func write(_ report: ValidationReport) throws {
        switch format {
        case .json: Terminal.line(try CanonicalJSON.text(report))
        case .csv: Self.writeRows(report)
        case .table:
            for line in Self.lines(report) { Terminal.line(line.shown) }
        }
    }

    /// One row a fault and strength; of pictures with a baseline two more, by the written limits and beside it.
    private static func writeRows(_ report: ValidationReport) {
        Terminal.write(
            CSVDocument.head([
                "fault", "strength", "n", "auc", "auc_low", "auc_high", "named", "for_expert", "unsure", "steps",
                "not_rising", "codes", "misnamed", "wrong_codes", "limits",
            ])
        )
        writeRows(report.faults, limits: "written")
        if let baselines = report.baselines {
            writeRows(baselines.faultsWritten, limits: "written_same")
            writeRows(baselines.faults, limits: "baseline")
        }
    }

    private static func writeRows(_ faults: [ValidationReport.FaultRow], limits: String) {
        for fault in faults {
            for at in fault.strengths {
                Terminal.write(
                    CSVDocument.line(listed: [
                        fault.fault, "\(at.strength)", "\(fault.count)", text(at.area), text(at.interval?.low),
                        text(at.interval?.high), "\(at.named)", "\(at.forExpert)", "\(at.unsure)", "\(fault.steps)",
                        "\(fault.notRising)", fault.codes.joined(separator: " "), "\(at.misnamed)",
                        at.wrongCodes.map(\.code).joined(separator: " "), limits,
                    ])
                )
            }
        }
    }

    private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }

    private static func lines(_ report: ValidationReport) -> [String] {
        var lines = report.unusable.map { "not used: \($0.path): \($0.reason)" }
        if !lines.isEmpty { lines.append("") }
        lines += self.lines(report.untouched)
        let pair = report.codecs
        lines.append(
            "PNG against JPEG q95: within 2 points \(pair.within2) of \(pair.count)"
                + (pair.greatest.map { ", at most \($0)" } ?? "")
                + (pair.statusDiffers > 0 ? ", \(pair.statusDiffers) unsure one way only" : "")
        )
        lines += self.lines(report.harmless)
        if let labels = report.labels { lines += [""] + self.lines(labels) }
        if !report.faults.isEmpty {
            lines += ["", "\(String.counted(report.spoiled, "picture")) spoiled:"] + self.lines(report.faults)
        }
        if let baselines = report.baselines { lines += [""] + self.lines(baselines) }
        return lines
    }

    /// What must not matter and how often it does; nothing where no picture was graded.
    private static func lines(_ changes: [ValidationReport.HarmlessRow]) -> [String] {
        let lines = changes.filter { $0.count > 0 }.map { row in
            "  \(row.name): within 5 points \(row.within5) of \(row.count), unsure \(row.unsure), newly to an expert \(row.forExpert)"
        }
        return lines.isEmpty ? [] : ["the same pictures with what must not matter:"] + lines
    }

    private static func lines(_ all: ValidationReport.Untouched) -> [String] {
        let levels = Level.allCases.map { "\($0.rawValue) \(all.levels[$0.rawValue] ?? 0)" }.joined(separator: ", ")
        let sent = all.count > 0 ? " (\(Numbers.percent(Double(all.forExpert) / Double(all.count), decimals: 1)))" : ""
        let codes = all.codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return [
            "\(String.counted(all.count, "untouched picture")): \(levels), unsure \(all.unsure)",
            "sent to an expert: \(all.forExpert)\(sent)",
            "found on them: " + (codes.map { "\($0.key) \($0.value)" }.joined(separator: ", ")),
        ]
    }

    private static func lines(_ faults: [ValidationReport.FaultRow]) -> [String] {
        let head = row([
            "fault", "n", "AUC at 0.5", "AUC at 1", "named at 1", "expert at 1", "unsure at 1", "steps",
            "misnamed at 1",
        ])
        let rows = faults.map { fault -> String in
            let half = fault.strengths.first { $0.strength == 0.5 }
            let full = fault.strengths.first { $0.strength == 1 }
            return row([
                fault.fault, "\(fault.count)", area(half), area(full), share(full?.named),
                share(full?.forExpert),
                share(full?.unsure),
                share(fault.steps > 0 ? Double(fault.notRising) / Double(fault.steps) : nil),
                share(full?.misnamed),
            ])
        }
        return [head] + rows + wrongCodes(faults)
    }

    /// The wrong codes of each fault at strength 1, most frequent first; those below one picture in a hundred are left out.
    private static func wrongCodes(_ faults: [ValidationReport.FaultRow]) -> [String] {
        let lines = faults.compactMap { fault -> String? in
            let told = fault.strengths.first { $0.strength == 1 }?.wrongCodes.filter { $0.share >= 0.01 } ?? []
            let shares = told.map { "\($0.code) \(share($0.share))" }
            return shares.isEmpty ? nil : "  \(fault.fault): " + shares.joined(separator: ", ")
        }
        return lines.isEmpty ? [] : ["wrong codes at 1:"] + lines
    }

    private static func lines(_ baselines: ValidationReport.BesideBaselines) -> [String] {
        var lines = baselines.groups.map { group in
            "\(group.folder)\(group.section.map { ", \($0)" } ?? ""): \(String.counted(group.count, "file")), "
                + "\(group.ordinary) ordinary"
                + (group.ordinary > baselines.least ? "" : "; too few, more than \(baselines.least) make a baseline")
        }
        guard baselines.untouched.count > 0 else {
            return ["Beside baselines: no picture has one."] + lines
        }
        lines.insert("Beside baselines of at least \(baselines.least) other pictures:", at: 0)
        lines += self.lines(baselines.untouched)
        guard baselines.spoiled > 0 else { return lines }
        lines += ["", "\(String.counted(baselines.spoiled, "picture")) spoiled, beside the baseline:"]
        lines += self.lines(baselines.faults)
        return lines + ["", "the same by the written limits:"] + self.lines(baselines.faultsWritten)
    }

    private static func lines(_ labels: LabelAgreement) -> [String] {
        var lines = ["\(String.counted(labels.count, "labelled picture")), \(labels.clusters) drawn together:"]
        for row in labels.labels {
            lines.append(
                "  \(row.label): \(row.count), to an expert \(row.forExpert), unsure \(row.unsure)"
                    + (row.median.map { ", median \($0)" } ?? "")
            )
        }
        let named = [("AUC", labels.area), ("Spearman", labels.spearman), ("weighted kappa", labels.kappa)]
        for (name, estimate) in named {
            guard let estimate else { continue }
            let interval = estimate.interval.map { String(format: " (%.2f to %.2f)", $0.low, $0.high) } ?? ""
            lines.append("  \(name) " + String(format: "%.2f", estimate.value) + interval)
        }
        return lines
    }

    private static func row(_ cells: [String]) -> String {
        let widths = [14, 5, 18, 18, 11, 12, 12, 6, 13]
        let line = zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: " ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    private static func area(_ at: ValidationReport.AtStrength?) -> String {
        guard let at, let area = at.area else { return "-" }
        let interval = at.interval.map { String(format: " (%.2f-%.2f)", $0.low, $0.high) } ?? ""
        return String(format: "%.2f", area) + interval
    }

    private static func share(_ share: Double?) -> String { share.map { Numbers.percent($0, decimals: 0) } ?? "-" }
}
