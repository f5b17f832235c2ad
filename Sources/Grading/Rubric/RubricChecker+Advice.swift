internal import Imaging

extension RubricChecker {
    /// Advice by code, and what it says of single metrics.
    mutating func checkAdvice(
        _ tree: SourceNode,
        for items: [RubricItem]
    ) -> (general: [String: LocalizedText], variants: [String: [AdviceVariant]]) {
        var general: [String: LocalizedText] = [:]
        var variants: [String: [AdviceVariant]] = [:]
        var named: Set<String> = []
        if let node = tree["advice"], mapping(node, "advice"), case .mapping(let entries) = node.content {
            for entry in entries {
                let key = SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace)
                named.insert(entry.key)
                guard let code = findingCode(key),
                    let text = localized(entry.value, "advice for \(code)", besides: ["by_metric"])
                else { continue }
                checkPlaceholders(of: text, code, entry.value, alsoMetrics: false)
                if AdviceText.usesDecibels(text) { decibels(code, entry.value, items.flatMap(\.criteria)) }
                general[code] = text
                let own = list(entry.value["by_metric"], "by_metric") ?? []
                variants[code] = own.compactMap { adviceVariant($0, of: code, items) }
            }
        }
        let needed =
            FindingCode.always
            + items.flatMap(\.criteria).flatMap(\.codes)
        for code in Set(needed).sorted() where !named.contains(code) {
            mistake(tree["advice"] ?? tree, "advice for \(code) is missing; give it as “zh” and “en”")
        }
        return (general, variants.filter { !$0.value.isEmpty })
    }

    private mutating func adviceVariant(
        _ node: SourceNode,
        of code: String,
        _ items: [RubricItem]
    ) -> AdviceVariant? {
        guard mapping(node, "advice for a metric") else { return nil }
        let what = "advice for \(code)"
        guard let text = localized(node, what, besides: ["id", "metric", "side", "metrics"]),
            let metric = required(node, "metric").flatMap({ metricID($0) })
        else { return nil }
        checkPlaceholders(of: text, code, node, alsoMetrics: true)
        let criteria = items.flatMap(\.criteria).filter { $0.metric == metric && $0.codes.contains(code) }
        if AdviceText.usesDecibels(text) { decibels(code, node, criteria) }
        var side: AdviceVariant.Side?
        if let word = node["side"] {
            side = word.text.flatMap(AdviceVariant.Side.init(rawValue:))
            if side == nil { mistake(word, "side is high or low, not \(word.kind)") }
        }
        let ranges = (list(node["metrics"], "metrics") ?? []).compactMap { metricRange($0) }
        return AdviceVariant(metric: metric, side: side, ranges: ranges, text: text)
    }

    /// Says which braces mean nothing.
    private mutating func checkPlaceholders(
        of text: LocalizedText,
        _ code: String,
        _ node: SourceNode,
        alsoMetrics: Bool
    ) {
        for (language, wording) in [("zh", text.zh), ("en", text.en)] {
            for unknown in AdviceText.unknownPlaceholders(in: wording) {
                if alsoMetrics, KnownMetrics.described(unknown) != nil { continue }
                mistake(
                    node[language] ?? node,
                    "advice for \(code) has unknown placeholder {\(unknown)}; known: "
                        + AdviceText.placeholders.map { "{\($0)}" }.joined(separator: ", ")
                        + (alsoMetrics ? ", and a metric’s id" : "")
                )
            }
        }
    }

    /// Says when `{db}` stands in the advice of a code that a metric gives whose unit is no grey level.
    private mutating func decibels(_ code: String, _ node: SourceNode, _ criteria: [Criterion]) {
        for criterion in criteria where criterion.codes.contains(code) {
            guard let metric = KnownMetrics.described(criterion.metric), metric.unit != "grey", !metric.isLogOdds else {
                continue
            }
            let unit = metric.unit
            mistake(
                node,
                "{db} in the advice for \(code) needs grey levels, but \(criterion.metric) gives \(code) in \(unit)"
            )
        }
    }
}
