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
            earlier readings, objections; a terminal that draws gets the picture with the findings on it. The audit trail \
            notes who looked.

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
            let language = language.language(home: opened.settings.language)
            try shown.write(as: output.format, language: language, clock: ReportClock(zone: opened.settings.timezone))
            if unblind, output.format == .table { try draw(work.facts.image, in: opened, language: language) }
        }
    }

    /// The picture with what the first pass found, last, so that a long text does not push it off the screen.
    ///
    /// Only where stdout is a terminal that shows pictures, and after `disclose` has noted who looks.
    private func draw(_ image: Int64, in opened: OpenHome, language: Language) throws {
        let place = ShowPlace(graphics: .auto)
        guard place.mode != nil else { return }
        let bounds = place.usefulSize
        let subject = try StoredImage(noted: image, in: opened).subject(
            maxWidth: bounds.width,
            maxHeight: bounds.height
        )
        let shown = subject.shown(isMarked: true, isPolar: false, explains: false)
        Terminal.line("")
        ShowText(shown: shown, place: place, language: language).write(withPicture: true)
    }
}
