import GRDB

/// What was found when all devices of a home were looked through at one moment.
package struct StoredDeviceSurvey: Sendable, Equatable {
    /// Images received up to here counted.
    package var lookedAt: Timestamp
    /// Number of the newest image that there was.
    package var newestImage: Int64
    /// What was found, as JSON.
    package var document: String

    /// A survey.
    package init(lookedAt: Timestamp, newestImage: Int64, document: String) {
        self.lookedAt = lookedAt
        self.newestImage = newestImage
        self.document = document
    }
}

extension Store {
    /// The newest survey of devices up to a moment; nil before the first.
    package func deviceSurvey(until moment: Timestamp) throws(StoreError) -> StoredDeviceSurvey? {
        try read { database in
            try database.row(DeviceSurveySQL.newest, moment.text).map { row in
                StoredDeviceSurvey(
                    lookedAt: try row.timestamp("looked_at"),
                    newestImage: try row.integer("newest_image"),
                    document: try row.text("document")
                )
            }
        }
    }

    /// When the newest survey of devices up to a moment was, and how many images there were; nil before the first.
    ///
    /// What it found is not read: a watcher asks at every sweep.
    package func deviceSurveyMoment(
        until moment: Timestamp
    ) throws(StoreError) -> (lookedAt: Timestamp, newestImage: Int64)? {
        try read { database in
            try database.row(DeviceSurveySQL.newestMoment, moment.text).map { row in
                (try row.timestamp("looked_at"), try row.integer("newest_image"))
            }
        }
    }

    /// Number of the newest image; 0 in an empty store.
    package func newestImage() throws(StoreError) -> Int64 {
        try read { try $0.oneRow(DeviceSurveySQL.newestImage).integer("newest") }
    }

    /// Keeps a survey.
    package func keep(_ survey: StoredDeviceSurvey) throws(StoreError) {
        try write { database in
            try database.run(DeviceSurveySQL.add, survey.lookedAt.text, survey.newestImage, survey.document)
        }
    }
}
