internal import Digests
package import Grading
package import Imaging
package import Intake
package import Store

/// The queue looked at without claiming anything: what may be known before the answer, and the rest only disclosed.
package struct QueueWindow: Sendable {
    private let room: WorkRoom

    /// A window on a room's queue.
    package init(room: WorkRoom) { self.room = room }

    /// One image that waits, as anybody may see it.
    package struct Entry: Sendable {
        package let image: Int64
        package let kind: QueueKind
        package let examType: String?
        package let section: String?
        package let since: Timestamp
        package let claim: ClaimRecord?
        /// Only where it was asked for openly.
        package let priority: QueuePriority?
        /// Only where it was asked for openly.
        package let institution: String?

        init(_ item: QueueItem, disclosed: Bool) {
            image = item.image
            kind = item.kind
            examType = BlindFacts.knownType(item.examType)
            section = item.section
            since = item.since
            claim = item.claim
            priority = disclosed ? item.priority : nil
            institution = disclosed ? item.institution.display : nil
        }
    }

    /// A part of the queue in its order.
    package struct Page: Sendable {
        package let entries: [Entry]
        /// How many the filter takes in all.
        package let total: Int
        /// Where to go on; nil at the end.
        package let next: String?
    }

    /// A page of the queue.
    ///
    /// - Parameters:
    ///   - expert: only what this expert may take; nil for all.
    ///   - after: `Page.next` of the page before.
    ///   - disclosing: who sees priority and institution too, which the audit trail notes; nil for the blind view.
    /// - Returns: nil when `after` is no place in this queue.
    package func page(
        _ filter: QueueFilter,
        for expert: String?,
        after: String?,
        limit: Int,
        disclosing actor: String?
    ) throws -> Page? {
        var start: QueueCursor?
        if let after {
            start = try place(of: after)
            if start == nil { return nil }
        }
        let now = Timestamp(room.now())
        if let actor { try room.store.noteUnblinding(image: nil, by: actor, at: now) }
        let items = try room.store.queue(filter, for: expert, after: start, limit: limit + 1, at: now)
        let shown = items.prefix(limit)
        return Page(
            entries: shown.map { Entry($0, disclosed: actor != nil) },
            total: try room.store.queueSize(filter, for: expert, at: now),
            next: items.count > limit ? try shown.last.map { try text(of: $0.cursor) } : nil
        )
    }

    /// One image as it may be known before the answer.
    package func look(at image: Int64) throws -> UnclaimedCase {
        UnclaimedCase(try room.store.reviewSubject(image: image, at: Timestamp(room.now())), library: room.library)
    }

    /// Everything about an image; the audit trail notes who saw it.
    package func disclose(_ work: UnclaimedCase, to actor: String) throws -> ReviewSubject {
        try room.store.noteUnblinding(image: work.facts.image, by: actor, at: Timestamp(room.now()))
        return work.subject
    }

    /// The way to an image's first-pass score; to be asked for only after `disclose`.
    package func explanation(of work: UnclaimedCase) -> GradeExplanation {
        GradeExplanation(work.subject.image.grade, examType: work.subject.exam.metadata.examType, by: work.rubric)
    }

    /// The blind view of an image; `whole` shows all of it, to be asked for only after `disclose`.
    package func picture(
        of work: UnclaimedCase,
        whole: Bool,
        maxWidth: Int,
        maxHeight: Int
    ) throws -> BlindPicture {
        try Pictures(room: room).picture(
            of: work.subject.image,
            whole: whole,
            maxWidth: maxWidth,
            maxHeight: maxHeight
        )
    }

    // MARK: places that do not tell the priority

    /// The text of a place: the priority in it is turned by a secret that depends on the rest, so that whoever pages
    /// through the blind queue does not read it there.
    private func text(of cursor: QueueCursor) throws -> String {
        try turned(cursor, by: turn(since: cursor.since, image: cursor.image)).text
    }

    private func place(of text: String) throws -> QueueCursor? {
        guard let cursor = QueueCursor(text: text) else { return nil }
        return try turned(cursor, by: -turn(since: cursor.since, image: cursor.image))
    }

    private func turned(_ cursor: QueueCursor, by steps: Int64) -> QueueCursor {
        let count = Int64(QueuePriority.allCases.count)
        var cursor = cursor
        let priority = ((cursor.priority.rawValue + steps) % count + count) % count
        cursor.priority = QueuePriority(rawValue: priority) ?? cursor.priority
        return cursor
    }

    private func turn(since: Timestamp, image: Int64) throws -> Int64 {
        let code = try HMACSHA256.code(key: room.settings.samplingSeed, message: "queue\n\(since.text)\n\(image)".utf8)
        return Int64(code.leading64 % UInt64(QueuePriority.allCases.count))
    }
}
