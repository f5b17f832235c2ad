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

    /// The contract's name and version.
    package static let schemaID = "sonograde.dispute/1"

    /// Reads an object of `sonograde.dispute/1`, and names every mistake in it.
    package static func read(_ bytes: [UInt8]) throws(ReviewMistakes) -> DisputeEntry {
        guard case .object(let object)? = JSONValue.read(bytes) else {
            throw ReviewMistakes([ReviewMistake(item: "object", message: "this is not valid JSON")])
        }
        var mistakes: [ReviewMistake] = []
        var texts: [String: String] = [:]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) where value != .null {
            switch (key, value) {
            case ("schema", .text(schemaID)): break
            case ("schema", _):
                mistakes.append(ReviewMistake(item: key, message: "is \(value.shown)", allowed: [schemaID]))
            case ("image", .number) where value.wholeNumber != nil: texts[key] = value.shown
            case ("image", .text(let text)), ("text", .text(let text)), ("by", .text(let text)): texts[key] = text
            case ("image", _), ("text", _), ("by", _):
                mistakes.append(ReviewMistake(item: key, message: "is \(value.shown); allowed is a text"))
            default:
                let known = ["schema", "image", "text", "by"]
                mistakes.append(ReviewMistake(item: key, message: "is not known", allowed: known))
            }
        }
        if texts["image"] == nil {
            mistakes.append(ReviewMistake(item: "image", message: "is missing; allowed is \(ImageReference.allowed)"))
        }
        if texts["text"]?.contains(where: { !$0.isWhitespace }) != true {
            mistakes.append(ReviewMistake(item: "text", message: "is missing: say what is wrong with the result"))
        }
        guard mistakes.isEmpty, let image = texts["image"], let text = texts["text"] else {
            throw ReviewMistakes(mistakes)
        }
        return DisputeEntry(image: image, text: text, by: texts["by"])
    }
}
