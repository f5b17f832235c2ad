import Foundation
import Grading
import ReviewDesk
import Store

/// Practice on a terminal, one exercise after another.
enum InteractivePractice {
    /// Practises until the sitting is over or the learner leaves; then says what was done.
    static func run(
        desk: PracticeDesk,
        wish: PracticeDesk.Wish,
        language: Language,
        options: ReviewScreenOptions
    ) throws {
        let words = PracticeWords(language)
        let exercises = try answering { try desk.sitting(wish) }
        guard !exercises.isEmpty else {
            throw Failure(.no, "no exercise fits: nothing is due, and everything of this kind was answered already")
        }
        let terminal = try LearnerTerminal(words: words, options: options, otherwise: "give --from FILE with answers")
        let sitting = PracticeSitting(desk: desk, exercises: exercises, terminal: terminal, opensAll: options.open)
        let failure: (any Error)?
        do {
            try sitting.work()
            failure = nil
        } catch {
            failure = error is RawTerminal.Gone ? Failure(.diskOrStore, "the terminal is gone") : error
        }
        terminal.close()
        if sitting.answered > 0 {
            Terminal.remark(words.tally(answered: sitting.answered, right: sitting.right))
        }
        if let failure { throw failure }
    }
}

/// One sitting of practice: carries keys to the state machine and its effects to the desk.
final class PracticeSitting {
    private(set) var answered = 0
    private(set) var right = 0
    private let desk: PracticeDesk
    private let terminal: LearnerTerminal
    private let opensAll: Bool
    private var queue: [ExerciseID]
    /// Cards that were missed and have come again already.
    private var repeated: Set<String> = []

    init(desk: PracticeDesk, exercises: [ExerciseID], terminal: LearnerTerminal, opensAll: Bool) {
        self.desk = desk
        self.terminal = terminal
        self.opensAll = opensAll
        queue = exercises
    }

    /// Works until there is an end.
    func work() throws {
        var number = 0
        while number < queue.count {
            let id = queue[number]
            number += 1
            guard try work(id, number: number) else { return }
        }
    }

    /// Shows one exercise until it is done; false when the learner leaves.
    private func work(_ id: ExerciseID, number: Int) throws -> Bool {
        let exercise = try desk.exercise(id)
        var session = ExerciseSession(exercise.prompt, language: terminal.words.language)
        let picture = LearnerTerminal.picture(of: id, from: desk, number: 2 * number, words: terminal.words)
        // Made when it is asked for.
        var untouched: LearnerTerminal.Shown?
        var shown: LearnerTerminal.Shown { session.showsUntouched ? untouched ?? picture : picture }
        try paint(session, shown, number: number)
        terminal.forgetTyped()
        if opensAll, shown.picture != nil, let said = terminal.open(shown) { session.failed(said) }
        while true {
            if session.showsUntouched, untouched == nil {
                untouched = LearnerTerminal.picture(
                    of: id,
                    from: desk,
                    untouched: true,
                    number: 2 * number + 1,
                    words: terminal.words
                )
            }
            try paint(session, shown, number: number)
            switch terminal.events.next(milliseconds: 60_000) {
            case .tick: continue
            case .resized: terminal.forget()
            case .stop, .hungUp: return false
            case .keys(let keys):
                for effect in keys.flatMap({ session.press($0) }) {
                    switch effect {
                    case .submit(let answer): try submit(answer, to: exercise, &session)
                    case .next: return true
                    case .leave: return false
                    case .openViewer: if let said = terminal.open(shown) { session.failed(said) }
                    }
                }
            }
        }
    }

    private func submit(_ answer: ExerciseAnswer, to exercise: Exercise, _ session: inout ExerciseSession) throws {
        // A second Enter in one write belongs to what comes then.
        guard session.answered == nil else { return }
        let outcome = try desk.answer(exercise, with: answer)
        session.outcome(outcome)
        answered += 1
        if outcome.answer.mark.isRight {
            right += 1
        } else if repeated.insert(exercise.key.card).inserted, let again = try desk.again(exercise) {
            queue.append(again)
        }
    }

    private func paint(_ session: ExerciseSession, _ shown: LearnerTerminal.Shown, number: Int) throws {
        let surroundings = ExerciseScreen.Surroundings(
            size: terminal.size,
            place: "\(number)/\(queue.count)",
            picture: terminal.place(of: shown)
        )
        try terminal.paint(ExerciseScreen.screen(session, in: surroundings), shown: shown)
    }
}
