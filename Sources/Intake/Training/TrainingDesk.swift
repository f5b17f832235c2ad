package import Grading
internal import Reports
package import Store

/// Training as functions: what to teach whom, and whether it helped.
///
/// Commands call it, and a page can.
package struct TrainingDesk: Sendable {
    private let store: Store
    private let clock: ReportClock

    /// A desk on a home's store and clock.
    package init(store: Store, clock: ReportClock) {
        self.store = store
        self.clock = clock
    }

    /// What training the findings ask for.
    package struct Proposals: Sendable, Equatable {
        /// The days that were looked at.
        package var days: Int
        /// One plan a technician whom exams name.
        package var technicians: [TrainingPlan]
        /// One plan an institution as a whole.
        package var institutions: [TrainingPlan]
        /// Topics that make a class.
        package var classes: [ClassProposal]

        /// Only what is about one institution.
        package func only(institution: String) -> Proposals {
            Proposals(
                days: days,
                technicians: technicians.filter { $0.institution == institution },
                institutions: institutions.filter { $0.institution == institution },
                classes: classes.filter { $0.institution == institution }
            )
        }
    }

    /// Nothing older than this counts, in days.
    private static let memory: Int64 = 365

    /// Proposes training for everybody; the medians are the whole network's.
    ///
    /// - Parameters:
    ///   - days: how far back exams count, 1–365.
    ///   - leastImages: who has fewer images in that time is judged by as many of the newest, up to a year back.
    /// - Throws: `StoreError`.
    package func proposals(days: Int = 30, leastImages: Int = 50, at now: Timestamp) throws -> Proposals {
        let window = FindingWindow(
            from: now.earlier(days: Int64(days)),
            until: now,
            leastImages: leastImages,
            earliest: now.earlier(days: Self.memory)
        )
        let technicians = TrainingPlanner.plans(try store.findingHistories(of: .technician, in: window))
        return Proposals(
            days: days,
            technicians: technicians,
            institutions: TrainingPlanner.plans(try store.findingHistories(of: .institution, in: window)),
            classes: TrainingPlanner.classes(technicians)
        )
    }

    /// One participant's own images before and after a course.
    package struct ParticipantChange: Sendable, Equatable {
        package var standing: CourseStanding
        /// Images with any finding of the course's topics.
        package var change: TrainingChange
        /// The same by finding, only those that were found on a side; most frequent before first.
        package var byCode: [CodeChange]
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

        /// A change with its limits.
        package struct Change: Sendable, Equatable {
            /// Share after minus share before.
            package var difference: Double
            /// 95 %; nil where nobody has enough images.
            package var interval: ShareInterval?
        }
    }

    /// Compares participants' images before the course's first day with those after its last, by the home's days.
    ///
    /// On each side the nearest `TrainingChange.wantedExams` exams count, within a year. Who left is not counted.
    ///
    /// - Parameter technician: only this one, as `C01/zhang`; nil for all.
    /// - Throws: `StoreError`, with `notFound` for an unknown course.
    package func evaluation(course id: String, technician: String? = nil, at now: Timestamp) throws -> Evaluation {
        let course = try store.course(id)
        guard let start = clock.start(of: course.startsOn), let last = clock.start(of: course.endsOn),
            // Noon of the next day has that day's date, however long the last one was.
            let end = clock.start(of: clock.time(last.later(hours: 36)).date)
        else {
            throw StoreError(code: .corrupt, message: "the course's days cannot be read", identity: id)
        }
        let codes = Set(course.findingCodes)
        var participants: [ParticipantChange] = []
        for standing in try store.courseStandings(course: id) where standing.withdrawnAt == nil {
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
            let before = Array(try exams(start.earlier(days: Self.memory), min(start, now)).suffix(wanted))
            let after = Array(try exams(end, min(end.later(hours: 24 * Self.memory), now)).prefix(wanted))
            let byCode = course.findingCodes.map {
                CodeChange(code: $0, change: TrainingChange(before: before, after: after, codes: [$0]))
            }
            participants.append(
                ParticipantChange(
                    standing: standing,
                    change: TrainingChange(before: before, after: after, codes: codes),
                    byCode: byCode.filter { $0.change.before.affected + $0.change.after.affected > 0 }
                        .sorted { ($1.change.before.affected, $0.code) < ($0.change.before.affected, $1.code) }
                )
            )
        }
        return Evaluation(
            course: course,
            participants: participants,
            together: TrainingChange.together(participants.map(\.change)).map {
                Evaluation.Change(difference: $0.difference, interval: $0.interval)
            }
        )
    }

    /// A competition's list: the first attempts of everybody who takes part, best first.
    ///
    /// - Parameter theoryWeight: percent of the total, 0–100.
    /// - Throws: `StoreError`, with `notFound` for an unknown course.
    package func competition(course id: String, theoryWeight: Int) throws -> [CompetitionLine] {
        let entrants = try store.courseStandings(course: id).filter { $0.withdrawnAt == nil }.map { standing in
            func first(_ part: CoursePart) -> Int? {
                standing.marks.first { $0.part == part && $0.attempt == 1 && $0.annulledAt == nil }?.tenths
            }
            return CompetitionEntrant(
                technician: standing.technician,
                name: standing.name,
                institution: standing.institutionTitle ?? standing.institution,
                theory: first(.theory),
                practical: first(.practical)
            )
        }
        return CompetitionRanking.lines(entrants, theoryWeight: theoryWeight)
    }
}

extension Timestamp {
    fileprivate func earlier(days: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds - days * 86_400_000) }

    fileprivate func later(hours: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + hours * 3_600_000) }
}
