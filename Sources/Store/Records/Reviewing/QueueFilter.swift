/// How urgent an image is; the raw values are the store's.
package enum QueuePriority: Int64, Sendable, CaseIterable, Comparable {
    /// A critical finding on it.
    case critical = 0
    /// Flagged by the first pass, unsure, or objected to by the clinic.
    case flagged = 1
    /// Only drawn.
    case sampled = 2

    /// The word that people read.
    package var name: String { "\(self)" }

    package static func < (left: QueuePriority, right: QueuePriority) -> Bool { left.rawValue < right.rawValue }
}

/// Why an image is in the queue.
package enum QueueKind: String, Sendable, CaseIterable {
    /// No expert has judged it.
    case first
    /// The clinic objects to the result.
    case dispute
}

/// Which part of the queue is wanted; nil leaves a property open.
package struct QueueFilter: Sendable, Hashable {
    package var priority: QueuePriority?
    package var kind: QueueKind?
    /// As displayed.
    package var institution: String?
    package var examType: String?
    /// Section id, or a prefix that ends in `.` and a star (`abd.*`).
    package var section: String?
    /// Only images that nobody holds.
    package var onlyFree: Bool
    /// Images that the expert has skipped before too.
    package var withSkipped: Bool

    /// All of the queue.
    package init(
        priority: QueuePriority? = nil,
        kind: QueueKind? = nil,
        institution: String? = nil,
        examType: String? = nil,
        section: String? = nil,
        onlyFree: Bool = false,
        withSkipped: Bool = false
    ) {
        self.priority = priority
        self.kind = kind
        self.institution = institution
        self.examType = examType
        self.section = section
        self.onlyFree = onlyFree
        self.withSkipped = withSkipped
    }
}

/// Where a page of the queue ended.
package struct QueueCursor: Sendable, Hashable {
    package var priority: QueuePriority
    package var since: Timestamp
    package var image: Int64

    /// A place in the queue's order.
    package init(priority: QueuePriority, since: Timestamp, image: Int64) {
        self.priority = priority
        self.since = since
        self.image = image
    }

    /// `1/2026-11-21T06:20:00.000Z/17`, for `--after`.
    package var text: String { "\(priority.rawValue)/\(since.text)/\(image)" }

    /// Reads `text`; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let priority = Int64(parts[0]).flatMap(QueuePriority.init(rawValue:)),
            let since = Timestamp(text: String(parts[1])), let image = Int64(parts[2])
        else { return nil }
        self.init(priority: priority, since: since, image: image)
    }
}
