import ArgumentParser
import Foundation
import Glibc
import Grading
import Imaging
import Intake
import Reports
import ReviewDesk
import Store
import TerminalPictures

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a picture with its scan area, what was left out, and each finding where it is.",
        discussion: """
            IMAGE is a file, which is graded on the spot as grade does it, or an image of a home, which is shown with its \
            stored grade. An image that waits for an expert needs --unblind; the audit trail notes who looked.

            Examples:
              sonograde show scan1.png
              sonograde show scan1.png --explain --lang en
              sonograde show scan1.png --output marked.png
              sonograde show 17 --output marked.html --explain
              sonograde show scan2.jpg --polar --output unwarped.svg
            """
    )

    @Argument(
        help: ArgumentHelp(
            "A file, or in a home: the image's number, 8 or more digits of its SHA-256, or institution/exam-folder/file.",
            valueName: "image"
        )
    )
    var image: String

    @Option(
        help: ArgumentHelp("Write picture, marks and legend to this .png, .jpg, .svg or .html.", valueName: "file")
    )
    var output: String?
    @Option(help: "How the terminal shows the picture; auto takes what it is known to show.")
    var graphics = PictureChoice.auto
    @Flag(help: "The picture without anything drawn over it.") var plain = false
    @Flag(help: "The unwarped view, with brightness by depth and by scan line.") var polar = false
    @Flag(help: "Tell the way from the measurements to the score.") var explain = false
    @OptionGroup var language: LanguageOption

    @Option(help: "Grade a file by this rubric: an id, or a YAML file.") var rubric: String?
    @Option(name: .customLong("exam-type"), help: "Exam type of a file; without it the folder's name may say it.")
    var examType: String?
    @Option(help: "Section of a file; without it the file's name may say it.") var section: String?

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @Flag(help: "Show an image although it waits for an expert; the audit trail notes it.") var unblind = false

    func validate() throws {
        if let output, ShownFormat(fileName: output) == nil {
            throw ValidationError("--output \(output) must end in .png, .jpg, .svg or .html")
        }
        if polar, plain { throw ValidationError("--plain shows the picture and --polar the unwarped view; give one") }
    }

    func run() throws {
        let source = try source()
        let place = ShowPlace(graphics: graphics)
        // A file gets the picture as it is; a terminal no more than it can show.
        let bounds = output == nil ? place.usefulSize : (width: Self.largest, height: Self.largest)
        let subject = try source.subject(maxWidth: bounds.width, maxHeight: bounds.height)
        let language = language.language(home: source.language)
        if polar, subject.inspection?.evidence == nil, subject.grade.status != .unreadable {
            throw Failure(.no, "\(subject.name): no scan area was found, so there is no unwarped view")
        }
        let shown = subject.shown(isMarked: !plain, isPolar: polar, explains: explain)
        if let output { try write(shown, to: output, language: language) }
        let text = ShowText(shown: shown, place: place, language: language)
        text.write(withPicture: output == nil)
        if let problem = subject.problem { Terminal.remark("\(shown.name): \(problem)") }
        if shown.grade.status != .graded { throw ExitCode(ExitStatus.doneWithRemarks.rawValue) }
    }

    /// Columns and rows of the largest picture that is written.
    private static let largest = 4096

    private func write(_ shown: ShownPicture, to file: String, language: Language) throws {
        guard let format = ShownFormat(fileName: file) else { return }
        if !shown.hasPicture, format == .png || format == .jpeg {
            throw Failure(.no, "\(shown.name): there is no picture to write; \(shown.result[.en])")
        }
        let bytes: [UInt8]
        do { bytes = try shown.file(format, language: language) } catch {
            throw Failure(.diskOrStore, "\(file) could not be made: \(error.message)")
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw Failure(.diskOrStore, "\(file) could not be written: \(IntakeError.words(of: error))")
        }
    }

    // MARK: what is meant

    /// A file that is there, else an image of a home; with --home always that.
    private func source() throws -> any ShowSource {
        var info = stat()
        let isFile = home.path == nil && stat(image, &info) == 0
        if isFile {
            guard info.st_mode & S_IFMT != S_IFDIR else {
                throw Failure(.usage, "\(image) is a folder; name one picture, or use: sonograde grade \(image)")
            }
            return try ShownFile(path: image, rubric: rubric, examType: examType, section: section, language: language)
        }
        let named: Home
        do { named = try home.home() } catch let failure as Failure {
            guard home.path == nil else { throw failure }
            throw Failure(.usage, "there is no file \(image), and no home to look for such an image in (--home FOLDER)")
        }
        if let option = ["--rubric": rubric, "--exam-type": examType, "--section": section].first(where: {
            $0.value != nil
        }) {
            throw Failure(.usage, "\(option.key) is for files; an image of a home is shown with its stored grade")
        }
        return try StoredImage(image, in: named, viewer: try expert.id(), isOpen: unblind)
    }
}
