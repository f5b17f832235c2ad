import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct TrainingEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare participants' own images before a course with those after it.",
        discussion: """
            Counted are images with a finding of the course's topics, in the 30 exams before its first day and the first 30 \
            after its last. The difference has a 95 % interval (Newcombe's, wider where images of one exam are alike); with \
            fewer than 5 exams or 20 images on a side nothing is said. Beside it stands what technicians who did not take part \
            changed in the 90 days before and after. Somebody who was chosen for bad images has better ones later by chance \
            alone; no comparison takes that away. Where a participant completed another course on one of the topics, images \
            before an earlier and after a later one do not count, and others who completed one are not compared with.

            Example:
              sonograde training evaluate T03A
              sonograde training evaluate T03A --technician C01/zhang --format json
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Option(help: "Only this technician, as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let evaluation = try answering {
            try opened.trainingDesk.evaluation(
                course: id,
                technician: technician?.reference.text,
                at: Timestamp(Date())
            )
        }
        if let technician, evaluation.participants.isEmpty {
            throw Failure(.no, "\(technician.reference.text) does not take part in \(id)")
        }
        if output.format == .json {
            try Terminal.line(CanonicalJSON.text(EvaluationDocument(evaluation)))
            return
        }
        let rows = evaluation.participants.map { ChangeRow($0) }
        try RowOutput.write(rows, as: output.format) { _ in Self.write(evaluation, language) }
    }

    private static func write(_ evaluation: TrainingDesk.Evaluation, _ language: Language) {
        let isChinese = language == .zh
        guard !evaluation.participants.isEmpty else {
            return Terminal.line(isChinese ? "尚无学员" : "nobody is enrolled")
        }
        let heads =
            isChinese
            ? ["技术人员", "姓名", "培训前", "培训后", "变化", "95%区间", "结论"]
            : ["technician", "name", "before", "after", "change", "95 % interval", "verdict"]
        var table = TextTable(zip(heads, 0...).map { ($0, (2...5).contains($1) ? .right : .left) })
        for participant in evaluation.participants {
            let change = participant.change
            table.add([
                participant.standing.technician, participant.standing.name, side(change.before), side(change.after),
                change.difference.map(signed) ?? "–", limits(change.interval), verdict(change, language),
            ])
        }
        Terminal.write(table.text(columns: Terminal.columns))
        for participant in evaluation.participants {
            if let former = participant.former {
                Terminal.line(
                    (isChinese
                        ? "  \(participant.standing.technician)：“培训前”自 \(former.endsOn) 完成 \(former.id) 之后算起"
                        : "  \(participant.standing.technician): before counts from the end of \(former.id) on \(former.endsOn)")
                        .shown
                )
            }
            if let later = participant.later {
                Terminal.line(
                    (isChinese
                        ? "  \(participant.standing.technician)：“培训后”算到 \(later.startsOn) \(later.id) 开始之前"
                        : "  \(participant.standing.technician): after counts until \(later.id) began on \(later.startsOn)")
                        .shown
                )
            }
        }
        for participant in evaluation.participants where evaluation.participants.count == 1 {
            for code in participant.byCode {
                let name = KnownNames.finding(code.code)[language]
                Terminal.line("  \(name)  \(side(code.change.before)) → \(side(code.change.after))".shown)
            }
        }
        func line(_ zh: String, _ en: String, _ change: TrainingDesk.Evaluation.Change?) {
            guard let change else { return }
            Terminal.line(
                (isChinese ? zh + "：" : en + ": ") + "\(signed(change.difference))  \(limits(change.interval))"
            )
        }
        if evaluation.participants.count > 1 { line("全体学员平均变化", "mean change of all", evaluation.together) }
        line("同期未参加者的变化", "change of those who did not take part", evaluation.others)
        line("学员比未参加者多改变", "participants beyond the others", evaluation.net)
    }

    private static func side(_ side: TrainingChange.Side) -> String {
        guard let share = side.share else { return "–" }
        return "\(side.affected)/\(side.images) = \(Numbers.percent(share, decimals: 1))"
    }

    /// Percentage points with a sign.
    private static func signed(_ difference: Double) -> String { String(format: "%+.1f", difference * 100) }

    private static func limits(_ interval: ShareInterval?) -> String {
        interval.map { "\(signed($0.low)) … \(signed($0.high))" } ?? "–"
    }

    private static func verdict(_ change: TrainingChange, _ language: Language) -> String {
        let isChinese = language == .zh
        switch change.verdict {
        case .improved: return isChinese ? "已改善" : "improved"
        case .worsened: return isChinese ? "变差" : "worse"
        case .unclear: return isChinese ? "尚看不出差别" : "no difference shown"
        case .tooFew:
            let (exams, images) = (TrainingChange.leastExams, TrainingChange.leastImages)
            let (before, after) = (change.before, change.after)
            return isChinese
                ? "样本太少（前\(before.exams)例\(before.images)幅，后\(after.exams)例\(after.images)幅；各需\(exams)例\(images)幅）"
                : "too few (before \(before.exams) exams, \(before.images) images; after \(after.exams), \(after.images); "
                    + "\(exams) and \(images) needed)"
        }
    }
}

/// One participant's change as the command writes it.
private struct ChangeRow: OutputRow {
    let technician: String
    let name: String
    let before: Side
    let after: Side
    let difference: Double?
    let low: Double?
    let high: Double?
    let designEffect: Double
    let verdict: String
    let findings: [Finding]
    /// Ids of courses on the same topics that were completed before and afterwards.
    let formerCourse: String?
    let laterCourse: String?

    struct Side: Encodable {
        let exams: Int
        let images: Int
        let affected: Int

        init(_ side: TrainingChange.Side) { (exams, images, affected) = (side.exams, side.images, side.affected) }
    }

    struct Finding: Encodable {
        let code: String
        let before: Side
        let after: Side
    }

    enum CodingKeys: String, CodingKey {
        case technician, name, before, after, difference, low, high, verdict, findings
        case designEffect = "design_effect"
        case formerCourse = "former_course"
        case laterCourse = "later_course"
    }

    init(_ participant: TrainingDesk.ParticipantChange) {
        let change = participant.change
        technician = participant.standing.technician
        name = participant.standing.name
        before = Side(change.before)
        after = Side(change.after)
        difference = change.difference
        low = change.interval?.low
        high = change.interval?.high
        designEffect = change.designEffect
        verdict = change.verdict.rawValue
        findings = participant.byCode.map {
            Finding(code: $0.code, before: Side($0.change.before), after: Side($0.change.after))
        }
        formerCourse = participant.former?.id
        laterCourse = participant.later?.id
    }

    static let columns = [
        "technician", "name", "before_exams", "before_images", "before_affected", "after_exams", "after_images",
        "after_affected", "difference", "low", "high", "design_effect", "verdict",
        "former_course", "later_course",
    ]
    var cells: [String] {
        [
            technician, name, "\(before.exams)", "\(before.images)", "\(before.affected)", "\(after.exams)",
            "\(after.images)", "\(after.affected)", difference.map(PlanRow.share) ?? "", low.map(PlanRow.share) ?? "",
            high.map(PlanRow.share) ?? "", PlanRow.share(designEffect), verdict,
            formerCourse ?? "", laterCourse ?? "",
        ]
    }
}

/// A course's evaluation as one object.
private struct EvaluationDocument: Encodable {
    struct Change: Encodable {
        let difference: Double
        let low: Double?
        let high: Double?

        init(_ change: TrainingDesk.Evaluation.Change) {
            difference = change.difference
            low = change.interval?.low
            high = change.interval?.high
        }
    }

    let schema = "sonograde.training-evaluation/1"
    let course: String
    let topics: [String]
    let codes: [String]
    let participants: [ChangeRow]
    let together: Change?
    let others: Change?
    let net: Change?

    init(_ evaluation: TrainingDesk.Evaluation) {
        course = evaluation.course.id
        topics = evaluation.course.topics
        codes = evaluation.course.findingCodes
        participants = evaluation.participants.map { ChangeRow($0) }
        together = evaluation.together.map(Change.init)
        others = evaluation.others.map(Change.init)
        net = evaluation.net.map(Change.init)
    }
}
