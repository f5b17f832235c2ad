import Grading

/// A rubric as `rubric show --format json` writes it.
struct RubricDescription: OutputRow {
    struct Side: Encodable {
        let warn, defect, severe: Double
        let code: String
        let severities: [Severity]

        init(_ side: LimitSide) {
            (warn, defect, severe, code) = (side.warn, side.defect, side.severe, side.code)
            severities = [side.ladder.warn, side.ladder.defect, side.ladder.severe]
        }

        init(_ side: BaselineLimits.Side) {
            (warn, defect, severe, code) = (side.warn, side.defect, side.severe, side.code)
            severities = [side.ladder.warn, side.ladder.defect, side.ladder.severe]
        }
    }

    /// Limits relative to what the device usually shows; sides in robust standard deviations from the median.
    struct Relative: Encodable {
        let high: Side?
        let low: Side?
        let least: Double
        let leastShare: Double
        let backstop: String

        enum CodingKeys: String, CodingKey {
            case high, low, least, backstop
            case leastShare = "least_share"
        }

        init(_ limits: BaselineLimits) {
            high = limits.high.map { Side($0) }
            low = limits.low.map { Side($0) }
            (least, leastShare, backstop) = (limits.least, limits.leastShare, limits.backstop.rawValue)
        }
    }

    struct Measure: Encodable {
        let metric: String
        let high: Side?
        let low: Side?
        let baseline: Relative?
    }

    struct Item: Encodable {
        let id: String
        let name: LocalizedText
        let weight: Double
        let criteria: [Measure]
    }

    struct ExpertEntry: Encodable {
        struct Question: Encodable {
            let id: String
            let name: LocalizedText
        }

        let id: String
        let name: LocalizedText
        let weight: Double
        let needs: String?
        let code: String?
        /// By section pattern.
        let criteria: [String: [Question]]

        init(_ item: ExpertItem) {
            (id, name, weight, code) = (item.id, item.name, item.weight, item.code)
            needs = item.needs?.rawValue
            criteria = Dictionary(
                item.criteria.map { entry in
                    (entry.sections.text, entry.criteria.map { Question(id: $0.id, name: $0.name) })
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    let id: String
    let version: String
    let sha256: String
    let title: LocalizedText
    let examTypes: [String]
    let levels: [String: Double]
    let caps: [String: Double]
    let items: [Item]
    let expertItems: [ExpertEntry]
    let requiredSections: [String: [String]]
    let advice: [String: LocalizedText]

    static let columns = ["id", "version", "title_zh", "title_en", "exam_types", "sha256"]
    var cells: [String] { [id, version, title.zh, title.en, examTypes.joined(separator: " "), sha256] }

    enum CodingKeys: String, CodingKey {
        case id, version, sha256, title, levels, caps, items, advice
        case examTypes = "exam_types"
        case expertItems = "expert_items"
        case requiredSections = "required_sections"
    }

    init(_ rubric: Rubric) {
        (id, version, sha256, title) = (rubric.id, rubric.version, rubric.sha256, rubric.title)
        examTypes = rubric.examTypes
        levels = ["A": rubric.levels.a, "B": rubric.levels.b, "C": rubric.levels.c]
        caps = ["critical": rubric.caps.critical, "major": rubric.caps.major]
        items = rubric.items.map { item in
            Item(
                id: item.id,
                name: item.name,
                weight: item.weight,
                criteria: item.criteria.map {
                    Measure(
                        metric: $0.metric,
                        high: $0.high.map { Side($0) },
                        low: $0.low.map { Side($0) },
                        baseline: $0.baseline.map(Relative.init)
                    )
                }
            )
        }
        expertItems = rubric.expertItems.map(ExpertEntry.init)
        requiredSections = rubric.requiredSections.mapValues { $0.map(\.section) }
        advice = rubric.advice
    }
}
