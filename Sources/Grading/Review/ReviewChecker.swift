/// Finds every mistake in an expert's answers to one picture.
struct ReviewChecker {
    let sheet: ReviewSheet
    let image: GradedImage
    let answers: ReviewAnswers
    private(set) var mistakes: [ReviewMistake] = []
    /// Whether every answer that is needed was given.
    private(set) var isComplete = true

    /// The longest comment, advice or question to another expert, in Unicode scalars: what a person sees as one
    /// character may hold any number of them.
    static let maxText = 2000

    /// Checks everything that can be checked before the score is worked out.
    init(_ answers: ReviewAnswers, for sheet: ReviewSheet, of image: GradedImage) {
        self.sheet = sheet
        self.image = image
        self.answers = answers
        if answers.schema != ReviewAnswers.schemaID {
            mistake("schema", "“\(answers.schema.prefix(40))” is not what this program reads", [ReviewAnswers.schemaID])
        }
        checkQuestions()
        checkMissing()
        checkVerdicts()
        checkAdded()
        checkText("comment", answers.comment)
        checkText("advice", answers.advice)
        checkText("consultation", answers.consultation)
    }

    /// Notes a mistake; what was written is named in part where it is long.
    mutating func mistake(_ item: String, _ message: String, _ allowed: [String] = []) {
        mistakes.append(ReviewMistake(item: String(item.prefix(80)), message: message, allowed: allowed))
    }

    private mutating func checkQuestions() {
        let known = Set(sheet.items.flatMap { [$0.id] + $0.questions })
        for key in answers.answers.keys.sorted() where !known.contains(key) {
            // The longest id counts, as ids may hold full stops themselves.
            let owner = sheet.items.filter { key.hasPrefix($0.id + ".") }.max { $0.id.count < $1.id.count }
            if let owner {
                let message =
                    owner.criteria.isEmpty
                    ? "\(owner.id) has no criteria on this section, it is answered as a whole"
                    : "\(owner.id) has no such criterion on this section"
                mistake(key, message, owner.questions)
            } else {
                mistake(key, "the checklist has no such item", sheet.items.flatMap(\.questions))
            }
        }
        for item in sheet.items where !item.criteria.isEmpty && answers.answers[item.id] != nil {
            let both = item.questions.filter { answers.answers[$0] != nil }
            guard !both.isEmpty else { continue }
            mistake(
                item.id,
                "answered as a whole and by its criteria (\(both.joined(separator: ", "))); answer it one way",
                [item.id] + item.questions
            )
        }
    }

    /// An item with criteria that was begun must be answered to its end, needed or not.
    private mutating func checkMissing() {
        let isSettled = answers.sayNothingIsSeen
        for item in sheet.items where answers.answers[item.id] == nil {
            let open = item.questions.filter { answers.answers[$0] == nil }
            let isBegun = open.count < item.questions.count
            guard isBegun || item.isRequired && !isSettled else { continue }
            for question in open {
                isComplete = false
                mistake(question, "no answer", ReviewAnswer.allCases.map(\.rawValue))
            }
        }
    }

    private mutating func checkVerdicts() {
        let found = Set(image.findings.map(\.code)).sorted()
        for (word, codes) in [("confirmed", answers.confirmed), ("rejected", answers.rejected)] {
            for code in Set(codes).sorted() where !found.contains(code) {
                mistake(code, "\(word), but the first pass did not find it", found)
            }
        }
        for code in Set(answers.confirmed).intersection(answers.rejected).sorted() {
            mistake(code, "both confirmed and rejected; do one of them")
        }
    }

    private mutating func checkAdded() {
        let found = Set(image.findings.map(\.code))
        var seen: Set<String> = []
        for added in answers.added {
            let code = added.code
            if FindingCode.named(code) == nil {
                mistake(code, "added, but there is no such finding code", FindingCode.all.map(\.code))
            } else if found.contains(code) {
                mistake(code, "added, but the first pass found it already; confirm it instead")
            } else if !seen.insert(code).inserted {
                mistake(code, "added more than once; add it once")
            } else if added.severity != nil, FindingCode.fixed.contains(code) {
                mistake(code, "added with a severity, but that of this code is fixed; leave it out")
            }
        }
    }

    private mutating func checkText(_ field: String, _ text: String?) {
        guard let text else { return }
        let count = text.unicodeScalars.count
        if text.allSatisfy(\.isWhitespace) {
            mistake(field, "is empty; say something, or leave it out")
        } else if count > Self.maxText {
            mistake(field, "has \(count) characters; \(Self.maxText) at most")
        }
        if text.unicodeScalars.contains(where: \.isControl) {
            mistake(field, "holds control characters; of these only line ends and tabs are allowed")
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character that no plain text needs.
    fileprivate var isControl: Bool {
        properties.generalCategory == .control && !"\n\r\t".unicodeScalars.contains(self)
    }
}

extension ReviewAnswers {
    /// Whether the expert says that the picture shows nothing to judge.
    var sayNothingIsSeen: Bool {
        !FirstPassReading.nothingToSee.isDisjoint(with: confirmed + added.map(\.code))
    }
}
