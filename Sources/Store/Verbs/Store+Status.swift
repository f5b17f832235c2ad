import GRDB
import Grading

extension Store {
    /// The home's figures at this moment, read in one snapshot.
    package func statusCounts() throws(StoreError) -> StatusCounts {
        try read { database in
            var exams: [ExamState: Int] = [:]
            for row in try database.rows(StatusSQL.examsByState) {
                exams[try row.choice("state")] = try row.count("exams")
            }
            let quarantine = try database.oneRow(StatusSQL.quarantineOpen)
            let inbox = try database.oneRow(StatusSQL.inboxFiles)
            return StatusCounts(
                exams: exams,
                images: try database.rows(StatusSQL.imagesByOutcome).map { row in
                    StatusCounts.ImageGroup(
                        status: try row.choice("status"),
                        level: try row.optionalChoice("level"),
                        route: try row.choice("route"),
                        count: try row.count("images")
                    )
                },
                quarantineOpen: try quarantine.count("entries"),
                waitingForAnswer: try database.oneRow(StatusSQL.waiting).count("exams"),
                oldestWaiting: try database.oneRow(StatusSQL.oldestWaiting).optionalTimestamp("oldest"),
                oldestQuarantined: try quarantine.optionalTimestamp("oldest"),
                pendingRemovals: try inbox.count("taken"),
                leftFiles: try inbox.count("left_behind"),
                institutions: try database.rows(StatusSQL.institutions).map { row in
                    StatusCounts.InstitutionLine(
                        institution: try row.institution(),
                        isRegistered: try row.integer("is_registered") == 1,
                        firstSeen: try row.timestamp("first_seen"),
                        exams: try row.count("exams"),
                        lastReceived: try row.timestamp("last_received")
                    )
                }
            )
        }
    }
}
