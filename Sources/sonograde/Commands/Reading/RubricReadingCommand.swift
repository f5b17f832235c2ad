import ArgumentParser

struct RubricReadingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading",
        abstract:
            "Learn how strong a fault has to be before people reject a picture: have spoiled pictures read blind.",
        discussion: """
            `rubric validate` calls strength 1 the one at which a person would reject a picture. Whether that holds for \
            your people and pictures you learn here: make the pictures of a reading, let two or more experts answer each for \
            themselves, and sum their answers. How the built-in strengths were read stands in docs/validity.md.

            Example:
              sonograde rubric reading make exports --to reading
              sonograde rubric reading sum reading-key.csv wang.csv liu.csv
            """,
        subcommands: [ReadingMakeCommand.self, ReadingSumCommand.self]
    )
}
