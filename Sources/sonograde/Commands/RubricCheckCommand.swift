import ArgumentParser
import Foundation
import Grading

struct RubricCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Name every mistake in rubric files with its line, and grade their examples; exit 2 when there is one.",
        discussion: """
            The files may extend one another and the built-in rubrics.

            Example:
              sonograde rubric check rubrics/*.yaml
            """
    )

    @Argument(help: ArgumentHelp("Rubric files.", valueName: "file")) var files: [String]

    func run() throws {
        let sources = try files.map { file in
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw Failure(.usage, "\(file) could not be read; give a rubric file")
            }
            return RubricSource(name: file, bytes: Array(bytes))
        }
        let rubrics: [Rubric]
        do throws(RubricError) {
            rubrics = try RubricLoader.load(sources, extending: BuiltInRubrics.sources)
        } catch {
            throw Self.refusal(error.mistakes)
        }
        // Sources and rubrics stand in the same order: a load without mistakes leaves none out.
        let wrong = zip(sources, rubrics).flatMap { $1.failingExamples(file: $0.name) }
        if !wrong.isEmpty { throw Self.refusal(wrong) }
        for (source, rubric) in zip(sources, rubrics) {
            Terminal.line(
                "\(source.name): \(rubric.id) \(rubric.version), \(rubric.items.count) items, "
                    + "\(rubric.examples.count) examples as expected"
            )
        }
    }

    private static func refusal(_ mistakes: [RubricMistake]) -> Failure {
        for mistake in mistakes { Terminal.remark(mistake.description) }
        return Failure(.no, "\(mistakes.count) mistake\(mistakes.count == 1 ? "" : "s") in the rubric")
    }
}
