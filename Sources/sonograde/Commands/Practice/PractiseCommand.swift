import ArgumentParser
import Foundation
import Glibc
import Grading
import Imaging
import Intake
import ReviewDesk
import Store

struct PractiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practise",
        abstract: "Practise on questions and pictures, with the expert's reading after each answer.",
        discussion: """
            Exercises are questions of theory; stored pictures of other institutions that experts have read (scan area and \
            ruler only), as they are, or where the expert found them faultless with a known fault put in; and made \
            pictures with a known fault. What was missed comes again the next day; what is known \
            after 2, 4, 8 … 64 days. Every answer is kept; `progress` shows the agreement with the experts over time.

            Examples:
              sonograde practise --technician C01/zhang
              sonograde practise --technician C01/zhang --topic T01 --kind expert --count 5
              sonograde practise --technician C01/zhang --planned
              sonograde practise draw --technician C01/zhang --pictures /tmp/p
              sonograde practise --technician C01/zhang --from answers.jsonl
              sonograde practise progress --technician C01/zhang
              sonograde practise pool exclude 17 --reason 图中仍可见患者姓名
            """,
        subcommands: [Sit.self, Draw.self, Progress.self, Pool.self],
        defaultSubcommand: Sit.self
    )

    struct Sit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sit",
            abstract: "Answer exercises by keys on a terminal, or from a file.",
            discussion: """
                A file holds one object, a list, or one object a line: {"exercise": "theory/t01-01/7", "chosen": ["a"]}, \
                with "level": "B" where a level is asked; `practise draw` gives the exercises.

                Examples:
                  sonograde practise sit --technician C01/zhang --count 5
                  sonograde practise sit --technician C01/zhang --from answers.jsonl
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @OptionGroup var wanted: ExerciseOptions
        @Option(help: ArgumentHelp("Answers from this file; - is stdin.", valueName: "file")) var from: String?
        @OptionGroup(title: "By keys") var screen: ReviewScreenOptions
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let learner = try technician.learner()
            guard from != nil || (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) else {
                throw Failure(
                    .usage,
                    "no terminal: give --from FILE with answers; exercises come by: sonograde practise draw"
                )
            }
            let opened = try OpenHome.forWriting(try home.home())
            let desk = try answering { try opened.practiceDesk(for: learner) }
            let language = language.language(home: opened.settings.language)
            if let from {
                try ScriptedPractice(desk: desk, language: language, format: output.format).run(file: from)
            } else {
                try InteractivePractice.run(
                    desk: desk,
                    wish: try wanted.wish(of: desk),
                    language: language,
                    options: screen
                )
            }
        }
    }

    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "draw",
            abstract: "Show the exercises that would come, without their answers.",
            discussion: """
                Example:
                  sonograde practise draw --technician C01/zhang --seed 7 --pictures /tmp/p
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @OptionGroup var wanted: ExerciseOptions
        @Option(help: ArgumentHelp("Writes the pictures into this folder as PNG.", valueName: "folder"))
        var pictures: String?
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let learner = try technician.learner()
            let opened = try OpenHome.forReading(try home.home())
            let language = language.language(home: opened.settings.language)
            let desk = try answering { try opened.practiceDesk(for: learner) }
            let rows = try answering {
                try desk.sitting(wanted.wish(of: desk)).map { id in
                    ExerciseRow(
                        try desk.exercise(id).prompt,
                        item: nil,
                        picture: try pictures.map { try PictureFile.write(id, of: desk, into: $0) } ?? nil
                    )
                }
            }
            try RowOutput.write(rows, as: output.format) { rows in
                if rows.isEmpty { Terminal.line(language == .zh ? "没有符合条件的练习" : "no exercise fits") }
                for row in rows { Terminal.write(row.text(language)) }
            }
        }
    }

    struct Progress: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "progress",
            abstract: "Show how the answers agree with the experts', month by month and topic by topic.",
            discussion: """
                AC2 and kappa compare the levels that learner and expert gave, with quadratic weights; a share comes with \
                its 95 % interval.

                Example:
                  sonograde practise progress --technician C01/zhang --from 2026-10
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var technician: LearnerOption
        @Option(help: ArgumentHelp("First month.", valueName: "yyyy-MM")) var from: String?
        @Option(help: ArgumentHelp("Last month.", valueName: "yyyy-MM")) var until: String?
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func validate() throws {
            for month in [from, until].compactMap({ $0 }) where month.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) == nil {
                throw ValidationError("“\(month)” is no month; write it as 2026-11")
            }
        }

        func run() throws {
            let learner = try technician.learner()
            let opened = try OpenHome.forReading(try home.home())
            let desk = try answering { try opened.practiceDesk(for: learner) }
            let record = try desk.record(from: from, until: until)
            let language = language.language(home: opened.settings.language)
            let rows = ProgressRow.all(of: record)
            switch output.format {
            case .json: try Terminal.line(CanonicalJSON.text(ProgressDocument(record)))
            default:
                try RowOutput.write(rows, as: output.format) { _ in
                    Terminal.write(ProgressText.text(record, language: language))
                }
            }
        }
    }
}
