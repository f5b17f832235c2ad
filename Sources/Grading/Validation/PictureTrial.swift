package import Imaging

/// An untouched picture, and what the first pass says of the same pixels in two files.
package struct UntouchedTrial: Sendable, Equatable {
    /// Of the picture as it came.
    package var outcome: TrialOutcome
    /// Of its pixels as PNG.
    package var asPNG: TrialOutcome
    /// Of its pixels as JPEG of quality 95.
    package var asJPEG: TrialOutcome
    /// Of what it becomes by each change that must not matter, by the change's id; empty where it is too large to lay out.
    package var changed: [String: TrialOutcome] = [:]
    /// What it gives to a baseline; nil where it is not ordinary.
    package var ordinaryMetrics: [String: Double]?
    /// By what its copies are known.
    package var fingerprint: PictureFingerprint?

    /// Known outcomes.
    package init(outcome: TrialOutcome, asPNG: TrialOutcome, asJPEG: TrialOutcome) {
        self.outcome = outcome
        self.asPNG = asPNG
        self.asJPEG = asJPEG
    }

    /// Examines a picture, its copies and what each harmless change makes of it; throws what the JPEG codec throws.
    package init(of image: UltrasoundImage, as request: GradeRequest, by rubric: Rubric) throws(ImagingError) {
        let examination = ImagePipeline.examine(image, takesFingerprint: true)
        let grade = Grader.grade(examination, as: request, by: rubric)
        outcome = TrialOutcome(grade)
        ordinaryMetrics = grade.ordinaryMetrics
        fingerprint = examination.fingerprint
        let facts = ImageFacts(format: .png, width: image.luma.width, height: image.luma.height)
        let png = UltrasoundImage(luma: image.luma, chroma: image.chroma, facts: facts)
        asPNG = TrialOutcome(of: png, as: request, by: rubric)
        asJPEG = TrialOutcome(of: try image.compressed(quality: 95), as: request, by: rubric)
        guard image.luma.pixels.count <= TrialPlan.mostPixels else { return }
        for change in HarmlessChange.all {
            changed[change.id] = TrialOutcome(of: try change.apply(to: image), as: request, by: rubric)
        }
    }
}

/// One fault in one picture: outcomes by rising strength.
package struct FaultTrial: Sendable, Equatable {
    /// The fault's id.
    package var fault: String
    /// The shape's id.
    package var shape: String
    /// One for each strength of the plan, by the written limits.
    package var outcomes: [TrialOutcome]
    /// The same pictures beside a baseline; empty where there is none.
    package var beside: [TrialOutcome]

    /// Known outcomes.
    package init(fault: String, shape: String, outcomes: [TrialOutcome], beside: [TrialOutcome] = []) {
        self.fault = fault
        self.shape = shape
        self.outcomes = outcomes
        self.beside = beside
    }
}

/// Which faults are put into a picture, how strongly and in how many shapes.
package struct TrialPlan: Sendable {
    /// Most pixels of a picture that faults are put into; laying it out takes 24 bytes a pixel.
    package static let mostPixels = 16 << 20

    /// Rising, each above 0; 1 is the strength of rejection.
    package let strengths: [Double]
    /// Shapes of each fault that one picture gets; over several pictures all of them take their turn.
    package let shapes: Int
    /// Seed of noise and of resampling.
    package let seed: UInt64

    /// A plan; the strengths are sorted and those that are not above 0 left out.
    package init(strengths: [Double] = [0.25, 0.5, 0.75, 1], shapes: Int = 2, seed: UInt64 = 1) {
        self.strengths = Set(strengths.filter { $0 > 0 && $0.isFinite }).sorted()
        self.shapes = max(1, shapes)
        self.seed = seed
    }

    /// Puts every fault into a picture and examines each result from its pixels.
    ///
    /// - Parameters:
    ///   - image: The untouched picture.
    ///   - number: Which picture of the run it is, from 0: it chooses the shapes.
    ///   - request: As what it is graded.
    ///   - rubric: By what.
    ///   - baseline: What the picture's device usually shows: each result is then graded beside it as well, by the
    ///     grader that judges in a home; nil where that is not known.
    ///   - witness: Is told everything of the untouched picture, then of every spoiled one.
    /// - Returns: Trials in the order of `InjectedFault.all`.
    /// - Throws: When no scan area is found in it, it is too large, or a codec fails.
    package func trials(
        of image: UltrasoundImage,
        number: Int,
        as request: GradeRequest,
        by rubric: Rubric,
        beside baseline: Baseline? = nil,
        witness: ((TrialRow) -> Void)? = nil
    ) throws(ImagingError) -> [FaultTrial] {
        guard image.luma.pixels.count <= Self.mostPixels else {
            throw ImagingError(code: .tooLarge, message: "more than \(Self.mostPixels) pixels: no fault is put into it")
        }
        let untouched = ImagePipeline.examine(image)
        guard let area = untouched.scanArea, let site = FaultSite(image: image, area: area) else {
            throw ImagingError(code: .decoderFailed, message: "no scan area was found in it")
        }
        if let witness {
            let grade = Grader.grade(untouched, as: request, by: rubric)
            witness(TrialRow(grade, examType: request.examType, fault: nil, strength: 0))
        }
        var requestBeside = request
        requestBeside.baseline = baseline
        var trials: [FaultTrial] = []
        for fault in InjectedFault.all {
            for turn in 0..<min(shapes, fault.shapes.count) {
                let shape = fault.shapes[(number * shapes + turn) % fault.shapes.count]
                var trial = FaultTrial(fault: fault.id, shape: shape.id, outcomes: [])
                for strength in strengths {
                    let spoiled = try fault.inject(
                        into: site,
                        strength: strength,
                        shape: shape,
                        seed: seed &+ UInt64(truncatingIfNeeded: number)
                    )
                    let examination = ImagePipeline.examine(spoiled)
                    let grade = Grader.grade(examination, as: request, by: rubric)
                    trial.outcomes.append(TrialOutcome(grade))
                    if baseline != nil {
                        let grade = Grader.grade(examination, as: requestBeside, by: rubric)
                        trial.beside.append(TrialOutcome(grade))
                    }
                    let name = (id: fault.id, shape: shape.id)
                    witness?(TrialRow(grade, examType: request.examType, fault: name, strength: strength))
                }
                trials.append(trial)
            }
        }
        return trials
    }

    /// Which of the pictures get faults when not all can: the same number of every folder as far as it goes, spread
    /// evenly within each.
    ///
    /// - Parameters:
    ///   - folders: The folder of each picture.
    ///   - limit: How many are chosen at most.
    /// - Returns: Indices into `folders`, ascending.
    package static func spread(over folders: [String], limit: Int) -> [Int] {
        guard limit < folders.count else { return Array(folders.indices) }
        let members = Dictionary(grouping: folders.indices) { folders[$0] }
        var quotas = members.mapValues { _ in 0 }
        var left = max(0, limit)
        while left > 0 {
            for name in members.keys.sorted()
            where left > 0 && quotas[name, default: 0] < members[name, default: []].count {
                quotas[name, default: 0] += 1
                left -= 1
            }
        }
        return members.flatMap { name, indices in
            let quota = quotas[name, default: 0]
            return (0..<quota).map { indices[$0 * indices.count / quota] }
        }
        .sorted()
    }
}
