import Intake

/// How the program ends; the contract's numbers, decided in this one place.
enum ExitStatus: Int32 {
    /// Done, whatever the grades.
    case done = 0
    /// Done, but something was unreadable, unsure or quarantined.
    case doneWithRemarks = 1
    /// The answer is no.
    case no = 2
    /// Wrong usage.
    case usage = 64
    /// The disk or the store failed and nothing was acknowledged.
    case diskOrStore = 74
    /// Another watcher holds the home.
    case locked = 75
}

/// A way to end with a line for people on stderr.
struct Failure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension ExitStatus {
    /// The status that an error of the intake means.
    static func of(_ error: IntakeError) -> ExitStatus {
        switch error.code {
        case .home, .notFound: .usage
        case .locked: .locked
        case .disk, .store: .diskOrStore
        }
    }
}
