import GRDB
package import Grading

extension Store {
    /// Stored pictures that experts have read and that may be shown to somebody, newest reading first.
    ///
    /// Never one of the learner's own institution, whose people have read the expert's answer to it, and never one that was
    /// kept out (`rulePracticePicture`).
    package func practicePictures(for learner: Learner, limit: Int) throws(StoreError) -> [PracticePicture] {
        try read { database in
            try database.rows(PracticePoolSQL.pictures, learner.institution, max(0, limit)).map { row in
                PracticePicture(
                    image: try row.integer("id"),
                    section: try row.optionalText("section"),
                    level: try row.choice("expert_level")
                )
            }
        }
    }

    /// Every stored picture that practice can use, and those that were kept out, newest reading first.
    ///
    /// - Parameters:
    ///   - isExcluded: true for those alone that are kept out, false for the others; nil for both.
    ///   - before: `reading` of the last one of the page before.
    package func practicePool(
        institution: String? = nil,
        isExcluded: Bool? = nil,
        image: Int64? = nil,
        before: Int64? = nil,
        limit: Int
    ) throws(StoreError) -> [PooledPicture] {
        try read { database in
            try database.rows(
                PracticePoolSQL.pool,
                institution,
                isExcluded.map { $0 ? 1 : 0 },
                image,
                before ?? .max,
                max(0, limit)
            )
            .map { row in
                let image = try row.integer("id")
                return PooledPicture(
                    image: image,
                    institution: try row.text("institution"),
                    section: try row.optionalText("section"),
                    level: try row.choice("expert_level"),
                    expert: try row.text("expert_id"),
                    readAt: try row.timestamp("read_at"),
                    reading: try row.integer("reading"),
                    isExcluded: try row.integer("is_excluded") == 1,
                    rulings: try database.practiceRulings(of: image),
                    attempts: try row.count("attempts"),
                    right: try row.count("right_attempts")
                )
            }
        }
    }

    /// Everything that was said about the use of a picture for practice, oldest first; the last one counts.
    package func practiceRulings(of image: Int64) throws(StoreError) -> [PracticeRuling] {
        try read { try $0.practiceRulings(of: image) }
    }

    /// Keeps a picture out of practice and new papers, or lets it in again; papers that were set keep it.
    ///
    /// - Parameter by: who says so.
    ///
    /// Throws `notFound` for an unknown image, `denied` where it is so already, `refused` without a reason.
    package func rulePracticePicture(
        _ image: Int64,
        isExcluded: Bool,
        because reason: String,
        by: String?,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let identity = "image \(image)"
            guard reason.contains(where: { !$0.isWhitespace }) else {
                throw StoreError(code: .refused, message: "a reason must be given", identity: identity)
            }
            let target = try ReviewTarget(image, in: database)
            let before = try database.practiceRulings(of: image).last
            guard before?.isExcluded ?? false != isExcluded else {
                let since = before.map { " since \($0.at): \($0.reason)" } ?? ""
                let state = isExcluded ? "it is kept out of practice already" : "it is not kept out of practice"
                throw StoreError(code: .denied, message: state + since, identity: identity)
            }
            let id = try database.oneRow(PracticePoolSQL.addRuling, image, isExcluded ? 1 : 0, reason, by, now.text)
                .integer("id")
            try trail.append(
                isExcluded ? .practiceExcluded : .practiceAdmitted,
                target.subject,
                record: .practiceRuling(id)
            )
        }
    }
}

extension Database {
    fileprivate func practiceRulings(of image: Int64) throws -> [PracticeRuling] {
        try rows(PracticePoolSQL.rulings, image).map { row in
            PracticeRuling(
                id: try row.integer("id"),
                isExcluded: try row.integer("is_excluded") == 1,
                reason: try row.text("reason"),
                by: try row.optionalText("said_by"),
                at: try row.timestamp("at")
            )
        }
    }
}
