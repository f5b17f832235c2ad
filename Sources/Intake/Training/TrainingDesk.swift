package import Grading
internal import Reports
package import Store

/// Training as functions: what to teach whom, and whether it helped.
///
/// Commands call it, and a page can.
package struct TrainingDesk: Sendable {
    let store: Store
    let clock: ReportClock

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
    static let memory: Int64 = 365

    /// Proposes training for everybody; the medians are the whole network's.
    ///
    /// What was found before the end of a course that a technician completed does not ask for its topics again.
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
            earliest: now.earlier(days: Self.memory),
            completed: try completed(since: now.earlier(days: Self.memory), at: now)
        )
        let technicians = TrainingPlanner.plans(try store.findingHistories(of: .technician, in: window))
        return Proposals(
            days: days,
            technicians: technicians,
            institutions: TrainingPlanner.plans(try store.findingHistories(of: .institution, in: window)),
            classes: TrainingPlanner.classes(technicians)
        )
    }

    /// Courses that technicians completed and that ended within some time, by `C01/zhang`.
    func completed(since earliest: Timestamp, at now: Timestamp) throws -> [String: [FindingWindow.Completion]] {
        let completions = try store.courseCompletions(since: clock.time(earliest).date, on: clock.time(now).date)
        return try Dictionary(grouping: completions) { "\($0.institution)/\($0.technician)" }.mapValues { courses in
            try courses.map { FindingWindow.Completion(course: $0.course, until: try dayAfter($0.course.endsOn)) }
        }
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
    func earlier(days: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds - days * 86_400_000) }

    func later(hours: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + hours * 3_600_000) }
}
