import GRDB
package import Grading

/// A course that a technician completed.
package struct CourseCompletion: Sendable, Hashable {
    /// The institution's name, as its inbox folder is called.
    package var institution: String
    /// The technician's code there.
    package var technician: String
    package var course: CompletedCourse
}

extension Store {
    /// Who has completed which course, by the course's first day, institution and code.
    ///
    /// Completed has who meets the course's rules, or holds a certificate of it in force. Whose newest certificate was
    /// revoked has not, whatever the marks are; nor has who was only enrolled, or left.
    ///
    /// - Parameters:
    ///   - earliest: courses that ended before this day, `yyyy-MM-dd`, are left out.
    ///   - day: the day that is judged from, `yyyy-MM-dd`; courses that end later are left out, marks of later days do not
    ///     count.
    package func courseCompletions(since earliest: String, on day: String) throws(StoreError) -> [CourseCompletion] {
        try read { database in
            let courses = try database.rows(CourseSQL.list).map { try CourseRecord($0, in: database) }
            return try courses.filter { (earliest...max(earliest, day)).contains($0.endsOn) }.flatMap {
                course -> [CourseCompletion] in
                let completed = CompletedCourse(
                    id: course.id,
                    topics: course.topics,
                    startsOn: course.startsOn,
                    endsOn: course.endsOn
                )
                return try database.rows(CourseSQL.standings, course.id).compactMap { row -> CourseCompletion? in
                    let standing = try CourseStanding(row, of: course, on: day, in: database)
                    let newest = try database.row(CertificateSQL.last, course.id, standing.technicianID)
                    let isCompleted = try newest.map { try CertificateRecord($0).revokedAt == nil }
                    guard isCompleted ?? standing.eligibility.isEligible else { return nil }
                    return CourseCompletion(
                        institution: standing.institution,
                        technician: standing.code,
                        course: completed
                    )
                }
            }
        }
    }
}
