import Foundation
import Grading
import Intake
import ReviewDesk
import Store

/// One image with its checklist, as `queue next`, `claim` and `show` write it (docs/schemas/case.schema.json).
struct CaseOutput: Encodable {
    /// A question of the checklist.
    struct Question: Encodable {
        let key: String
        let name: LocalizedText
    }

    /// An item of the checklist with its questions.
    struct Item: Encodable {
        let id: String
        let name: LocalizedText
        let weight: Double
        let judge: ReviewSheet.Item.Judge
        let required: Bool
        let questions: [Question]
        let allowed = ReviewAnswer.allCases.map(\.rawValue)

        init(_ item: ReviewSheet.Item) {
            id = item.id
            name = item.name
            weight = item.weight
            judge = item.judge
            required = item.isRequired
            questions =
                item.criteria.isEmpty
                ? [Question(key: item.id, name: item.name)]
                : zip(item.questions, item.criteria).map { Question(key: $0, name: $1.name) }
        }

        enum CodingKeys: String, CodingKey { case id, name, weight, judge, required, questions, allowed }
    }

    /// A review to be filled in: answers that stay null are not given.
    struct Template: Encodable {
        let image: Int64
        let expert: String?
        let claim: Int64?
        let questions: [String]

        enum CodingKeys: String, CodingKey { case schema, image, expert, claim, answers, impression }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(ReviewAnswers.schemaID, forKey: .schema)
            try values.encode(image, forKey: .image)
            try values.encodeIfPresent(expert, forKey: .expert)
            try values.encodeIfPresent(claim, forKey: .claim)
            let none: [String: String?] = Dictionary(
                questions.map { ($0, nil) },
                uniquingKeysWith: { first, _ in first }
            )
            try values.encode(none, forKey: .answers)
            try values.encodeNil(forKey: .impression)
        }
    }

    let facts: BlindFacts
    let sheet: ReviewSheet
    let claim: ClaimRecord?
    let picture: String?
    let isWithheld: Bool?
    let disclosed: ReviewSubject?
    /// The way to the first pass's score, for people; only where all is disclosed.
    let explanation: GradeExplanation?

    /// Joins the parts.
    init(
        facts: BlindFacts,
        sheet: ReviewSheet,
        claim: ClaimRecord?,
        picture: String?,
        isWithheld: Bool?,
        disclosed: ReviewSubject? = nil,
        explanation: GradeExplanation? = nil
    ) {
        self.facts = facts
        self.sheet = sheet
        self.claim = claim
        self.picture = picture
        self.isWithheld = isWithheld
        self.disclosed = disclosed
        self.explanation = explanation
    }

    /// Writes a claimed case, and its picture where one was asked for.
    static func write(
        _ work: ReviewCase,
        desk: ReviewDesk,
        picture: PictureOption,
        settings: Settings,
        language: Language,
        format: OutputFormat
    ) throws {
        let isWithheld = try picture.write {
            try desk.picture(of: work, whole: false, maxWidth: PictureOption.side, maxHeight: PictureOption.side)
        }
        let output = CaseOutput(
            facts: work.facts,
            sheet: work.sheet,
            claim: work.claim,
            picture: picture.file,
            isWithheld: isWithheld
        )
        try output.write(as: format, language: language, clock: ReportClock(zone: settings.timezone))
    }

    /// Writes the case in the form asked for.
    func write(as format: OutputFormat, language: Language, clock: ReportClock) throws {
        switch format {
        case .table: Terminal.write(CaseText(self, language: language, clock: clock).text)
        case .json, .jsonl: try Terminal.line(CanonicalJSON.text(self))
        case .csv: try RowOutput.write(CaseRow.rows(of: self), as: .csv) { _ in }
        }
    }

    enum CodingKeys: String, CodingKey {
        case schema, image, kind, section, since, readings, claim, expert, until, picture, checklist, template,
            disclosed
        case examType = "exam_type"
        case examTypeName = "exam_type_name"
        case sectionName = "section_name"
        case reportText = "report_text"
        case isWithheld = "picture_withheld"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.case/1", forKey: .schema)
        try values.encode(facts.image, forKey: .image)
        try values.encode(facts.kind.rawValue, forKey: .kind)
        try values.encodeIfPresent(facts.examType, forKey: .examType)
        try values.encodeIfPresent(KnownNames.examType(facts.examType), forKey: .examTypeName)
        try values.encodeIfPresent(facts.section, forKey: .section)
        try values.encodeIfPresent(KnownNames.section(facts.section), forKey: .sectionName)
        try values.encode(facts.since.text, forKey: .since)
        try values.encode(facts.readings, forKey: .readings)
        try values.encodeIfPresent(facts.reportText, forKey: .reportText)
        try values.encodeIfPresent(claim?.id, forKey: .claim)
        try values.encodeIfPresent(claim?.expert, forKey: .expert)
        try values.encodeIfPresent(claim?.until.text, forKey: .until)
        try values.encodeIfPresent(picture, forKey: .picture)
        try values.encodeIfPresent(isWithheld, forKey: .isWithheld)
        try values.encode(sheet.items.map(Item.init), forKey: .checklist)
        let template = Template(
            image: facts.image,
            expert: claim?.expert,
            claim: claim?.id,
            questions: sheet.items.filter(\.isRequired).flatMap(\.questions)
        )
        try values.encode(template, forKey: .template)
        try values.encodeIfPresent(disclosed.map(DisclosedCase.init), forKey: .disclosed)
    }
}

/// A question of a case as a row.
private struct CaseRow: OutputRow {
    let image: Int64
    let claim: Int64?
    let item: Item
    let question: CaseOutput.Question

    typealias Item = CaseOutput.Item

    static func rows(of output: CaseOutput) -> [CaseRow] {
        output.sheet.items.map(Item.init).flatMap { item in
            item.questions.map {
                CaseRow(image: output.facts.image, claim: output.claim?.id, item: item, question: $0)
            }
        }
    }

    static let columns = ["image", "claim", "question", "name_zh", "name_en", "required", "judge", "allowed"]

    var cells: [String] {
        [
            "\(image)", claim.map { "\($0)" } ?? "", question.key, question.name.zh, question.name.en,
            "\(item.required)", item.judge.rawValue, item.allowed.joined(separator: " "),
        ]
    }
}
