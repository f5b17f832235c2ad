import GRDB

/// What an exam says for indicators.
package struct IndicatorExam: Sendable, Hashable {
    /// As displayed.
    package var institution: String
    /// The technician's code; nil where nobody was named.
    package var technician: String?
    /// When it was ordered, as the clinic wrote it.
    package var orderedAt: String?
    /// The report's text, of breast exams only.
    package var breastReport: String?
    /// The clinic's own words, only where an order was named.
    package var examJSON: String?
}

extension Store {
    /// Goes through the exams first received in a period, withdrawn ones left out; of one institution where one is named.
    ///
    /// Throws `StoreError`, and what `body` throws.
    package func forEachIndicatorExam(
        institution: String?,
        from: Timestamp,
        until: Timestamp,
        body: (IndicatorExam) throws -> Void
    ) throws {
        try stream { database in
            try database.forEachRow(IndicatorSQL.exams, from.text, until.text, institution) { row in
                try body(
                    IndicatorExam(
                        institution: try row.text("institution"),
                        technician: try row.optionalText("technician"),
                        orderedAt: try row.optionalText("ordered_at"),
                        breastReport: try row.optionalText("breast_report"),
                        examJSON: try row.optionalText("exam_json")
                    )
                )
            }
        }
    }

    /// Goes through the images of a period by people who were on a course, one image at a time.
    ///
    /// Throws `StoreError`, and what `body` throws.
    package func forEachTrainedImage(
        institution: String?,
        from: Timestamp,
        until: Timestamp,
        body: (TrainedImage) throws -> Void
    ) throws {
        try stream { database in
            var last: (id: Int64, image: TrainedImage)?
            try database.forEachRow(IndicatorSQL.trainedImages, from.text, until.text, institution) { row in
                let id = try row.integer("image_id")
                if let before = last, before.id != id { try body(before.image) }
                var image = TrainedImage(at: try row.timestamp("period_at"))
                if let before = last, before.id == id { image = before.image }
                let topics = try row.text("topics").split(separator: ",").map(String.init)
                image.trainings.insert(TrainedImage.Training(endsOn: try row.text("ends_on"), topics: topics))
                if let code = try row.optionalText("code") { image.findings.insert(code) }
                last = (id, image)
            }
            if let last { try body(last.image) }
        }
    }

    /// How many certificates that stand were awarded from one day to before another, `yyyy-MM-dd`.
    package func certificateCount(institution: String?, from: String, until: String) throws(StoreError) -> Int {
        try read { try $0.oneRow(IndicatorSQL.certificates, from, until, institution).count("certificates") }
    }

    /// Whether any course is on record.
    package var hasCourses: Bool {
        get throws(StoreError) { try read { try $0.row(IndicatorSQL.course) != nil } }
    }
}

/// An image by somebody who was on a course, before or after it.
package struct TrainedImage: Sendable, Hashable {
    /// A course.
    package struct Training: Sendable, Hashable {
        /// Its last day, `yyyy-MM-dd`.
        package var endsOn: String
        /// Ids of `TrainingTopic`.
        package var topics: [String]

        /// A course.
        package init(endsOn: String, topics: [String]) { (self.endsOn, self.topics) = (endsOn, topics) }
    }

    /// When its exam was received.
    package var at: Timestamp
    package var trainings: Set<Training> = []
    /// Codes of its findings, information left out.
    package var findings: Set<String> = []
}
