import ArgumentParser
import Glibc
import Grading
import Intake
import ReviewDesk
import Store

struct ExamineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examine",
        abstract: "Sit a timed paper on a terminal, or set and answer one in scripts; marked by rule.",
        discussion: """
            A paper is drawn by a seed from the bank and the pictures and kept with its key. Its time runs from the start \
            and does not stop when the terminal closes: the same command goes on with it. What is answered when the time \
            is over counts. Every answer is kept. With --course the mark goes to the course's theory part, as often as the \
            course allows; without, it is a trial that counts for nothing. A paper that was not passed ends with 2.

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
            discussion: """
                Ends with 0 for a paper that was passed or left open, and with 2 for one that was not passed.

                Example:
                  sonograde examine sit --technician C01/zhang --questions 10 --minutes 15
                """
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
                let record = try InteractivePaper.run(desk: desk, language: language, options: screen) {
                    try paper.start($0)
                }
                try record.endIfNotPassed()
            }
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

extension PaperRecord {
    /// Ends the program with 2, the answer no, for a paper that is over and was not passed.
    func endIfNotPassed() throws(ExitCode) {
        if result?.passed == false { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
