import ArgumentParser
import Grading
import Intake
import Reports
import ReviewDesk
import Store

extension ExamineCommand {
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
