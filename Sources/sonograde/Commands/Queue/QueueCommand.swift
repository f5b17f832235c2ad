import ArgumentParser
import Grading
import Store

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "See what waits for experts, and take images from it.",
        discussion: """
            Flagged images and a fair sample wait here, the most urgent first. Before the answer an expert sees the \
            picture, section, exam type and age, nothing else; --unblind shows the rest, and the audit trail notes it. \
            A claim keeps an image from everybody else until it runs out (setting review.lease).

            Example:
              sonograde queue list --home /srv/sonograde
              sonograde queue next --expert wang --picture next.png
              sonograde queue release 17 --expert wang --skip "not my field"
            """,
        subcommands: [
            QueueListCommand.self, QueueNextCommand.self, QueueShowCommand.self, QueueClaimCommand.self,
            QueueReleaseCommand.self,
        ]
    )
}

/// Which part of the queue is meant.
struct QueueFilterOptions: ParsableArguments {
    @Option(help: "Only first (never judged) or dispute.") var kind: QueueKind?
    @Option(name: .customLong("exam-type"), help: "Only images of exams of this type.") var examType: String?
    @Option(help: "Only this section, or all that begin so: 'abd.*'.") var section: String?

    /// The filter without what needs the blindfold off.
    func filter() throws -> QueueFilter {
        if let examType, ExamCatalogue.examType(examType) == nil {
            let known = ExamCatalogue.examTypes.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "--exam-type \(examType) is not known; known are \(known)")
        }
        return QueueFilter(
            kind: kind,
            examType: examType.map { ExamCatalogue.examType($0)?.id ?? $0 },
            section: section
        )
    }
}

extension QueueKind: ExpressibleByArgument {}

extension QueuePriority: ExpressibleByArgument {
    /// Reads critical, flagged or sampled.
    package init?(argument: String) {
        guard let priority = Self.allCases.first(where: { $0.name == argument }) else { return nil }
        self = priority
    }

    package static var allValueStrings: [String] { allCases.map(\.name) }
}
