package import Grading

/// A clinic's objection as it came.
package struct DisputeEntry: Sendable, Equatable {
    /// Which image, as `ImageReference` takes it.
    package var image: String
    /// The clinic's words.
    package var text: String
    /// Who objects, as far as was said.
    package var by: String?

    /// An objection.
    package init(image: String, text: String, by: String?) {
        self.image = image
        self.text = text
        self.by = by
    }
}

/// Reads objections of `sonograde.dispute/1` that name their images, and names every mistake in them.
package struct DisputeReader {
    /// The contract's name and version.
    package static let schemaID = "sonograde.dispute/1"
    /// Most characters (Unicode code points) of an objection.
    package static let maxText = 2000

    private var mistakes: [ReviewMistake] = []
    private var entries: [DisputeEntry] = []

    /// The objections of one object: one alone, or a list under `disputes`.
    ///
    /// - Throws: all mistakes together; then none of them counts.
    package static func read(_ bytes: [UInt8]) throws(ReviewMistakes) -> [DisputeEntry] {
        guard case .object(let object)? = JSONValue.read(bytes) else {
            throw ReviewMistakes([ReviewMistake(item: "object", message: "this is not valid JSON")])
        }
        var reader = DisputeReader()
        reader.take(object)
        guard reader.mistakes.isEmpty else { throw ReviewMistakes(reader.mistakes) }
        return reader.entries
    }

    /// An objection as a command line gives it.
    package static func read(image: String, text: String, by: String?) throws(ReviewMistakes) -> DisputeEntry {
        var reader = DisputeReader()
        reader.add(["image": .text(image), "text": .text(text)], by: by, place: "")
        guard reader.mistakes.isEmpty, let entry = reader.entries.first else { throw ReviewMistakes(reader.mistakes) }
        return entry
    }

    private mutating func take(_ object: [String: JSONValue]) {
        let isList = object["disputes"] != nil
        let known = isList ? ["schema", "by", "disputes"] : ["schema", "by", "image", "text"]
        for key in object.keys.sorted() where !known.contains(key) { refuse(key, "is not known", known) }
        switch object["schema"] {
        case nil, .null?, .text(Self.schemaID)?: break
        case let other?: refuse("schema", "is \(other.shown)", [Self.schemaID])
        }
        var by: String?
        switch object["by"] {
        case nil, .null?: break
        case .text(let name)? where name.contains { !$0.isWhitespace }: by = name
        case let other?: refuse("by", "is \(other.shown); allowed is a name")
        }
        guard isList else { return add(object, by: by, place: "") }
        guard case .list(let list)? = object["disputes"], !list.isEmpty else {
            return refuse("disputes", #"is no list; allowed is a list such as [{"image": 17, "text": "…"}]"#)
        }
        for (index, entry) in list.enumerated() {
            guard case .object(let inner) = entry else {
                refuse("disputes[\(index)]", "is \(entry.shown); allowed is an object with image and text")
                continue
            }
            for key in inner.keys.sorted() where key != "image" && key != "text" {
                refuse("disputes[\(index)].\(key)", "is not known here", ["image", "text"])
            }
            add(inner, by: by, place: "disputes[\(index)].")
        }
    }

    private mutating func add(_ object: [String: JSONValue], by: String?, place: String) {
        var image: String?
        switch object["image"] {
        case .text(let text)?: image = text
        case let value? where value.wholeNumber != nil: image = value.shown
        default: refuse(place + "image", "is missing; allowed is \(ImageReference.allowed)")
        }
        guard case .text(let text)? = object["text"], text.contains(where: { !$0.isWhitespace }) else {
            return refuse(place + "text", "is missing: say what is wrong with the result")
        }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" || $0 == "\r"
        }
        guard isPlain else { return refuse(place + "text", "is no plain text") }
        let count = text.unicodeScalars.count
        guard count <= Self.maxText else {
            return refuse(place + "text", "has \(count) characters; \(Self.maxText) at most")
        }
        if let image { entries.append(DisputeEntry(image: image, text: text, by: by)) }
    }

    private mutating func refuse(_ item: String, _ message: String, _ allowed: [String] = []) {
        mistakes.append(ReviewMistake(item: item, message: message, allowed: allowed))
    }
}
