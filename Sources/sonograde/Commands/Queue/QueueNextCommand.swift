import ArgumentParser
import Grading
import Intake
import ReviewDesk
import Store

struct QueueNextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "Claim the most urgent image that the expert may take, and show the case.",
        discussion: """
            An image that the expert holds already comes first. The JSON form has the checklist with its questions and \
            a template that `review --from` takes once its answers are filled in. Exit 2 when nothing waits.

            Example:
              sonograde queue next --expert wang --picture next.png
              sonograde queue next --expert wang --format json > case.json
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @OptionGroup var filter: QueueFilterOptions
    @Flag(name: .customLong("with-skipped"), help: "Also images that the expert has skipped.") var withSkipped = false
    @OptionGroup var picture: PictureOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let expert = try expert.required()
        var filter = try filter.filter()
        filter.withSkipped = withSkipped
        let opened = try OpenHome.forWriting(try home.home())
        let desk = try opened.desk(for: expert)
        guard let work = try desk.next(filter) else {
            throw Failure(.no, "nothing waits that \(expert) may take; see: sonograde queue list")
        }
        try CaseOutput.write(
            work,
            desk: desk,
            picture: picture,
            settings: opened.settings,
            language: language.language(home: opened.settings.language),
            format: output.format
        )
    }
}

struct QueueClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Claim one image, or hold it for longer.",
        discussion: """
            Exit 2 when the expert may not have it: another holds it, it is of the own institution, or nobody waits for it.

            Example:
              sonograde queue claim 17 --expert wang
              sonograde queue claim 3fa9c2d1 --expert wang --picture 17.png
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @OptionGroup var image: ImageArgument
    @OptionGroup var picture: PictureOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let expert = try expert.required()
        let opened = try OpenHome.forWriting(try home.home())
        let desk = try opened.desk(for: expert)
        let work = try answering { try desk.open(try desk.resolve(image.reference)) }
        try CaseOutput.write(
            work,
            desk: desk,
            picture: picture,
            settings: opened.settings,
            language: language.language(home: opened.settings.language),
            format: output.format
        )
    }
}

struct QueueReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Give a claimed image back; with --skip others get it first.",
        discussion: """
            Example:
              sonograde queue release 17 --expert wang
              sonograde queue release 17 --expert wang --skip "not my field"
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @OptionGroup var image: ImageArgument
    @Option(help: ArgumentHelp("Why this expert does not judge it; `next` passes over it then.", valueName: "reason"))
    var skip: String?

    func run() throws {
        let expert = try expert.required()
        if let skip, !skip.contains(where: { !$0.isWhitespace }) { throw Failure(.usage, "--skip needs a reason") }
        let opened = try OpenHome.forWriting(try home.home())
        let desk = try opened.desk(for: expert)
        try answering {
            let image = try desk.resolve(image.reference)
            try desk.release(image: image, skippedBecause: skip)
            opened.remark(zh: "图像 \(image)：已放回队列", en: "\(image): free again")
        }
    }
}

/// Which image.
struct ImageArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The image: its number, 8 or more digits of its SHA-256, or institution/exam-folder/file.",
            valueName: "image"
        )
    )
    var reference: String
}
