package import Grading
internal import Reports
package import Store

extension TrainingDesk {
    /// One participant's own images before and after a course.
    package struct ParticipantChange: Sendable, Equatable {
        package var standing: CourseStanding
        /// Images with any finding of the course's topics.
        package var change: TrainingChange
        /// The same by finding, only those that were found on a side; most frequent before first.
        package var byCode: [CodeChange]
        /// The course on one of the topics that the person completed before: images count from its end on; nil where
        /// there is none within a year.
        package var former: CompletedCourse?
        /// The course on one of the topics that the person completed afterwards: images count until its first day.
        package var later: CompletedCourse?
    }

    /// One finding before and after.
    package struct CodeChange: Sendable, Equatable {
        package var code: String
        package var change: TrainingChange
    }

    /// Whether a course changed what its participants hand in.
    package struct Evaluation: Sendable, Equatable {
        package var course: CourseRecord
        /// Who took part, by institution and code.
        package var participants: [ParticipantChange]
        /// The mean of all participants' changes; nil where nobody has images on both sides.
        package var together: Change?
        /// The same of the technicians who did not take part; nil where there are none.
        package var others: Change?
        /// What participants changed more than the others; nil where one of the two is not known.
        package var net: Change?

        /// A change with its limits.
        package struct Change: Sendable, Equatable {
            /// Share after minus share before; of `net` the difference of two such, −2 to 2.
            package var difference: Double
            /// 95 %; nil where nobody has enough images.
            package var interval: ShareInterval?
        }
    }

    /// How long before and after a course the others are looked at, in days.
    private static let others: Int64 = 90

    /// Compares participants' images before the course's first day with those after its last, by the home's days.
    ///
    /// On each side the nearest `TrainingChange.wantedExams` exams count, within a year; of the others those within 90 days.
    /// Who left is not counted on either side. Where a participant completed another course on one of the topics, images
    /// from before an earlier one and from a later one on do not count: they are that course's doing. For the same reason
    /// others who completed one in the days that are compared are left out.
    ///
    /// - Parameter technician: only this one, as `C01/zhang`, and no others; nil for all.
    /// - Throws: `StoreError`, with `notFound` for an unknown course.
    package func evaluation(course id: String, technician: String? = nil, at now: Timestamp) throws -> Evaluation {
        let course = try store.course(id)
        let (start, end) = try days(of: course)
        let codes = Set(course.findingCodes)
        let enrolled = try store.courseStandings(course: id)
        let completed = try completed(since: start.earlier(days: Self.memory), at: now).mapValues { courses in
            courses.filter { $0.course.id != id && $0.course.topics.contains(where: course.topics.contains) }
        }
        var participants: [ParticipantChange] = []
        for standing in enrolled where standing.withdrawnAt == nil {
            if let technician, standing.technician != technician { continue }
            func exams(_ from: Timestamp, _ until: Timestamp) throws -> [ExamFindings] {
                let window = FindingWindow(from: from, until: max(from, until))
                return try store.findingHistory(
                    institution: standing.institution,
                    technician: standing.code,
                    in: window
                )
                .exams
            }
            let wanted = TrainingChange.wantedExams
            let own = completed[standing.technician] ?? []
            let former = own.filter { $0.until <= start }.max { $0.until < $1.until }
            let later = own.filter { $0.course.startsOn > course.endsOn }
                .min { ($0.course.startsOn, $0.course.id) < ($1.course.startsOn, $1.course.id) }?.course
            let from = max(start.earlier(days: Self.memory), former?.until ?? Timestamp(milliseconds: 0))
            let until = try later.flatMap { clock.start(of: $0.startsOn) } ?? now
            let before = Array(try exams(from, min(start, now)).suffix(wanted))
            let after = Array(try exams(end, min(end.later(hours: 24 * Self.memory), until, now)).prefix(wanted))
            let byCode = course.findingCodes.map {
                CodeChange(code: $0, change: TrainingChange(before: before, after: after, codes: [$0]))
            }
            participants.append(
                ParticipantChange(
                    standing: standing,
                    change: TrainingChange(before: before, after: after, codes: codes),
                    byCode: byCode.filter { $0.change.before.affected + $0.change.after.affected > 0 }
                        .sorted { ($1.change.before.affected, $0.code) < ($0.change.before.affected, $1.code) },
                    former: former?.course,
                    later: later
                )
            )
        }
        let together = Self.mean(participants.map(\.change))
        let compared = (from: start.earlier(days: Self.others), until: end.later(hours: 24 * Self.others))
        let taught = completed.filter { _, courses in
            courses.contains {
                $0.until > compared.from && $0.course.startsOn < clock.time(compared.until).date
            }
        }
        let others =
            technician == nil
            ? try change(
                ofOthersThan: Set(enrolled.map(\.technician)).union(taught.keys),
                codes,
                before: start,
                after: end,
                at: now
            ) : nil
        return Evaluation(
            course: course,
            participants: participants,
            together: together,
            others: others,
            net: Self.net(together, others)
        )
    }

    /// A practical mark by the technician's own images after a course: the share without its findings, in percent.
    ///
    /// Counted are whole exams that came from the day after the course on, after the last practical mark of this kind was
    /// noted, and before the end of the mark's day, until there are enough images; so no image counts twice. Images that
    /// could not be judged do not count. Rounded to a tenth of a point.
    ///
    /// - Parameters:
    ///   - images: how many images are needed, at least 1.
    ///   - day: the day of the mark, `yyyy-MM-dd`, not after today.
    /// - Throws: `StoreError`: `notFound` for an unknown course, `denied` for somebody who is not enrolled or has too few
    ///   images.
    package func practicalMark(
        course id: String,
        technician: RegistryReference,
        images: Int,
        day: String,
        at now: Timestamp
    ) throws -> CourseEntry.Mark {
        let course = try store.course(id)
        guard let standing = try store.courseStandings(course: id).first(where: { $0.technician == technician.text })
        else {
            throw StoreError(code: .denied, message: "is not enrolled in \(id)", identity: technician.text)
        }
        let earlier = standing.marks.filter { $0.source == .images && $0.annulledAt == nil }.map(\.markedAt).max()
        let afterCourse = try days(of: course).end
        let from = max(afterCourse, earlier ?? afterCourse)
        let window = FindingWindow(from: from, until: max(from, min(now, try dayAfter(day))))
        var counted: [ExamFindings] = []
        let history = try store.findingHistory(
            institution: standing.institution,
            technician: standing.code,
            in: window
        )
        for exam in history.exams where counted.reduce(0, { $0 + $1.images }) < images { counted.append(exam) }
        let total = counted.reduce(0) { $0 + $1.images }
        guard total >= images, let first = counted.first, let last = counted.last else {
            throw StoreError(
                code: .denied,
                message:
                    "has handed in \(total) judged images since \(clock.time(from).date), \(images) are needed"
                    + (history.unjudged > 0 ? " (\(history.unjudged) more could not be judged)" : "") + "; mark later",
                identity: technician.text
            )
        }
        let affected = counted.reduce(0) { $0 + $1.count(anyOf: Set(course.findingCodes)) }
        return CourseEntry.Mark(
            part: .practical,
            tenths: Int((1000 * Double(total - affected) / Double(total)).rounded()),
            day: day,
            source: .images,
            reference: "\(total) images, \(first.exam) to \(last.exam)"
        )
    }

    /// The first moment of a course, and the first one after it.
    private func days(of course: CourseRecord) throws -> (start: Timestamp, end: Timestamp) {
        guard let start = clock.start(of: course.startsOn) else {
            throw StoreError(code: .corrupt, message: "the course's days cannot be read", identity: course.id)
        }
        return (start, try dayAfter(course.endsOn))
    }

    func dayAfter(_ day: String) throws -> Timestamp {
        // Noon of the next day has that day's date, however long the day before was.
        guard let start = clock.start(of: day), let next = clock.start(of: clock.time(start.later(hours: 36)).date)
        else {
            throw StoreError(code: .corrupt, message: "the store holds a day that is none", identity: day)
        }
        return next
    }

    /// What the technicians who did not take part changed over the same time.
    private func change(
        ofOthersThan participants: Set<String>,
        _ codes: Set<String>,
        before start: Timestamp,
        after end: Timestamp,
        at now: Timestamp
    ) throws -> Evaluation.Change? {
        func exams(_ from: Timestamp, _ until: Timestamp) throws -> [String: [ExamFindings]] {
            let window = FindingWindow(from: from, until: max(from, until))
            let histories = try store.findingHistories(of: .technician, in: window)
            return Dictionary(
                uniqueKeysWithValues: histories.map { ("\($0.institution)/\($0.technician ?? "")", $0.exams) }
            )
        }
        let wanted = TrainingChange.wantedExams
        let before = try exams(start.earlier(days: Self.others), min(start, now))
        let after = try exams(end, min(end.later(hours: 24 * Self.others), now))
        let changes = before.filter { !participants.contains($0.key) }.sorted { $0.key < $1.key }.map { key, exams in
            TrainingChange(
                before: Array(exams.suffix(wanted)),
                after: Array((after[key] ?? []).prefix(wanted)),
                codes: codes
            )
        }
        return Self.mean(changes)
    }

    private static func mean(_ changes: [TrainingChange]) -> Evaluation.Change? {
        TrainingChange.together(changes).map { Evaluation.Change(difference: $0.difference, interval: $0.interval) }
    }

    /// The difference of two independent changes; its limits by the square root of their squared distances.
    private static func net(_ own: Evaluation.Change?, _ others: Evaluation.Change?) -> Evaluation.Change? {
        guard let own, let others else { return nil }
        let difference = own.difference - others.difference
        guard let a = own.interval, let b = others.interval else {
            return Evaluation.Change(difference: difference, interval: nil)
        }
        func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        return Evaluation.Change(
            difference: difference,
            interval: ShareInterval(
                low: difference - root(own.difference - a.low, b.high - others.difference),
                high: difference + root(a.high - own.difference, others.difference - b.low)
            )
        )
    }
}
