internal import Digests

/// A rubric as it was written, with what it inherits: parsed, but not checked.
struct RubricDocument: Sendable {
    let source: RubricSource
    let root: SourceNode

    /// Parses a file; what it says is not looked at beyond `id` and `extends`.
    init(_ source: RubricSource) throws(RubricError) {
        self.source = source
        root = try SourceReader.read(source)
    }

    var id: String? { root["id"]?.text }
    var parent: (id: String, place: SourcePlace)? {
        guard let node = root["extends"], let id = node.text else { return nil }
        return (id, node.place)
    }

    /// Keys that speak of one file alone and are never inherited.
    static let ownKeys: Set<String> = [
        "schema", "id", "version", "title", "extends", "exam_types", "examples", "calibration",
    ]

    /// One tree of a chain of rubrics, root first.
    static func merged(_ chain: [RubricDocument]) -> SourceNode? {
        guard var tree = chain.first?.root else { return nil }
        for child in chain.dropFirst() {
            if case .mapping(let entries) = tree.content {
                tree = SourceNode(
                    content: .mapping(entries.filter { !ownKeys.contains($0.key) }),
                    place: tree.place
                )
            }
            tree = merge(child.root, over: tree)
        }
        return tree
    }

    /// SHA-256 of the bytes of a chain of rubrics, root first.
    static func digest(of chain: [RubricDocument]) throws(DigestError) -> String {
        var bytes: [UInt8] = []
        for document in chain { bytes += document.source.bytes }
        return try SHA256.digest(of: bytes).hex
    }

    /// What a child says goes before what its parent says: mappings key by key, lists of things with an id (items and
    /// criteria) id by id, everything else as a whole.
    ///
    /// A null removes a key, `remove: true` an element.
    private static func merge(_ child: SourceNode, over parent: SourceNode) -> SourceNode {
        switch (child.content, parent.content) {
        case (.mapping(let own), .mapping(let inherited)):
            var entries: [SourceNode.Entry] = []
            for entry in inherited {
                guard let override = own.first(where: { $0.key == entry.key }) else {
                    entries.append(entry)
                    continue
                }
                if override.value.isNull { continue }
                entries.append(
                    SourceNode.Entry(
                        key: entry.key,
                        keyPlace: override.keyPlace,
                        value: merge(override.value, over: entry.value)
                    )
                )
            }
            entries += own.filter { entry in !inherited.contains { $0.key == entry.key } }
            return SourceNode(content: .mapping(entries), place: child.place)
        case (.sequence(let own), .sequence(let inherited)):
            let ownIDs = own.map(elementID)
            guard !own.isEmpty, ownIDs.allSatisfy({ $0 != nil }), inherited.allSatisfy({ elementID($0) != nil }) else {
                return child
            }
            var elements: [SourceNode] = []
            for element in inherited {
                let overrides = own.filter { elementID($0) == elementID(element) }
                guard let override = overrides.first else {
                    elements.append(element)
                    continue
                }
                if override["remove"]?.text == "true" { continue }
                elements.append(merge(override, over: element))
                elements += overrides.dropFirst()
            }
            elements += own.filter { element in !inherited.contains { elementID($0) == elementID(element) } }
            return SourceNode(content: .sequence(elements), place: child.place)
        default:
            return child
        }
    }

    /// What an element of `items`, `expert_items` or `criteria` is known by; nil for other lists' elements.
    static func elementID(_ node: SourceNode) -> String? { node["id"]?.text ?? node["metric"]?.text }
}
