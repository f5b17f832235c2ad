internal import Foundation
internal import Store
internal import Synchronization

/// Writes the reports of a month that has ended, once, beside the work on the inbox.
final class MonthlyDesk: Sendable {
    private let room: WorkRoom
    private let reports: MonthlyReports
    /// The last month that needs nothing more from this process.
    private let settled = Mutex<String?>(nil)

    /// The desk of a room.
    init(room: WorkRoom) {
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

    /// Whether last month's reports are to be written.
    var isDue: Bool {
        get throws {
            guard room.settings.writesMonthlyReports, let month = reports.lastMonth(at: Timestamp(room.now())) else {
                return false
            }
            if settled.withLock({ $0 == month }) { return false }
            if try !reports.isDone(month: month) && reports.hasReceipts(month: month) { return true }
            settled.withLock { $0 = month }
            return false
        }
    }

    /// Writes last month's reports; what was asked to stop goes on at the next start.
    ///
    /// - Throws: `StoreError` or `IntakeError`.
    func writeDue(stop: WakeUp) throws {
        let now = Timestamp(room.now())
        guard try isDue, let month = reports.lastMonth(at: now),
            let span = ReportSpan(month: month, clock: ReportClock(zone: room.settings.timezone))
        else { return }
        let outcome = try reports.write(span, again: false, now: now, stop: { stop.isStopping })
        if case .written(let count, let folder, let problems) = outcome {
            room.tell(.wroteReports(month: month, reports: count, folder: folder))
            for problem in problems { room.tell(.leftOutOfReports(month: month, problem: problem)) }
        }
        if !stop.isStopping { settled.withLock { $0 = month } }
    }
}
