package import Grading

/// What an expert says of one image, as it came: answers, and what only the way in which they came needs.
package struct ReviewEntry: Sendable, Equatable {
    package var answers: ReviewAnswers
    /// Whether the expert says to have seen more than the blind view.
    package var wasUnblinded: Bool

    /// An entry.
    package init(answers: ReviewAnswers, wasUnblinded: Bool = false) {
        self.answers = answers
        self.wasUnblinded = wasUnblinded
    }
}

/// Reads what an expert says, from a file's object or from flags, and names every mistake in it.
///
/// Whether the answers fit the image is the grader's to say; here only what can be known without the image.
package struct ReviewReader {
    private var answers = ReviewAnswers()
    private var wasUnblinded = false
    private var mistakes: [ReviewMistake] = []

    /// An empty reader.
    package init() {}

    /// Reads an object of `sonograde.review/1`.
    package static func read(_ bytes: [UInt8]) throws(ReviewMistakes) -> ReviewEntry {
        guard case .object(let object)? = JSONValue.read(bytes) else {
            throw ReviewMistakes([ReviewMistake(item: "object", message: "this is not valid JSON")])
        }
        var reader = ReviewReader()
        for (key, value) in object.sorted(by: { $0.key < $1.key }) where value != .null { reader.take(key, value) }
        return try reader.entry()
    }

    /// What was read.
    ///
    /// - Throws: all mistakes together.
    package func entry() throws(ReviewMistakes) -> ReviewEntry {
        guard mistakes.isEmpty else { throw ReviewMistakes(mistakes) }
        return ReviewEntry(answers: answers, wasUnblinded: wasUnblinded)
    }

    // MARK: single words

    /// An answer to a question, as it is written.
    package mutating func answer(_ question: String, _ text: String) {
        guard let answer = ReviewAnswer(rawValue: text) else {
            return refuse(question, "is \"\(text)\"", ReviewAnswer.allCases.map(\.rawValue))
        }
        guard answers.answers.updateValue(answer, forKey: question) == nil else {
            return refuse(question, "is answered twice")
        }
    }

    /// The expert's own impression.
    package mutating func impression(_ text: String) {
        guard let level = Level(rawValue: text.uppercased()) else {
            return refuse("impression", "is \"\(text)\"", Level.allCases.map(\.rawValue))
        }
        answers.impression = level
    }

    /// A finding to add, `CODE` or `CODE:severity`.
    package mutating func add(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        add(code: parts[0], severity: parts.count == 2 ? parts[1] : nil)
    }

    /// Codes of the machine's findings that are right.
    package mutating func confirm(_ codes: [String]) { answers.confirmed += codes }

    /// Codes of the machine's findings that are wrong.
    package mutating func reject(_ codes: [String]) { answers.rejected += codes }

    /// Free words; those that are blank say nothing.
    package mutating func texts(comment: String?, advice: String?, consultation: String?) {
        func said(_ text: String?) -> String? { text?.contains { !$0.isWhitespace } == true ? text : nil }
        answers.comment = said(comment) ?? answers.comment
        answers.advice = said(advice) ?? answers.advice
        if let consultation, said(consultation) == nil { refuse("consultation", "is empty; write the question") }
        answers.consultation = said(consultation) ?? answers.consultation
    }

    /// The number of the claim.
    package mutating func claim(_ number: Int64?) { answers.claim = number ?? answers.claim }

    /// That more than the blind view was seen.
    package mutating func unblinded(_ flag: Bool) { wasUnblinded = wasUnblinded || flag }

    private mutating func add(code: String, severity text: String?) {
        let severity = text.flatMap(Severity.init(rawValue:))
        if let text, severity == nil {
            return refuse("added.\(code)", "has the severity \"\(text)\"", Severity.allCases.map(\.rawValue))
        }
        answers.added.append(ReviewAnswers.Added(code: code, severity: severity))
    }

    private mutating func refuse(_ item: String, _ message: String, _ allowed: [String] = []) {
        mistakes.append(ReviewMistake(item: item, message: message, allowed: allowed))
    }

    // MARK: objects

    private static let keys = [
        "schema", "image", "expert", "claim", "answers", "impression", "confirmed", "rejected", "added", "comment",
        "advice", "consultation", "unblinded",
    ]

    private mutating func take(_ key: String, _ value: JSONValue) {
        switch (key, value) {
        case ("schema", .text(ReviewAnswers.schemaID)): break
        case ("schema", _): refuse(key, "is \(value.shown)", [ReviewAnswers.schemaID])
        case ("image", .text(let text)): answers.image = text
        case ("image", .number) where value.wholeNumber != nil: answers.image = value.wholeNumber.map { "\($0)" }
        case ("image", _): refuse(key, "is \(value.shown); allowed is \(ImageReference.allowed)")
        case ("expert", .text(let id)):
            if let problem = ExpertID.problem(id) { refuse(key, problem) } else { answers.expert = id }
        case ("claim", .number) where value.wholeNumber != nil: answers.claim = value.wholeNumber
        case ("answers", .object(let given)): takeAnswers(given)
        case ("impression", .text(let text)): impression(text)
        case ("confirmed", .list), ("rejected", .list): takeCodes(key, value)
        case ("added", .list(let list)): for entry in list { takeAdded(entry) }
        case ("comment", .text(let text)): texts(comment: text, advice: nil, consultation: nil)
        case ("advice", .text(let text)): texts(comment: nil, advice: text, consultation: nil)
        case ("consultation", .text(let text)): texts(comment: nil, advice: nil, consultation: text)
        case ("unblinded", .flag(let flag)): wasUnblinded = flag
        case _ where Self.keys.contains(key): refuse(key, "is \(value.shown); allowed is \(Self.form(of: key))")
        default: refuse(key, "is not known", Self.keys)
        }
    }

    private static func form(of key: String) -> String {
        switch key {
        case "claim": "the claim's number"
        case "answers": #"an object such as {"section": "yes"}"#
        case "confirmed", "rejected": #"a list of codes such as ["BLUR"]"#
        case "added": #"a list such as [{"code": "BLUR", "severity": "minor"}]"#
        case "unblinded": "true or false"
        default: "a text"
        }
    }

    private mutating func takeAnswers(_ given: [String: JSONValue]) {
        for (question, value) in given.sorted(by: { $0.key < $1.key }) where value != .null {
            if case .text(let text) = value {
                answer(question, text)
            } else {
                refuse(question, "is \(value.shown)", ReviewAnswer.allCases.map(\.rawValue))
            }
        }
    }

    private mutating func takeCodes(_ key: String, _ value: JSONValue) {
        guard case .list(let list) = value else { return }
        for entry in list {
            guard case .text(let code) = entry else {
                refuse(key, "holds \(entry.shown); allowed is \(Self.form(of: key))")
                continue
            }
            if key == "confirmed" { confirm([code]) } else { reject([code]) }
        }
    }

    private mutating func takeAdded(_ entry: JSONValue) {
        switch entry {
        case .text(let text): add(text)
        case .object(let object):
            for key in object.keys.sorted() where key != "code" && key != "severity" {
                refuse("added.\(key)", "is not known", ["code", "severity"])
            }
            guard case .text(let code)? = object["code"] else {
                return refuse("added", "an entry has no code; allowed is \(Self.form(of: "added"))")
            }
            switch object["severity"] {
            case nil, .null?: add(code: code, severity: nil)
            case .text(let text)?: add(code: code, severity: text)
            case let other?: add(code: code, severity: other.shown)
            }
        default: refuse("added", "holds \(entry.shown); allowed is \(Self.form(of: "added"))")
        }
    }
}
