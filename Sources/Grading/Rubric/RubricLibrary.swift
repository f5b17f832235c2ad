/// The rubrics at hand: the built-in ones, and a home's own.
package struct RubricLibrary: Sendable {
    /// The id of the rubric that serves what no other does.
    package static let fallbackID = "general"

    /// Sorted by id.
    package let rubrics: [Rubric]
    /// Used for exam types that no rubric serves.
    package let fallback: Rubric
    private let byID: [String: Rubric]
    private let byExamType: [String: Rubric]

    /// Loads the built-in rubrics and a home's own.
    ///
    /// An own rubric goes before a built-in one of the same id and before one that serves the same exam type. It may
    /// extend a built-in one. Throws all mistakes of all files together.
    package init(own: [RubricSource] = []) throws(RubricError) {
        try self.init(own: own, builtIn: BuiltInRubrics.sources)
    }

    /// Loads the given files in the places of the home's own and the built-in rubrics.
    package init(own: [RubricSource], builtIn: [RubricSource]) throws(RubricError) {
        let ownRubrics = try RubricLoader.load(own, extending: builtIn)
        // A built-in rubric keeps extending built-in ones, whatever the home calls its own.
        let builtInRubrics = try RubricLoader.load(builtIn)
        let ownIDs = Set(ownRubrics.map(\.id))
        rubrics = (ownRubrics + builtInRubrics.filter { !ownIDs.contains($0.id) }).sorted { $0.id < $1.id }
        byID = Dictionary(rubrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

        var servers: [String: Rubric] = [:]
        for rubric in builtInRubrics { for type in rubric.examTypes { servers[type] = rubric } }
        var mistakes: [RubricMistake] = []
        var ownServers: [String: Rubric] = [:]
        for rubric in ownRubrics {
            for type in rubric.examTypes {
                if let other = ownServers[type] {
                    mistakes.append(
                        RubricMistake(
                            file: rubric.id,
                            line: 1,
                            message:
                                "exam type “\(type)” is already served by your rubric “\(other.id)”; one may serve it"
                        )
                    )
                }
                ownServers[type] = rubric
            }
        }
        servers.merge(ownServers) { _, own in own }
        byExamType = servers
        guard let fallback = byID[Self.fallbackID] else {
            throw RubricError([
                RubricMistake(
                    file: "(rubrics)",
                    line: 1,
                    message: "there is no rubric with the id “\(Self.fallbackID)”"
                )
            ])
        }
        self.fallback = fallback
        if !mistakes.isEmpty { throw RubricError(mistakes) }
    }

    /// The rubric of this id; nil when there is none.
    package func rubric(id: String) -> Rubric? { byID[id] }

    /// The rubric that serves an exam type, given by id, name or alias; `general` for an unknown one or none.
    package func rubric(forExamType label: String?) -> Rubric {
        guard let label, let type = ExamCatalogue.examType(label) else { return fallback }
        return byExamType[type.id] ?? fallback
    }
}
