import ArgumentParser
import Foundation
import Grading
import Intake
import ReviewDesk
import Store

/// Who practises or sits a paper.
struct LearnerOption: ParsableArguments {
    @Option(
        name: .customLong("technician"),
        help: ArgumentHelp(
            "Who learns: institution and code, as exams name them (C01/zhang); else SONOGRADE_TECHNICIAN.",
            valueName: "institution/code"
        )
    )
    var named: String?

    /// The learner.
    ///
    /// - Throws: exit 64 where nobody said one, or not in this form.
    func learner() throws(Failure) -> Learner {
        let variable = ProcessInfo.processInfo.environment["SONOGRADE_TECHNICIAN"].flatMap { $0.isEmpty ? nil : $0 }
        guard let text = named ?? variable else {
            throw Failure(
                .usage,
                "who learns? give --technician C01/zhang: the institution and the code of the technician"
            )
        }
        guard let learner = Learner(text) else {
            throw Failure(
                .usage,
                "--technician \(text): give institution and code with one slash between, as in C01/zhang"
            )
        }
        return learner
    }
}

/// Which exercises are wanted.
struct ExerciseOptions: ParsableArguments {
    @Option(
        help: """
            Only exercises of this kind: theory, expert (stored pictures), altered (stored pictures with a fault put in), \
            simulated; may be repeated.
            """
    )
    var kind: [ExerciseID.Kind] = []

    @Option(help: ArgumentHelp("Only this training topic, T01 to T12; may be repeated.", valueName: "topic"))
    var topic: [String] = []

    @Flag(help: "Only the topics that the learner's own images ask for (see: sonograde training plan).")
    var planned = false

    @Option(help: "How many exercises.") var count = 10

    @Option(help: "Decides which new exercises come; else they are drawn at random.") var seed: UInt64?

    func validate() throws {
        guard (1...500).contains(count) else { throw ValidationError("--count is \(count); allowed: 1 to 500") }
        try Topics.check(topic)
        if planned, !topic.isEmpty {
            throw ValidationError("--planned goes without --topic: the plan names the topics")
        }
    }

    /// What is wanted of a learner's desk.
    ///
    /// - Throws: exit 2 where the plan asks for nothing.
    func wish(of desk: PracticeDesk) throws -> PracticeDesk.Wish {
        let topics = try planned ? desk.plannedTopics() : topic
        if planned, topics.isEmpty {
            throw Failure(
                .no,
                "\(desk.learner): the images of the last 30 days ask for no training; leave --planned out"
            )
        }
        return PracticeDesk.Wish(
            kinds: kind.isEmpty ? Set(ExerciseID.Kind.allCases) : Set(kind),
            topics: Set(topics),
            count: count,
            seed: seed
        )
    }
}

extension ExerciseID.Kind: ExpressibleByArgument {}

/// Training topics on the command line.
enum Topics {
    static func check(_ topics: [String]) throws {
        if let wrong = topics.first(where: { !PracticeTopic.all.contains($0) }) {
            throw ValidationError(
                "--topic \(wrong) is not known; allowed: \(PracticeTopic.all.joined(separator: ", "))"
            )
        }
    }
}

extension OpenHome {
    /// The built-in questions and those in the home's folder `questions`.
    func questionBank() throws -> QuestionBank {
        let folder = home.path + "/questions"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        return try QuestionBank(own: try names.map { try QuestionFile.source("\(folder)/\($0)") })
    }

    /// The desk of a learner.
    func practiceDesk(for learner: Learner) throws -> PracticeDesk {
        try PracticeDesk(room: room(), learner: learner, bank: try questionBank())
    }
}

/// A file of questions on disk.
enum QuestionFile {
    static func source(_ path: String) throws(Failure) -> RubricSource {
        let file = try InputFile(path)
        var bytes: [UInt8] = []
        while let more = try file.read() { bytes += more }
        return RubricSource(name: path, bytes: bytes)
    }
}
