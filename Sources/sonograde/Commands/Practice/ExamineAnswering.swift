import ArgumentParser
import Grading
import Intake
import ReviewDesk
import Store

extension ExamineCommand {
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

                Ends with 2 when the paper is over by it and not passed.

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
                try record.endIfNotPassed()
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
}
