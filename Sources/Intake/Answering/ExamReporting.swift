internal import Foundation
package import Grading
package import Reports
internal import Store

/// One exam's report as the outbox has it, made anew on demand.
package struct ExamReporting: Sendable {
    private let room: WorkRoom

    /// Reports for a room.
    package init(room: WorkRoom) { self.room = room }

    /// The report's bytes; pictures only where the form shows them.
    ///
    /// - Throws: `StoreError` with code `notFound` for an unknown exam.
    package func bytes(
        exam: Int64,
        as format: ReportFormat,
        language: Language,
        columns: Int? = nil
    ) throws -> [UInt8] {
        let detail = try room.store.examDetail(exam)
        let report = try ExamAnswer(room: room).report(
            on: detail,
            answeredAt: detail.exam.answeredAt,
            withPreviews: format == .html || format == .pdf
        )
        return try report.rendered(as: format, language: language, columns: columns)
    }
}
