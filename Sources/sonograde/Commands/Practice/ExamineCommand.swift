import ArgumentParser
import Foundation
import Glibc
import Grading
import Intake
import Reports
import ReviewDesk
import Store

/// Which paper is wanted: a course's, or a trial one made up as asked for.
struct PaperOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The course that the mark goes to; without it a trial paper.", valueName: "course"))
    var course: String?
    @Option(help: "Of a trial paper: questions of theory; else 20.") var questions: Int?
    @Option(help: "Of a trial paper: pictures, stored or made; else 5.") var pictures: Int?
    @Option(
        help: ArgumentHelp(
            "Of a trial paper: only this training module, T01 to T12; may be repeated.",
            valueName: "module"
        )
    )
    var topic: [String] = []
    @Option(help: "Of a trial paper: minutes from start to end; else 30.") var minutes: Int?
    @Option(name: .customLong("pass-mark"), help: "Of a trial paper: points of 100 that pass; else 60.")
    var passMark: Double?
    @Option(help: "Of a trial paper: the same seed gives the same paper from the same bank and store.")
    var seed: UInt64?

    func validate() throws {
        try Topics.check(topic)
        let isMadeUp = [questions, pictures, minutes].contains { $0 != nil } || passMark != nil || seed != nil
        if let course, isMadeUp || !topic.isEmpty {
            throw ValidationError("what a course's paper has is set by: sonograde examine plan \(course)")
        }
    }

    /// Starts it.
    func start(_ desk: PracticeDesk) throws -> PaperRecord {
        if let course { return try desk.startPaper(course: course) }
        let usual = PaperPlan.usual(topics: topic, bank: desk.bank)
        let plan = PaperPlan(
            questions: questions ?? usual.questions,
            pictures: pictures ?? usual.pictures,
            topics: topic,
            minutes: minutes ?? usual.minutes,
            passMark: passMark ?? usual.passMark
        )
        return try desk.startPaper(plan, seed: seed)
    }

    /// The open paper must be the one that is wanted.
    func check(_ open: PaperRecord) throws(Failure) {
        guard let course, open.course != course else { return }
        let what = open.course.map { "of course \($0)" } ?? "a trial"
        throw Failure(
            .no,
            "paper \(open.id), \(what), is still open until \(open.deadline); go on with it without --course"
        )
    }
}

struct ExamineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examine",
        abstract: "Sit a timed paper on a terminal, or set and answer one in scripts; marked by rule.",
        discussion: """
            A paper is drawn by a seed from the bank and the pictures and kept with its key. Its time runs from the start \
            and does not stop when the terminal closes: the same command goes on with it. What is answered when the time \
            is over counts. Every answer is kept. With --course the mark goes to the course's theory part, as often as the \
            course allows; without, it is a trial that counts for nothing.

            Examples:
              sonograde examine --technician C01/zhang --course T03A
              sonograde examine start --technician C01/zhang --questions 10 --seed 7
              sonograde examine answer 12 --technician C01/zhang --from answers.jsonl
              sonograde examine show 12
            """,
        subcommands: [Sit.self, Start.self, Answer.self, Show.self, List.self, Plan.self],
        defaultSubcommand: Sit.self
    )

    struct Sit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sit",
            abstract: "Sit a paper by keys: goes on with the open one, else starts one.",
            discussion: "Example:\n  sonograde examine sit --technician C01/zhang --questions 10 --minutes 15"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @OptionGroup(title: "A new paper") var paper: PaperOptions
        @OptionGroup(title: "By keys") var screen: ReviewScreenOptions
        @OptionGroup var language: LanguageOption

        func run() throws {
            let learner = try technician.learner()
            guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
                throw Failure(
                    .usage,
                    "no terminal: set a paper by: sonograde examine start; see: sonograde help examine"
                )
            }
            let opened = try OpenHome.forWriting(try home.home())
            let language = language.language(home: opened.settings.language)
            try answeringPaper {
                let desk = try opened.practiceDesk(for: learner)
                if let open = try desk.openPaper() { try paper.check(open) }
                try InteractivePaper.run(desk: desk, language: language, options: screen) { try paper.start($0) }
            }
        }
    }

    struct Start: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "start",
            abstract: "Start a paper and show its items, without their answers; its time runs from now.",
            discussion: """
                Example:
                  sonograde examine start --technician C01/zhang --pictures-into /tmp/p
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @OptionGroup(title: "The paper") var paper: PaperOptions
        @Option(
            name: .customLong("pictures-into"),
            help: ArgumentHelp("Writes the pictures into this folder as PNG.", valueName: "folder")
        )
        var folder: String?
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let learner = try technician.learner()
            let opened = try OpenHome.forWriting(try home.home())
            let language = language.language(home: opened.settings.language)
            try answeringPaper {
                let desk = try opened.practiceDesk(for: learner)
                let record = try paper.start(desk)
                Terminal.remark(PracticeWords(language).started(record, until: desk.shown(record.deadline)))
                let rows = try record.paper.items.enumerated().map { index, item in
                    let id = ExerciseID(item.prompt.exercise)
                    return ExerciseRow(
                        item.prompt,
                        item: index + 1,
                        picture: try folder.flatMap { folder in
                            try id.flatMap { try PictureFile.write($0, of: desk, into: folder) }
                        }
                    )
                }
                switch output.format {
                case .json: try Terminal.line(CanonicalJSON.text(SetPaper(record, items: rows)))
                default:
                    try RowOutput.write(rows, as: output.format) {
                        for row in $0 { Terminal.write(row.text(language)) }
                    }
                }
            }
        }
    }

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer",
            abstract: "Answer an open paper from a file, and hand it in.",
            discussion: """
                The file holds one object, a list, or one object a line: {"item": 3, "chosen": ["a", "c"]}, with "level": \
                "B" where a level is asked. Of an item the last answer counts. After the deadline nothing is taken.

                Example:
                  sonograde examine answer 12 --technician C01/zhang --from answers.jsonl
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @Argument(help: "The paper's number.") var paper: Int64
        @Option(help: ArgumentHelp("Answers from this file; - is stdin.", valueName: "file")) var from: String?
        @Flag(name: .customLong("hand-in"), help: "Hand the paper in afterwards, if no answer was refused.")
        var handIn = false
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            guard from != nil || handIn else { throw Failure(.usage, "give --from FILE, --hand-in, or both") }
            let learner = try technician.learner()
            let opened = try OpenHome.forWriting(try home.home())
            let language = language.language(home: opened.settings.language)
            try answeringPaper {
                let desk = try opened.practiceDesk(for: learner)
                var record = try desk.paper(paper)
                if let from { record = try answers(record, from: from, desk: desk) }
                if handIn { record = try desk.handIn(record) }
                try PaperOutput.write([record], as: output.format, language: language, desk: desk.shown)
            }
        }

        /// Answers everything in the file; all of it is read and checked before the first is kept.
        private func answers(_ paper: PaperRecord, from: String, desk: PracticeDesk) throws -> PaperRecord {
            let input = try InputFile(from)
            var scanner = ObjectScanner { try input.read() }
            var entries: [(item: Int, answer: ExerciseAnswer)] = []
            var refused = 0
            while let piece = try scanner.next() {
                do throws(ReviewMistakes) {
                    if let problem = piece.problem {
                        throw ReviewMistakes([ReviewMistake(item: "object", message: problem)])
                    }
                    let entry = try PracticeReader.read(piece.bytes)
                    guard let item = entry.item else {
                        throw ReviewMistakes([
                            ReviewMistake(item: "item", message: "is missing; it is the number on the paper")
                        ])
                    }
                    entries.append((item, try paper.paper.checked(entry.answer, item: item)))
                } catch {
                    refused += 1
                    for mistake in error.mistakes { Terminal.remark("line \(piece.line): \(mistake)") }
                }
            }
            if refused > 0 {
                throw Failure(
                    .no,
                    "\(String.counted(refused, "answer")) cannot be taken; nothing was kept, the time runs on"
                )
            }
            if entries.isEmpty { throw Failure(.usage, "\(from) holds no answer; see: sonograde help examine answer") }
            var record = paper
            for entry in entries { record = try desk.answerPaper(record, item: entry.item, with: entry.answer) }
            return record
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a paper that is over: every item with the answer, the key and the mark.",
            discussion: "Example:\n  sonograde examine show 12 --format json"
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "The paper's number.") var paper: Int64
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let opened = try OpenHome.forWriting(try home.home())
            let language = language.language(home: opened.settings.language)
            let record = try answering {
                try PracticeDesk.endOverduePapers(in: opened.room())
                return try opened.store.paper(paper)
            }
            guard record.endedAt != nil else {
                throw Failure(.no, "paper \(paper) is still open until \(record.deadline); its key is shown afterwards")
            }
            try PaperOutput.writeItems(of: record, as: output.format, language: language)
        }
    }

    struct Plan: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan",
            abstract: "Say how a course's papers are drawn, or show it.",
            discussion: """
                Topics and pass mark are the course's own (sonograde course show). With --seed everybody sits the same \
                paper, without each another one.

                Example:
                  sonograde examine plan T03A --questions 30 --pictures 10 --minutes 45
                """
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "The course's id.") var course: String
        @Option(help: "Questions of theory.") var questions: Int?
        @Option(help: "Pictures, stored or made.") var pictures: Int?
        @Option(help: "Minutes from start to end.") var minutes: Int?
        @Option(help: "The one seed of all papers.") var seed: UInt64?

        func run() throws {
            let isAsked = questions == nil && pictures == nil && minutes == nil && seed == nil
            let home = try home.home()
            let opened = try isAsked ? OpenHome.forReading(home) : OpenHome.forWriting(home)
            try answeringPaper {
                let bank = try opened.questionBank()
                let usual = PaperPlan.usual(topics: try opened.store.course(course).topics, bank: bank)
                let before = try opened.store.paperPlan(course: course)
                let plan = CoursePaperPlan(
                    questions: questions ?? before?.questions ?? usual.questions,
                    pictures: pictures ?? before?.pictures ?? usual.pictures,
                    minutes: minutes ?? before?.minutes ?? usual.minutes,
                    seed: seed ?? before?.seed
                )
                if !isAsked { try PracticeDesk.planPapers(plan, course: course, in: opened.room(), bank: bank) }
                let parts = ["\(plan.questions) questions", "\(plan.pictures) pictures", "\(plan.minutes) minutes"]
                let seed = plan.seed.map { ["seed \($0)"] } ?? []
                Terminal.line("\(course): \((parts + seed).joined(separator: ", "))")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List papers, newest first.",
            discussion: "Example:\n  sonograde examine list --technician C01/zhang --format csv"
        )

        @OptionGroup var home: HomeOption
        @Option(help: ArgumentHelp("Only of this technician.", valueName: "institution/code")) var technician: String?
        @Option(help: "At most so many.") var limit = 50
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let opened = try OpenHome.forWriting(try home.home())
            let language = language.language(home: opened.settings.language)
            let learner = try technician.map { text throws(Failure) in
                guard let learner = Learner(text) else {
                    throw Failure(.usage, "--technician \(text): give institution and code, as in C01/zhang")
                }
                return learner
            }
            try PracticeDesk.endOverduePapers(in: opened.room())
            let records = try opened.store.papers(
                institution: learner?.institution,
                technician: learner?.technician,
                limit: limit
            )
            let clock = ReportClock(zone: opened.settings.timezone)
            try PaperOutput.write(records, as: output.format, language: language) { clock.time($0).minute }
        }
    }
}

/// Runs a verb about papers: mistakes and refusals are the answer no.
func answeringPaper<Result>(_ verb: () throws -> Result) throws -> Result {
    do {
        return try answering(verb)
    } catch let mistakes as ReviewMistakes {
        throw ReviewOutput.failure(mistakes)
    }
}
