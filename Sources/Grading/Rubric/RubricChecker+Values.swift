extension RubricChecker {
    /// Says every key that is not allowed.
    mutating func keys(_ node: SourceNode, _ allowed: [String]) {
        guard case .mapping(let entries) = node.content else { return }
        for entry in entries where !allowed.contains(entry.key) {
            let place = SourceNode(content: .null, place: entry.keyPlace)
            mistake(place, "unknown key “\(entry.key.prefix(40))”; allowed: \(allowed.joined(separator: ", "))")
        }
    }

    /// Whether a node is a mapping; says so if it isn't.
    mutating func mapping(_ node: SourceNode, _ what: String) -> Bool {
        if case .mapping = node.content { return true }
        mistake(node, "\(what) must be a mapping, not \(node.kind)")
        return false
    }

    /// The value of a key that must be there.
    mutating func required(_ node: SourceNode, _ key: String) -> SourceNode? {
        if let value = node[key] { return value }
        mistake(node, "“\(key)” is missing")
        return nil
    }

    /// A list's elements; nil when the key is absent.
    mutating func list(_ node: SourceNode?, _ what: String) -> [SourceNode]? {
        guard let node else { return nil }
        if case .sequence(let elements) = node.content { return elements }
        mistake(node, "\(what) must be a list, not \(node.kind)")
        return nil
    }

    /// A text that is not empty.
    mutating func text(_ node: SourceNode, _ what: String) -> String? {
        if let text = node.text, text.contains(where: { !$0.isWhitespace }) { return text }
        mistake(node, "\(what) must be a text, not \(node.kind)")
        return nil
    }

    /// A required id: lower-case letters, digits, `.`, `_` and `-`.
    mutating func identifier(_ node: SourceNode, _ key: String) -> String? {
        guard let value = required(node, key), let id = text(value, key) else { return nil }
        let isAllowed: (UInt8) -> Bool = { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard id.utf8.count <= 64, id.utf8.allSatisfy(isAllowed) else {
            mistake(value, "\(key) “\(id.prefix(40))” may hold a–z, 0–9, “.”, “_” and “-” only, 64 at most")
            return nil
        }
        return id
    }

    /// A finite number, written without quotes; nil (and no mistake) when the node is absent.
    mutating func number(
        _ node: SourceNode?,
        _ what: String,
        in range: ClosedRange<Double> = -1e9...1e9
    ) -> Double? {
        guard let node else { return nil }
        guard case .scalar(let text, plain: true) = node.content, let value = Double(text), value.isFinite else {
            mistake(node, "\(what) must be a number, not \(node.kind)")
            return nil
        }
        guard range.contains(value) else {
            mistake(
                node,
                "\(what) is \(short(value)); allowed: \(short(range.lowerBound)) to \(short(range.upperBound))"
            )
            return nil
        }
        return value
    }

    /// A required weight above 0.
    mutating func weight(_ node: SourceNode) -> Double? {
        guard let value = required(node, "weight"), let weight = number(value, "weight") else { return nil }
        guard weight > 0, weight <= 1000 else {
            mistake(value, "weight is \(short(weight)); it must be above 0 and 1000 at most")
            return nil
        }
        return weight
    }

    /// A text in both languages.
    mutating func localized(
        _ node: SourceNode,
        _ what: String,
        besides others: [String] = []
    ) -> LocalizedText? {
        guard mapping(node, what) else { return nil }
        keys(node, ["zh", "en"] + others)
        var texts: [String] = []
        for language in ["zh", "en"] {
            guard let value = node[language] else {
                mistake(node, "\(what) lacks “\(language)”; both zh and en are needed")
                continue
            }
            if let text = text(value, "\(what), \(language),") { texts.append(text) }
        }
        return texts.count == 2 ? LocalizedText(zh: texts[0], en: texts[1]) : nil
    }

    /// One of an enum's raw values.
    mutating func choice<Choice>(_ node: SourceNode, _ type: Choice.Type, _ what: String) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        if let text = node.text, let value = Choice(rawValue: text) { return value }
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        mistake(node, "unknown \(what) \(node.kind); allowed: \(allowed)")
        return nil
    }

    /// An exam type's id.
    mutating func examType(_ node: SourceNode) -> String? {
        if let text = node.text, ExamCatalogue.examTypes.contains(where: { $0.id == text }) { return text }
        let allowed = ExamCatalogue.examTypes.map(\.id).joined(separator: ", ")
        mistake(node, "unknown exam type \(node.kind); allowed: \(allowed)")
        return nil
    }

    /// A section's id.
    mutating func sectionID(_ node: SourceNode) -> String? {
        if let text = node.text, ExamCatalogue.section(id: text) != nil { return text }
        mistake(node, "unknown section \(node.kind); the known ones are listed in docs/sections.md")
        return nil
    }

    /// A code of the taxonomy.
    mutating func findingCode(_ node: SourceNode) -> String? {
        if let text = node.text, FindingCode.named(text) != nil { return text }
        mistake(
            node,
            "unknown finding code \(node.kind); known: \(FindingCode.all.map(\.code).joined(separator: ", "))"
        )
        return nil
    }

    /// A metric's id.
    mutating func metricID(_ node: SourceNode) -> String? {
        if let text = node.text, KnownMetrics.described(text) != nil { return text }
        mistake(node, "unknown metric \(node.kind); known: \(KnownMetrics.ids.joined(separator: ", "))")
        return nil
    }

    /// Says every scalar that recurs.
    mutating func duplicates(_ nodes: [SourceNode], _ what: String) {
        var seen: [String: SourcePlace] = [:]
        for node in nodes {
            guard let text = node.text else { continue }
            if let first = seen[text] {
                mistake(node, "\(what) “\(text)” stands already in line \(first.line); it may stand once")
            } else {
                seen[text] = node.place
            }
        }
    }

    /// A number as a person writes it.
    func short(_ value: Double) -> String { AdviceText.number(value) }
}
