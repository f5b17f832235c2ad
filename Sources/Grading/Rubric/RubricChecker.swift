internal import Digests
internal import Imaging

/// Turns the merged tree of a rubric into a `Rubric`, and collects every mistake on the way.
struct RubricChecker {
    let file: String
    private(set) var mistakes: [RubricMistake] = []
    /// The ids that criteria are given anywhere in the chain, by which `explained_by` may name them: what a rubric removes
    /// explains nothing there.
    private(set) var criterionIDs: Set<String> = []

    init(file: String) { self.file = file }

    static let schemaID = "sonograde.rubric/1"

    /// The rubric of a chain, root first; nil when there is any mistake.
    mutating func check(_ chain: [RubricDocument]) -> Rubric? {
        guard let tree = RubricDocument.merged(chain), let own = chain.last else { return nil }
        criterionIDs = Set(chain.flatMap { Self.criterionIDs($0.root) })
        guard case .mapping = tree.content else {
            mistake(tree, "a rubric is a mapping of keys, this is \(tree.kind)")
            return nil
        }
        keys(
            tree,
            [
                "schema", "id", "version", "title", "extends", "exam_types", "items", "expert_items", "levels", "caps",
                "required_sections", "triage", "unmeasured_limit", "slight_points", "minor_points", "severity",
                "severities",
                "advice", "examples", "calibration",
            ]
        )
        if let schema = tree["schema"], schema.text != Self.schemaID {
            mistake(schema, "schema must be \(Self.schemaID), not \(schema.kind)")
        }
        let id = identifier(tree, "id")
        let version = required(tree, "version").flatMap { text($0, "version") }
        let title = required(tree, "title").flatMap { localized($0, "title") }
        let examTypes = list(tree["exam_types"], "exam_types") ?? []
        let examTypeIDs = examTypes.compactMap { examType($0) }
        duplicates(examTypes, "exam type")

        let ladder = tree["severity"].flatMap { severityLadder($0) } ?? .standard
        let items = checkItems(tree, ladder: ladder)
        let expertItems = checkExpertItems(tree, after: items)
        let levels = checkLevels(tree)
        let caps = checkCaps(tree, levels: levels)
        let requiredSections = checkRequiredSections(tree)
        let triage = checkTriage(tree)
        if let node = tree["calibration"] { _ = mapping(node, "calibration") }
        let unmeasured = number(tree["unmeasured_limit"], "unmeasured_limit", in: 0...1) ?? 0.4
        let slight = number(tree["slight_points"], "slight_points", in: 0...100)
        let minor = number(tree["minor_points"], "minor_points", in: 0...100)
        let severities = checkSeverities(tree)
        let (advice, adviceVariants) = checkAdvice(tree, for: items)
        let examples = checkExamples(chain, levels: levels)

        let sha256: String
        do throws(DigestError) {
            sha256 = try RubricDocument.digest(of: chain)
        } catch {
            mistake(own.root, "\(error)")
            return nil
        }
        guard mistakes.isEmpty, let id, let version, let title, let levels, let caps else { return nil }
        return Rubric(
            id: id,
            version: version,
            sha256: sha256,
            title: title,
            examTypes: examTypeIDs,
            items: items,
            expertItems: expertItems,
            levels: levels,
            caps: caps,
            requiredSections: requiredSections,
            triage: triage,
            unmeasuredLimit: unmeasured,
            slightPoints: slight,
            minorPoints: minor,
            severities: severities,
            advice: advice,
            adviceVariants: adviceVariants,
            examples: examples
        )
    }

    // MARK: parts

    private mutating func checkLevels(_ tree: SourceNode) -> LevelLimits? {
        guard let node = required(tree, "levels"), mapping(node, "levels") else { return nil }
        keys(node, ["A", "B", "C"])
        let scores: ClosedRange<Double> = 0...100
        let limits = ["A", "B", "C"].map { key in
            required(node, key).flatMap { number($0, "level \(key)", in: scores) }
        }
        guard let a = limits[0], let b = limits[1], let c = limits[2] else { return nil }
        if !(a > b && b > c && c > 0) {
            mistake(node, "levels must fall: A > B > C > 0; here \(short(a)), \(short(b)), \(short(c))")
        }
        return LevelLimits(a: a, b: b, c: c)
    }

    private mutating func checkCaps(_ tree: SourceNode, levels: LevelLimits?) -> ScoreCaps? {
        guard let node = required(tree, "caps"), mapping(node, "caps") else { return nil }
        keys(node, ["critical", "major"])
        let critical = required(node, "critical").flatMap { number($0, "caps.critical", in: 0...100) }
        let major = required(node, "major").flatMap { number($0, "caps.major", in: 0...100) }
        guard let critical, let major else { return nil }
        if let levels, critical >= levels.c {
            mistake(
                node,
                "caps.critical must be below level C (\(short(levels.c))), so that a critical finding means level D; "
                    + "here \(short(critical))"
            )
        }
        if critical > major {
            mistake(node, "caps.critical (\(short(critical))) must not be above caps.major (\(short(major)))")
        }
        return ScoreCaps(critical: critical, major: major)
    }

    private mutating func checkRequiredSections(_ tree: SourceNode) -> [String: [RequiredSection]] {
        guard let node = tree["required_sections"], mapping(node, "required_sections"),
            case .mapping(let entries) = node.content
        else { return [:] }
        var result: [String: [RequiredSection]] = [:]
        for entry in entries {
            let key = SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace)
            let type = examType(key)
            let elements = list(entry.value, "required_sections.\(entry.key)") ?? []
            duplicates(elements.map { $0["section"] ?? $0 }, "section")
            var sections: [RequiredSection] = []
            for element in elements {
                if case .mapping = element.content {
                    keys(element, ["section", "weight"])
                    let section = required(element, "section").flatMap { sectionID($0) }
                    if let section, let weight = weight(element) {
                        sections.append(RequiredSection(section: section, weight: weight))
                    }
                } else if let section = sectionID(element) {
                    sections.append(RequiredSection(section: section, weight: 1))
                }
            }
            if let type { result[type] = sections }
        }
        return result
    }

    private mutating func checkTriage(_ tree: SourceNode) -> TriageRule {
        let standard = TriageRule(severities: [.major, .critical], codes: [], levels: [.d], scoreBelow: nil)
        guard let node = tree["triage"], mapping(node, "triage") else { return standard }
        keys(node, ["severities", "codes", "levels", "score_below"])
        let severities = list(node["severities"], "triage.severities")?.compactMap {
            choice($0, Severity.self, "severity")
        }
        let codes = list(node["codes"], "triage.codes")?.compactMap { findingCode($0) }
        let levels = list(node["levels"], "triage.levels")?.compactMap { choice($0, Level.self, "level") }
        return TriageRule(
            severities: severities.map(Set.init) ?? standard.severities,
            codes: Set(codes ?? []),
            levels: levels.map(Set.init) ?? standard.levels,
            scoreBelow: node["score_below"].flatMap { number($0, "triage.score_below", in: 0...100) }
        )
    }

    private mutating func checkSeverities(_ tree: SourceNode) -> [String: Severity] {
        guard let node = tree["severities"], mapping(node, "severities"), case .mapping(let entries) = node.content
        else { return [:] }
        var result: [String: Severity] = [:]
        for entry in entries {
            let key = SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace)
            guard let code = findingCode(key), let severity = choice(entry.value, Severity.self, "severity") else {
                continue
            }
            if FindingCode.fixed.contains(code) {
                mistake(key, "the severity of \(code) is fixed by the contract and cannot be set")
            }
            result[code] = severity
        }
        return result
    }

    // MARK: collecting

    /// Notes a mistake at a node.
    mutating func mistake(_ node: SourceNode, _ message: String) {
        mistakes.append(node.place.mistake(message))
    }
}
