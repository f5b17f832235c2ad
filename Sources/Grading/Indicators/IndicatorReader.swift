/// Indicators and goals that a home works with.
package struct IndicatorLibrary: Sendable, Equatable {
    /// In the order of the files; a set of the home takes the place of a built-in one of the same id.
    package let sets: [IndicatorSet]
    package let goals: [IndicatorGoal]

    /// The built-in sets with the home's own files.
    ///
    /// - Throws: every mistake in the files, with its line.
    package init(own files: [RubricSource] = []) throws(RubricError) {
        let builtIn = try BuiltInIndicators.sources.map { source throws(RubricError) in try IndicatorFile.read(source) }
        let own = try files.map { source throws(RubricError) in try IndicatorFile.read(source) }
        let ownSets = own.compactMap(\.set)
        sets = builtIn.compactMap(\.set).filter { set in !ownSets.contains { $0.id == set.id } } + ownSets
        let known = sets.flatMap(\.indicators)
        goals = own.flatMap { file in
            file.goals.map { goal, _ in
                var goal = goal
                goal.indicator = Self.id(of: goal.indicator, in: known)
                return goal
            }
        }
        var mistakes: [RubricMistake] = []
        var seen: [String: String] = [:]
        for set in sets {
            for indicator in set.indicators {
                if let first = seen.updateValue(set.id, forKey: indicator.id) {
                    let message = "indicator “\(indicator.id)” is in the set \(first) already; choose another id"
                    let file = own.first { $0.set?.id == set.id }?.name ?? set.id
                    mistakes.append(RubricMistake(file: file, line: 1, message: message))
                }
            }
        }
        for (goal, place) in own.flatMap(\.goals) where seen[Self.id(of: goal.indicator, in: known)] == nil {
            let ids = seen.keys.sorted().joined(separator: ", ")
            mistakes.append(place.mistake("no indicator is called “\(goal.indicator)”; known: \(ids)"))
        }
        if !mistakes.isEmpty { throw RubricError(mistakes) }
    }

    /// The id of the indicator that a goal names by its id or by the document's code, in whatever case.
    private static func id(of name: String, in known: [Indicator]) -> String {
        let plain = name.lowercased()
        return (known.first { $0.id == plain } ?? known.first { $0.code?.lowercased() == plain })?.id ?? name
    }
}

/// One file: a set of indicators, goals, or both.
struct IndicatorFile {
    let name: String
    var set: IndicatorSet?
    var goals: [(goal: IndicatorGoal, place: SourcePlace)] = []

    static func read(_ source: RubricSource) throws(RubricError) -> IndicatorFile {
        let tree = try SourceReader.read(source)
        var checker = RubricChecker(file: source.name)
        var file = IndicatorFile(name: source.name)
        if checker.mapping(tree, "the file") {
            checker.keys(tree, ["id", "title", "source", "indicators", "goals"])
            if tree["indicators"] != nil || tree["goals"] == nil { file.set = checker.indicatorSet(tree) }
            for node in checker.list(tree["goals"], "goals") ?? [] {
                if let goal = checker.indicatorGoal(node) { file.goals.append((goal, node.place)) }
            }
        }
        if !checker.mistakes.isEmpty { throw RubricError(checker.mistakes) }
        return file
    }
}

extension RubricChecker {
    fileprivate mutating func indicatorSet(_ tree: SourceNode) -> IndicatorSet? {
        let id = identifier(tree, "id")
        let title = required(tree, "title").flatMap { localized($0, "title") }
        let source = tree["source"].flatMap { text($0, "source") }
        let nodes = required(tree, "indicators").flatMap { list($0, "indicators") } ?? []
        duplicates(nodes.compactMap { $0["id"] }, "indicator")
        let indicators = nodes.compactMap { indicator($0) }
        guard let id, let title else { return nil }
        return IndicatorSet(id: id, title: title, source: source, indicators: indicators)
    }

    private mutating func indicator(_ node: SourceNode) -> Indicator? {
        guard mapping(node, "an indicator") else { return nil }
        keys(
            node,
            [
                "id", "code", "name", "numerator", "denominator", "unit", "better", "wording", "ratio", "value",
                "unavailable", "note",
            ]
        )
        let id = identifier(node, "id")
        let code = node["code"].flatMap { text($0, "code") }
        let name = required(node, "name").flatMap { localized($0, "name") }
        let numerator = required(node, "numerator").flatMap { localized($0, "numerator") }
        let denominator = node["denominator"].flatMap { localized($0, "denominator") }
        let unit = required(node, "unit").flatMap { choice($0, Indicator.Unit.self, "unit") }
        let better = required(node, "better").flatMap { choice($0, Indicator.Better.self, "direction") }
        let wording = node["wording"].map { choice($0, Indicator.Wording.self, "wording") } ?? .own
        let note = node["note"].flatMap { localized($0, "note") }
        let source = indicatorSource(node)
        guard let id, let name, let numerator, let unit, let better, let wording, let source
        else { return nil }
        return Indicator(
            id: id,
            code: code,
            name: name,
            numerator: numerator,
            denominator: denominator,
            unit: unit,
            better: better,
            wording: wording,
            source: source,
            note: note
        )
    }

    private mutating func indicatorSource(_ node: SourceNode) -> Indicator.Source? {
        let ways = ["ratio", "value", "unavailable"].filter { node[$0] != nil }
        guard ways.count == 1 else {
            mistake(node, "an indicator has one of ratio, value and unavailable, not \(ways.count)")
            return nil
        }
        if let why = node["unavailable"] { return localized(why, "unavailable").map(Indicator.Source.unavailable) }
        if let value = node["value"] { return measure(value).map(Indicator.Source.value) }
        guard let ratio = node["ratio"], let parts = list(ratio, "ratio") else { return nil }
        let measures = parts.compactMap { measure($0) }
        guard measures.count == parts.count else { return nil }
        guard measures.count == 2, measures.allSatisfy(\.isCount) else {
            mistake(ratio, "a ratio has two counts: [numerator, denominator]")
            return nil
        }
        return .ratio(measures[0], measures[1])
    }

    private mutating func measure(_ node: SourceNode) -> IndicatorMeasure? {
        choice(node, IndicatorMeasure.self, "measure")
    }

    fileprivate mutating func indicatorGoal(_ node: SourceNode) -> IndicatorGoal? {
        guard mapping(node, "a goal") else { return nil }
        keys(node, ["indicator", "title", "at_least", "at_most", "from", "until", "institution"])
        let indicator = required(node, "indicator").flatMap { text($0, "indicator") }
        let title = node["title"].flatMap { localized($0, "title") }
        let atLeast = number(node["at_least"], "at_least")
        let atMost = number(node["at_most"], "at_most")
        let from = day(node, "from")
        let until = day(node, "until")
        let institution = node["institution"].flatMap { text($0, "institution") }
        if node["at_least"] == nil, node["at_most"] == nil { mistake(node, "a goal needs at_least or at_most") }
        if let atLeast, let atMost, atLeast > atMost { mistake(node, "at_least is above at_most") }
        guard let indicator, let from, let until else { return nil }
        if until < from { mistake(node, "until is before from") }
        return IndicatorGoal(
            indicator: indicator,
            title: title,
            atLeast: atLeast,
            atMost: atMost,
            from: from,
            until: until,
            institution: institution
        )
    }

    /// A required day `yyyy-MM-dd`.
    private mutating func day(_ node: SourceNode, _ key: String) -> String? {
        guard let value = required(node, key), let text = text(value, key) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        // By bytes, so that no sign counts as a digit.
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
        guard isPlain, parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
            (1...Self.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
        else {
            mistake(value, "\(key) is \(value.kind); write a day as 2026-03-01")
            return nil
        }
        return text
    }

    /// By the Gregorian calendar.
    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
