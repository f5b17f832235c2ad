import GRDB

extension Store {
    /// A page of the queue by priority, waiting time and image; `after` is the last page's last place.
    ///
    /// For an expert: only what that expert may take now. Pages go on where the last one ended, whatever left the queue
    /// meanwhile. Throws `notFound` for an institution that is unknown, `denied` for somebody who may not review.
    package func queue(
        _ filter: QueueFilter,
        for expert: String?,
        after: QueueCursor?,
        limit: Int,
        at now: Timestamp
    ) throws(StoreError) -> [QueueItem] {
        try read { database in
            if let expert { _ = try database.expertStanding(expert) }
            return try QueueQuery(filter, expert: expert, at: now, in: database).page(after: after, limit: limit)
        }
    }

    /// How many images of the queue a filter lets through.
    ///
    /// Throws as `queue` does.
    package func queueSize(
        _ filter: QueueFilter,
        for expert: String?,
        at now: Timestamp
    ) throws(StoreError) -> Int {
        try read { database in
            if let expert { _ = try database.expertStanding(expert) }
            return try QueueQuery(filter, expert: expert, at: now, in: database).size()
        }
    }

    /// What the queue holds now, read in one snapshot.
    package func queueCounts(at now: Timestamp) throws(StoreError) -> QueueCounts {
        try read { database in
            var waiting: [QueuePriority: Int] = [:]
            for row in try database.rows(QueueSQL.waiting) {
                guard let priority = QueuePriority(rawValue: try row.integer("priority")) else { continue }
                waiting[priority] = try row.count("images")
            }
            let oldest = try QueuePriority.allCases.compactMap {
                try database.oneRow(QueueSQL.oldest, $0.rawValue).optionalTimestamp("oldest")
            }
            let disputes = try database.oneRow(QueueSQL.disputes)
            let consultations = try database.oneRow(QueueSQL.consultations)
            return QueueCounts(
                waiting: waiting,
                held: try database.oneRow(QueueSQL.held, now.text).count("images"),
                oldest: oldest.min(),
                disputesOpen: try disputes.count("disputes"),
                oldestDispute: try disputes.optionalTimestamp("oldest"),
                consultationsOpen: try consultations.count("consultations"),
                oldestConsultation: try consultations.optionalTimestamp("oldest")
            )
        }
    }

    /// Claims the first image of the queue that the expert may take; nil where there is none.
    ///
    /// An own claim in force that the filter lets through comes first and is renewed, so that nothing stays held after a
    /// crash. Looking and claiming are one transaction: two experts never get the same image.
    package func claimNext(
        _ filter: QueueFilter,
        expert: String,
        leaseSeconds: Double,
        at now: Timestamp
    ) throws(StoreError) -> ClaimRecord? {
        try writeClaim(by: expert, at: now) { rules, trail in
            let query = try QueueQuery(filter, expert: expert, at: now, in: rules.database)
            guard let image = try query.held() ?? query.page(after: nil, limit: 1).first?.image else { return nil }
            let target = try ReviewTarget(image, in: rules.database)
            try rules.checkMayRead(target)
            return try rules.take(target, until: now.adding(seconds: leaseSeconds), &trail)
        }
    }

    /// Claims an image, queued or not; an own claim in force is renewed.
    ///
    /// Throws `notFound`, and `denied` with the reason.
    package func claim(
        image: Int64,
        expert: String,
        leaseSeconds: Double,
        at now: Timestamp
    ) throws(StoreError) -> ClaimRecord {
        try writeClaim(by: expert, at: now) { rules, trail in
            let target = try ReviewTarget(image, in: rules.database)
            try rules.checkMayRead(target)
            return try rules.take(target, until: now.adding(seconds: leaseSeconds), &trail)
        }
    }

    /// Lets a claim in force run on from now.
    ///
    /// Throws `denied` with the reason, for a claim that ran out too.
    package func renew(
        claim: Int64,
        expert: String,
        leaseSeconds: Double,
        at now: Timestamp
    ) throws(StoreError) -> ClaimRecord {
        try writeClaim(by: expert, at: now) { rules, trail in
            guard let row = try rules.database.row(ReviewSQL.claim, claim) else {
                throw StoreError(code: .denied, message: "there is no such claim", identity: "claim \(claim)")
            }
            let target = try ReviewTarget(try row.integer("image_id"), in: rules.database)
            return try rules.renew(number: claim, target, until: now.adding(seconds: leaseSeconds), &trail)
        }
    }

    /// Gives an own claim back; with a reason the expert is not offered the image again unasked.
    ///
    /// Throws `denied` where the expert does not hold the image.
    package func release(
        image: Int64,
        expert: String,
        skippedBecause reason: String?,
        at now: Timestamp
    ) throws(StoreError) {
        try writeClaim(by: expert, at: now) { rules, trail in
            try rules.release(try ReviewTarget(image, in: rules.database), skippedBecause: reason, &trail)
        }
    }

    /// A claim's transaction; it is durable, and `audit.head` follows with the next reading or exam.
    private func writeClaim<Value>(
        by expert: String,
        at now: Timestamp,
        _ body: (ReviewRules, inout AuditTrail) throws -> Value
    ) throws(StoreError) -> Value {
        try write { database in
            var trail = try AuditTrail(database, at: now)
            return try body(ReviewRules(database: database, expert: expert, now: now), &trail)
        }
    }
}
