internal import Grading
internal import Store

/// Why a clinic's objection is not recorded: a code of docs/schemas/reason.schema.json, and what to do.
struct DisputeRefusal: Error, Sendable, Equatable {
    enum Code: String, Sendable {
        /// Not the text or JSON that an objection is.
        case invalid = "dispute_invalid"
        case unknownExam = "unknown_exam"
        case unknownImage = "unknown_image"
        /// Nobody may object to it: not readable, or taken back.
        case notDisputable = "not_disputable"
        /// Another objection waits for its expert.
        case open = "dispute_open"
    }

    let code: Code
    let message: String
}

/// The exam whose results a clinic objects to.
///
/// Found by its date and id as late files are; else it is the newest of that folder name, however old. The answer's
/// own folder names it too (`E1~2`), and so does an exam id that only one exam has.
struct DisputedExam: Sendable {
    let detail: ExamDetail

    /// Finds the exam that a folder of the inbox means.
    ///
    /// - Parameter folder: with its exam.json, where there is one; of a loose file the image's name without what makes
    ///   it an objection.
    init(_ folder: ReceivedFolder, room: WorkRoom) throws {
        detail = try room.store.examDetail(try Self.find(folder, room: room))
    }

    private static func find(_ folder: ReceivedFolder, room: WorkRoom) throws -> Int64 {
        let institution = folder.exam.institution
        let name = folder.exam.folder.display
        let (identity, _) = folder.identity { ExamCatalogue.examType($0)?.id }
        if identity.date != nil,
            let exam = try room.store.exam(
                institution: institution,
                identity: identity,
                receivedAt: Timestamp(room.now()),
                lateDays: room.settings.lateDays
            )
        {
            return exam.id
        }
        func exams(named name: String) throws -> [ExamRecord] {
            try room.store.exams(named: name, institution: institution.display)
        }
        let sameFolder = try exams(named: name).filter { $0.folder.display == name }
        // An exam without pictures (a dropped exam.json alone) has no result to object to.
        for exam in sameFolder where try !room.store.knownImages(exam: exam.id).isEmpty { return exam.id }
        if let mark = name.lastIndex(of: "~"),
            let exam = try exams(named: String(name[..<mark])).first(where: { $0.outboxFolder == name })
        {
            return exam.id
        }
        let sameID = try exams(named: identity.examID).filter { $0.examID == identity.examID }
        guard sameID.count <= 1 else {
            throw DisputeRefusal(
                code: .unknownExam,
                message: "\(sameID.count) exams have the id \(identity.examID); "
                    + "drop it into a folder named as the exam's folder was, with the date"
            )
        }
        guard let exam = sameID.first else {
            throw DisputeRefusal(
                code: .unknownExam,
                message: "no exam of \(institution.display) was ever received from a folder \(name); "
                    + "name the folder as the exam's folder was"
            )
        }
        return exam.id
    }

    /// The image that a name means: as dropped, or without its extension where only one has that name.
    func image(named name: String) throws(DisputeRefusal) -> ImageDetail {
        guard detail.exam.state != .withdrawn else {
            throw DisputeRefusal(
                code: .notDisputable,
                message: "the exam was taken back, so no result of it counts; bring it back by exam.json first"
            )
        }
        let stemmed = detail.images.filter { Self.stem($0.name.display) == name }
        guard
            let image = detail.images.first(where: { $0.name.display == name })
                ?? (stemmed.count == 1 ? stemmed.first : nil)
        else {
            throw DisputeRefusal(code: .unknownImage, message: "the exam has no image \(name); \(imagesInWords)")
        }
        guard image.grade.status != .unreadable else {
            throw DisputeRefusal(
                code: .notDisputable,
                message: "\(image.name.display) could not be read as a picture, so it has no result; send it again"
            )
        }
        return image
    }

    private var imagesInWords: String {
        let names = detail.images.map(\.name.display)
        guard !names.isEmpty else { return "it has none" }
        return "it has \(names.prefix(5).joined(separator: ", "))"
            + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }

    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !name[dot...].contains("/") else { return name }
        return String(name[..<dot])
    }
}
