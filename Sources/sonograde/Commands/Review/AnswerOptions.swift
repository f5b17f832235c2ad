import ArgumentParser
import Grading
import ReviewDesk

/// What an expert says, as flags.
struct AnswerOptions: ParsableArguments {
    @Option(
        name: .customLong("answer"),
        help: ArgumentHelp("An answer, QUESTION=yes, partly, no or na; may be repeated.", valueName: "answer")
    )
    var answers: [String] = []
    @Flag(name: .customLong("all-yes"), help: "Yes to every question that needs an answer and got none.")
    var allYes = false
    @Option(help: ArgumentHelp("Your own impression of the picture: A, B, C or D.", valueName: "level"))
    var impression: String?
    @Option(help: ArgumentHelp("A finding of the first pass that is right; may be repeated.", valueName: "code"))
    var confirm: [String] = []
    @Option(help: ArgumentHelp("A finding of the first pass that is wrong; may be repeated.", valueName: "code"))
    var reject: [String] = []
    @Option(
        help: ArgumentHelp("A finding that you make, CODE or CODE:severity; may be repeated.", valueName: "finding")
    )
    var add: [String] = []
    @Option(help: ArgumentHelp("For the record; the clinic reads it.", valueName: "text")) var comment: String?
    @Option(help: ArgumentHelp("What the technician should do.", valueName: "text")) var advice: String?
    @Option(help: ArgumentHelp("A question to a further expert.", valueName: "text")) var consult: String?
    @Option(help: ArgumentHelp("The claim under which it was judged; else your own.", valueName: "number"))
    var claim: Int64?
    @Flag(help: "You saw more than the blind view before you answered.") var unblinded = false

    /// Whether anything but `--all-yes` was said.
    var sayAnything: Bool {
        !answers.isEmpty || !confirm.isEmpty || !reject.isEmpty || !add.isEmpty || impression != nil || comment != nil
            || advice != nil || consult != nil || claim != nil
    }

    /// What was said.
    func entry() throws(ReviewMistakes) -> ReviewEntry {
        var reader = ReviewReader()
        for answer in answers {
            let parts = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            reader.answer(parts[0], parts.count == 2 ? parts[1] : "")
        }
        if let impression { reader.impression(impression) }
        reader.confirm(confirm)
        reader.reject(reject)
        for finding in add { reader.add(finding) }
        reader.texts(comment: comment, advice: advice, consultation: consult)
        reader.claim(claim)
        reader.unblinded(unblinded)
        return try reader.entry()
    }
}
