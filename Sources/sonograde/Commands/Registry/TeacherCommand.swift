import ArgumentParser
import Store

struct TeacherCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teacher",
        abstract: "Keep the people who teach courses and mark exams.",
        discussion: """
            A teacher whose workplace is an institution of the network never marks its people.

            Example:
              sonograde teacher add chen --name 陈老师 --workplace C01 --topic T01
              sonograde teacher list
            """,
        subcommands: [
            RegistryAdd<TeacherOptions>.self, RegistryChange<TeacherOptions>.self,
            RegistryRetire<TeacherRecord>.self, RegistryListing<TeacherRecord>.self,
            RegistryImporting<TeacherRecord>.self, RegistryExport<TeacherRecord>.self,
        ]
    )
}

/// What is said of a teacher.
struct TeacherOptions: RegistryOptions {
    typealias Entry = TeacherRecord

    @Option(help: "The name that people read.") var name: String?
    @Option(help: "Professional title (职称), such as 主任医师.") var title: String?
    @Option(help: "Where the teacher works: the code of an institution of the network, or words.")
    var workplace: String?
    @Option(help: "A topic that the teacher teaches, T01 to T12 (sonograde course topics); may be repeated.")
    var topic: [String] = []

    var values: [(field: String, text: String?)] {
        [
            ("name", name), ("title", title), ("workplace", workplace),
            ("topics", topic.isEmpty ? nil : topic.map { $0.uppercased() }.joined(separator: ";")),
        ]
    }
}
