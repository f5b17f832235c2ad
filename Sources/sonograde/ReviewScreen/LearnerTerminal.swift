import Foundation
import Grading
import Imaging
import ReviewDesk
import TerminalPictures

/// The terminal of somebody who practises or sits a paper: keys in, screens and pictures out.
final class LearnerTerminal {
    let events: TerminalEvents
    let words: PracticeWords
    private let terminal: RawTerminal
    private let viewer = DesktopViewer()
    private let mode: PictureMode
    private var painter: ScreenPainter

    /// A picture as it is shown, or why there is none.
    struct Shown {
        var picture: BlindPicture?
        var problem: String?
        /// Tells it from every other picture of the sitting.
        var number: Int
    }

    /// Takes the terminal over.
    ///
    /// - Parameter otherwise: how the same is done without keys.
    init(words: PracticeWords, options: ReviewScreenOptions, otherwise: String) throws(Failure) {
        self.words = words
        mode = PictureMode(options.graphics)
        painter = ScreenPainter(mode: mode)
        events = try TerminalEvents()
        terminal = try RawTerminal(
            clearing: mode.mode.map { TerminalPicture.clearing(mode: $0) } ?? [],
            otherwise: otherwise
        )
    }

    /// Gives the terminal back and takes the viewer's files away.
    func close() {
        terminal.restore()
        viewer.removeFiles()
    }

    var size: ScreenSize { terminal.size }

    /// Draws everything anew at the next `paint`.
    func forget() { painter.forget() }

    /// Keys that were typed before a new picture was seen are no answer to it.
    func forgetTyped() { terminal.forgetTyped() }

    /// What of a picture the screen has room for.
    func place(of shown: Shown) -> ScreenSurroundings.Picture {
        if let problem = shown.problem { return .words(problem) }
        guard let picture = shown.picture, !picture.isWithheld else { return .words("") }
        return mode.mode == nil ? .words(words.noTerminalPicture) : .shown(width: picture.width, height: picture.height)
    }

    func paint(_ screen: ReviewScreen, shown: Shown) throws(RawTerminal.Gone) {
        let picture = shown.picture.map {
            ScreenPainter.Picture(picture: $0, marks: [], scene: nil, number: shown.number)
        }
        try terminal.write(painter.bytes(for: screen, picture: picture, cell: terminal.cell))
    }

    /// Opens a picture in the desktop's viewer; what is to be said about it.
    func open(_ shown: Shown) -> String? {
        guard let picture = shown.picture else { return shown.problem }
        do {
            return words.opened(try viewer.open(png: try picture.png()))
        } catch {
            return ReviewSitting.words(of: error)
        }
    }

    /// The picture of an exercise, or why it cannot be shown.
    ///
    /// - Parameter untouched: without the fault that was put in.
    static func picture(
        of id: ExerciseID?,
        from desk: PracticeDesk,
        untouched: Bool = false,
        number: Int,
        words: PracticeWords
    ) -> Shown {
        guard let id else { return Shown(number: number) }
        do {
            let picture = try desk.picture(of: id, untouched: untouched, maxWidth: 1600, maxHeight: 1200)
            return Shown(picture: picture, number: number)
        } catch {
            return Shown(problem: words.unreadablePicture(ReviewSitting.words(of: error)), number: number)
        }
    }
}
