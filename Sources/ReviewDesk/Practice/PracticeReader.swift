package import Grading

/// One answer out of a file: to an exercise of practice, or to an item of a paper.
package struct PracticeEntry: Sendable, Equatable {
    /// `theory/t01-01/7`; nil in an answer to a paper.
    package var exercise: ExerciseID?
    /// 1 … items; nil in practice.
    package var item: Int?
    package var answer: ExerciseAnswer
}

/// Reads answers as files give them, and names every mistake.
package enum PracticeReader {
    /// Reads `{"exercise": "theory/t01-01/7", "chosen": ["a"]}`, `{"item": 3, "chosen": ["GAIN_HIGH"], "level": "C"}`.
    package static func read(_ bytes: [UInt8]) throws(ReviewMistakes) -> PracticeEntry {
        guard case .object(let object)? = JSONValue.read(bytes) else {
            throw ReviewMistakes([ReviewMistake(item: "object", message: "this is not valid JSON")])
        }
        var mistakes: [ReviewMistake] = []
        func refuse(_ item: String, _ message: String, _ allowed: [String] = []) {
            mistakes.append(ReviewMistake(item: item, message: message, allowed: allowed))
        }
        var entry = PracticeEntry(answer: ExerciseAnswer(chosen: []))
        for (key, value) in object.sorted(by: { $0.key < $1.key }) where value != .null {
            switch (key, value) {
            case ("exercise", .text(let text)):
                entry.exercise = ExerciseID(text)
                if entry.exercise == nil { refuse(key, "\(value.shown) is none; it is as `practise draw` gave it") }
            case ("item", .number):
                entry.item = value.wholeNumber.flatMap { Int(exactly: $0) }
                if entry.item == nil { refuse(key, "is \(value.shown), not a whole number") }
            case ("chosen", .list(let list)):
                for element in list {
                    if case .text(let text) = element {
                        entry.answer.chosen.append(text)
                    } else {
                        refuse(key, "holds \(element.shown), not a text")
                    }
                }
            case ("chosen", .text(let text)): entry.answer.chosen = [text]
            case ("level", .text(let text)):
                entry.answer.level = Level(rawValue: text.uppercased())
                if entry.answer.level == nil { refuse(key, "is \(value.shown)", Level.allCases.map(\.rawValue)) }
            case ("exercise", _), ("item", _), ("chosen", _), ("level", _): refuse(key, "is \(value.shown)")
            default: refuse(key, "is not known", ["exercise", "item", "chosen", "level"])
            }
        }
        if object["chosen"] == nil { refuse("chosen", "is missing; it is a list of option ids") }
        if entry.exercise == nil, entry.item == nil, mistakes.isEmpty {
            refuse("exercise", "is missing; a paper's answer has an item instead")
        }
        if !mistakes.isEmpty { throw ReviewMistakes(mistakes) }
        return entry
    }
}
