/// The rubrics at hand: the built-in ones, and a home's own.
///
/// Without own rubrics only those are parsed that are asked for; with own ones all are, because a mistake in them must
/// be said before anything is graded.
package struct RubricLibrary: Sendable {
    /// The id of the rubric that serves what no other does.
    package static let fallbackID = "general"

    /// Used for exam types that no rubric serves.
    package let fallback: Rubric
    private let own: [String: Rubric]
    private let ownServers: [String: String]
    private let shelf = BuiltInShelf()

    /// Opens the built-in rubrics and loads a home's own.
    ///
    /// An own rubric goes before a built-in one of the same id and before one that serves the same exam type. It may
    /// extend a built-in one. Throws all mistakes of all files together.
    package init(own sources: [RubricSource] = []) throws(RubricError) {
        let loaded = sources.isEmpty ? [] : try RubricLoader.load(sources, extending: BuiltInRubrics.sources)
        own = Dictionary(loaded.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var mistakes: [RubricMistake] = []
        var servers: [String: String] = [:]
        for rubric in loaded {
            for type in rubric.examTypes {
                if let other = servers[type] {
                    mistakes.append(
                        RubricMistake(
                            file: rubric.id,
                            line: 1,
                            message: "exam type “\(type)” is already served by your rubric “\(other)”; one may serve it"
                        )
                    )
                }
                servers[type] = rubric.id
            }
        }
        ownServers = servers
        if !mistakes.isEmpty { throw RubricError(mistakes) }
        let builtIn = try shelf.rubric(id: Self.fallbackID)
        guard let fallback = own[Self.fallbackID] ?? builtIn else {
            throw RubricError([
                RubricMistake(
                    file: "(rubrics)",
                    line: 1,
                    message: "there is no rubric with the id “\(Self.fallbackID)”"
                )
            ])
        }
        self.fallback = fallback
    }

    /// All of them, sorted by id.
    package var rubrics: [Rubric] { Set(shelf.ids).union(own.keys).sorted().compactMap { rubric(id: $0) } }

    /// The rubric of this id; nil when there is none.
    package func rubric(id: String) -> Rubric? {
        // That every built-in rubric loads is the test of the built-in rubrics.
        if id == Self.fallbackID { return fallback }
        return own[id] ?? (try? shelf.rubric(id: id))
    }

    /// The rubric that serves an exam type, given by id, name or alias; `general` for an unknown one or none.
    package func rubric(forExamType label: String?) -> Rubric {
        guard let label, let type = ExamCatalogue.examType(label) else { return fallback }
        let server = ownServers[type.id] ?? shelf.server(ofExamType: type.id)
        return server.flatMap { rubric(id: $0) } ?? fallback
    }
}
