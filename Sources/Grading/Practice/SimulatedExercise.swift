package import Imaging

/// An exercise on a made picture, whose fault is known because it was put in.
package struct SimulatedExercise: Sendable, Equatable {
    package let exercise: Exercise
    /// What the picture is made from.
    package let recipe: PhantomRecipe

    /// One fault, the strengths at which a person sees it, and what it teaches.
    struct Fault: Sendable {
        let kind: ImageFault.Kind
        let strengths: ClosedRange<Double>
        let lesson: FaultLesson
        var code: String { lesson.code }
    }

    /// Sections with an anatomy, each once, in the order of the catalogue; grey ones only.
    package static let sections: [String] = planes.map(\.section)

    private static let planes: [ExamPhantoms.Plane] = {
        var seen: Set<String> = []
        return ExamPhantoms.examTypes.flatMap { ExamPhantoms.planes(of: $0) ?? [] }
            // Of the lung there are only the pleura and its repeats: gain and bands cannot be told on it.
            .filter { !$0.colour && $0.anatomy != .lung && seen.insert($0.section).inserted }
    }()

    /// The exercise of a section and a number; nil for a section without an anatomy.
    package init?(section: String, number: UInt64) {
        guard let plane = Self.planes.first(where: { $0.section == section }) else { return nil }
        var random = PracticeRandom(seed: number, purpose: "simulated \(section)")
        // About one picture in six has nothing wrong with it.
        let possible = Self.faults.filter { !plane.anatomy.natural.contains($0.code) }
        let choice = random.below(possible.count + possible.count / 5)
        let fault = choice < possible.count ? possible[choice] : nil
        var recipe = ExamPhantoms.recipe(for: plane, seed: random.next() >> 32, style: .classic)
        (recipe.width, recipe.height) = (800, 600)
        var explanation = Self.faultless
        if let fault {
            let strength = (random.number(in: fault.strengths) * 100).rounded() / 100
            guard let put = try? ImageFault(fault.kind, strength: strength) else { return nil }
            recipe.faults = [put]
            explanation = fault.lesson.explanation
        }
        self.recipe = recipe
        exercise = PictureExercise.made(
            ExerciseID(kind: .simulated, name: section, number: number),
            card: "simulated/\(section)/\(fault?.code ?? ExercisePrompt.none.id)",
            expected: fault.map { [$0.code] } ?? [],
            withheld: (fault?.lesson.alike ?? []) + plane.anatomy.natural,
            among: Set(Self.faults.map(\.code)).sorted(),
            level: nil,
            section: section,
            explanation: explanation,
            expert: nil
        )
    }

    /// Whether a section casts shadows by its nature, or may do so because nothing is known of it: a shadow is no fault there.
    static func shadowsByNature(_ section: String?) -> Bool {
        planes.first { $0.section == section }?.anatomy.natural.contains("SHADOW") ?? true
    }

    /// What the picture is made from without its fault, to be compared with.
    package var untouched: PhantomRecipe {
        var recipe = recipe
        recipe.faults = []
        return recipe
    }

    /// The first exercise after a number that repeats a card; nil for a text that is no card of made pictures.
    package static func repeating(_ card: String, after number: UInt64) -> SimulatedExercise? {
        let parts = card.split(separator: "/")
        guard parts.count == 3, parts[0] == "simulated" else { return nil }
        // One number in about seventeen has a given fault: a thousand tries are enough.
        for step in 1...1000 as ClosedRange<UInt64> {
            guard let made = SimulatedExercise(section: String(parts[1]), number: number &+ step) else { return nil }
            if made.exercise.key.card == card { return made }
        }
        return nil
    }

    /// Training topics that some made picture is about.
    package static let topics = Set(faults.compactMap { FindingCode.named($0.code)?.module })

    /// An exercise of a section, from a number on, on one of some topics, or on any where none is named.
    ///
    /// One in six has nothing wrong with it, so that each picture may be faultless. nil where the section can show none.
    package static func first(section: String, from number: UInt64, ofTopics topics: Set<String>) -> SimulatedExercise?
    {
        guard !topics.isEmpty else { return SimulatedExercise(section: section, number: number) }
        var random = PracticeRandom(seed: number, purpose: "topic of \(section)")
        let wantsFault = random.below(6) > 0
        for step in 0..<1000 as Range<UInt64> {
            guard let made = SimulatedExercise(section: section, number: number &+ step) else { return nil }
            if made.exercise.key.topic.map({ wantsFault && topics.contains($0) }) ?? !wantsFault { return made }
        }
        return nil
    }

    /// Every card of made pictures whose fault belongs to one of some topics, or to any where none is named.
    ///
    /// Cards of pictures without a fault are always among them.
    package static func cards(ofTopics topics: Set<String>) -> [String] {
        planes.flatMap { plane -> [String] in
            let possible = faults.map(\.code).filter { code in
                guard !plane.anatomy.natural.contains(code) else { return false }
                return topics.isEmpty || FindingCode.named(code)?.module.map(topics.contains) == true
            }
            var seen: Set<String> = []
            return (possible + [ExercisePrompt.none.id]).filter { seen.insert($0).inserted }
                .map { "simulated/\(plane.section)/\($0)" }
        }
    }
}

extension AnatomyPreset {
    /// Findings that such a section shows by its nature: outside the abdomen there is bone or a windpipe, and a shadow.
    fileprivate var natural: [String] {
        let clear: [AnatomyPreset] = [
            .liver, .liverPorta, .hepaticVeins, .leftLiver, .gallbladder, .pancreas, .spleen, .kidney, .bladder,
        ]
        return clear.contains(self) ? [] : ["SHADOW"]
    }
}
