/// Exercises on pictures: which findings are asked for, and what an expert's reading makes the right answer.
package enum PictureExercise {
    /// Findings of technique that a look at the scan area alone can tell, in the taxonomy's order.
    ///
    /// Marks, measurements, missing sections, reports and duplicates are not among them: the blind view does not show
    /// them.
    package static let visible: [String] = [
        "GAIN_HIGH", "GAIN_LOW", "SAT_HIGH", "SAT_LOW", "CONTRAST_LOW", "TGC_UNEVEN", "TGC_BAND", "CONTACT_LOSS",
        "SHADOW", "NOISE", "DEPTH_EXCESS", "DEPTH_SHORT", "TARGET_SMALL", "FOCUS_OFF", "BLUR", "JPEG_LOW", "UPSCALED",
        "SECTION_NONSTD", "CFM_GAIN", "CFM_ALIAS", "CFM_BOX", "IN_AIR",
    ]

    /// How many findings are offered beside "nothing is wrong"; each has a digit on the keyboard.
    static let offered = 7
    /// At most so many expected ones: of more, the gravest are asked for and the others are not offered.
    static let mostExpected = 4

    /// What every picture asks.
    private static let text = LocalizedText(
        zh: "这幅图有哪些技术问题？（可多选）",
        en: "Which technical faults does this picture have? (several may apply)"
    )

    /// What every picture asks where an expert gave a level.
    private static let textWithLevel = LocalizedText(
        zh: "这幅图的技术质量属于哪一级？有哪些技术问题？（可多选）",
        en: "Which level of technical quality is this picture, and which faults does it have? (several may apply)"
    )

    /// An exercise on a stored picture.
    ///
    /// The level is the expert's impression of the technical quality where one was given (it was made blind, as the
    /// exercise is), else the level of the reading. Expected is what the expert confirmed or added; a finding of the
    /// first pass that the expert did not speak of is not offered, a rejected one may be, as a wrong one. The reason is the
    /// expert's advice, else the rubric's for the expected findings.
    ///
    /// - Parameters:
    ///   - image: number of the stored image.
    ///   - grade: the expert's final reading.
    ///   - section: the image's section, as stored.
    ///   - number: decides which wrong findings are offered beside the right ones.
    /// - Returns: nil where the reading has no level.
    package static func exercise(
        image: Int64,
        grade: ExpertGrade,
        expert: String?,
        section: String?,
        number: UInt64
    ) -> Exercise? {
        guard let level = grade.answers.impression ?? grade.level else { return nil }
        let judged = grade.findings.filter { visible.contains($0.finding.code) && $0.finding.severity > .info }
        func codes(_ verdicts: Set<ExpertGrade.Verdict>) -> [String] {
            var seen: Set<String> = []
            return judged.filter { verdicts.contains($0.verdict) && seen.insert($0.finding.code).inserted }
                .map(\.finding.code)
        }
        // A reading lists the gravest first.
        let spoken = codes([.confirmed, .added])
        let expected = Array(spoken.prefix(mostExpected))
        let withheld = spoken.dropFirst(mostExpected) + codes([.unjudged]).filter { !expected.contains($0) }
        // The expert's comment may speak of the patient; the advice speaks of technique.
        let usual = judged.filter { expected.contains($0.finding.code) }.compactMap(\.finding.advice)
        let words = grade.answers.advice ?? (usual.isEmpty ? nil : usual.joined(separator: " "))
        return made(
            ExerciseID(kind: .expert, name: String(image), number: number),
            card: "expert/\(image)",
            expected: expected,
            withheld: Array(withheld),
            level: level,
            section: section,
            explanation: words.map { LocalizedText(zh: $0, en: $0) },
            expert: expert
        )
    }

    /// Joins the right findings with wrong ones into an exercise.
    ///
    /// - Parameters:
    ///   - withheld: what may apply too, so that it is not offered.
    ///   - among: what wrong findings are taken from.
    static func made(
        _ id: ExerciseID,
        card: String,
        expected: [String],
        withheld: [String],
        among: [String] = visible,
        level: Level?,
        section: String?,
        explanation: LocalizedText?,
        expert: String?
    ) -> Exercise {
        var random = PracticeRandom(seed: id.number, purpose: "options of \(id.kind.rawValue)/\(id.name)")
        let others = among.filter { !expected.contains($0) && !withheld.contains($0) }
        // A colour finding on a grey picture gives itself away; it is offered only where one is expected.
        let colour = Set(["CFM_GAIN", "CFM_ALIAS", "CFM_BOX"])
        let wrong = others.filter { !colour.contains($0) || !colour.isDisjoint(with: expected) }
        let shown = Set(expected + random.shuffled(wrong).prefix(offered - expected.count))
        let options = visible.filter(shown.contains).compactMap { code in
            FindingCode.named(code).map { ExercisePrompt.Option(id: code, text: $0.name) }
        }
        let none = ExercisePrompt.none
        return Exercise(
            prompt: ExercisePrompt(
                exercise: id,
                text: level == nil ? text : textWithLevel,
                options: options + [none],
                takesSeveral: true,
                asksLevel: level != nil,
                section: section
            ),
            key: ExerciseKey(
                card: card,
                topic: expected.first.flatMap { FindingCode.named($0)?.module },
                expected: expected.isEmpty ? [none.id] : visible.filter(expected.contains),
                level: level,
                explanation: explanation,
                expert: expert
            )
        )
    }
}
