import GRDB
package import Grading

/// Over which time findings are looked at.
package struct FindingWindow: Sendable, Hashable {
    /// The first moment that counts where there are enough images from then on.
    package var from: Timestamp
    /// The first moment that counts no more.
    package var until: Timestamp
    /// Where fewer images than this came since `from`, as many of the newest count, back to `earliest`.
    package var leastImages: Int
    /// Nothing before it counts.
    package var earliest: Timestamp
    /// Which courses technicians completed, by `C01/zhang`: what was found before a course's end settles its topics.
    package var completed: [String: [Completion]]

    /// A completed course and the first moment after it.
    package struct Completion: Sendable, Hashable {
        package var course: CompletedCourse
        /// The first moment after the course's last day.
        package var until: Timestamp

        /// A course and its end.
        package init(course: CompletedCourse, until: Timestamp) {
            self.course = course
            self.until = until
        }
    }

    /// A window.
    package init(
        from: Timestamp,
        until: Timestamp,
        leastImages: Int = 0,
        earliest: Timestamp? = nil,
        completed: [String: [Completion]] = [:]
    ) {
        self.from = from
        self.until = until
        self.leastImages = leastImages
        self.earliest = earliest ?? from
        self.completed = completed
    }

    /// The topics of an exam's findings that a course settled which its technician completed afterwards.
    fileprivate func settledTopics(_ institution: String, _ technician: String?, at received: Timestamp) -> Set<String>
    {
        guard !completed.isEmpty, let technician, let courses = completed["\(institution)/\(technician)"] else {
            return []
        }
        return courses.filter { received < $0.until }.reduce(into: []) { $0.formUnion($1.course.topics) }
    }
}

/// Whose findings are looked at together.
package enum FindingSubject: Sendable, CaseIterable {
    case technician, institution
}

extension Store {
    /// What was found on the images of each technician whom exams name, or of each institution, registered or not.
    ///
    /// An expert's last reading of an image counts in place of the first pass; what is only information counts nowhere,
    /// nor does an image that could not be judged.
    /// In the order of institution and technician; all of it is read in one snapshot.
    package func findingHistories(
        of subject: FindingSubject,
        in window: FindingWindow
    ) throws(StoreError) -> [FindingHistory] {
        try read { database in
            let (earliest, until) = (window.earliest.text, window.until.text)
            switch subject {
            case .technician:
                return try database.rows(TrainingSQL.technicians, earliest, until).map { row in
                    let institution = try row.text("institution")
                    return try database.history(institution, try row.text("technician"), in: window)
                }
            case .institution:
                return try database.rows(TrainingSQL.institutions, earliest, until).map {
                    try database.history(try $0.text("institution"), nil, in: window)
                }
            }
        }
    }

    /// As above, of one technician, or of an institution where `technician` is nil.
    ///
    /// Throws `notFound` for an unknown institution; a technician whom no exam names has no exams.
    package func findingHistory(
        institution: String,
        technician: String?,
        in window: FindingWindow
    ) throws(StoreError) -> FindingHistory {
        try read { try $0.history(institution, technician, in: window) }
    }
}

extension Database {
    fileprivate func history(_ name: String, _ technician: String?, in window: FindingWindow) throws -> FindingHistory {
        let institution = try institutionID(name)
        var from = window.from.text
        if window.leastImages > 0 {
            let statement =
                technician == nil ? TrainingSQL.newestOfInstitution : TrainingSQL.newestOfTechnician
            let bounds: [(any DatabaseValueConvertible)?] = [institution, window.earliest.text, window.until.text]
            let own: [(any DatabaseValueConvertible)?] =
                technician.map { [$0, window.leastImages] } ?? [window.leastImages]
            if let start = try row(statement, arguments: bounds + own)?.optionalText("start") {
                from = min(from, start)
            }
        }
        let values: [(any DatabaseValueConvertible)?] =
            [institution, from, window.until.text] + (technician.map { [$0] } ?? [])
        func statement(_ ofInstitution: String, _ ofTechnician: String) -> String {
            technician == nil ? ofInstitution : ofTechnician
        }
        var codes: [Int64: [Int64: Set<String>]] = [:]
        for row in try rows(statement(TrainingSQL.findingsOfInstitution, TrainingSQL.findingsOfTechnician), values) {
            let (exam, image) = (try row.integer("exam"), try row.integer("image"))
            codes[exam, default: [:]][image, default: []].insert(try row.text("code"))
        }
        for row in try rows(statement(TrainingSQL.readingsOfInstitution, TrainingSQL.readingsOfTechnician), values) {
            let standing = try ExpertGradeDocument.read(try row.text("document")).standing.filter {
                $0.severity > .info
            }
            guard !standing.isEmpty else { continue }
            codes[try row.integer("exam"), default: [:]][try row.integer("image")] = Set(standing.map(\.code))
        }
        let completed = technician.flatMap { window.completed["\(name)/\($0)"] } ?? []
        var history = FindingHistory(
            institution: name,
            technician: technician,
            exams: [],
            completed: completed.map(\.course)
        )
        for row in try rows(statement(TrainingSQL.examsOfInstitution, TrainingSQL.examsOfTechnician), values) {
            let (handedIn, judged) = (try row.count("handed_in"), try row.count("judged"))
            history.unjudged += handedIn - judged
            guard judged > 0 else { continue }
            let found = codes[try row.integer("exam"), default: [:]].sorted { $0.key < $1.key }.map(\.value)
            let maker = try technician ?? row.optionalText("technician")
            history.exams.append(
                ExamFindings(
                    exam: try row.text("name"),
                    images: judged,
                    found: found,
                    settledTopics: window.settledTopics(name, maker, at: try row.timestamp("received_at"))
                )
            )
        }
        return history
    }
}
