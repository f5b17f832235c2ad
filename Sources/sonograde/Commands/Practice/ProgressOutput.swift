import Grading
import Reports
import ReviewDesk
import Store

/// One line of progress: all, a month or a topic.
struct ProgressRow: OutputRow {
    let scope: String
    let name: String
    let progress: PracticeProgress

    static func all(of record: LearnerRecord) -> [ProgressRow] {
        [ProgressRow(scope: "all", name: "", progress: record.all)]
            + record.months.map { ProgressRow(scope: "month", name: $0.name, progress: $0.progress) }
            + record.topics.map { ProgressRow(scope: "topic", name: $0.name, progress: $0.progress) }
    }

    enum CodingKeys: String, CodingKey {
        case scope, name, answers, right, share, low, high, levels, ac2, kappa, sensitivity
        case sameLevel = "same_level"
        case falsePerPicture = "false_per_picture"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        func rounded(_ value: Double?) -> Double? { value.map { ($0 * 10_000).rounded() / 10_000 } }
        try values.encode(scope, forKey: .scope)
        if !name.isEmpty { try values.encode(name, forKey: .name) }
        try values.encode(progress.answers, forKey: .answers)
        try values.encode(progress.right, forKey: .right)
        try values.encodeIfPresent(rounded(share), forKey: .share)
        try values.encodeIfPresent(rounded(progress.interval?.low), forKey: .low)
        try values.encodeIfPresent(rounded(progress.interval?.high), forKey: .high)
        try values.encode(progress.levels, forKey: .levels)
        try values.encode(progress.sameLevel, forKey: .sameLevel)
        try values.encodeIfPresent(rounded(progress.ac2), forKey: .ac2)
        try values.encodeIfPresent(rounded(progress.kappa), forKey: .kappa)
        try values.encodeIfPresent(rounded(progress.sensitivity), forKey: .sensitivity)
        try values.encodeIfPresent(rounded(progress.falsePerPicture), forKey: .falsePerPicture)
    }

    private var share: Double? {
        progress.answers > 0 ? Double(progress.right) / Double(progress.answers) : nil
    }

    static let columns = [
        "scope", "name", "answers", "right", "share", "low", "high", "levels", "same_level", "ac2", "kappa",
        "sensitivity", "false_per_picture",
    ]

    var cells: [String] {
        func text(_ value: Double?) -> String { value.map { Numbers.fixed($0, decimals: 4) } ?? "" }
        return [
            scope, name, "\(progress.answers)", "\(progress.right)", text(share), text(progress.interval?.low),
            text(progress.interval?.high), "\(progress.levels)", "\(progress.sameLevel)", text(progress.ac2),
            text(progress.kappa), text(progress.sensitivity), text(progress.falsePerPicture),
        ]
    }
}

/// Progress as JSON: docs/practice.md.
struct ProgressDocument: Encodable {
    private let record: LearnerRecord

    init(_ record: LearnerRecord) { self.record = record }

    private enum CodingKeys: String, CodingKey {
        case schema, institution, technician, cards, known, due, parts
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.practice-progress/1", forKey: .schema)
        try values.encode(record.learner.institution, forKey: .institution)
        try values.encode(record.learner.technician, forKey: .technician)
        try values.encode(record.cards, forKey: .cards)
        try values.encode(record.known, forKey: .known)
        try values.encode(record.due, forKey: .due)
        try values.encode(ProgressRow.all(of: record), forKey: .parts)
    }
}

/// Progress as people read it.
enum ProgressText {
    static func text(_ record: LearnerRecord, language: Language) -> String {
        let words = PracticeWords(language)
        let head = "\(record.learner)".shown + "\n"
        guard record.cards > 0 else { return head + words.noAnswers + "\n" }
        var table = TextTable(
            words.progressColumns.enumerated().map { (title: $1, alignment: $0 == 0 ? .left : .right) }
        )
        func add(_ name: String, _ progress: PracticeProgress) {
            func number(_ value: Double?) -> String { value.map { Numbers.fixed($0, decimals: 2) } ?? "–" }
            let share = progress.interval.map { interval in
                let value = Numbers.percent(Double(progress.right) / Double(max(1, progress.answers)))
                return "\(value) (\(Numbers.percent(interval.low))–\(Numbers.percent(interval.high)))"
            }
            table.add([
                name, "\(progress.answers)", "\(progress.right)", share ?? "–",
                progress.levels > 0 ? "\(progress.sameLevel)/\(progress.levels)" : "–", number(progress.ac2),
                number(progress.kappa), progress.sensitivity.map { Numbers.percent($0) } ?? "–",
                number(progress.falsePerPicture),
            ])
        }
        add(words.all, record.all)
        for month in record.months { add(month.name, month.progress) }
        for topic in record.topics { add(words.topic(topic.name), topic.progress) }
        return head + words.cards(record) + "\n\n" + table.text(columns: Terminal.columns)
    }
}
