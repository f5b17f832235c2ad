internal import Synchronization

/// The built-in rubrics, each parsed when it is first asked for.
///
/// Parsing all of them takes several times as long as a short command needs for its own work.
final class BuiltInShelf: Sendable {
    private let sources: [String: RubricSource]
    private let marks: [String: RubricMark]
    private let servers: [String: String]
    private let read = Mutex<(documents: [String: RubricDocument], rubrics: [String: Rubric])>(([:], [:]))

    init() {
        let pairs = Array(zip(BuiltInRubrics.marks, BuiltInRubrics.sources))
        sources = Dictionary(uniqueKeysWithValues: pairs.map { ($0.id, $1) })
        marks = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0.id, $0.0) })
        servers = Dictionary(uniqueKeysWithValues: pairs.flatMap { mark, _ in mark.examTypes.map { ($0, mark.id) } })
    }

    /// In the order of the names.
    var ids: [String] { marks.keys.sorted() }

    /// The id of the rubric that serves an exam type.
    func server(ofExamType id: String) -> String? { servers[id] }

    /// The rubric of an id; nil for one that is not built in.
    func rubric(id: String) throws(RubricError) -> Rubric? {
        if let known = read.withLock({ $0.rubrics[id] }) { return known }
        guard let document = try document(id: id) else { return nil }
        var ancestors: [RubricDocument] = []
        var parent = marks[id]?.parent
        while let current = parent, ancestors.count < sources.count, let ancestor = try self.document(id: current) {
            ancestors.append(ancestor)
            parent = marks[current]?.parent
        }
        let rubric = try RubricLoader.load([document], extending: ancestors).first
        if let rubric { read.withLock { $0.rubrics[id] = rubric } }
        return rubric
    }

    private func document(id: String) throws(RubricError) -> RubricDocument? {
        if let known = read.withLock({ $0.documents[id] }) { return known }
        guard let source = sources[id] else { return nil }
        let document = try RubricDocument(source)
        read.withLock { $0.documents[id] = document }
        return document
    }
}
