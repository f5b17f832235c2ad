import ArgumentParser
import Certificates
import Foundation
import Glibc
import Grading
import Imaging
import Intake
import Store

@main
struct Sonograde: ParsableCommand {
    /// The program's version, written into every grade and certificate.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "sonograde",
        abstract: "Quality control for a network of ultrasound clinics.",
        discussion: """
            Clinics drop exam folders into a home's inbox; each image is measured and graded by a rubric (the first pass, \
            初筛), flagged ones and a fair sample go to experts, and the answer appears in the outbox.

            Try it:
              sonograde init /srv/sonograde
              sonograde simulate --exam /srv/sonograde/inbox/C01/20260315_E1024_abdomen
              sonograde watch --once --home /srv/sonograde
            """,
        version: version,
        subcommands: [
            GradeCommand.self, ShowCommand.self, InitCommand.self, WatchCommand.self, StatusCommand.self,
            ReportCommand.self,
            CertificateCommand.self, KeysCommand.self,
            QueueCommand.self, ReviewCommand.self, DisputeCommand.self, ConsultationCommand.self, ExpertCommand.self,
            QuarantineCommand.self, DuplicatesCommand.self, RegradeCommand.self, BaselineCommand.self,
            RubricCommand.self, SettingsCommand.self, AuditCommand.self, DoctorCommand.self, SimulateCommand.self,
            InstitutionCommand.self, TechnicianCommand.self, DeviceCommand.self, TeacherCommand.self,
            CountyCommand.self,
            CourseCommand.self, TrainingCommand.self,
            PractiseCommand.self, ExamineCommand.self, QuestionCommand.self,
        ]
    )

    /// Runs a command and turns every error into one line and the contract's exit code.
    static func main() {
        Terminal.prepare()
        PictureMemory.keep()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(error)
        }
    }

    private static func end(_ error: any Error) -> Never {
        switch error {
        case let failure as Failure: end(failure.status, failure.message)
        case let error as IntakeError: end(ExitStatus.of(error), "\(error)")
        case let error as StoreError: end(error.code == .denied ? .no : .diskOrStore, "\(error)")
        case let error as CertificateError: end(error.code == .library ? .diskOrStore : .usage, "\(error)")
        case let error as RubricError:
            for mistake in error.mistakes.dropLast() { Terminal.remark("sonograde: \(mistake)") }
            end(.usage, error.mistakes.last.map { "\($0)" } ?? "\(error)")
        case let code as ExitCode: Glibc.exit(code.rawValue)
        default:
            switch exitCode(for: error) {
            case .success: exit(withError: error)
            case .validationFailure: end(.usage, usageMessage(error))
            default: end(.diskOrStore, IntakeError.words(of: error))
            }
        }
    }

    /// What is wrong with the arguments, and where to read more, on one line.
    private static func usageMessage(_ error: any Error) -> String {
        let command = fullMessage(for: error).firstMatch(of: /See '(.+) --help'/).map { String($0.1) } ?? "sonograde"
        // Some messages end in a full stop, others do not.
        return message(for: error).replacing(/\.$/, with: "") + "; see: \(command) --help"
    }

    private static func end(_ status: ExitStatus, _ message: String) -> Never {
        Terminal.remark("sonograde: \(message)")
        Glibc.exit(status.rawValue)
    }
}
