internal import Foundation
internal import Glibc
internal import Grading
internal import Imaging
internal import Reports
internal import Store

/// What the store knows of an exam, put as the report that the clinic gets.
struct ExamAnswer: Sendable {
    let room: WorkRoom

    /// Most pictures that an answer carries.
    static let previewLimit = 60
    /// Columns of a picture in the report.
    static let previewWidth = 640

    func report(on detail: ExamDetail, answeredAt: Timestamp?, withPreviews: Bool = true) throws -> ExamReport {
        let exam = detail.exam
        let clock = ReportClock(zone: room.settings.timezone)
        let rubric = room.library.rubric(forExamType: exam.metadata.examType)
        let grades = detail.images.map(\.grade)
        let examGrade = ExamGrade(grades, examType: exam.metadata.examType, by: rubric)
        let isRead = detail.images.contains { !$0.reviews.isEmpty }
        let final =
            isRead ? ExamGrade(detail.images.map(\.finalGrade), examType: exam.metadata.examType, by: rubric) : nil
        let previewed = withPreviews ? previewedImages(detail.images) : []
        let dead = previewed.isEmpty ? [] : try deadElements(of: exam)
        let images = detail.images.map { image in
            ExamImage(
                file: image.name.display,
                section: SectionNames.reference(image.grade.section),
                grade: image.grade,
                advice: FindingWords.advice(on: image.grade, library: room.library),
                standing: image.version > 1 ? .corrected : .current,
                duplicate: image.repeated.map { DuplicateReference(file: $0.name.display, exam: $0.examID) },
                expert: ExpertAnswer(image: image, exam: exam, library: room.library, clock: clock).part,
                preview: previewed.contains(image.id) ? preview(of: image) : nil,
                explanation: withPreviews ? explanation(of: image.grade, exam: exam) : nil,
                deadElements: previewed.contains(image.id) ? strips(of: dead, on: image) : nil
            )
        }
        let used = Set(grades.compactMap(\.rubric) + detail.images.flatMap { $0.reviews.map(\.grade.rubric) })
            .sorted { ($0.id, $0.version) < ($1.id, $1.version) }
        let place = try room.store.entry(InstitutionRecord.self, RegistryReference(exam.institution.display))
        return ExamReport(
            institution: InstitutionReference(
                id: exam.institution.display,
                name: place?.name ?? exam.institution.display,
                // Every institution is accepted; one that nobody registered is marked.
                registered: place != nil
            ),
            exam: identity(of: exam),
            times: ExamTimes(
                performed: exam.metadata.performedAt.flatMap { clock.time(iso8601: $0) },
                received: clock.time(exam.receivedAt),
                graded: clock.time(exam.gradedAt),
                answered: answeredAt.map { clock.time($0) },
                firstAnswered: (exam.firstAnsweredAt ?? answeredAt).map { clock.time($0) }
            ),
            score: examGrade.score,
            level: examGrade.level,
            completeness: examGrade.completeness,
            missingSections: examGrade.missing.map { SectionNames.reference(of: $0) },
            substandardSections: examGrade.substandard.map { SectionNames.reference(of: $0) },
            final: final.map { grade in
                ExamFinal(
                    score: grade.score,
                    level: grade.level,
                    completeness: grade.completeness,
                    substandardSections: grade.substandard.map { SectionNames.reference(of: $0) }
                )
            },
            images: images,
            repeated: [],
            notes: notes(on: detail),
            withdrawn: exam.state == .withdrawn
                ? WithdrawalNote(at: clock.time(exam.gradedAt), reason: exam.withdrawalReason) : nil,
            findingTexts: FindingWords.texts(
                of: grades + detail.images.flatMap { image in image.reviews.map { image.grade.judged(by: $0.grade) } },
                library: room.library
            ),
            rubrics: used,
            program: room.program
        )
    }

    private func identity(of exam: ExamRecord) -> ExamReference {
        let data = exam.metadata
        let type = data.examType.map { label in
            ExamCatalogue.examType(label).map { ExamTypeReference(id: $0.id, name: $0.name) }
                ?? ExamTypeReference(id: label, name: LocalizedText(zh: label, en: label))
        }
        return ExamReference(
            id: exam.examID,
            date: exam.date,
            type: type,
            folder: exam.folder.display,
            pseudonym: data.pseudonym,
            technician: data.technician,
            device: data.device,
            transducer: data.transducer,
            preset: data.preset
        )
    }

    private func notes(on detail: ExamDetail) -> [LocalizedText] {
        var notes = (detail.exam.metadata.notes ?? []).map { LocalizedText(zh: $0, en: $0) }
        if detail.exam.reDropCount > 0 {
            let count = detail.exam.reDropCount
            notes.append(
                LocalizedText(
                    zh: "有 \(count) 个文件重复投递（同名、内容相同），未重复计入。",
                    en:
                        "\(count) file\(count == 1 ? "" : "s") came again with the same name and bytes and were not counted twice."
                )
            )
        }
        if detail.supersededCount > 0 {
            let count = detail.supersededCount
            notes.append(
                LocalizedText(
                    zh: "有 \(count) 幅图像已被更正后的图像替换；原图及其评分保留存档。",
                    en:
                        "\(count) picture\(count == 1 ? " was" : "s were") replaced by a corrected one; the earlier grade is kept."
                )
            )
        }
        return notes
    }

    /// The way to an image's score, by the rubric that gave it as it is now.
    private func explanation(of grade: GradedImage, exam: ExamRecord) -> GradeExplanation {
        let rubric =
            grade.rubric.flatMap { room.library.rubric(id: $0.id) }
            ?? room.library.rubric(forExamType: exam.metadata.examType)
        return GradeExplanation(grade, examType: exam.metadata.examType, by: rubric)
    }

    /// What the newest survey of devices found on the exam's transducer; a survey that cannot be read is none.
    private func deadElements(of exam: ExamRecord) throws -> [DeviceDropout] {
        guard let device = exam.metadata.device, !device.isEmpty else { return [] }
        do {
            let survey = try DeviceSurvey.newest(in: room.store, until: Timestamp(room.now()))?.survey
            return survey?.of(exam.institution.display).dropouts.filter {
                $0.device == device && ($0.transducer ?? "") == (exam.metadata.transducer ?? "")
            } ?? []
        } catch let error as StoreError where error.code == .corrupt {
            return []
        }
    }

    /// Dead elements on an image of that transducer; its geometry is found anew, where there is something to draw only.
    private func strips(of found: [DeviceDropout], on image: ImageDetail) -> DeadElementStrips? {
        guard let shape = image.grade.scanArea?.shape.rawValue, let sha256 = image.grade.sha256,
            let own = found.first(where: { $0.shape == shape }),
            let descriptor = try? room.vault.open(sha256: sha256)
        else { return nil }
        defer { close(descriptor) }
        let source = ImageSource.file(descriptor: descriptor, size: Int(image.bytes))
        guard let picture = try? ImageDecoder.decode(source, limits: room.settings.limits),
            let area = ImagePipeline.scanArea(of: picture).scanArea
        else { return nil }
        return DeadElementStrips(own, on: area.geometry)
    }

    /// Flagged pictures first, then the others in the clinic's order.
    private func previewedImages(_ images: [ImageDetail]) -> Set<Int64> {
        let readable = images.filter { $0.vaultExtension != nil }
        let flagged = readable.filter { $0.grade.triage.route == .review }
        let others = readable.filter { $0.grade.triage.route != .review }
        return Set((flagged + others).prefix(Self.previewLimit).map(\.id))
    }

    /// A small picture; nil when the original cannot be shown, which the report then says.
    private func preview(of image: ImageDetail) -> Preview? {
        guard let sha256 = image.grade.sha256, let descriptor = try? room.vault.open(sha256: sha256) else { return nil }
        defer { close(descriptor) }
        let source = ImageSource.file(descriptor: descriptor, size: Int(image.bytes))
        guard
            let small = try? PreviewEncoder.preview(
                of: source,
                maxWidth: Self.previewWidth,
                quality: 80,
                limits: room.settings.limits
            )
        else { return nil }
        return Preview(jpeg: small.jpeg, width: small.width, height: small.height, scale: small.scale)
    }
}
