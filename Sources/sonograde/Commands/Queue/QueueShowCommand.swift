import ArgumentParser
import Grading
import Intake
import ReviewDesk
import Store

struct QueueShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one image as an expert may see it before the answer, without claiming it.",
        discussion: """
            With --unblind all that is known: institution, technician, the first pass's result and the way to its score, \
            earlier readings, objections. The audit trail notes who looked.

            Example:
              sonograde queue show 17
              sonograde queue show C01/20260315_E1024_abdomen/01_abd.liver.porta1.jpg
              sonograde queue show 17 --unblind --expert wang --picture whole.png
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @OptionGroup var image: ImageArgument
    @Flag(help: "Show everything; the audit trail notes it.") var unblind = false
    @OptionGroup var picture: PictureOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let expert = try expert.id()
        let home = try home.home()
        let opened = unblind ? try OpenHome.forWriting(home) : try OpenHome.forReading(home)
        try answering {
            let window = QueueWindow(room: opened.room())
            let work = try window.look(at: try ImageReference.image(image.reference, in: opened.store))
            let subject = unblind ? try window.disclose(work, to: expert ?? OpenHome.systemUser) : nil
            let isWithheld = try picture.write {
                try window.picture(
                    of: work,
                    whole: unblind,
                    maxWidth: PictureOption.side,
                    maxHeight: PictureOption.side
                )
            }
            let shown = CaseOutput(
                facts: work.facts,
                sheet: work.sheet,
                claim: work.claim,
                picture: picture.file,
                isWithheld: isWithheld,
                disclosed: subject,
                explanation: subject.map { _ in window.explanation(of: work) }
            )
            try shown.write(
                as: output.format,
                language: language.language(home: opened.settings.language),
                clock: ReportClock(zone: opened.settings.timezone)
            )
        }
    }
}
