package import Grading

/// What happens while the inbox is worked, for people who look on.
package enum WatchEvent: Sendable {
    /// The steps of one file, as `--verbose` shows them.
    package enum Stage: String, Sendable {
        case copying, decoding, vaulting, committing, removing, answering
    }

    /// A settled folder is being taken; how many files this round.
    case taking(exam: String, files: Int)
    /// A file, or the exam as a whole, has reached a stage.
    case stage(Stage, subject: String)
    /// An image has its result.
    case graded(exam: String, file: String, result: GradedImage)
    /// A file was quarantined.
    case quarantined(exam: String, file: String, code: String, message: String)
    /// Same name, same bytes, same exam: ignored.
    case reDropped(exam: String, file: String)
    /// A clinic's objection to an image's result was recorded, or is the one in the same words that is there.
    case disputed(exam: String, file: String, isNew: Bool)
    /// A file ends early and is waited for.
    case waiting(exam: String, file: String, seconds: Double)
    /// A file stays where it is, named once.
    case left(path: String, message: String)
    /// A snapshot of what devices usually show was closed.
    case closedBaseline(name: String, keys: Int)
    /// A month's reports were written.
    case wroteReports(month: String, reports: Int, folder: String)
    /// A file of the home has this mistake and was left out of a month's indicators.
    case leftOutOfReports(month: String, problem: String)
    /// An exam's answer stands in the outbox.
    case answered(exam: String, path: String)
}
