import GRDB

extension Store {
    /// A period's readable images by exam type; those of no type are one part.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodMix(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodMixPart] {
        try read { database in
            try PeriodQuery(filter, from: from, until: until, in: database).rows(PeriodSQL.mix).map { row in
                PeriodMixPart(
                    examType: try row.optionalText("exam_type"),
                    graded: try row.count("graded"),
                    passing: try row.count("passing"),
                    readable: try row.count("readable")
                )
            }
        }
    }

    /// Critical findings of a period's images and pictures of several patients, by image and code.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodUrgent(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodUrgent] {
        try read { database in
            try PeriodQuery(filter, from: from, until: until, in: database).rows(PeriodSQL.urgent).map { row in
                guard let state = PeriodUrgent.State(rawValue: try row.integer("state")) else {
                    throw StoreError(code: .corrupt, message: "a finding has a state that none has")
                }
                return PeriodUrgent(
                    image: try row.integer("image_id"),
                    code: try row.text("code"),
                    receivedAt: try row.timestamp("received_at"),
                    state: state
                )
            }
        }
    }
}
