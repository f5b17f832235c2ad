/// What makes two submissions the same exam.
///
/// With a date: institution, `examID` and `date`. Without: institution and folder name, for `lateDays` since the
/// exam's first receipt; a folder of that name that comes later is a new exam.
package struct ExamIdentity: Sendable, Hashable {
    /// The exam's id: from exam.json or the folder's name.
    package var examID: String
    /// As intake writes it (`yyyy-mm-dd`), one form for one day; nil where neither exam.json nor the folder's name gives a valid date.
    package var date: String?
    /// The folder (or the loose file) inside the institution's inbox folder.
    package var folder: FileName

    /// Joins the parts.
    package init(examID: String, date: String?, folder: FileName) {
        self.examID = examID
        self.date = date
        self.folder = folder
    }
}

/// What a clinic says about an exam; nil is "not said".
///
/// Submissions of one exam are merged: a later value that is not nil takes the place of an earlier one.
package struct ExamMetadata: Sendable, Hashable, Codable {
    /// Short id of docs/intake.md's list, or the clinic's own word.
    package var examType: String?
    package var pseudonym: String?
    package var technician: String?
    package var device: String?
    package var transducer: String?
    package var preset: String?
    /// As the clinic wrote them (ISO 8601), not interpreted by the store.
    package var performedAt: String?
    package var orderedAt: String?
    package var reportText: String?
    /// exam.json as received, byte for byte where it was UTF-8.
    package var examJSON: String?
    /// What intake has to say about the exam; a later list takes the place of an earlier one.
    package var notes: [String]?

    /// Nothing said unless given.
    package init(
        examType: String? = nil,
        pseudonym: String? = nil,
        technician: String? = nil,
        device: String? = nil,
        transducer: String? = nil,
        preset: String? = nil,
        performedAt: String? = nil,
        orderedAt: String? = nil,
        reportText: String? = nil,
        examJSON: String? = nil,
        notes: [String]? = nil
    ) {
        self.examType = examType
        self.pseudonym = pseudonym
        self.technician = technician
        self.device = device
        self.transducer = transducer
        self.preset = preset
        self.performedAt = performedAt
        self.orderedAt = orderedAt
        self.reportText = reportText
        self.examJSON = examJSON
        self.notes = notes
    }

    /// These values with every value of `later` that is not nil put in their place.
    package func merged(with later: ExamMetadata) -> ExamMetadata {
        ExamMetadata(
            examType: later.examType ?? examType,
            pseudonym: later.pseudonym ?? pseudonym,
            technician: later.technician ?? technician,
            device: later.device ?? device,
            transducer: later.transducer ?? transducer,
            preset: later.preset ?? preset,
            performedAt: later.performedAt ?? performedAt,
            orderedAt: later.orderedAt ?? orderedAt,
            reportText: later.reportText ?? reportText,
            examJSON: later.examJSON ?? examJSON,
            notes: later.notes ?? notes
        )
    }
}

/// How far an exam has come.
package enum ExamState: String, Sendable, Codable, CaseIterable {
    /// Graded; the clinic's answer is missing or older than the grades.
    case graded
    /// The answer shows the newest revision.
    case answered
    /// The clinic took it back; its images count nowhere.
    case withdrawn
}

/// One exam as stored.
package struct ExamRecord: Sendable, Hashable {
    /// The store's own number; it differs from store to store and is never shown as the exam's name.
    package var id: Int64
    package var institution: FileName
    package var examID: String
    /// The identity's date, or nil.
    package var date: String?
    /// 0 for an exam with a date; else the how-many-th exam of that folder name, from 1.
    package var ordinal: Int
    /// The folder of the first receipt.
    package var folder: FileName
    /// Name of the answer's folder below `outbox/<institution>/`, unique in the institution.
    package var outboxFolder: String
    package var metadata: ExamMetadata
    package var state: ExamState
    package var withdrawalReason: String?
    /// When intake first saw it settled; it decides the month.
    package var receivedAt: Timestamp
    package var gradedAt: Timestamp
    package var firstAnsweredAt: Timestamp?
    package var answeredAt: Timestamp?
    /// Rises with every change that the answer must show.
    package var revision: Int
    /// The revision that the last answer showed; 0 before the first.
    package var answeredRevision: Int
    /// Files that came again with the same bytes under the same name.
    package var reDropCount: Int
    /// The snapshot that was the newest when the exam was first taken; nil where there was none.
    package var baselineID: Int64?
}
