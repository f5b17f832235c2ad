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
