internal import Grading
internal import Imaging
internal import Store

/// What became of one file of a folder before the transaction.
struct CopiedFile: Sendable {
    enum Content: Sendable {
        /// Copied and judged.
        case original(VaultDraft, GradedImage)
        /// The very bytes that are there under that name.
        case reDrop(sha256: String, bytes: Int64)
        /// Not what the sweep saw; the next one sees it.
        case changed
        /// Ends early; looked at again then, in nanoseconds since 1970.
        case waiting(until: Int64)
        /// Cannot be read.
        case left(code: String, message: String)
    }

    var file: InboxListing.File
    var content: Content
    /// The picture's near profile, for the device's stack.
    var near: NearProfile?
    /// By what the picture is known again; nil where there is none.
    var fingerprint: PictureFingerprint?

    var isReady: Bool {
        switch content {
        case .original, .reDrop: true
        case .changed, .waiting, .left: false
        }
    }

    var isChanged: Bool {
        if case .changed = content { return true }
        return false
    }

    var waitsUntil: Int64? {
        if case .waiting(let until) = content { return until }
        return nil
    }
}
