internal import Foundation
internal import Glibc
internal import Store
internal import Synchronization

/// Watches a home's inbox and works it.
///
/// One thread sweeps; `workers` threads take settled exam folders, institutions in turn (`FairSchedule`), each by
/// `ExamTaking` and `Answering`. The sweep is the truth; notices of change only end its wait early.
package final class Watcher: Sendable {
    /// How long to go on.
    package enum Duration: Sendable {
        /// Until `stop`.
        case untilStopped
        /// Until all that was there is worked off; what has not settled within `patience` is named and left.
        case once
    }

    /// What a run came to.
    package struct Summary: Sendable {
        /// Exam folders whose files never came to rest, as institution/folder.
        package var unsettled: [String] = []
        /// Whether something was unreadable, unsure, quarantined or stays where it is.
        package var hasRemarks = false
    }

    struct Shared {
        var failure: (any Error)?
        var hasRemarks = false
        /// Folders in which all that is left ends early.
        var waits: [[UInt8]: Wait] = [:]
        /// When the exams that are being taken were begun, by their place.
        var begun: [[UInt8]: Timestamp] = [:]
    }

    /// What a worker does.
    enum Work: Sendable {
        case take(InboxListing.Exam, seen: [FileName: Settling.Seen])
        /// Answers what waits though no folder was taken here: another process changed it, or was killed before it
        /// had answered.
        case answer
        /// Closes the snapshot whose time has come, beside the exams that are being taken.
        case closeBaseline
        /// Looks through the devices for dead elements and drift.
        case surveyDevices
        /// Writes the reports of the oldest month that has ended and lacks them.
        case writeReports
    }

    struct Wait {
        /// When to look again although nothing changes, in nanoseconds since 1970.
        var until: Int64
        /// The newest change in the folder when it was put off; a newer one ends the wait.
        var newestChange: Int64
    }

    let room: WorkRoom
    private let wake: WakeUp
    private let answering: Answering
    private let baselines: BaselineDesk
    private let devices: DeviceDesk
    private let monthly: MonthlyDesk
    private let schedule = FairSchedule<Work>()
    let shared = Mutex(Shared())

    /// A watcher for a room whose lock the caller holds.
    package init(room: WorkRoom, wake: WakeUp) {
        self.room = room
        self.wake = wake
        answering = Answering(room: room)
        baselines = BaselineDesk(room: room)
        devices = DeviceDesk(room: room)
        monthly = MonthlyDesk(room: room)
    }

    /// Works until the duration is over or `wake.stop()`.
    ///
    /// - Throws: the first `StoreError` or `IntakeError` by which the disk or the store failed; what was not
    ///   acknowledged then still lies in the inbox.
    package func run(_ duration: Duration) throws -> Summary {
        try room.home.restoreFolders()
        try room.vault.prepare()
        try room.vault.clearTemporary()
        try answering.answerAll(stop: wake)
        try retryLeft()
        _ = try baselines.closeDue()

        let crew = (0..<room.examiner.workers).compactMap { _ in startWorker() }
        guard !crew.isEmpty else { throw IntakeError(code: .disk, message: "the system has no thread left to give") }
        var summary: Summary
        do {
            summary = try sweepUntilDone(duration)
        } catch {
            end(crew)
            throw error
        }
        end(crew)
        if let failure = shared.withLock({ $0.failure }) { throw failure }
        // What a worker ended after the last sweep counts too.
        summary.hasRemarks = summary.hasRemarks || shared.withLock { $0.hasRemarks }
        return summary
    }

    // MARK: Sweeping

    private func sweepUntilDone(_ duration: Duration) throws -> Summary {
        var memory = SweepMemory()
        let notices = ChangeNotices()
        let started = room.nowNanoseconds
        var named: Set<FileName> = []
        while true {
            let listing = try InboxListing(of: room.inbox)
            let now = room.nowNanoseconds
            memory.update(with: listing, at: now)
            for folder in listing.watched { notices?.watch(folder: folder.bytes) }
            nameOddities(listing, named: &named)
            let left = Set(try room.store.leftFiles().map(\.file))

            var next: Int64 = now + Int64(room.settings.sweepSeconds * 1e9)
            var unsettled: [String] = []
            var open = 0
            for listed in listing.exams {
                var exam = listed
                exam.files = listed.files.filter { !left.contains(InboxFile($0, of: listed)) }
                if exam.files.isEmpty {
                    removeEmptied(exam, at: now)
                    continue
                }
                open += 1
                if schedule.holds(key: exam.subject) { continue }
                let due = dueTime(of: exam, memory: memory, at: now)
                if due <= now {
                    let seen = Dictionary(
                        exam.files.compactMap { file in memory[file].map { (file.path, $0) } },
                        uniquingKeysWith: { first, _ in first }
                    )
                    schedule.add(.take(exam, seen: seen), key: exam.subject, institution: exam.institution.display)
                } else {
                    next = min(next, due)
                    unsettled.append(exam.subject)
                }
            }
            open += try quarantineStrays(listing, left: left, memory: memory, at: now, next: &next)
            if try answering.hasWaiting { schedule.add(.answer, key: Self.answersKey, institution: Self.answersKey) }

            if try baselines.isDue {
                schedule.add(.closeBaseline, key: Self.baselineKey, institution: Self.baselineKey)
            }

            if try devices.isDue(isResting: schedule.isIdle && unsettled.isEmpty) {
                schedule.add(.surveyDevices, key: Self.devicesKey, institution: Self.devicesKey)
            }

            let begun = shared.withLock { $0.begun.values.min() }
            if !schedule.holds(key: Self.reportsKey), try monthly.dueMonth(openSince: begun) != nil {
                schedule.add(.writeReports, key: Self.reportsKey, institution: Self.reportsKey)
            }

            if wake.isStopping || shared.withLock({ $0.failure != nil }) { return summary([]) }
            if case .once = duration, schedule.isIdle {
                let patienceOver = now - started > Int64(room.settings.patienceSeconds * 1e9)
                if open == 0 || (patienceOver && unsettled.count == open) { return summary(unsettled) }
            }
            wake.wait(seconds: Double(max(0, next - room.nowNanoseconds)) / 1e9 + 0.001, notices: notices)
        }
    }

    /// When a folder is to be taken, in nanoseconds since 1970: when it has settled, or, where all that is left of it
    /// ends early, when that has been waited for long enough.
    private func dueTime(of exam: InboxListing.Exam, memory: SweepMemory, at now: Int64) -> Int64 {
        let files = exam.files.compactMap { memory[$0] }
        let mark = ReceivedFolder(exam, inbox: room.inbox).mark(inbox: room.inbox)
        let settled =
            now
            + Settling.remaining(
                files: files,
                mark: mark,
                settleSeconds: room.settings.settleSeconds,
                at: now
            )
        let newest = Self.newestChange(files, at: now)
        return shared.withLock { shared in
            guard let wait = shared.waits[exam.key] else { return settled }
            if newest > wait.newestChange {
                shared.waits[exam.key] = nil
                return settled
            }
            return max(settled, wait.until)
        }
    }

    private static func newestChange(_ files: some Sequence<Settling.Seen>, at now: Int64) -> Int64 {
        files.map { now - $0.restedNanoseconds(at: now) }.max() ?? now
    }

    private func summary(_ unsettled: [String]) -> Summary {
        Summary(unsettled: unsettled, hasRemarks: shared.withLock { $0.hasRemarks } || !unsettled.isEmpty)
    }

    // MARK: Working

    private func startWorker() -> WorkerThread? {
        WorkerThread { [self] in
            let taking = ExamTaking(room: room, stop: wake)
            while let (key, work) = schedule.next() {
                do {
                    switch work {
                    case .take(let exam, let seen): try take(exam, seen: seen, by: taking)
                    case .answer: try answering.answerAll(stop: wake)
                    case .closeBaseline: _ = try baselines.closeDue()
                    case .surveyDevices: try devices.survey()
                    case .writeReports:
                        let begun = shared.withLock { $0.begun.values.min() }
                        let hasRemarks = try monthly.writeDue(openSince: begun, stop: wake)
                        shared.withLock { $0.hasRemarks = $0.hasRemarks || hasRemarks }
                    }
                } catch {
                    shared.withLock { $0.failure = $0.failure ?? error }
                    wake.wake()
                }
                schedule.finish(key: key)
                wake.wake()
            }
        }
    }

    private func take(_ exam: InboxListing.Exam, seen: [FileName: Settling.Seen], by taking: ExamTaking) throws {
        // Before the moment of receipt is set: a month is complete when nothing of before its end is open.
        let begun = Timestamp(room.now())
        shared.withLock { $0.begun[exam.key] = begun }
        defer { shared.withLock { $0.begun[exam.key] = nil } }
        let outcome = try taking.take(exam) { seen[$0.path] }
        let newest = Self.newestChange(seen.values, at: room.nowNanoseconds)
        shared.withLock { shared in
            shared.hasRemarks = shared.hasRemarks || outcome.hasRemarks
            shared.waits[exam.key] = outcome.waitsUntil.map { Wait(until: $0, newestChange: newest) }
        }
        if !outcome.hasMore { try answering.answerAll(stop: wake) }
    }

    /// No folder's name: it has a NUL.
    private static let answersKey = "\0answers"
    private static let baselineKey = "\0baseline"
    private static let devicesKey = "\0devices"
    private static let reportsKey = "\0reports"

    private func end(_ crew: [WorkerThread]) {
        schedule.close()
        for thread in crew { thread.join() }
    }
}
