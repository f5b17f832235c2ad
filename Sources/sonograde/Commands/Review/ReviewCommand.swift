import ArgumentParser
import Glibc
import Grading
import Intake
import ReviewDesk
import Store

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Judge images: by keys on a terminal, by flags or a file in scripts.",
        discussion: """
            Without answers, on a terminal: the image, or without an image the whole queue, one after another. With \
            answers: one review is stored, the first pass's result and the expert's are shown side by side, and the \
            clinic's answer in the outbox is written anew. Mistakes name the question and what is allowed, store \
            nothing, and end with 2. What is asked: sonograde queue show IMAGE. A file holds one object, a list, or one \
            object a line, as docs/schemas/review.schema.json says; each review is stored by itself.

            Examples:
              sonograde review --expert wang
              sonograde review 17 --expert wang --all-yes --impression A
              sonograde review 17 --expert wang --all-yes --answer annotation=partly
              sonograde review 17 --expert wang --all-yes --add BLUR:minor --dry-run
              sonograde review --from reviews.jsonl --expert wang --format jsonl
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption

    @Argument(
        help: ArgumentHelp(
            "The image: its number, 8 or more digits of its SHA-256, or institution/exam-folder/file.",
            valueName: "image"
        )
    )
    var image: String?

    @OptionGroup(title: "Answers") var answers: AnswerOptions

    @Option(help: ArgumentHelp("Reviews from this file; - is stdin.", valueName: "file")) var from: String?
    @Flag(name: .customLong("dry-run"), help: "Only say whether the answers are allowed; store nothing.")
    var dryRun = false

    @OptionGroup(title: "By keys") var filter: QueueFilterOptions
    @Flag(name: .customLong("with-skipped"), help: "Also images that the expert has skipped.") var withSkipped = false

    @OptionGroup(title: "By keys") var screen: ReviewScreenOptions

    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        if from != nil, image != nil || answers.sayAnything {
            throw Failure(.usage, "--from goes without an image and answers: the file has them")
        }
        guard from != nil || answers.sayAnything || answers.allYes else { return try runByKeys() }
        guard from != nil || image != nil else {
            throw Failure(.usage, "which image? give its number; see: sonograde queue list")
        }
        // In a file each review may say who judged.
        let fallback = from == nil ? try expert.required() : try expert.id()
        let opened = try OpenHome.forWriting(try home.home())
        let script = ScriptedReview(
            opened: opened,
            named: expert.named,
            fallback: fallback,
            allYes: answers.allYes,
            isUnblinded: answers.unblinded,
            isDryRun: dryRun,
            output: ReviewOutput(
                format: output.format,
                language: language.language(home: opened.settings.language),
                isBatch: from != nil
            )
        )
        if let from { try script.run(file: from) } else { try script.run(image: image ?? "", try entry()) }
    }

    private func entry() throws -> ReviewEntry {
        do {
            return try answers.entry()
        } catch {
            throw ReviewOutput.failure(error)
        }
    }

    private func runByKeys() throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure(
                .usage,
                "no terminal: give answers (--answer section=yes …, or --all-yes) or --from FILE; see: sonograde help review"
            )
        }
        let expert = try expert.required()
        var filter = try filter.filter()
        filter.withSkipped = withSkipped
        let opened = try OpenHome.forWriting(try home.home())
        let desk = try opened.desk(for: expert)
        try answering {
            try InteractiveReview.run(
                desk: desk,
                image: try image.map { try desk.resolve($0) },
                filter: filter,
                language: language.language(home: opened.settings.language),
                options: screen
            )
        }
    }
}
