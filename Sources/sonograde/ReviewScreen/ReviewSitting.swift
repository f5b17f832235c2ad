import Foundation
import Glibc
import Grading
import Imaging
import Reports
import ReviewDesk
import Store
import TerminalPictures

/// One sitting of an expert at a terminal: carries keys to the state machine and its effects to the desk.
final class ReviewSitting {
    /// Why it ended.
    enum End {
        case left, nothingLeft
        /// By a signal, or because the terminal went.
        case stopped
        /// The terminal or the store failed.
        case failed(any Error)
    }

    /// The image that is worked on.
    struct Work {
        var reviewCase: ReviewCase
        var session: ReviewSession
        /// The blind view; nil where it could not be decoded.
        var blind: BlindPicture?
        var whole: BlindPicture?
        /// What is drawn over the picture after the answer; nil before it.
        var scene: FindingScene?
        /// Why there is no picture.
        var problem: String?
        var number: Int
        var shownAt: Double?
        /// How long a claim lasts, in milliseconds.
        var lease: Int64
    }

    var tally = ReviewTally()
    let desk: ReviewDesk
    let clerk: AnswerClerk
    /// nil where only one image was asked for.
    let filter: QueueFilter?
    let language: Language
    let words: ReviewWords
    let mode: PictureMode
    let opensAll: Bool
    let ahead: PictureAhead?
    let terminal: RawTerminal
    let events: TerminalEvents
    let viewer = DesktopViewer()
    var painter: ScreenPainter
    var pictures = 0
    var work: Work?
    /// Whether the expert wants the first pass drawn over the picture; kept from one image to the next.
    var wantsDrawing = true

    /// Takes the terminal over.
    init(
        desk: ReviewDesk,
        clerk: AnswerClerk,
        filter: QueueFilter?,
        language: Language,
        options: ReviewScreenOptions
    ) throws(Failure) {
        self.desk = desk
        self.clerk = clerk
        self.filter = filter
        self.language = language
        words = ReviewWords(language)
        mode = PictureMode(options.graphics)
        opensAll = options.open
        ahead = filter.map { PictureAhead(desk: desk, filter: $0) }
        painter = ScreenPainter(mode: mode)
        events = try TerminalEvents()
        terminal = try RawTerminal(clearing: mode.mode.map { TerminalPicture.clearing(mode: $0) } ?? [])
    }

    /// Gives the terminal back and takes the viewer's files away.
    func close() {
        terminal.restore()
        viewer.removeFiles()
    }

    var now: Timestamp { Timestamp(Date()) }

    // MARK: The way of the images

    /// Works until there is an end; an image that is still held then is given back unless the expert keeps it.
    func work(from first: ReviewCase) -> End {
        do {
            try begin(first)
            while let work {
                let end = try step(work)
                if let end { return end }
            }
            return .nothingLeft
        } catch {
            giveBack()
            return .failed(error is RawTerminal.Gone ? Failure(.diskOrStore, "the terminal is gone") : error)
        }
    }

    func giveBack() {
        if let work { try? desk.release(work.reviewCase) }
        work = nil
    }

    /// Waits for one event and deals with it.
    private func step(_ before: Work) throws -> End? {
        switch events.next(milliseconds: 1000) {
        case .tick: watchLease()
        case .resized: painter.forget()
        case .stop, .hungUp:
            giveBack()
            return .stopped
        case .keys(let keys):
            renewIfNeeded()
            for key in keys {
                let image = work?.number
                if let end = try press(key) { return end }
                guard work != nil else { return .nothingLeft }
                // What was typed before a picture was seen is no answer to it.
                if work?.number != image {
                    terminal.forgetTyped()
                    return nil
                }
            }
        }
        try paint()
        return nil
    }

    /// Puts an image onto the screen.
    private func begin(_ reviewCase: ReviewCase, saying notice: String? = nil) throws {
        pictures += 1
        var blind: BlindPicture?
        var problem: String?
        do {
            blind = try ahead?.take(reviewCase.facts.image) ?? picture(of: reviewCase, whole: false)
        } catch {
            problem = words.unreadablePicture(Self.words(of: error))
        }
        var new = Work(
            reviewCase: reviewCase,
            session: ReviewSession(
                facts: reviewCase.facts,
                sheet: reviewCase.sheet,
                until: reviewCase.claim.until,
                hasPicture: blind.map { !$0.isWithheld } ?? false,
                isUnblinded: reviewCase.wasUnblinded,
                wantsDrawing: wantsDrawing,
                language: language
            ),
            blind: blind,
            problem: problem,
            number: pictures,
            lease: reviewCase.claim.until.milliseconds - now.milliseconds
        )
        if let notice { new.session.say(notice) }
        work = new
        try paint()
        work?.shownAt = ProcessInfo.processInfo.systemUptime
        if opensAll { openViewer() }
        ahead?.prepare()
    }

    func picture(of reviewCase: ReviewCase, whole: Bool) throws -> BlindPicture {
        try desk.picture(
            of: reviewCase,
            whole: whole,
            maxWidth: PictureAhead.maxWidth,
            maxHeight: PictureAhead.maxHeight
        )
    }

    /// The next image of the queue; the end where there is none.
    func goOn(saying notice: String) throws -> End? {
        work = nil
        guard let filter, let next = try desk.next(filter) else { return .nothingLeft }
        try begin(next, saying: notice)
        return nil
    }
}
