import Grading
import Imaging
import Testing

@Suite struct GraderPropertyTests {
    private let sound: [String: Double]

    init() throws { sound = try Examples.soundMetrics() }

    /// One side of one criterion of one built-in rubric.
    private struct Side {
        let rubric: Rubric
        let item: RubricItem
        let criterion: Criterion
        let limits: LimitSide
    }

    private static func sides() throws -> [Side] {
        try RubricLibrary().rubrics.flatMap { rubric in
            rubric.items.flatMap { item in
                item.criteria.flatMap { criterion in
                    [criterion.high, criterion.low].compactMap { limits in
                        limits.map { Side(rubric: rubric, item: item, criterion: criterion, limits: $0) }
                    }
                }
            }
        }
    }

    /// Any measurements between good and severe, with the side's own conditions met.
    private func metrics(for side: Side, using random: inout SeededGenerator) -> [String: Double] {
        var metrics = sound
        for criterion in side.rubric.items.flatMap(\.criteria) where Bool.random(using: &random) {
            guard let limits = criterion.high ?? criterion.low else { continue }
            metrics[criterion.metric] =
                limits.warn + (limits.severe - limits.warn) * .random(in: -0.5...1.2, using: &random)
        }
        for range in side.criterion.when.metrics + side.item.when.metrics {
            metrics[range.metric] = range.atLeast ?? ((range.below ?? 1) - 0.001)
        }
        return metrics
    }

    @Test func `the score never rises as one metric worsens, in any built-in rubric`() throws {
        var random = SeededGenerator(seed: 20)
        let sides = try Self.sides()
        #expect(sides.count > 100)
        for side in sides {
            for _ in 0..<10 {
                var metrics = self.metrics(for: side, using: &random)
                var previous: GradedImage?
                for step in 0...20 {
                    let way = -0.3 + Double(step) / 20 * 1.6
                    metrics[side.criterion.metric] = side.limits.warn + (side.limits.severe - side.limits.warn) * way
                    let request = GradeRequest(path: "p", section: nil, examType: side.rubric.examTypes.first)
                    let image = Grader.grade(Examples.examination(metrics), as: request, by: side.rubric)
                    let score = try #require(image.score)
                    if let previous {
                        #expect(score <= previous.score ?? 0, "\(side.rubric.id) \(side.criterion.id) at \(metrics)")
                        #expect(image.level ?? .a <= previous.level ?? .a)
                        #expect(
                            image.findings.map(\.severity).max() ?? .info
                                >= previous.findings.map(\.severity).max() ?? .info
                        )
                    }
                    previous = image
                }
            }
        }
    }

    @Test func `deductions sum up to what is missing to 100`() throws {
        var random = SeededGenerator(seed: 21)
        for side in try Self.sides() {
            let metrics = self.metrics(for: side, using: &random)
            let image = Grader.grade(
                Examples.examination(metrics),
                as: GradeRequest(path: "p", examType: side.rubric.examTypes.first),
                by: side.rubric
            )
            let score = try #require(image.score)
            let lost = image.findings.reduce(0) { $0 + $1.deduction }
            #expect(abs(100 - score - lost) < 0.1, "\(side.rubric.id): \(score) and \(lost)")
            #expect((score * 10).rounded() / 10 == score)
            #expect(image.level == side.rubric.levels.level(of: score))
            #expect(Set(image.findings.map(\.code)).count == image.findings.count)
        }
    }

    @Test func `what falls past every severe limit is reviewed`() throws {
        for side in try Self.sides() where side.limits.ladder.severe >= .major {
            var random = SeededGenerator(seed: 22)
            var metrics = self.metrics(for: side, using: &random)
            metrics[side.criterion.metric] = side.limits.severe + (side.limits.severe - side.limits.warn)
            // One that the criterion is for.
            let examType = side.criterion.when.examTypes?.min() ?? side.rubric.examTypes.first
            let image = Grader.grade(
                Examples.examination(metrics),
                as: GradeRequest(path: "p", examType: examType),
                by: side.rubric
            )
            #expect(image.triage.route == .review)
            // Under its own code, or under that of what explains it.
            let codes = Self.codes(of: side)
            #expect(!codes.isDisjoint(with: image.triage.reasons), "\(side.rubric.id) \(side.criterion.id)")
            let told = image.findings.filter { codes.contains($0.code) && $0.severity >= .major }
            #expect(!told.isEmpty && told.allSatisfy { $0.advice?.isEmpty == false })
        }
    }

    /// The codes that a finding of this side may stand under.
    private static func codes(of side: Side) -> Set<String> {
        let criteria = side.rubric.items.flatMap(\.criteria)
        var codes: Set<String> = [side.limits.code]
        var open = side.criterion.explainedBy + side.criterion.explainedBySuspicion
        while let name = open.popLast() {
            for criterion in criteria where criterion.metric == name || criterion.id == name {
                codes.formUnion(criterion.codes)
                open += criterion.explainedBy + criterion.explainedBySuspicion
            }
        }
        return codes
    }

    @Test func `a technical fault alone is never critical in the built-in rubrics`() throws {
        for side in try Self.sides() { #expect(side.limits.ladder.severe <= .major, "\(side.criterion.id)") }
    }

    @Test func `taking a measurement away never turns a reviewed picture into a pass unnoticed`() throws {
        let rubric = try RubricLibrary().fallback
        func holds(_ range: MetricRange) -> Bool {
            guard let value = sound[range.metric] else { return true }
            return value < range.below ?? .infinity && value >= range.atLeast ?? -.infinity
        }
        for metric in sound.keys.sorted() {
            var metrics = sound
            metrics[metric] = nil
            let image = Grader.grade(Examples.examination(metrics), as: GradeRequest(path: "p"), by: rubric)
            let users = rubric.items.flatMap(\.criteria).filter {
                $0.metric == metric && $0.absence == .unmeasured && $0.when.metrics.allSatisfy(holds)
            }
            #expect(image.findings.contains { $0.code == "NOT_MEASURED" && $0.metric == metric } == !users.isEmpty)
        }
    }

    @Test func `a criterion under a condition is missed only where the condition holds`() throws {
        let rubric = try RubricLibrary().fallback
        func isMissed(_ width: Double?) -> Bool {
            var metrics = sound
            metrics["res.h"] = nil
            metrics["res.w"] = width
            let image = Grader.grade(Examples.examination(metrics), as: GradeRequest(path: "p"), by: rubric)
            return image.findings.contains { $0.code == "NOT_MEASURED" && $0.metric == "res.h" }
        }
        #expect(isMissed(300))
        #expect(!isMissed(780))
        #expect(isMissed(nil))
    }
}
