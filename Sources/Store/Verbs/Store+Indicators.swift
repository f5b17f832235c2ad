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
}
