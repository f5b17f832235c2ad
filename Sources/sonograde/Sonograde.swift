import ArgumentParser
import Foundation
import Glibc
import Grading
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
              cp -r 20260315_E1024_abdomen /srv/sonograde/inbox/C01/
              sonograde watch --once --home /srv/sonograde
            """,
        version: version,
        subcommands: [
            GradeCommand.self, InitCommand.self, WatchCommand.self, StatusCommand.self, ReportCommand.self,
            QuarantineCommand.self, RegradeCommand.self, RubricCommand.self, SettingsCommand.self, AuditCommand.self,
            DoctorCommand.self, SimulateCommand.self,
        ]
    )

    /// Runs a command and turns every error into one line and the contract's exit code.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            end(failure.status, failure.message)
        } catch let error as IntakeError {
            end(ExitStatus.of(error) ?? .diskOrStore, "\(error)")
        } catch let error as StoreError {
            end(.diskOrStore, "\(error)")
        } catch let error as RubricError {
            end(.usage, "\(error)")
        } catch let error as GradeOutput.Failure {
            end(.diskOrStore, error.message)
        } catch {
            exit(withError: error)
        }
    }

    private static func end(_ status: ExitStatus, _ message: String) -> Never {
        Terminal.remark("sonograde: \(message)")
        Glibc.exit(status.rawValue)
    }
}
