internal import Reports
internal import Store

/// The waiting times of a period's exams and images.
struct WaitingSum {
    /// One wait, over or open.
    private struct Wait {
        var stage: WaitingStage
        /// Number in the store of the exam or image.
        var id: Int64
        var since: Timestamp
        var seconds: Double
        var isOpen: Bool
        var isNight: Bool

        var isOfExam: Bool { stage == .answered }
    }

    let targets: WaitingTargets
    let clock: ReportClock
    private var waits: [Wait] = []

    /// Sums up what the store knows of a period at a moment.
    init(
        exams: [PeriodExam],
        readings: [PeriodReading],
        waiting: [PeriodWaiting],
        targets: WaitingTargets,
        clock: ReportClock,
        now: Timestamp
    ) {
        self.targets = targets
        self.clock = clock
        for exam in exams where !exam.isWithdrawn {
            add(.answered, exam.id, received: exam.receivedAt, exam.turnaroundMilliseconds, now: now)
        }
        for reading in readings { add(reading, now: now) }
        for image in waiting { add(Self.stage(image.priority), image.image, received: image.since, nil, now: now) }
    }

    /// The report's part; nil where nothing came in.
    ///
    /// - Throws: `StoreError`, since late ones are looked up by name.
    func times(in store: Store) throws -> WaitingTimes? {
        guard !waits.isEmpty else { return nil }
        let byStage = Dictionary(grouping: waits, by: \.stage)
        let late = waits.filter { wait in targets.seconds(wait.stage).map { wait.seconds > $0 } ?? false }
        return WaitingTimes(
            nightFrom: WaitingTargets.clock(targets.nightFrom),
            nightUntil: WaitingTargets.clock(targets.nightUntil),
            stages: byStage.map { stage, waits in line(stage, waits) },
            lateCount: late.count,
            late: try named(late, in: store)
        )
    }

    private mutating func add(_ reading: PeriodReading, now: Timestamp) {
        let (image, received) = (reading.image, reading.receivedAt)
        let read = reading.gradedAfter + reading.claimedAfter + reading.reviewedAfter
        add(.graded, image, received: received, reading.gradedAfter, now: now)
        add(.claimed, image, received: received, reading.claimedAfter, now: now)
        add(.reviewed, image, received: received, reading.reviewedAfter, now: now)
        add(Self.stage(reading.stratum), image, received: received, read, now: now)
        add(
            .reported,
            image,
            received: received,
            since: Timestamp(milliseconds: received.milliseconds + read),
            reading.reportedAfter,
            now: now
        )
    }

    /// `milliseconds` is nil for what is not over.
    private mutating func add(
        _ stage: WaitingStage,
        _ id: Int64,
        received: Timestamp,
        since: Timestamp? = nil,
        _ milliseconds: Int64?,
        now: Timestamp
    ) {
        let since = since ?? received
        waits.append(
            Wait(
                stage: stage,
                id: id,
                since: since,
                seconds: Double(milliseconds ?? max(0, now.milliseconds - since.milliseconds)) / 1000,
                isOpen: milliseconds == nil,
                isNight: targets.isNight(minute: clock.minuteOfDay(received))
            )
        )
    }

    private static func stage(_ priority: QueuePriority) -> WaitingStage {
        switch priority {
        case .critical: .readCritical
        case .flagged: .readFlagged
        case .sampled: .readSampled
        }
    }

    private func line(_ stage: WaitingStage, _ waits: [Wait]) -> WaitingLine {
        let target = targets.seconds(stage)
        func part(_ isWanted: (Wait) -> Bool) -> WaitingLine.Part {
            let wanted = waits.filter(isWanted)
            return WaitingLine.Part(
                over: wanted.filter { !$0.isOpen }.map(\.seconds),
                open: wanted.filter(\.isOpen).map(\.seconds),
                target: target
            )
        }
        return WaitingLine(
            stage: stage,
            target: target,
            all: part { _ in true },
            day: part { !$0.isNight },
            night: part(\.isNight)
        )
    }

    /// The worst ones with the places where they lie.
    private func named(_ late: [Wait], in store: Store) throws -> [LateItem] {
        func excess(_ wait: Wait) -> Double { targets.seconds(wait.stage).map { wait.seconds / $0 } ?? 0 }
        let worst = late.sorted { (excess($1), $0.since, $0.id) < (excess($0), $1.since, $1.id) }
            .prefix(WaitingTimes.mostListed)
        let places = try store.places(
            exams: worst.filter(\.isOfExam).map(\.id),
            images: worst.filter { !$0.isOfExam }.map(\.id)
        )
        return worst.compactMap { wait in
            guard let target = targets.seconds(wait.stage),
                let place = (wait.isOfExam ? places.exams : places.images)[wait.id]
            else { return nil }
            return LateItem(
                stage: wait.stage,
                institution: place.institution,
                folder: place.folder,
                file: place.file,
                technician: place.technician,
                since: clock.time(wait.since),
                seconds: wait.seconds,
                target: target,
                open: wait.isOpen,
                night: wait.isNight
            )
        }
    }
}
