import Grading
import Reports

/// The same exam and month with the experts' part.
extension Fixtures {
    static func reading(
        _ number: Int = 1,
        by expert: String = "li",
        score: Double?,
        level: Level?,
        findings: [ExpertReading.JudgedFinding] = [],
        checklist: [ExpertReading.ChecklistAnswer] = [],
        comment: String? = nil,
        advice: String? = nil
    ) -> ExpertReading {
        ExpertReading(
            reading: number,
            expert: expert,
            at: time(3600 * number),
            unblinded: false,
            score: score,
            level: level,
            impression: level,
            findings: findings,
            checklist: checklist,
            comment: comment,
            advice: advice,
            rubric: rubric
        )
    }

    /// The exam with: image 2 read, objected to and read again; image 3 read and asked about; image 4 waiting; image 6
    /// read and objected to.
    static func readExam(preview: Preview? = preview) -> ExamReport {
        var images = exam(preview: preview).images
        images[1].expert = ExpertPart(
            readings: [
                reading(
                    score: 66,
                    level: .c,
                    findings: [
                        .init(code: "CONTACT_LOSS", severity: .major, verdict: .confirmed),
                        .init(code: "GAIN_HIGH", severity: .minor, verdict: .confirmed),
                        .init(code: "SHADOW", severity: .minor, verdict: .rejected),
                    ],
                    comment: "声影是结石本身的，不扣分。"
                ),
                reading(
                    2,
                    by: "wang",
                    score: 81.5,
                    level: .b,
                    findings: [
                        .init(code: "SECTION_NONSTANDARD", severity: .major, verdict: .added),
                        .init(code: "CONTACT_LOSS", severity: .major, verdict: .confirmed),
                        .init(code: "GAIN_HIGH", severity: .minor, verdict: .rejected),
                        .init(code: "SHADOW", severity: .minor, verdict: .rejected),
                    ],
                    checklist: [
                        .init(
                            question: "section.long_axis",
                            name: LocalizedText(zh: "切面：长轴完整", en: "Section: whole long axis"),
                            answer: .no
                        ),
                        .init(
                            question: "section.hilum",
                            name: LocalizedText(zh: "切面：肾门", en: "Section: hilum"),
                            answer: .partly
                        ),
                        .init(question: "annotation", answer: .yes),
                    ],
                    comment: "增益合适。",
                    advice: "探头向外侧移 1 cm，让肾脏上极完整。"
                ),
            ],
            disputes: [
                DisputeEntry(text: "增益是按患者体型调的。", by: "城东 王医生", at: time(5400), against: 1, settledBy: 2)
            ]
        )
        images[2].expert = ExpertPart(
            readings: [reading(score: 90, level: .a, findings: [])],
            consultations: [
                ConsultationEntry(
                    reading: 1,
                    askedBy: "li",
                    question: "胆囊壁是否测量？",
                    askedAt: time(3600),
                    answer: "要，取纵切面最厚处。",
                    answeredBy: "wang",
                    answeredAt: time(7200)
                ),
                ConsultationEntry(reading: 1, askedBy: "li", question: "要不要补横切面？", askedAt: time(3700)),
            ]
        )
        images[3].expert = ExpertPart(waits: .first)
        images[5].expert = ExpertPart(
            readings: [reading(score: 84, level: .b)],
            disputes: [DisputeEntry(text: "应为甲级。", at: time(9000), against: 1)],
            waits: .dispute
        )
        let plain = exam(preview: preview)
        var texts = texts
        texts.byCode["SECTION_NONSTANDARD"] = .init(
            title: LocalizedText(zh: "切面不标准", en: "Section not standard"),
            advice: LocalizedText(zh: "对照标准切面图重新取图。", en: "Take the picture again by the standard section.")
        )
        return ExamReport(
            institution: plain.institution,
            exam: plain.exam,
            times: plain.times,
            score: plain.score,
            level: plain.level,
            completeness: plain.completeness,
            missingSections: plain.missingSections,
            substandardSections: plain.substandardSections,
            final: ExamFinal(score: 78.2, level: .c, completeness: 0.7, substandardSections: [kidney]),
            images: images,
            unreadable: plain.unreadable,
            repeated: plain.repeated,
            notes: plain.notes,
            findingTexts: texts,
            rubrics: plain.rubrics,
            program: plain.program
        )
    }

    /// Domain reference §4.5's strata, split as the report has them, and §4.6's golden B.
    static func experts() -> PeriodExperts {
        PeriodExperts(
            read: 525,
            scores: Distribution(counted: [(92, 200), (78, 180), (41, 145)]),
            levels: LevelCounts(a: 200, c: 180, d: 145),
            agreement: LevelAgreement([[34, 6, 1, 0], [5, 28, 7, 1], [0, 6, 19, 4], [0, 1, 3, 12]]),
            agreementDrawn: LevelAgreement([[30, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),
            agreementBlind: LevelAgreement([[3, 1, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),
            scoreDifference: ScoreDifference((0..<40).map { .init(first: 70 + Double($0), second: 68 + Double($0)) }),
            verdicts: [
                VerdictCount(code: "SHADOW", confirmed: 18, rejected: 2, added: 3, unjudged: 1),
                VerdictCount(code: "GAIN_HIGH", confirmed: 60, rejected: 4),
                VerdictCount(code: "JPEG_LOW", added: 2),
            ],
            nonconforming: NonconformingRate([
                .init(id: "critical", size: 100, sampled: 100, positive: 100, isFlagged: true),
                .init(id: "flagged", size: 300, sampled: 300, positive: 200, isFlagged: true),
                .init(id: "other", size: 5_600, sampled: 125, positive: 4, isFlagged: false),
            ]),
            stages: [
                StageSpan(stage: .reported, seconds: Distribution([3, 4, 5]) ?? none),
                StageSpan(stage: .graded, seconds: Distribution([30, 40, 50]) ?? none),
                StageSpan(stage: .claimed, seconds: Distribution([3600, 7200, 180_000]) ?? none),
                StageSpan(stage: .reviewed, seconds: Distribution([18, 22, 140]) ?? none),
            ],
            open: OpenWork(
                at: time(1_000_000),
                critical: .init(count: 2, oldest: time(990_000)),
                flagged: .init(count: 7, oldest: time(900_000)),
                disputes: .init(count: 1, oldest: time(950_000))
            )
        )
    }

    private static var none: Distribution { Distribution([0]).unsafelyUnwrapped }

    /// The month with the experts' part, too little of it to estimate a rate where `isThin`.
    static func readNetwork(isThin: Bool = false) -> PeriodReport {
        let plain = network()
        var experts = experts()
        if isThin {
            experts.nonconforming = NonconformingRate([
                .init(id: "critical", size: 0, sampled: 0, positive: 0, isFlagged: true),
                .init(id: "flagged", size: 30, sampled: 30, positive: 3, isFlagged: true),
                .init(id: "other", size: 463, sampled: 1, positive: 1, isFlagged: false),
            ])
        }
        var rows = plain.byInstitution
        rows[0].experts = RowExperts(read: 40, scoreMean: 77.7, nonconforming: experts.nonconforming)
        return PeriodReport(
            period: plain.period,
            counts: plain.counts,
            scores: plain.scores,
            levels: plain.levels,
            missingSections: plain.missingSections,
            findings: plain.findings,
            turnaround: plain.turnaround,
            experts: experts,
            byInstitution: rows,
            byExamType: plain.byExamType,
            findingTexts: texts,
            rubrics: plain.rubrics,
            program: plain.program
        )
    }
}
