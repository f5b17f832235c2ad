internal import Imaging

extension RubricChecker {
    /// The examples of the chain's last rubric; those of its ancestors serve only as models for `like`.
    mutating func checkExamples(_ chain: [RubricDocument], levels: LevelLimits?) -> [RubricExample] {
        guard let own = chain.last else { return [] }
        let elements = list(own.root["examples"], "examples") ?? []
        duplicates(elements.compactMap { $0["id"] }, "example id")
        var models: [String: SourceNode] = [:]
        for document in chain.dropLast() {
            guard case .sequence(let inherited)? = document.root["examples"]?.content else { continue }
            for element in inherited { if let id = element["id"]?.text { models[id] = element } }
        }
        var result: [RubricExample] = []
        for element in elements {
            if let example = checkExample(element, models: models) { result.append(example) }
            // Only what stands above may be a model, so that models cannot run in a circle.
            if let id = element["id"]?.text { models[id] = element }
        }
        return result
    }

    private mutating func checkExample(_ node: SourceNode, models: [String: SourceNode]) -> RubricExample? {
        guard mapping(node, "an example") else { return nil }
        keys(node, ["id", "like", "exam_type", "section", "format", "metrics", "conditions", "expect"])
        let id = identifier(node, "id")
        var metrics: [String: Double] = [:]
        if let like = node["like"] { metrics = model(like, models: models) }
        if let own = node["metrics"] { apply(own, to: &metrics) }
        let examType = node["exam_type"].flatMap { self.examType($0) }
        let section = node["section"].flatMap { text($0, "section") }
        let format = node["format"].flatMap { choice($0, ImageFormat.self, "format") } ?? .png
        var conditions: Set<Condition> = []
        for element in list(node["conditions"], "conditions") ?? [] {
            if let condition = choice(element, Condition.self, "condition") { conditions.insert(condition) }
        }
        let expected = required(node, "expect").flatMap { expectation($0) }
        guard let id, let expected else { return nil }
        return RubricExample(
            id: id,
            line: node.place.line,
            examType: examType,
            section: section,
            format: format,
            metrics: metrics,
            conditions: conditions,
            expected: expected
        )
    }

    /// The metrics of the example that another one is `like`.
    private mutating func model(_ like: SourceNode, models: [String: SourceNode]) -> [String: Double] {
        guard let name = like.text, let model = models[name] else {
            let known = models.keys.sorted().joined(separator: ", ")
            mistake(like, "“like” names \(like.kind); examples above this one and inherited ones: \(known)")
            return [:]
        }
        var chain = [model]
        while let next = chain.last?["like"]?.text, let above = models[next], chain.count <= models.count {
            chain.append(above)
        }
        var metrics: [String: Double] = [:]
        for example in chain.reversed() { if let own = example["metrics"] { apply(own, to: &metrics) } }
        return metrics
    }

    /// Sets the metrics of a mapping; a null takes one away.
    private mutating func apply(_ node: SourceNode, to metrics: inout [String: Double]) {
        guard mapping(node, "metrics"), case .mapping(let entries) = node.content else { return }
        for entry in entries {
            let key = SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace)
            guard let metric = metricID(key) else { continue }
            metrics[metric] = entry.value.isNull ? nil : number(entry.value, metric)
        }
    }

    private mutating func expectation(_ node: SourceNode) -> RubricExample.Expectation? {
        guard mapping(node, "expect") else { return nil }
        keys(node, ["status", "score", "level", "route", "findings"])
        let status = node["status"].flatMap { choice($0, GradedImage.Status.self, "status") } ?? .graded
        let score = number(node["score"], "score", in: 0...100)
        let level = node["level"].flatMap { choice($0, Level.self, "level") }
        let route = node["route"].flatMap { choice($0, Triage.Route.self, "route") }
        if status == .graded, score == nil || level == nil {
            mistake(node, "a graded example must state the score and the level that it expects")
        }
        var findings: [String: Severity] = [:]
        if let list = node["findings"], mapping(list, "findings"), case .mapping(let entries) = list.content {
            for entry in entries {
                let key = SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace)
                guard let code = findingCode(key), let severity = choice(entry.value, Severity.self, "severity")
                else { continue }
                findings[code] = severity
            }
        }
        return RubricExample.Expectation(
            status: status,
            score: score,
            level: level,
            route: route,
            findings: findings
        )
    }
}
