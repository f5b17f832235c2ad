import GRDB
import Grading

import struct Foundation.Date

extension Store {
    // MARK: Looking at an image

    /// Everything about one image that a review needs, read in one snapshot; `now` decides whether a claim is in force.
    ///
    /// Throws `notFound`.
    package func reviewSubject(
        image: Int64,
        at now: Timestamp = Timestamp(Date())
    ) throws(StoreError) -> ReviewSubject {
        try read { database in
            let target = try ReviewTarget(image, in: database)
            var detail = try ImageDetail(database.oneRow(ImageSQL.detailOfImage, image))
            detail.reviews = try database.rows(ReviewSQL.ofImage, image).map { try ReviewRecord($0) }
            detail.disputes = try database.rows(ReviewSQL.disputesOfImage, image).map { try DisputeRecord($0) }
            detail.consultations = try database.rows(ReviewSQL.consultationsOfImage, image)
                .map { try ConsultationRecord($0) }
            let claim = try database.row(ReviewSQL.heldClaim, image).map { try ClaimRecord($0) }
            return ReviewSubject(
                exam: target.exam,
                image: detail,
                isCurrent: target.standing == .current,
                machineGradeID: target.gradeID,
                queued: try database.row(QueueSQL.item, now.text, image).map { try QueueItem($0) },
                claim: claim.flatMap { $0.until > now ? $0 : nil },
                reviews: detail.reviews,
                disputes: detail.disputes,
                consultations: detail.consultations
            )
        }
    }

    /// Current images whose bytes' hash begins so; none for a text that is no beginning of a hash.
    package func images(sha256Prefix: String, limit: Int) throws(StoreError) -> [Int64] {
        let prefix = sha256Prefix.lowercased()
        let digits = Set("0123456789abcdef".utf8)
        guard (1...64).contains(prefix.utf8.count), prefix.utf8.allSatisfy(digits.contains) else { return [] }
        return try read { database in
            try database.rows(ReviewSQL.imagesOfContent, prefix, prefix + "g", limit).map { try $0.integer("id") }
        }
    }

    /// The current images of that institution, exam folder (as dropped, or the answer's) and file, all as displayed.
    package func image(institution: String, folder: String, file: String) throws(StoreError) -> [Int64] {
        try read { database in
            try database.rows(
                ReviewSQL.imagesOfName,
                institution,
                FileName(folder).key,
                folder,
                FileName(file).key,
                file
            ).map { try $0.integer("id") }
        }
    }

    /// Notes that somebody saw more than the blind view; `image` is nil for a list of the queue.
    ///
    /// Throws `notFound`.
    package func noteUnblinding(image: Int64?, by actor: String, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let subject = try image.map { try ReviewTarget($0, in: database).subject } ?? "queue"
            try trail.append(.imageUnblinded, "\(subject) by \(actor)")
        }
    }

    // MARK: Readings

    /// Stores a reading in one transaction: it becomes the final one, ends the claim, takes the image out of the queue,
    /// settles an open dispute, opens a consultation, and the exam is to be answered again.
    ///
    /// Throws `notFound`, `refused` for a grade that contradicts itself, and `denied` with the reason; then nothing was
    /// stored.
    package func commitReview(_ commit: ReviewCommit, at now: Timestamp) throws(StoreError) -> ReviewRecord {
        try writeAudited(at: now) { database, trail in
            let rules = try ReviewRules(database: database, expert: commit.expert, now: now)
            let target = try ReviewTarget(commit.image, in: database)
            try rules.checkMayRead(target)
            let claim = try rules.claimForReading(target, number: commit.claim, &trail)
            guard commit.machineGradeID == target.gradeID else {
                throw target.denied("the first pass graded the image anew since you saw it; open it again")
            }
            let document = try ExpertGradeDocument(commit.grade)
            // What an expert looked at in another process counts, whether the reading says so or not.
            let sawMore = try database.row(ReviewSQL.unblinding, "\(target.subject) by \(commit.expert)") != nil
            let dispute = try database.row(ReviewSQL.openDispute, target.image).map { try DisputeRecord($0) }
            try database.run(ExamSQL.raiseRevision, target.exam.id, now.text)
            let id = try database.oneRow(
                ReviewSQL.add,
                target.image,
                commit.expert,
                claim.at.text,
                now.text,
                commit.wasUnblinded || sawMore ? 1 : 0,
                target.gradeID,
                dispute?.id,
                target.exam.revision + 1,
                document.scoreTenths,
                commit.grade.level?.rawValue,
                document.text
            ).integer("id")
            try database.run(
                ReviewSQL.setLast,
                target.image,
                id,
                document.scoreTenths,
                commit.grade.level?.rawValue
            )
            try ReviewFigures(database: database).note(review: id, commit.grade)
            try database.run(ReviewSQL.endClaim, claim.id, "reviewed", now.text, nil)
            try trail.append(.imageReviewed, "\(target.subject) by \(commit.expert)", record: .review(id))
            if let dispute {
                try database.run(ReviewSQL.settleDispute, dispute.id, id)
                try trail.append(.disputeSettled, target.subject, record: .dispute(dispute.id))
            }
            if let question = commit.grade.answers.consultation {
                let consultation = try database.oneRow(
                    ReviewSQL.addConsultation,
                    target.image,
                    id,
                    commit.expert,
                    question,
                    now.text
                ).integer("id")
                try trail.append(
                    .consultationAsked,
                    "\(target.subject) by \(commit.expert)",
                    record: .consultation(consultation)
                )
            }
            try QueueWriter(database: database, now: now).follow(target.image)
            try trail.append(.examReviewed, target.exam.subject, record: .exam(target.exam.id))
            return try ReviewRecord(database.oneRow(ReviewSQL.byID, id))
        }
    }

    // MARK: Disputes

    /// Stores a clinic's objection; the image waits for another expert, and the exam is to be answered again.
    ///
    /// The same words again while the objection is open are that objection. Throws `notFound`, and `denied` while
    /// another one is open and for an image that does not count.
    package func dispute(
        image: Int64,
        text: String,
        by: String?,
        at now: Timestamp
    ) throws(StoreError) -> DisputeRecord {
        try writeAudited(at: now) { database, trail in
            let target = try ReviewTarget(image, in: database)
            try target.checkCounts()
            if let open = try database.row(ReviewSQL.openDispute, image).map({ try DisputeRecord($0) }) {
                if open.text == text { return open }
                throw target.denied("an objection of \(open.at) is open; another expert reads the image for it first")
            }
            let id = try database.oneRow(ReviewSQL.addDispute, image, text, by, now.text, target.reviewID)
                .integer("id")
            try database.run(ExamSQL.raiseRevision, target.exam.id, now.text)
            try QueueWriter(database: database, now: now).follow(image)
            try trail.append(.imageDisputed, target.subject, record: .dispute(id))
            try trail.append(.examReviewed, target.exam.subject, record: .exam(target.exam.id))
            return try DisputeRecord(database.oneRow(ReviewSQL.dispute, id))
        }
    }

    // MARK: Consultations

    /// Questions to further experts, newest first; `before` is the last page's last id.
    ///
    /// For an expert: what that expert may answer, and what that expert asked or answered. Open ones are of images that
    /// count.
    package func consultations(
        state: ConsultationRecord.State?,
        for expert: String?,
        before: Int64?,
        limit: Int
    ) throws(StoreError) -> [ConsultationRecord] {
        let statement =
            switch state {
            case nil: ReviewSQL.consultations
            case .open: ReviewSQL.openConsultations
            case .answered: ReviewSQL.answeredConsultations
            }
        return try read { database in
            try database.rows(statement, before ?? .max, expert, max(0, limit)).map { try ConsultationRecord($0) }
        }
    }

    /// Stores another expert's answer; the exam is to be answered again.
    ///
    /// The same answer again by the same expert is that answer. Throws `notFound`, and `denied` for the expert who
    /// asked, for the own institution, and where there is an answer.
    package func answerConsultation(
        _ id: Int64,
        answer: String,
        expert: String,
        at now: Timestamp
    ) throws(StoreError) -> ConsultationRecord {
        try writeAudited(at: now) { database, trail in
            guard let row = try database.row(ReviewSQL.consultation, id) else {
                throw StoreError(
                    code: .notFound,
                    message: "there is no such consultation",
                    identity: "consultation \(id)"
                )
            }
            let record = try ConsultationRecord(row)
            if record.answer == answer, record.answeredBy == expert { return record }
            let rules = try ReviewRules(database: database, expert: expert, now: now)
            let target = try ReviewTarget(record.image, in: database)
            try target.checkCounts()
            try rules.checkNotOwn(target)
            guard record.askedBy != expert else {
                throw target.denied("you asked consultation \(id); another expert answers it")
            }
            if let answered = record.answeredBy {
                throw target.denied("\(answered) has answered consultation \(id)")
            }
            try database.run(ReviewSQL.answerConsultation, id, answer, expert, now.text)
            try database.run(ExamSQL.raiseRevision, target.exam.id, now.text)
            try trail.append(
                .consultationAnswered,
                "\(target.subject) by \(expert)",
                record: .consultation(id)
            )
            try trail.append(.examReviewed, target.exam.subject, record: .exam(target.exam.id))
            return try ConsultationRecord(database.oneRow(ReviewSQL.consultation, id))
        }
    }
}
