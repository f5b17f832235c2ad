package import Imaging

/// An exercise on a stored picture that an expert found faultless, with one fault put in, or with none.
///
/// Which fault, in which of its shapes and how strongly follows from the image and the number alone. Whether it can be seen
/// in that very picture, only its pixels say: see `picture(at:)`.
package struct AlteredExercise: Sendable, Equatable {
    package let exercise: Exercise
    /// What is put in; nil where the picture is shown as it is.
    private let put: Put?

    private struct Put: Sendable, Equatable {
        /// Place in `faults`.
        let fault: Int
        let shape: String
        let strength: Double
        let seed: UInt64
    }

    /// The least level of a picture that faults are put into: what experts call good.
    package static let leastLevel = Level.b

    /// The level of a reading that finds nothing to mend; nil for any other.
    ///
    /// Level and blind impression are A or B, and no finding stands that speaks of technique; one that the expert did not
    /// speak of stands.
    package static func level(ofFaultless grade: ExpertGrade) -> Level? {
        guard let level = grade.level, level >= leastLevel, (grade.answers.impression ?? level) >= leastLevel else {
            return nil
        }
        let taught = Set(["T01", "T02", "T03", "T04", "T05"])
        let isFaulty = grade.standing.contains { finding in
            let module = FindingCode.named(finding.code)?.module
            return finding.severity > .info
                && (PictureExercise.visible.contains(finding.code) || module.map(taught.contains) == true)
        }
        return isFaulty ? nil : level
    }

    /// The exercise of an image and a number.
    ///
    /// - Parameters:
    ///   - section: the image's section, as stored.
    ///   - level: the expert's, told after the answer.
    package init(image: Int64, section: String?, level: Level, number: UInt64) {
        var random = PracticeRandom(seed: number, purpose: "altered \(image)")
        let natural = SimulatedExercise.shadowsByNature(section) ? ["SHADOW"] : []
        let possible = Self.faults.indices.filter { !natural.contains(Self.faults[$0].lesson.code) }
        // About one picture in six is as the expert saw it.
        let choice = random.below(possible.count + possible.count / 5)
        var lesson: FaultLesson?
        if choice < possible.count {
            let fault = Self.faults[possible[choice]]
            lesson = fault.lesson
            put = Put(
                fault: possible[choice],
                shape: fault.shapes[random.below(fault.shapes.count)],
                strength: (random.number(in: fault.strengths) * 100).rounded() / 100,
                seed: random.next()
            )
        } else {
            put = nil
        }
        exercise = PictureExercise.made(
            ExerciseID(kind: .altered, name: String(image), number: number),
            card: Self.card(section: section, code: lesson?.code ?? ExercisePrompt.none.id),
            expected: lesson.map { [$0.code] } ?? [],
            withheld: (lesson?.alike ?? []) + natural,
            among: Set(Self.faults.map(\.lesson.code)).sorted(),
            level: nil,
            section: section,
            explanation: Self.explanation(lesson, level: level),
            expert: nil
        )
    }

    private static func explanation(_ lesson: FaultLesson?, level: Level) -> LocalizedText {
        let (zh, en) = ("\(level.rawValue) 级", level.rawValue)
        guard let lesson else {
            return LocalizedText(
                zh: "专家评为 \(zh)的图像，原样显示，没有加入技术问题。",
                en: "Graded \(en) by an expert and shown as it is; nothing was put in."
            )
        }
        return LocalizedText(
            zh: "专家评为 \(zh)的图像，练习时加入了这一问题。\(lesson.explanation.zh)",
            en: "Graded \(en) by an expert; the fault was put in for practice. \(lesson.explanation.en)"
        )
    }

    // MARK: Cards

    /// What is repeated when it was missed: the same fault on another picture of the section.
    ///
    /// Sections that are not of the catalogue share one name, so that a clinic's own label stands in no card.
    static func card(section: String?, code: String) -> String { "altered/\(cardSection(section))/\(code)" }

    /// A section as cards name it.
    package static func cardSection(_ section: String?) -> String {
        section.flatMap { ExamCatalogue.section(id: $0)?.id } ?? "any"
    }

    /// Every card of pictures of some sections whose fault belongs to one of some topics, or to any where none is named.
    ///
    /// Cards of pictures without a fault are always among them.
    package static func cards(sections: Set<String>, ofTopics topics: Set<String>) -> [String] {
        sections.sorted().flatMap { section -> [String] in
            var seen: Set<String> = []
            let codes = faults.map(\.lesson.code).filter { code in
                guard code != "SHADOW" || !SimulatedExercise.shadowsByNature(section) else { return false }
                return topics.isEmpty || FindingCode.named(code)?.module.map(topics.contains) == true
            }
            return (codes + [ExercisePrompt.none.id]).filter { seen.insert($0).inserted }
                .map { card(section: section, code: $0) }
        }
    }

    /// Numbers after another one whose exercises fit, in order: a number in about twelve has a given fault.
    ///
    /// - Parameter fits: is told the card and the topic of each.
    package static func numbers(
        image: Int64,
        section: String?,
        level: Level,
        after number: UInt64,
        atMost count: Int,
        where fits: (_ card: String, _ topic: String?) -> Bool
    ) -> [UInt64] {
        var numbers: [UInt64] = []
        for step in 1...300 as ClosedRange<UInt64> where numbers.count < count {
            let key = AlteredExercise(image: image, section: section, level: level, number: number &+ step).exercise.key
            if fits(key.card, key.topic) { numbers.append(number &+ step) }
        }
        return numbers
    }

    // MARK: The picture

    /// The picture with its fault; nil where the fault cannot be seen in it.
    ///
    /// - Throws: what a codec throws.
    package func picture(at site: FaultSite) throws(ImagingError) -> UltrasoundImage? {
        guard let put else { return site.image }
        let fault = Self.faults[put.fault]
        guard let shape = fault.injected.shapes.first(where: { $0.id == put.shape }) else { return nil }
        let spoiled = try fault.injected.inject(into: site, strength: put.strength, shape: shape, seed: put.seed)
        guard let sight = FaultSight(of: spoiled, at: site), fault.isPlain(sight) else { return nil }
        return spoiled
    }
}
