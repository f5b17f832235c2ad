/// Why the room of certificates could not do what was asked.
package struct CertificateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of failure.
    package enum Code: String, Sendable, CaseIterable {
        /// A number, or a part of one, that no certificate can have.
        case number
        /// A key that cannot be read, or of a kind that signs nothing here.
        case key
        /// libcrypto or zlib refused: out of memory, or no provider.
        case library
        /// A text or file that holds no credential, or a status list that is none.
        case unreadable
        /// Values that do not go together.
        case refused
    }

    /// What kind of failure.
    package let code: Code
    /// One English line: what is wrong and what to do.
    package let message: String
    /// The number, key or file it is about; nil where it is about the call as a whole.
    package let identity: String?

    /// Names a failure.
    package init(code: Code, message: String, identity: String? = nil) {
        self.code = code
        self.message = message
        self.identity = identity
    }

    package var description: String { identity.map { "\($0): \(message)" } ?? message }
}
