import Grading
import Imaging
import Reports

/// Made exams and periods; nothing here comes from a patient.
enum Fixtures {
    static let shanghai = 28_800

    /// 2026-03-05 14:03:22 in Shanghai, plus seconds.
    static func time(_ seconds: Int = 0) -> ReportTime {
        ReportTime(seconds: 1_772_690_602 + seconds, offset: shanghai)
    }

    static let rubric = RubricReference(
        id: "abdomen",
        version: "1.0",
        sha256: String(repeating: "0123456789abcdef", count: 4)
    )

    static let texts = FindingTexts([
        "GAIN_HIGH": .init(
            title: LocalizedText(zh: "总增益过高", en: "Overall gain too high"),
            advice: LocalizedText(
                zh: "调低总增益（GAIN），以无回声液体刚好变黑为准。",
                en: "Turn GAIN down until fluid is just black."
            )
        ),
        "CONTACT_LOSS": .init(
            title: LocalizedText(zh: "耦合/接触不良", en: "Poor contact"),
            advice: LocalizedText(
                zh: "补耦合剂，探头两端贴紧皮肤，必要时嘱患者吸气。",
                en: "Add gel and press both ends of the probe to the skin; ask for a deep breath if it helps."
            )
        ),
        "SHADOW": .init(
            title: LocalizedText(zh: "声影遮挡", en: "Shadow over the target"),
            advice: LocalizedText(zh: "移到肋间或换个角度，避开肋骨和气体。", en: "Move between the ribs or change the angle.")
        ),
        "TGC_BAND": .init(
            title: LocalizedText(zh: "TGC 滑杆错位", en: "A TGC slider stands out"),
            advice: LocalizedText(zh: "把突出的 TGC 滑杆推回平滑曲线。", en: "Put the slider that stands out back in line.")
        ),
        "JPEG_LOW": .init(
            title: LocalizedText(zh: "过度压缩", en: "Compressed too much"),
            advice: LocalizedText(zh: "导出时选高质量 JPEG 或 PNG。", en: "Export as high-quality JPEG or PNG.")
        ),
        "GEOM_UNCERTAIN": .init(title: LocalizedText(zh: "扫查区看不准", en: "Scan area unclear")),
        "NEVER_USED": .init(title: LocalizedText(zh: "没有出现", en: "does not occur")),
    ])

    static let abdomen = ExamTypeReference(id: "abdomen", name: LocalizedText(zh: "腹部", en: "Abdomen"))

    static let liver = SectionReference(
        id: "abd.liver.porta1",
        name: LocalizedText(zh: "第一肝门切面", en: "Porta hepatis")
    )
    static let kidney = SectionReference(
        id: "abd.kidney.r.long",
        name: LocalizedText(zh: "右肾长轴切面", en: "Right kidney, long axis")
    )
    static let spleen = SectionReference(
        id: "abd.spleen.long",
        name: LocalizedText(zh: "脾长轴切面", en: "Spleen, long axis")
    )

    /// The outline of a made fan in 1024 × 768.
    static let outline = [
        PixelPoint(x: 430, y: 60), PixelPoint(x: 594, y: 60), PixelPoint(x: 930, y: 560), PixelPoint(x: 720, y: 690),
        PixelPoint(x: 512, y: 730), PixelPoint(x: 304, y: 690), PixelPoint(x: 94, y: 560),
    ]

    static func graded(
        _ file: String,
        section: SectionReference?,
        score: Double,
        level: Level,
        findings: [Finding] = [],
        marks: [Mark] = [],
        reasons: [String] = []
    ) -> ExamImage {
        let grade = GradedImage(
            path: "inbox/clinic/exam/\(file)",
            sha256: digest(of: file),
            status: .graded,
            section: section?.id,
            image: ImageFacts(format: .jpeg, width: 1024, height: 768, jpegQuality: 90),
            scanArea: ScanAreaSummary(
                shape: .convex,
                box: PixelBox(x: 94, y: 60, width: 836, height: 670),
                confidence: 0.97
            ),
            metrics: ["gain.p50": 92.5],
            score: score,
            level: level,
            items: [ItemScore(id: "gain", weight: 15, score: score / 100)],
            findings: findings,
            triage: Triage(
                route: reasons.isEmpty ? .pass : .review,
                reasons: reasons,
                inclusionProbability: 0.1
            ),
            rubric: rubric,
            program: "0.1.0",
            marks: marks.isEmpty ? nil : marks,
            outline: outline
        )
        return ExamImage(file: file, section: section, grade: grade)
    }

    static func unsure(_ file: String) -> ExamImage {
        let finding = Finding(code: "GEOM_UNCERTAIN", severity: .info)
        let grade = GradedImage(
            path: file,
            sha256: digest(of: file),
            status: .unsure,
            image: ImageFacts(format: .png, width: 800, height: 600),
            findings: [finding],
            triage: Triage(route: .review, reasons: ["unsure"], inclusionProbability: 1),
            rubric: rubric,
            program: "0.1.0"
        )
        return ExamImage(file: file, grade: grade)
    }

    /// 64 hexadecimal digits that depend on the name (FNV-1a, four times over).
    static func digest(of name: String) -> String {
        var text = ""
        for round in 0..<4 {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(round)
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            let digits = String(hash, radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits
        }
        return text
    }

    static let gainHigh = Finding(
        code: "GAIN_HIGH",
        severity: .minor,
        metric: "gain.p50",
        value: 181.234,
        limit: 175,
        limitOrigin: .absolute,
        deduction: 7.5,
        advice: "调低总增益"
    )
    static let contactLoss = Finding(
        code: "CONTACT_LOSS",
        severity: .major,
        metric: "contact.loss",
        value: 24.2,
        limit: 10,
        limitOrigin: .absolute,
        deduction: 12
    )
    static let shadow = Finding(
        code: "SHADOW",
        severity: .minor,
        metric: "shadow.frac",
        value: 31,
        limit: 25,
        limitOrigin: .baseline(snapshot: "2026-02"),
        deduction: 4
    )

    static func box(_ metric: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Mark {
        Mark(
            metric: metric,
            outline: [
                PixelPoint(x: x, y: y), PixelPoint(x: x + width, y: y), PixelPoint(x: x + width, y: y + height),
                PixelPoint(x: x, y: y + height),
            ]
        )
    }

    /// Bytes that begin and end like a JPEG; a report never looks inside.
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0x42, count: 200) + [0xFF, 0xD9]
    static let preview = Preview(jpeg: jpeg, width: 640, height: 480, scale: 0.625)

    /// An exam with one of everything; pictures are put into all images that can be drawn.
    static func exam(preview: Preview? = preview) -> ExamReport {
        var images = [
            graded("01_肝.jpg", section: liver, score: 96.5, level: .a),
            graded(
                "02_右肾.jpg",
                section: kidney,
                score: 74.5,
                level: .c,
                findings: [gainHigh, contactLoss, shadow],
                marks: [
                    box("contact.loss", 110, 300, 120, 260), box("shadow.frac", 600, 330, 90, 360),
                    box("gain.p50", 380, 240, 260, 200), box("shadow.frac", 250, 420, 60, 200),
                ],
                reasons: ["CONTACT_LOSS", "sampled"]
            ),
            graded(
                "03_胆囊.jpg",
                section: SectionReference(id: "胆囊 补充"),
                score: 88,
                level: .b,
                findings: [gainHigh],
                marks: [box("gain.p50", 380, 240, 260, 200)],
                reasons: ["sampled"]
            ),
            unsure("04.png"),
            graded("05_脾_old.jpg", section: spleen, score: 40, level: .d, findings: [contactLoss]),
            graded("06_脾.jpg", section: spleen, score: 91, level: .a),
        ]
        images[4].standing = .superseded
        images[5].standing = .corrected
        images[1].advice["GAIN_HIGH"] = LocalizedText(zh: "总增益调低约 2 dB。", en: "Turn GAIN down by about 2 dB.")
        images[2].duplicate = DuplicateReference(file: "01_肝.jpg", exam: "A2026-0017")
        for index in images.indices { images[index].preview = preview }
        return ExamReport(
            institution: InstitutionReference(id: "chengdong", name: "城东社区卫生服务中心", registered: true),
            exam: ExamReference(
                id: "A2026-0031",
                date: "2026-03-05",
                type: abdomen,
                folder: "20260305_A2026-0031_abdomen",
                pseudonym: "P-7731",
                technician: "t-012",
                device: "Mindray DC-40 / 3",
                transducer: "C5-2",
                preset: "ABD"
            ),
            times: ExamTimes(performed: time(-3000), received: time(), graded: time(40), answered: time(42)),
            score: 83.4,
            level: .b,
            completeness: 0.75,
            missingSections: [
                SectionReference(
                    id: "abd.pancreas",
                    name: LocalizedText(zh: "胰腺长轴切面", en: "Pancreas, long axis")
                ),
                SectionReference(id: "abd.gallbladder", name: LocalizedText(zh: "胆囊长轴切面", en: "Gallbladder")),
            ],
            substandardSections: [kidney],
            images: images,
            unreadable: [
                UnreadableFile(
                    file: "07_half.jpg",
                    section: liver,
                    error: ImagingError(code: .truncated, message: "JPEG ends after 61 % of its rows; send it again"),
                    sha256: digest(of: "07")
                ),
                UnreadableFile(
                    file: "说明.docx",
                    error: ImagingError(code: .unsupportedFormat, message: "not PNG or JPEG; export as PNG or JPEG")
                ),
            ],
            repeated: [RepeatedFile(file: "01_肝.jpg", times: 2)],
            notes: [LocalizedText(zh: "设备未登记，使用通用基线。", en: "Device not registered; the general limits were used.")],
            findingTexts: texts,
            rubrics: [rubric],
            program: "0.1.0"
        )
    }

    /// A month of a network of four institutions.
    static func network() -> PeriodReport {
        func row(_ id: String, _ name: String, registered: Bool = true, levels: LevelCounts) -> PeriodRow {
            PeriodRow(
                id: id,
                name: LocalizedText(zh: name, en: name),
                registered: registered,
                counts: PeriodCounts(exams: levels.total / 8 + 1, graded: levels.total, unsure: 2, unreadable: 1),
                scores: Distribution(counted: [(96, levels.a), (85, levels.b), (70, levels.c), (40, levels.d)]),
                levels: levels,
                turnaround: Distribution([30, 42, 55, 61, 300])
            )
        }
        let rows = [
            row("a", "城东社区卫生服务中心", levels: LevelCounts(a: 120, b: 60, c: 15, d: 5)),
            row("b", "平安医院", levels: LevelCounts(a: 10, b: 3)),
            row("c", "爱园仁医院", levels: LevelCounts(a: 30, b: 40, c: 40, d: 60)),
            row("d", "康炜医院", registered: false, levels: LevelCounts(a: 50, b: 40, c: 8, d: 4)),
        ]
        return PeriodReport(
            period: march,
            counts: PeriodCounts(
                exams: 63,
                examsIncomplete: 14,
                examsWithdrawn: 1,
                graded: 485,
                unsure: 8,
                unreadable: 4,
                toReview: 120,
                sampled: 51
            ),
            scores: Distribution(counted: [(96, 210), (85, 143), (70, 63), (40, 69)]),
            levels: LevelCounts(a: 210, b: 143, c: 63, d: 69),
            missingSections: [
                MissingSectionCount(section: spleen, examType: abdomen, missing: 4, required: 125),
                MissingSectionCount(section: kidney, examType: abdomen, missing: 18, required: 20),
                MissingSectionCount(section: liver, examType: abdomen, missing: 0, required: 20),
            ],
            findings: [
                FindingCount(code: "SHADOW", severity: .minor, images: 31, examined: 493),
                FindingCount(code: "GAIN_HIGH", severity: .major, images: 88, examined: 493),
                FindingCount(code: "CONTACT_LOSS", severity: .major, images: 62, examined: 493),
                FindingCount(code: "TGC_BAND", severity: .minor, images: 12, examined: 493),
                FindingCount(code: "JPEG_LOW", severity: .minor, images: 3, examined: 493),
                FindingCount(code: "GEOM_UNCERTAIN", severity: .info, images: 8, examined: 493),
            ],
            turnaround: Distribution([22, 25, 31, 38, 42, 55, 61, 90, 400, 7300]),
            byInstitution: rows,
            byExamType: [
                PeriodRow(
                    id: "abdomen",
                    name: abdomen.name,
                    counts: PeriodCounts(exams: 60, graded: 460),
                    levels: LevelCounts(a: 200, b: 140, c: 60, d: 60)
                ),
                PeriodRow(
                    id: "",
                    name: LocalizedText(zh: "", en: ""),
                    counts: PeriodCounts(exams: 3, graded: 25),
                    levels: LevelCounts(a: 10, b: 3, c: 3, d: 9)
                ),
            ],
            findingTexts: texts,
            rubrics: [rubric],
            program: "0.1.0"
        )
    }

    /// March 2026 in Shanghai.
    static let march = ReportPeriod(
        label: "2026-03",
        from: ReportTime(seconds: 1_772_294_400, offset: shanghai),
        until: ReportTime(seconds: 1_774_972_800, offset: shanghai)
    )
}
