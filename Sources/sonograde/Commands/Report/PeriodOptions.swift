import ArgumentParser
import Foundation
import Grading
import Intake
import Store

/// Which period a report is about.
struct PeriodOption: ParsableArguments {
    @Option(help: ArgumentHelp("A month.", valueName: "yyyy-MM")) var month: String?
    @Option(help: ArgumentHelp("First day that counts.", valueName: "yyyy-MM-dd")) var from: String?
    @Option(help: ArgumentHelp("First day that counts no more.", valueName: "yyyy-MM-dd")) var until: String?

    /// The span; everything there is when nothing was asked for.
    func span(clock: ReportClock) throws -> ReportSpan {
        if let month {
            guard from == nil, until == nil else { throw Failure(.usage, "--month goes without --from and --until") }
            guard let span = ReportSpan(month: month, clock: clock) else {
                throw Failure(.usage, "--month is \(month); allowed is a month such as 2026-03")
            }
            return span
        }
        let start = try from.map { try day($0, "--from", clock) } ?? ReportSpan.everything.from
        let end = try until.map { try day($0, "--until", clock) } ?? ReportSpan.everything.until
        guard start < end else { throw Failure(.usage, "--from must lie before --until") }
        if from != nil, until != nil { return ReportSpan(from: start, until: end, clock: clock) }
        // People read the last day that counts, not the first that doesn't.
        let last = until.map { _ in clock.day(of: Timestamp(milliseconds: end.milliseconds - 1)) }
        return ReportSpan(label: "\(from ?? "…") – \(last ?? "…")", from: start, until: end)
    }

    private func day(_ text: String, _ option: String, _ clock: ReportClock) throws -> Timestamp {
        guard text.count == 10, let start = clock.start(of: text) else {
            throw Failure(.usage, "\(option) is \(text); allowed is a day such as 2026-03-15")
        }
        return start
    }
}

/// To which exams and images a report is narrowed.
struct ExamCutOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only exams of this type, by id or name.", valueName: "type")) var examType: String?
    @Option(help: ArgumentHelp("Only images of this section, by id, name or clinic's own label.", valueName: "section"))
    var section: String?

    /// The exam type's id.
    var knownExamType: String? {
        get throws {
            guard let examType else { return nil }
            guard let known = ExamCatalogue.examType(examType) else {
                let ids = ExamCatalogue.examTypes.map(\.id).joined(separator: ", ")
                throw Failure(.usage, "--exam-type is \(examType); known are \(ids)")
            }
            return known.id
        }
    }

    /// The section's id by id or name, or a clinic's own label as it is.
    var knownSection: String? {
        get throws {
            guard let section else { return nil }
            guard !section.isEmpty else { throw Failure(.usage, "--section is empty; name one of docs/sections.md") }
            return SectionNames.id(of: section, examType: try knownExamType)
        }
    }
}

/// `INSTITUTION/CODE`.
enum PlaceAndCode {
    /// The two parts, as `RegistryReference` reads them.
    static func read(_ text: String, what: String) throws -> (institution: String, code: String) {
        guard let reference = RegistryReference(institutionAndCode: text), let institution = reference.institution
        else { throw Failure(.usage, "\(text): name a \(what) as INSTITUTION/CODE, such as C01/zhang") }
        return (institution, reference.code)
    }
}

/// A place of GB/T 2260 on the command line.
enum CountyCode {
    /// The code of a county, prefecture or province that is in force, from its six digits or its name.
    static func read(_ text: String, option: String) throws -> String {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            let named = County.places(named: text)
            if let only = named.first, named.count == 1 { return only.code }
            guard named.isEmpty else {
                let choices = named.map { "\($0.code) \($0.fullName)" }.joined(separator: ", ")
                throw Failure(.usage, "\(option) is \(text), the name of several places; write the code: \(choices)")
            }
            throw Failure(
                .usage,
                "\(option) is \(text); allowed are six digits of GB/T 2260 such as 510115, or a name such as 温江区; see: "
                    + "sonograde county"
            )
        }
        if County.coded(text) != nil { return text }
        let above = text.hasSuffix("0000") ? text.prefix(2) : text.hasSuffix("00") ? text.prefix(4) : ""
        if !above.isEmpty, County.found(String(above)).contains(where: { $0.code.hasPrefix(above) }) { return text }
        let became = County.successors(of: text).map { counties in
            counties.isEmpty
                ? "; it is no longer in force"
                : "; it became " + counties.map { "\($0.code) \($0.fullName)" }.joined(separator: ", ")
        }
        throw Failure(
            .usage,
            "\(option) is \(text), which is no code of GB/T 2260 (\(County.tableYear))\(became ?? "")"
        )
    }
}

extension Ownership: ExpressibleByArgument {}
