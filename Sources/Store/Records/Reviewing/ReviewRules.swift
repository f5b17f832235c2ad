import GRDB
import Grading

/// An image as the rules about who may read it see it.
struct ReviewTarget {
    let image: Int64
    let exam: ExamRecord
    let standing: ImageStanding
    let status: GradedImage.Status
    /// The machine's own grade in force.
    let gradeID: Int64
    /// The last reading.
    let reviewID: Int64?
    /// What the audit trail calls the image.
    let subject: String

    /// Throws `notFound`.
    init(_ image: Int64, in database: Database) throws {
        guard let row = try database.row(ReviewSQL.target, image) else { throw StoreError.noImage(image) }
        exam = try ExamRecord(database.oneRow(ExamSQL.byID, try row.integer("exam_id")))
        self.image = image
        standing = try row.choice("standing")
        status = try row.choice("status")
        gradeID = try row.integer("grade_id")
        reviewID = try row.optionalInteger("review_id")
        let version = try row.integer("version")
        subject = "\(exam.subject)/\(try row.fileName("name").display)" + (version > 1 ? "@\(version)" : "")
    }

    /// An error about this image.
    func denied(_ message: String) -> StoreError {
        StoreError(code: .denied, message: message, identity: "image \(image)")
    }

    /// Only what counts and can be seen is worth anybody's time.
    func checkCounts() throws {
        switch standing {
        case .superseded: throw denied("a correction took this image's place; look for the new one in the queue")
        case .withdrawn: throw denied("the clinic took the exam back, so nobody reviews it")
        case .current: break
        }
        guard status != .unreadable else {
            throw denied("the file cannot be read as a picture, so nobody can review it")
        }
    }
}

/// Who may hold and read an image, within one transaction.
struct ReviewRules {
    let database: Database
    let expert: String
    let now: Timestamp
    private let standing: ExpertStanding

    /// Throws `denied` for somebody who may not review here.
    init(database: Database, expert: String, now: Timestamp) throws {
        self.database = database
        self.expert = expert
        self.now = now
        standing = try database.expertStanding(expert)
    }

    /// Nobody judges the own institution's or the own pictures.
    func checkNotOwn(_ target: ReviewTarget) throws {
        if case .onRoster(let record) = standing, record.institutions.contains(target.exam.institution.display) {
            throw target.denied("the image is from your own institution; another expert reads it")
        }
        if target.exam.metadata.technician == expert {
            throw target.denied("you are the technician of this exam; another expert reads it")
        }
    }

    /// Whether the expert may read the image, whoever holds it.
    func checkMayRead(_ target: ReviewTarget) throws {
        try target.checkCounts()
        try checkNotOwn(target)
        if try database.row(ReviewSQL.openDispute, target.image) != nil,
            try database.row(ReviewSQL.readingOfExpert, target.image, expert) != nil
        {
            throw target.denied("the clinic objects to a result that you have read; another expert reads it now")
        }
    }

    /// The claim that nobody has ended; it may have run out.
    private func held(_ target: ReviewTarget) throws -> ClaimRecord? {
        try database.row(ReviewSQL.heldClaim, target.image).map { try ClaimRecord($0) }
    }

    /// The claim in force, which is the expert's own; nil for a free image.
    private func ownInForce(_ target: ReviewTarget) throws -> ClaimRecord? {
        guard let claim = try held(target), claim.until > now else { return nil }
        guard claim.expert == expert else {
            throw target.denied("\(claim.expert) holds the image until \(claim.until); take another one or wait")
        }
        return claim
    }

    /// Holds the image until `until`: a new claim, or the own one in force for longer.
    func take(_ target: ReviewTarget, until: Timestamp, _ trail: inout AuditTrail) throws -> ClaimRecord {
        if let own = try ownInForce(target) { return try renew(own, target, until: until, &trail) }
        if let old = try held(target) {
            try database.run(ReviewSQL.endClaim, old.id, "expired", old.until.text, nil)
            try trail.append(.claimExpired, "\(target.subject) by \(old.expert)")
        }
        let row = try database.oneRow(ReviewSQL.addClaim, target.image, expert, now.text, until.text)
        try trail.append(.claimTaken, "\(target.subject) by \(expert)")
        return try ClaimRecord(row)
    }

    /// A lease only grows.
    private func renew(
        _ claim: ClaimRecord,
        _ target: ReviewTarget,
        until: Timestamp,
        _ trail: inout AuditTrail
    ) throws -> ClaimRecord {
        guard until > claim.until else { return claim }
        let row = try database.oneRow(ReviewSQL.renewClaim, claim.id, until.text)
        try trail.append(.claimRenewed, "\(target.subject) by \(expert)")
        return try ClaimRecord(row)
    }

    /// The own claim of that number in force, for longer.
    func renew(
        number: Int64,
        _ target: ReviewTarget,
        until: Timestamp,
        _ trail: inout AuditTrail
    ) throws -> ClaimRecord {
        try renew(try inForce(number: number, target), target, until: until, &trail)
    }

    /// The claim under which a reading is stored: the one named, the own one, or one made for a free image.
    func claimForReading(
        _ target: ReviewTarget,
        number: Int64?,
        _ trail: inout AuditTrail
    ) throws -> ClaimRecord {
        if let number { return try inForce(number: number, target) }
        return try ownInForce(target) ?? take(target, until: now, &trail)
    }

    /// The claim of that number; throws `denied` with the reason where it is not in force or not the expert's.
    private func inForce(number: Int64, _ target: ReviewTarget) throws -> ClaimRecord {
        if let own = try ownInForce(target), own.id == number { return own }
        guard let row = try database.row(ReviewSQL.claim, number), try row.integer("image_id") == target.image else {
            throw target.denied("there is no claim \(number) on this image; claim it first")
        }
        let claim = try ClaimRecord(row)
        guard claim.expert == expert else {
            throw target.denied("claim \(number) is \(claim.expert)'s; claim the image yourself")
        }
        switch try row.text("state") {
        case "held", "expired": throw target.denied("your claim ran out at \(claim.until); claim the image again")
        case "reviewed":
            throw target.denied("claim \(number) ended with your reading, which is stored; claim again to read again")
        default:
            let reason = try row.optionalText("reason").map { " (\($0))" } ?? ""
            throw target.denied("claim \(number) was given back\(reason); claim the image again")
        }
    }

    /// Gives the own claim back, one that has run out unnoticed too.
    func release(_ target: ReviewTarget, skippedBecause reason: String?, _ trail: inout AuditTrail) throws {
        guard let claim = try held(target) else { throw target.denied("you do not hold the image; nobody does") }
        guard claim.expert == expert else {
            throw target.denied("you do not hold the image; \(claim.expert) does, until \(claim.until)")
        }
        try database.run(ReviewSQL.endClaim, claim.id, reason == nil ? "released" : "skipped", now.text, reason)
        try trail.append(
            reason == nil ? .claimReleased : .claimSkipped,
            "\(target.subject) by \(expert)" + (reason.map { ": \($0)" } ?? "")
        )
    }
}

extension StoreError {
    /// An image's number that the store does not have.
    static func noImage(_ id: Int64) -> StoreError {
        StoreError(code: .notFound, message: "the store has no such image", identity: "image \(id)")
    }
}

extension Timestamp {
    /// The moment that many seconds later; a lease may end with the year 9999 and no later.
    func adding(seconds: Double) -> Timestamp {
        let latest = 253_402_300_799_999.0
        return Timestamp(milliseconds: Int64(min(latest, Double(milliseconds) + max(0, seconds) * 1000)))
    }
}
