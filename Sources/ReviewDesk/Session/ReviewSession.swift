package import Grading
package import Store

/// The review of one picture by keys: a state, and what each key makes of it.
///
/// Pure: no terminal, no store, no clock. Whoever drives it hands in keys, does what the effects say, and hands the
/// outcomes back in. The screen is drawn from it by `ReviewScreen`.
package struct ReviewSession: Sendable, Equatable {
    /// Where the review stands.
    package enum Stage: Sendable, Equatable {
        /// The checklist, blind.
        case questions
        /// Both results side by side, and the findings.
        case result
    }

    /// What the keys mean at the moment.
    package enum Mode: Sendable, Equatable {
        /// Each key is an answer or a command.
        case keys
        case writing(TextEntry)
        case skipping(LineEditor)
        case adding(FindingChoice)
        /// Asks before the whole picture is shown.
        case unblinding
        /// Asks what becomes of the claim.
        case leaving
        case help
        /// The clinic's report text, from a line on.
        case report(firstLine: Int)
        /// The way to the machine's score, from a line on; beside the result only.
        case explanation(firstLine: Int)
    }

    /// A line for the expert about what just happened.
    package struct Notice: Sendable, Equatable {
        package enum Kind: Sendable, Equatable { case hint, good, bad }
        package var kind: Kind
        package var text: String
    }

    /// How the claim stands.
    package enum Hold: Sendable, Equatable {
        case held(until: Timestamp)
        /// It ran out or another has it; the answers stay on the screen.
        case lost
    }

    package let language: Language
    package internal(set) var facts: BlindFacts
    package internal(set) var questions: [ReviewQuestion]
    package internal(set) var answers = ReviewAnswers()
    package internal(set) var stage = Stage.questions
    package internal(set) var mode = Mode.keys
    /// In the checklist 0 is the impression and n the nth question; in the result n is the nth finding.
    package internal(set) var cursor = 0
    package internal(set) var result: SessionResult?
    /// Whether the machine's result was seen: from then on the impression is no longer a blind one and stays.
    package internal(set) var hasSeenResult = false
    /// The checklist as it stood when the machine's result was shown first.
    var blindAnswers: [String: ReviewAnswer] = [:]
    package internal(set) var hold: Hold
    package internal(set) var notice: Notice?
    /// The picture takes the whole screen.
    package internal(set) var isZoomed = false
    /// The whole picture was asked for in this review.
    package internal(set) var isUnblinded: Bool
    /// The whole picture is the one on the screen.
    package internal(set) var showsWhole = false
    /// Whether the machine's findings are drawn over the picture; nothing is before the answer.
    package internal(set) var wantsDrawing: Bool
    /// There is a picture to judge; without one nothing is answered before the whole picture was asked for.
    package let hasPicture: Bool
    /// Questions that need no answer are listed too.
    package internal(set) var listsOptional = false
    var sheet: ReviewSheet
    var past: [Moment] = []

    /// What undo goes back to.
    struct Moment: Sendable, Equatable {
        var answers: ReviewAnswers
        var stage: Stage
        var cursor: Int
    }

    /// A review that begins.
    ///
    /// - Parameters:
    ///   - until: when the claim runs out.
    ///   - hasPicture: false where the blind view is withheld or could not be made.
    ///   - isUnblinded: whether more than the blind view was seen already.
    package init(
        facts: BlindFacts,
        sheet: ReviewSheet,
        until: Timestamp,
        hasPicture: Bool = true,
        isUnblinded: Bool = false,
        wantsDrawing: Bool = true,
        language: Language
    ) {
        self.hasPicture = hasPicture
        self.facts = facts
        self.sheet = sheet
        self.language = language
        self.isUnblinded = isUnblinded
        self.wantsDrawing = wantsDrawing
        hold = .held(until: until)
        questions = ReviewQuestion.all(of: sheet).filter(\.isRequired)
    }

    // MARK: What the screen and the driver ask

    var words: ReviewWords { ReviewWords(language) }
    /// Whether the checklist differs from what was answered before the machine's result was seen: such a reading is not
    /// a blind one.
    package var changedAfterResult: Bool { hasSeenResult && answers.answers != blindAnswers }
    /// Whether the machine's findings are to be drawn over the picture now.
    package var showsDrawing: Bool { wantsDrawing && stage == .result && result != nil }
    /// Whether anything was said that would be lost.
    package var hasAnswers: Bool { answers != ReviewAnswers() }
    /// The first question that needs an answer and has none.
    package var firstOpen: Int? { nextOpen(from: 0) }
    /// Required questions without an answer.
    package var openCount: Int { questions.count { $0.isRequired && answers.answers[$0.key] == nil } }

    /// The question under the cursor; nil on the impression and in the result.
    package var question: ReviewQuestion? {
        stage == .questions && cursor > 0 && cursor <= questions.count ? questions[cursor - 1] : nil
    }

    /// What the expert said of the machine's findings, then what was added, in the order of the screen.
    package var findings: [JudgedRow] { JudgedRow.all(of: result, answers: answers) }

    // MARK: Keys

    /// Does what a key says; what the driver has to do is given back, in order.
    package mutating func press(_ key: ReviewKey) -> [ReviewEffect] {
        notice = nil
        switch mode {
        case .keys: return pressed(key.narrowed)
        case .writing(let entry): return written(key, in: entry)
        case .skipping(let editor): return skipped(key, in: editor)
        case .adding(let choice): return added(key, from: choice)
        case .unblinding: return unblinded(key.narrowed)
        case .leaving: return left(key.narrowed)
        case .report(let line):
            mode = Self.turned(key.narrowed, from: line).map { .report(firstLine: $0) } ?? .keys
            return []
        case .explanation(let line):
            mode = Self.turned(key.narrowed, from: line).map { .explanation(firstLine: $0) } ?? .keys
            return []
        case .help:
            mode = .keys
            return []
        }
    }

    private mutating func pressed(_ key: ReviewKey) -> [ReviewEffect] {
        switch key {
        case .character("?"): mode = .help
        case .character("+"), .character("="), .character("-"), .character("z"), .character("Z"): isZoomed.toggle()
        case .escape where isZoomed: isZoomed = false
        case .character("c"): write(.comment)
        case .character("C") where stage == .result: write(.comment)
        case .character("t"), .character("T"): write(.advice)
        case .character("k"), .character("K"): write(.consultation)
        case .character("s"), .character("S"): mode = .skipping(LineEditor())
        case .character("o"), .character("O"): return [.openViewer]
        case .character("w"), .character("W"): showWhole()
        case .character("v"), .character("V"): readReport()
        case .character("q"), .character("Q"): return leave()
        case .character("u"), .character("U"): return undo()
        case .character("r") where hold == .lost, .character("R") where hold == .lost: return [.claimAgain]
        case .paste: tell(.bad, words.pasteIgnored)
        default: return stage == .questions ? pressedInQuestions(key) : pressedInResult(key)
        }
        return []
    }

    /// Says that a key means nothing here; nothing else changes.
    mutating func refuse() { tell(.hint, stage == .questions ? words.hintQuestions : words.hintResult) }

    mutating func tell(_ kind: Notice.Kind, _ text: String) { notice = Notice(kind: kind, text: text) }

    // MARK: Undo

    /// Remembers how it stands, before a change.
    mutating func remember() { past.append(Moment(answers: answers, stage: stage, cursor: cursor)) }

    private mutating func undo() -> [ReviewEffect] {
        guard let moment = past.popLast() else {
            tell(.hint, words.nothingToUndo)
            return []
        }
        let impression = answers.impression
        (answers, stage, cursor) = (moment.answers, moment.stage, moment.cursor)
        // Seen is seen: an impression cannot become blind again.
        if hasSeenResult { answers.impression = impression }
        tell(.hint, words.undone)
        return stage == .result ? [.judge] : []
    }

    // MARK: Optional questions

    mutating func toggleOptional() {
        let current = question?.key
        listsOptional.toggle()
        questions = ReviewQuestion.all(of: sheet).filter { listsOptional || $0.isRequired }
        cursor = questions.firstIndex { $0.key == current }.map { $0 + 1 } ?? min(cursor, questions.count)
    }

    /// The row of the first open required question from a row on.
    func nextOpen(from row: Int) -> Int? {
        let rows = Array(questions.indices.dropFirst(row)) + Array(questions.indices.prefix(row))
        return rows.first { questions[$0].isRequired && answers.answers[questions[$0].key] == nil }.map { $0 + 1 }
    }
}
