import Foundation
import Grading
import ReviewDesk
import Store

/// A paper on a terminal.
enum InteractivePaper {
    /// Goes on with the open paper or starts one, until it is over or left; then says how it stands.
    ///
    /// - Returns: the paper as it is then.
    static func run(
        desk: PracticeDesk,
        language: Language,
        options: ReviewScreenOptions,
        start: (PracticeDesk) throws -> PaperRecord
    ) throws -> PaperRecord {
        let words = PracticeWords(language)
        // The terminal first: where it refuses, no time runs.
        let terminal = try LearnerTerminal(
            words: words,
            options: options,
            otherwise: "set a paper by: sonograde examine start"
        )
        let outcome = Result { () throws -> PaperRecord in
            let record = try desk.openPaper() ?? start(desk)
            return try PaperSitting(desk: desk, record: record, terminal: terminal).work()
        }
        terminal.close()
        switch outcome {
        case .success(let record):
            if record.endedAt == nil {
                Terminal.remark(words.line(of: record, clock: desk.shown))
            } else {
                if record.endedBy == .time { Terminal.remark(words.timeOver) }
                for line in words.result(of: record) { Terminal.line(line.shown) }
            }
            return record
        case .failure(let error):
            throw error is RawTerminal.Gone ? Failure(.diskOrStore, "the terminal is gone") : error
        }
    }
}

/// One sitting of a paper: carries keys and the clock to the state machine and its effects to the desk.
final class PaperSitting {
    private let desk: PracticeDesk
    private let terminal: LearnerTerminal
    private var record: PaperRecord
    private var session: PaperSession
    private var pictures: [Int: LearnerTerminal.Shown] = [:]

    init(desk: PracticeDesk, record: PaperRecord, terminal: LearnerTerminal) {
        self.desk = desk
        self.record = record
        self.terminal = terminal
        session = PaperSession(record, language: terminal.words.language)
    }

    private var now: Int64 { Timestamp(Date()).milliseconds }

    /// Works until the paper is over or left; the paper as it is then.
    func work() throws -> PaperRecord {
        while true {
            if session.isOver(at: now) { return try desk.paper(record.id) }
            try paint()
            // Every second for the clock, and once more at the deadline itself.
            let wait = Int32(min(1000, session.left(at: now) + 1))
            switch terminal.events.next(milliseconds: wait) {
            case .tick: _ = try carryOut(session.unsaved())
            case .resized: terminal.forget()
            case .stop, .hungUp:
                _ = try carryOut(session.unsaved())
                return record
            case .keys(let keys):
                for key in keys {
                    if try carryOut(session.press(key)) { return record }
                }
            }
        }
    }

    /// Whether the sitting ends by it.
    private func carryOut(_ effects: [PaperSession.Effect]) throws -> Bool {
        for effect in effects {
            switch effect {
            case .save(let item, let answer):
                do {
                    record = try desk.answerPaper(record, item: item, with: answer)
                    session.saved(item: item, answer)
                } catch let error as StoreError where error.code == .denied {
                    // Over in the meantime: by the time, or by another terminal.
                    record = try desk.paper(record.id)
                    return true
                }
            case .handIn:
                do { record = try desk.handIn(record) } catch let error as StoreError where error.code == .denied {
                    record = try desk.paper(record.id)
                }
                return true
            case .openViewer: if let said = terminal.open(shown) { session.failed(said) }
            case .leave: return true
            }
        }
        return false
    }

    /// The picture of the item on the screen, made once.
    private var shown: LearnerTerminal.Shown {
        if let known = pictures[session.current] { return known }
        let id = ExerciseID(session.item.prompt.exercise)
        let number = session.current + 1
        let made = LearnerTerminal.picture(of: id, from: desk, number: number, words: terminal.words)
        pictures[session.current] = made
        return made
    }

    private func paint() throws {
        let shown = shown
        let surroundings = ExerciseScreen.Surroundings(
            size: terminal.size,
            place: "\(session.current + 1)/\(session.items.count)",
            left: session.left(at: now),
            picture: terminal.place(of: shown)
        )
        try terminal.paint(ExerciseScreen.screen(session, in: surroundings), shown: shown)
    }
}
