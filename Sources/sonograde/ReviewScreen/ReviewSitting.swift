import Foundation
import Glibc
import Grading
import Imaging
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
    private struct Work {
        var reviewCase: ReviewCase
        var session: ReviewSession
        /// The blind view; nil where it could not be decoded.
        var blind: BlindPicture?
        var whole: BlindPicture?
        /// Why there is no picture.
        var problem: String?
        var number: Int
        var shownAt: Double?
        /// How long a claim lasts, in milliseconds.
        var lease: Int64
    }

    private(set) var tally = ReviewTally()
    private let desk: ReviewDesk
    private let clerk: AnswerClerk
    /// nil where only one image was asked for.
    private let filter: QueueFilter?
    private let language: Language
    private let words: ReviewWords
    private let mode: PictureMode
    private let opensAll: Bool
    private let ahead: PictureAhead?
    private let terminal: RawTerminal
    private let events: TerminalEvents
    private let viewer = DesktopViewer()
    private var painter: ScreenPainter
    private var pictures = 0
    private var work: Work?

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
        mode = PictureMode(options.picture)
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

    private var now: Timestamp { Timestamp(Date()) }

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

    private func giveBack() {
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

    private func picture(of reviewCase: ReviewCase, whole: Bool) throws -> BlindPicture {
        try desk.picture(
            of: reviewCase,
            whole: whole,
            maxWidth: PictureAhead.maxWidth,
            maxHeight: PictureAhead.maxHeight
        )
    }

    /// The next image of the queue; the end where there is none.
    private func goOn(saying notice: String) throws -> End? {
        work = nil
        guard let filter, let next = try desk.next(filter) else { return .nothingLeft }
        try begin(next, saying: notice)
        return nil
    }

    // MARK: Keys and effects

    private func press(_ key: ReviewKey) throws -> End? {
        var effects = work?.session.press(key) ?? []
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            if let end = try carryOut(effect, more: &effects) { return end }
        }
        return nil
    }

    private func carryOut(_ effect: ReviewEffect, more: inout [ReviewEffect]) throws -> End? {
        guard let current = work else { return nil }
        switch effect {
        case .judge: judge(current)
        case .store: return try store(current)
        case .skip(let reason):
            do {
                try desk.skip(current.reviewCase, reason: reason)
            } catch {
                // A hold that is over needs no giving back.
                guard current.session.hold == .lost, error is StoreError else {
                    work?.session.failed(Self.words(of: error))
                    return nil
                }
            }
            tally.skip()
            return try goOn(saying: words.skipped(current.session.facts.image))
        case .showWhole:
            do {
                work?.whole = try picture(of: current.reviewCase, whole: true)
                work?.session.wholePictureShown()
            } catch {
                work?.session.failed(Self.words(of: error))
            }
        case .openViewer: openViewer()
        case .leave(let keepingClaim):
            if !keepingClaim { giveBack() }
            return .left
        case .claimAgain:
            do {
                let again = try desk.open(current.session.facts.image)
                if current.session.isUnblinded { try desk.unblind(again) }
                work?.reviewCase = again
                more += work?.session.heldAgain(facts: again.facts, sheet: again.sheet, until: again.claim.until) ?? []
            } catch {
                work?.session.lost(Self.words(of: error))
            }
        }
        return nil
    }

    private func judge(_ current: Work) {
        do throws(ReviewMistakes) {
            let grade = try desk.result(of: current.reviewCase, current.session.answers)
            work?.session.judged(SessionResult(machine: desk.firstPass(of: current.reviewCase), expert: grade))
        } catch {
            work?.session.refused(error)
        }
    }

    private func store(_ current: Work) throws -> End? {
        let record: ReviewRecord
        do {
            record = try desk.submit(current.reviewCase, current.session.answers)
        } catch let mistakes as ReviewMistakes {
            work?.session.refused(mistakes)
            return nil
        } catch let error as StoreError where error.code == .denied {
            work?.session.lost("\(error)")
            return nil
        } catch {
            work?.session.failed(Self.words(of: error))
            return nil
        }
        // From here on it is stored, and only now it is said.
        clerk.answer(desk.exam(of: current.reviewCase))
        let took = ProcessInfo.processInfo.systemUptime - (current.shownAt ?? 0)
        tally.add(seconds: took, machine: desk.firstPass(of: current.reviewCase).level, expert: record.grade.level)
        let score = record.grade.score.map { "\($0) \(record.grade.level?.rawValue ?? "")" } ?? "-"
        return try goOn(saying: words.stored(record.image, score: score))
    }

    private static func words(of error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.message
        case let error as ImagingError: error.message
        default: "\(error)"
        }
    }

    // MARK: The lease

    private func watchLease() {
        guard case .held(let until)? = work?.session.hold, until <= now else { return }
        work?.session.lost()
    }

    /// Somebody who presses keys works: the claim runs on before it is half over.
    private func renewIfNeeded() {
        guard var current = work, case .held(let until) = current.session.hold else { return }
        let left = until.milliseconds - now.milliseconds
        guard left < current.lease / 2 else { return }
        do {
            try desk.renew(&current.reviewCase)
            work?.reviewCase = current.reviewCase
            work?.session.held(until: current.reviewCase.claim.until)
        } catch {
            work?.session.lost(Self.words(of: error))
        }
    }

    // MARK: The picture

    private var shownPicture: BlindPicture? {
        guard let work else { return nil }
        return work.session.showsWhole ? work.whole ?? work.blind : work.blind
    }

    private func openViewer() {
        guard let picture = shownPicture else { return }
        do {
            work?.session.say(words.opened(try viewer.open(png: picture.png())))
        } catch {
            work?.session.failed(Self.words(of: error))
        }
    }

    /// Where the finding under the cursor is.
    private var marks: [Mark] {
        guard let work, work.session.stage == .result, let machine = work.session.result?.machine else { return [] }
        let rows = work.session.findings
        guard rows.indices.contains(work.session.cursor) else { return [] }
        let metrics = Set(rows[work.session.cursor].findings.compactMap(\.metric))
        return (machine.marks ?? []).filter { metrics.contains($0.metric) }
    }

    private func paint() throws(RawTerminal.Gone) {
        guard let work else { return }
        let picture = shownPicture
        let place: ScreenSurroundings.Picture =
            if let problem = work.problem {
                .words(problem)
            } else if mode.mode == nil {
                .words(words.noTerminalPicture)
            } else if let picture, !picture.isWithheld {
                .shown(width: picture.width, height: picture.height)
            } else {
                .withheld
            }
        let screen = ReviewScreen(
            work.session,
            in: ScreenSurroundings(
                size: terminal.size,
                now: now,
                expert: desk.expert,
                done: tally.stored,
                picture: place
            )
        )
        let shown = picture.map { picture in
            // The blind view and the whole picture are two pictures of one image.
            ScreenPainter.Picture(
                picture: picture,
                marks: marks,
                number: work.number * 2 + (work.session.showsWhole ? 1 : 0)
            )
        }
        try terminal.write(painter.bytes(for: screen, picture: shown, cell: terminal.cell))
    }
}
