/// Rubric texts → checked rubrics.
///
/// 1. `SourceReader.read`: bytes → tree with lines, hostile YAML refused.
/// 2. `RubricDocument.merged`: a rubric over what it `extends`.
/// 3. `RubricChecker.check`: tree → `Rubric`, or every mistake with its line.
package enum RubricLoader {
    /// Loads rubrics that may extend one another.
    ///
    /// `background` are further files that may be extended and are not returned; their ids may recur in `sources`,
    /// which then go before them. Throws all the mistakes of all the files together.
    package static func load(
        _ sources: [RubricSource],
        extending background: [RubricSource] = []
    ) throws(RubricError) -> [Rubric] {
        var mistakes: [RubricMistake] = []
        let own = documents(sources, into: &mistakes)
        let others = documents(background, into: &mistakes)
        return try load(own, extending: others, after: mistakes)
    }

    /// As above, from parsed files; `earlier` are mistakes found before, thrown together with what is found now.
    static func load(
        _ own: [RubricDocument],
        extending background: [RubricDocument],
        after earlier: [RubricMistake] = []
    ) throws(RubricError) -> [Rubric] {
        var mistakes = earlier
        var others = background
        var byID: [String: RubricDocument] = [:]
        for document in own {
            guard let id = document.id else { continue }
            if let earlier = byID[id] {
                mistakes.append(
                    (document.root["id"]?.place ?? document.root.place).mistake(
                        "id “\(id)” is already taken by \(earlier.source.name); ids must differ"
                    )
                )
            } else {
                byID[id] = document
            }
        }
        others.removeAll { document in document.id.map { byID[$0] != nil } ?? true }
        for document in others { if let id = document.id { byID[id] = document } }

        var rubrics: [Rubric] = []
        for document in own {
            guard let chain = chain(of: document, among: byID, into: &mistakes) else { continue }
            var checker = RubricChecker(file: document.source.name)
            if let rubric = checker.check(chain) { rubrics.append(rubric) }
            mistakes += checker.mistakes
        }
        if !mistakes.isEmpty { throw RubricError(mistakes) }
        return rubrics
    }

    private static func documents(
        _ sources: [RubricSource],
        into mistakes: inout [RubricMistake]
    ) -> [RubricDocument] {
        var documents: [RubricDocument] = []
        for source in sources {
            do throws(RubricError) {
                documents.append(try RubricDocument(source))
            } catch {
                mistakes += error.mistakes
            }
        }
        return documents
    }

    /// The rubric and its ancestors, root first; nil when `extends` leads nowhere or in a circle.
    private static func chain(
        of document: RubricDocument,
        among byID: [String: RubricDocument],
        into mistakes: inout [RubricMistake]
    ) -> [RubricDocument]? {
        var chain = [document]
        var current = document
        while let parent = current.parent {
            guard let next = byID[parent.id] else {
                let known = byID.keys.sorted().joined(separator: ", ")
                mistakes.append(parent.place.mistake("extends unknown rubric “\(parent.id)”; known: \(known)"))
                return nil
            }
            if chain.contains(where: { $0.id == parent.id }) {
                let circle = (chain.reversed().compactMap(\.id) + [parent.id]).joined(separator: " ← ")
                mistakes.append(parent.place.mistake("“extends” runs in a circle: \(circle)"))
                return nil
            }
            chain.insert(next, at: 0)
            current = next
        }
        return chain
    }
}
