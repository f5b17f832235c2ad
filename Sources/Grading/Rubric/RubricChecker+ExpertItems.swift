extension RubricChecker {
    /// What only an expert judges.
    mutating func checkExpertItems(_ tree: SourceNode, after items: [RubricItem]) -> [ExpertItem] {
        let nodes = list(tree["expert_items"], "expert_items") ?? []
        duplicates(nodes.compactMap { $0["id"] }, "expert item id")
        let ids = items.map(\.id) + nodes.compactMap { $0["id"]?.text }
        var result: [ExpertItem] = []
        for node in nodes {
            guard mapping(node, "an expert item") else { continue }
            keys(node, ["id", "name", "weight", "when", "needs", "code", "criteria"])
            let id = identifier(node, "id")
            if let id, items.contains(where: { $0.id == id }) {
                mistake(node, "expert item “\(id)” has the id of a machine item; ids must differ")
            }
            let name = required(node, "name").flatMap { localized($0, "name") }
            let weight = weight(node)
            let when = applicability(node["when"])
            let needs = node["needs"].flatMap { choice($0, ExpertNeed.self, "need") }
            let code = node["code"].flatMap { findingCode($0) }
            let criteria = checkSectionCriteria(node["criteria"], of: id, beside: ids)
            guard let id, let name, let weight else { continue }
            result.append(
                ExpertItem(
                    id: id,
                    name: name,
                    weight: weight,
                    when: when,
                    needs: needs,
                    code: code,
                    criteria: criteria
                )
            )
        }
        return result
    }

    /// Criteria by section pattern.
    private mutating func checkSectionCriteria(
        _ node: SourceNode?,
        of item: String?,
        beside ids: [String]
    ) -> [SectionCriteria] {
        guard let node, mapping(node, "an expert item's criteria"), case .mapping(let entries) = node.content else {
            return []
        }
        var result: [SectionCriteria] = []
        for entry in entries {
            let sections = pattern(SourceNode(content: .scalar(entry.key, plain: true), place: entry.keyPlace))
            guard let elements = list(entry.value, "criteria.\(entry.key)") else { continue }
            duplicates(elements.compactMap { $0["id"] }, "criterion")
            let criteria = elements.compactMap { checkExpertCriterion($0, of: item, beside: ids) }
            if let sections { result.append(SectionCriteria(sections: sections, criteria: criteria)) }
        }
        return result
    }

    private mutating func checkExpertCriterion(
        _ node: SourceNode,
        of item: String?,
        beside ids: [String]
    ) -> ExpertCriterion? {
        guard mapping(node, "a criterion") else { return nil }
        keys(node, ["id", "name"])
        let id = identifier(node, "id")
        if let id, id.contains(".") {
            mistake(node, "criterion “\(id)” holds “.”, which parts item and criterion in an answer; use “-” or “_”")
        } else if let id, let item, ids.contains("\(item).\(id)") {
            mistake(node, "criterion “\(id)” is answered as “\(item).\(id)”, which is an item's id; rename one of them")
        }
        let name = required(node, "name").flatMap { localized($0, "name") }
        guard let id, let name else { return nil }
        return ExpertCriterion(id: id, name: name)
    }
}
