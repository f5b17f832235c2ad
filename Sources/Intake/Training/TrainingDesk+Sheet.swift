internal import Grading
package import Reports
package import Store

extension TrainingDesk {
    /// The training plan of one institution as its head prints it; the medians are the whole network's.
    ///
    /// - Parameters:
    ///   - days: how far back exams count, 1–365.
    ///   - leastImages: who has fewer images in that time is judged by as many of the newest, up to a year back.
    ///   - program: the program's version, for the small print.
    /// - Throws: `StoreError`.
    package func sheet(
        institution: String,
        days: Int = 30,
        leastImages: Int = 50,
        at now: Timestamp,
        program: String
    ) throws -> TrainingPlanSheet {
        let proposals = try proposals(days: days, leastImages: leastImages, at: now).only(institution: institution)
        var names: [String: String] = [:]
        for entry in try store.entries(TechnicianRecord.self, withRetired: true)
        where entry.reference.institution == institution {
            names[entry.reference.code] = entry.name
        }
        return TrainingPlanSheet(
            institution: institution,
            name: try store.entry(InstitutionRecord.self, RegistryReference(institution))?.name,
            madeAt: clock.time(now),
            days: days,
            whole: proposals.institutions.first,
            technicians: proposals.technicians,
            classes: proposals.classes,
            names: names,
            program: program
        )
    }
}
