package import Grading
internal import Intake
internal import Reports
package import Store

/// Everything that somebody has learned here: courses, certificates and practice.
package struct Transcript: Sendable {
    /// A certificate, and whether it is in force today.
    package struct Certificate: Sendable, Hashable {
        package var record: CertificateRecord
        package var state: CertificateState
    }

    package var holder: TechnicianRecord
    /// The institution's full name; nil where nobody said.
    package var institutionTitle: String?
    /// In the order of time.
    package var courses: [TranscriptCourse]
    /// By number; also those that are not in force any more.
    package var certificates: [Certificate]
    package var practice: PracticeProgress
    /// First and last day of practice, `yyyy-MM-dd`; nil for somebody who never practised.
    package var practiceDays: ClosedRange<String>?

    /// The certificates of a course.
    package func certificates(ofCourse id: String) -> [Certificate] { certificates.filter { $0.record.course == id } }
}

extension CertificateOffice {
    /// Somebody's transcript as of today.
    ///
    /// Throws `StoreError` with `notFound` for a technician who is not registered.
    package func transcript(of technician: TechnicianName) throws -> Transcript {
        let reference = RegistryReference(institution: technician.institution, code: technician.code)
        let courses = try store.transcript(
            institution: technician.institution,
            technician: technician.code,
            on: today
        )
        guard let holder = try store.entry(TechnicianRecord.self, reference) else {
            throw StoreError(code: .notFound, message: "no such technician is registered", identity: "\(technician)")
        }
        let place = RegistryReference(technician.institution)
        let records = try store.certificates(institution: technician.institution, technician: technician.code)
        let learner = Learner(institution: technician.institution, technician: technician.code)
        let attempts = try store.practiceAttempts(of: learner)
        let days = attempts.map { clock.time($0.at).date }
        let figures = zip(attempts, days).map { attempt, day in
            let answer = attempt.answer
            return PracticeFigure(
                answer.exercise,
                answer: answer.answer,
                mark: answer.mark,
                period: String(day.prefix(7))
            )
        }
        return Transcript(
            holder: holder,
            institutionTitle: try store.entry(InstitutionRecord.self, place)?.title,
            courses: courses,
            certificates: records.map { Transcript.Certificate(record: $0, state: $0.state(on: today)) },
            practice: PracticeProgress(figures),
            practiceDays: days.min().flatMap { first in days.max().map { first...$0 } }
        )
    }
}
