internal import Foundation
package import Store
internal import Synchronization

/// Writes the reports of every month that has ended and lacks them, once, beside the work on the inbox.
package final class MonthlyDesk: Sendable {
    private let room: WorkRoom
    private let reports: MonthlyReports
    /// The last month up to which nothing is missing any more.
    private let settled = Mutex<String?>(nil)

    /// The desk of a room.
    package init(room: WorkRoom) {
        self.room = room
        reports = MonthlyReports(
            home: room.home,
            reporting: PeriodReporting(
                store: room.store,
                library: room.library,
                clock: ReportClock(zone: room.settings.timezone),
                targets: room.settings.targets,
                program: room.program
            ),
            language: room.settings.language,
            program: room.program
        )
    }

    /// The oldest month whose reports are to be written; nil where none is.
    ///
    /// - Parameter openSince: when the oldest of the exams that are being taken was begun, which may still be received
    ///   in that moment's month: such a month is not complete yet.
    /// - Throws: `StoreError`.
    package func dueMonth(openSince: Timestamp? = nil) throws -> ReportSpan? {
        let now = Timestamp(room.now())
        guard room.settings.writesMonthlyReports, let last = reports.lastMonth(at: now) else { return nil }
        if settled.withLock({ $0 == last }) { return nil }
        guard let month = try reports.missingMonths(at: now, most: 1).first else {
            settled.withLock { $0 = last }
            return nil
        }
        let span = ReportSpan(month: month, clock: ReportClock(zone: room.settings.timezone))
        if let openSince, let span, openSince < span.until { return nil }
        return span
    }

    /// Writes one month's reports, the oldest that are missing; what was asked to stop goes on at the next start.
    ///
    /// - Parameter openSince: as for `dueMonth`.
    /// - Returns: whether something had to be left out of them.
    /// - Throws: `StoreError` or `IntakeError`.
    package func writeDue(openSince: Timestamp? = nil, stop: WakeUp) throws -> Bool {
        guard let span = try dueMonth(openSince: openSince) else { return false }
        let now = Timestamp(room.now())
        let outcome = try reports.write(span, again: false, now: now, stop: { stop.isStopping })
        guard case .written(let count, let folder, let problems) = outcome else { return false }
        room.tell(.wroteReports(month: span.label, reports: count, folder: folder))
        for problem in problems { room.tell(.leftOutOfReports(month: span.label, problem: problem)) }
        return !problems.isEmpty
    }
}
