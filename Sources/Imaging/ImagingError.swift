/// Why a file gave no picture; the `error` object of the grade contract.
package struct ImagingError: Error, Sendable, Codable, Equatable {
    /// The codes of the contract for files that hold no gradable picture.
    package enum Code: String, Sendable, Codable, CaseIterable {
        case notFound = "not_found"
        case permission
        case empty
        case unsupportedFormat = "unsupported_format"
        case tooLarge = "too_large"
        case truncated
        case corrupt
        case decoderFailed = "decoder_failed"
    }

    /// What kind of failure.
    package let code: Code
    /// One clear English line: what is wrong and what to do about it.
    package let message: String

    /// Names a failure.
    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }
}
