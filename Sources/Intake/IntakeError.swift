/// What went wrong in this room, and with what.
package struct IntakeError: Error, Sendable, CustomStringConvertible {
    /// The kinds, each with one way to end the program (`ExitStatus` in the command line).
    package enum Code: String, Sendable {
        /// The folder is not a home, or a setting in it is wrong.
        case home
        /// Another watcher holds the home.
        case locked
        /// The disk refused to read, write or flush.
        case disk
        /// The store refused or failed; nothing was acknowledged.
        case store
        /// What was named does not exist.
        case notFound
    }

    /// What kind of failure.
    package let code: Code
    /// One clear English line: what is wrong and what to do.
    package let message: String
    /// The file, folder or exam it is about.
    package let identity: String?

    /// Names a failure.
    package init(code: Code, message: String, identity: String? = nil) {
        self.code = code
        self.message = message
        self.identity = identity
    }

    package var description: String { identity.map { "\($0): \(message)" } ?? message }
}
