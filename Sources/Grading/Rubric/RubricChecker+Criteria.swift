internal import Imaging

extension RubricChecker {
    /// The machine's items.
    mutating func checkItems(_ tree: SourceNode, ladder: SeverityLadder) -> [RubricItem] {
        guard let node = required(tree, "items"), let elements = list(node, "items") else { return [] }
        if elements.isEmpty { mistake(node, "items is empty; a rubric needs at least one") }
        duplicates(elements.compactMap { $0["id"] }, "item id")
        var result: [RubricItem] = []
        for element in elements {
            guard mapping(element, "an item") else { continue }
            keys(element, ["id", "name", "weight", "when", "criteria"])
            let id = identifier(element, "id")
            let name = required(element, "name").flatMap { localized($0, "name") }
            let weight = weight(element)
            let when = applicability(element["when"])
            let criteria = checkCriteria(element, ladder: ladder)
            if let id, let name, let weight {
                result.append(RubricItem(id: id, name: name, weight: weight, when: when, criteria: criteria))
            }
        }
        selfExplaining(result, node)
        return result
    }

    /// The ids that a rubric's criteria are given.
    static func criterionIDs(_ tree: SourceNode) -> [String] {
        guard case .sequence(let items) = tree["items"]?.content else { return [] }
        return items.flatMap { item -> [String] in
            guard case .sequence(let criteria) = item["criteria"]?.content else { return [] }
            return criteria.compactMap { $0["id"]?.text }
        }
    }

    /// What may explain a criterion: a metric, or the id of one criterion, where the metric's others explain nothing.
    private mutating func causes(_ node: SourceNode, _ key: String) -> [String] {
        (list(node[key], key) ?? []).compactMap { name in
            if let text = name.text, criterionIDs.contains(text) { return text }
            return metricID(name)
        }
    }

    /// Says criteria that explain themselves, by whatever detour: nothing would be the cause.
    private mutating func selfExplaining(_ items: [RubricItem], _ node: SourceNode) {
        let criteria = items.flatMap(\.criteria)
        let causes = criteria.map { criterion in
            let names = Set(criterion.explainedBy + criterion.explainedBySuspicion)
            return criteria.indices.filter { names.contains(criteria[$0].metric) || names.contains(criteria[$0].id) }
        }
        for index in criteria.indices.sorted(by: { criteria[$0].id < criteria[$1].id }) {
            var reached: Set<Int> = []
            var open = causes[index]
            while let next = open.popLast() {
                if reached.insert(next).inserted { open += causes[next] }
            }
            guard reached.contains(index) else { continue }
            mistake(
                node,
                "explained_by goes in a circle: \(criteria[index].id) explains itself; take one of the two out"
            )
            return
        }
    }

    private mutating func checkCriteria(_ item: SourceNode, ladder: SeverityLadder) -> [Criterion] {
        guard let node = required(item, "criteria"), let elements = list(node, "criteria") else { return [] }
        if elements.isEmpty { mistake(node, "criteria is empty; an item needs at least one") }
        duplicates(elements.compactMap { $0["id"] ?? $0["metric"] }, "criterion")
        return elements.compactMap { checkCriterion($0, ladder: ladder) }
    }

    private mutating func checkCriterion(_ node: SourceNode, ladder: SeverityLadder) -> Criterion? {
        guard mapping(node, "a criterion") else { return nil }
        keys(
            node,
            [
                "id", "metric", "high", "low", "baseline", "when", "absent", "severity", "explained_by",
                "explained_by_suspicion", "unsure_area",
            ]
        )
        let metric = required(node, "metric").flatMap { metricID($0) }
        let id = node["id"] == nil ? metric : identifier(node, "id")
        let ladder = node["severity"].flatMap { severityLadder($0) } ?? ladder
        let high = node["high"].flatMap { side($0, "high", ladder: ladder) }
        let low = node["low"].flatMap { side($0, "low", ladder: ladder) }
        let written = (high: high, low: low)
        let baseline = node["baseline"].flatMap { baselineLimits($0, of: metric, written: written, ladder: ladder) }
        if node["high"] == nil, node["low"] == nil, node["baseline"] == nil {
            mistake(node, "a criterion needs limits: “high” (more is worse), “low” (less is worse), or “baseline”")
        }
        if let high, let low, low.warn > high.warn {
            mistake(
                node,
                "low.warn (\(short(low.warn))) must not be above high.warn (\(short(high.warn))): no value would be good"
            )
        }
        if let metric { against(metric, high: high, low: low, node) }
        let when = applicability(node["when"])
        let absence = node["absent"].flatMap { absenceMeaning($0) } ?? .unmeasured
        let explainedBy = causes(node, "explained_by")
        let suspected = causes(node, "explained_by_suspicion")
        let withoutArea = node["unsure_area"].flatMap { choice($0, UnsureAreaMeaning.self, "meaning of “unsure_area”") }
        guard let id, let metric else { return nil }
        return Criterion(
            id: id,
            metric: metric,
            high: high,
            low: low,
            baseline: baseline,
            when: when,
            absence: absence,
            explainedBy: explainedBy,
            explainedBySuspicion: suspected,
            withoutArea: withoutArea ?? .untold
        )
    }

    /// Says limits on the side that is good, and limits that no value can reach.
    private mutating func against(_ metric: String, high: LimitSide?, low: LimitSide?, _ node: SourceNode) {
        guard let description = KnownMetrics.described(metric) else { return }
        againstDirection(of: metric, hasHigh: high != nil, hasLow: low != nil, node)
        for (side, limits) in [("high", high), ("low", low)] {
            guard let limits else { continue }
            for limit in [limits.warn, limits.defect, limits.severe] where !description.range.contains(limit) {
                mistake(
                    node[side] ?? node,
                    "\(side) limit \(short(limit)) lies outside what \(metric) can be: "
                        + "\(short(description.range.lowerBound)) to \(short(description.range.upperBound)) \(description.unit)"
                )
            }
        }
    }

    /// Says limits on the side that is good.
    mutating func againstDirection(of metric: String, hasHigh: Bool, hasLow: Bool, _ node: SourceNode) {
        guard let direction = KnownMetrics.described(metric)?.direction, hasHigh || hasLow else { return }
        let wrong: (side: String, other: String)? =
            switch direction {
            case .higherIsBetter: hasHigh ? ("high", "low") : nil
            case .lowerIsBetter: hasLow ? ("low", "high") : nil
            case .band: nil
            case .neutral: ("high” or “low", "when")
            }
        guard let wrong else { return }
        mistake(
            node[wrong.side] ?? node,
            "\(metric) cannot have “\(wrong.side)” limits (\(direction.rawValue)); use “\(wrong.other)”"
        )
    }

    private mutating func absenceMeaning(_ node: SourceNode) -> AbsenceMeaning? {
        choice(node, AbsenceMeaning.self, "meaning of “absent”")
    }

    private mutating func side(_ node: SourceNode, _ name: String, ladder: SeverityLadder) -> LimitSide? {
        guard mapping(node, name) else { return nil }
        keys(node, ["warn", "defect", "severe", "code", "severity"])
        let limits = ["warn", "defect", "severe"].map { key in
            required(node, key).flatMap { number($0, "\(name).\(key)") }
        }
        let code = required(node, "code").flatMap { findingCode($0) }
        let ladder = node["severity"].flatMap { severityLadder($0) } ?? ladder
        guard let warn = limits[0], let defect = limits[1], let severe = limits[2] else { return nil }
        let rises = warn < defect && defect < severe
        let falls = warn > defect && defect > severe
        if name == "high" ? !rises : !falls {
            let order = name == "high" ? "rise: warn < defect < severe" : "fall: warn > defect > severe"
            mistake(node, "“\(name)” limits must \(order); here \(short(warn)), \(short(defect)), \(short(severe))")
        }
        guard let code else { return nil }
        return LimitSide(warn: warn, defect: defect, severe: severe, code: code, ladder: ladder)
    }

    /// Severities by limit.
    mutating func severityLadder(_ node: SourceNode) -> SeverityLadder? {
        guard mapping(node, "severity") else { return nil }
        keys(node, ["warn", "defect", "severe"])
        let steps = ["warn", "defect", "severe"].map { key in
            required(node, key).flatMap { choice($0, Severity.self, "severity") }
        }
        guard let warn = steps[0], let defect = steps[1], let severe = steps[2] else { return nil }
        if warn > defect || defect > severe {
            mistake(node, "severity must not fall from warn over defect to severe")
        }
        return SeverityLadder(warn: warn, defect: defect, severe: severe)
    }

    /// A `when:` block; always when it is absent.
    mutating func applicability(_ node: SourceNode?) -> Applicability {
        guard let node, mapping(node, "when") else { return .always }
        keys(node, ["exam_types", "except_exam_types", "sections", "except_sections", "formats", "metrics", "any"])
        let examTypes = list(node["exam_types"], "exam_types")?.compactMap { examType($0) }
        let exceptExamTypes = list(node["except_exam_types"], "except_exam_types")?.compactMap { examType($0) }
        let sections = list(node["sections"], "sections")?.compactMap { pattern($0) }
        let exceptSections = list(node["except_sections"], "except_sections")?.compactMap { pattern($0) }
        let formats = list(node["formats"], "formats")?.compactMap { choice($0, ImageFormat.self, "format") }
        let metrics = list(node["metrics"], "metrics")?.compactMap { metricRange($0) }
        let alternatives = list(node["any"], "any")
        if let any = node["any"], alternatives?.isEmpty == true {
            mistake(any, "“any” is empty; it needs at least one condition")
        }
        return Applicability(
            examTypes: examTypes.map(Set.init),
            exceptExamTypes: Set(exceptExamTypes ?? []),
            sections: sections,
            exceptSections: exceptSections ?? [],
            formats: formats.map(Set.init),
            metrics: metrics ?? [],
            alternatives: (alternatives ?? []).map { applicability($0) }
        )
    }

    /// A pattern that fits at least one known section.
    mutating func pattern(_ node: SourceNode) -> SectionPattern? {
        guard let text = node.text, let pattern = SectionPattern(text) else {
            mistake(node, "bad section pattern \(node.kind); allowed: a–z, 0–9, “.”, “-” and the wildcard “*”")
            return nil
        }
        guard ExamCatalogue.sections.contains(where: { pattern.matches($0.id) }) else {
            mistake(node, "section pattern “\(text)” fits no known section; they are listed in docs/sections.md")
            return nil
        }
        return pattern
    }

    mutating func metricRange(_ node: SourceNode) -> MetricRange? {
        guard mapping(node, "a condition on a metric") else { return nil }
        keys(node, ["metric", "below", "at_least"])
        let metric = required(node, "metric").flatMap { metricID($0) }
        let below = number(node["below"], "below")
        let atLeast = number(node["at_least"], "at_least")
        if node["below"] == nil, node["at_least"] == nil {
            mistake(node, "a condition on a metric needs “below”, “at_least”, or both")
        }
        if let below, let atLeast, atLeast >= below {
            mistake(node, "at_least (\(short(atLeast))) must be under below (\(short(below)))")
        }
        return metric.map { MetricRange(metric: $0, below: below, atLeast: atLeast) }
    }
}
