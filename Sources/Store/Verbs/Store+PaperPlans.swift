import GRDB
import Grading

extension Store {
    /// Says how a course's papers are drawn from now on; open papers stay as they were set.
    ///
    /// Throws `notFound` for an unknown course, `denied` for one that was called off or has no theory part.
    package func setPaperPlan(_ plan: CoursePaperPlan, course id: String, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            guard try database.openCourse(id).rules.theoryPass != nil else {
                throw StoreError(
                    code: .denied,
                    message:
                        "the course has no theory part; give it one: sonograde course change \(id) --theory-pass 60",
                    identity: id
                )
            }
            guard try database.paperPlan(course: id) != plan else { return }
            try database.run(
                PracticeSQL.setPlan,
                id,
                plan.questions,
                plan.pictures,
                plan.minutes,
                plan.seed.map { String($0) },
                now.text
            )
            try trail.append(.paperPlanned, id, record: .paperPlan(id))
        }
    }

    /// How a course's papers are drawn; nil where nobody said.
    package func paperPlan(course id: String) throws(StoreError) -> CoursePaperPlan? {
        try read { try $0.paperPlan(course: id) }
    }
}

extension Database {
    fileprivate func paperPlan(course id: String) throws -> CoursePaperPlan? {
        try row(PracticeSQL.plan, id).map { row in
            CoursePaperPlan(
                questions: try row.count("questions"),
                pictures: try row.count("pictures"),
                minutes: try row.count("minutes"),
                seed: try row.optionalText("seed").flatMap { UInt64($0) }
            )
        }
    }
}
