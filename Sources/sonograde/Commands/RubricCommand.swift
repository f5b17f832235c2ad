import ArgumentParser

struct RubricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric",
        abstract: "Check a rubric file, show the rubrics at hand, try them on pictures, or learn from experts.",
        discussion: """
            A rubric says what is judged, by which limits, and what a technician is told: docs/rubric-format.md. The \
            built-in ones are compiled in; a home's own ones lie in its rubrics folder.

            Example:
              sonograde rubric show abdomen
              sonograde rubric check rubrics/our-abdomen.yaml
              sonograde rubric validate exports
            """,
        subcommands: [
            RubricCheckCommand.self, RubricShowCommand.self, RubricValidateCommand.self, RubricCalibrateCommand.self,
            RubricReadingCommand.self,
        ]
    )
}
