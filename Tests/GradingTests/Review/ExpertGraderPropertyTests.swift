import Grading
import Imaging
import Testing

/// What must hold for any rubric, picture and answers.
@Suite struct ExpertGraderPropertyTests {
    /// A picture with answers that have no mistakes.
    private struct Trial {
        let rubric: Rubric
        let image: GradedImage
        let examType: String?
        let hasReport: Bool
        let sheet: ReviewSheet
        var answers: ReviewAnswers

        func grade(_ changed: ReviewAnswers? = nil) throws(ReviewMistakes) -> ExpertGrade {
            try ExpertGrader.grade(
                image,
                answers: changed ?? answers,
                examType: examType,
                hasReport: hasReport,
                rubric: rubric,
                language: .en
            )
        }
    }

    private let rubrics: [Rubric]
    private let sound: [String: Double]

    init() throws {
        rubrics = try RubricLibrary().rubrics + [ReviewExamples.rubric()]
        sound = try Examples.soundMetrics()
    }

    /// Any picture of any section, graded, unsure or blank, with any answers.
    private func trial(by rubric: Rubric, using random: inout SeededGenerator) -> Trial {
        var metrics = sound
        for criterion in rubric.items.flatMap(\.criteria) where Int.random(in: 0..<4, using: &random) == 0 {
            guard let limits = criterion.high ?? criterion.low else { continue }
            metrics[criterion.metric] =
                limits.warn + (limits.severe - limits.warn) * .random(in: -0.5...1.2, using: &random)
        }
        if Bool.random(using: &random) { metrics["cfm.share"] = .random(in: 0...5, using: &random) }
        for metric in metrics.keys.sorted() where Int.random(in: 0..<20, using: &random) == 0 { metrics[metric] = nil }
        var conditions: Set<Condition> = []
        if Int.random(in: 0..<6, using: &random) == 0, let condition = Condition.allCases.randomElement(using: &random)
        {
            conditions = [condition]
        }
        let examType = rubric.examTypes.randomElement(using: &random)
        let section = ExamCatalogue.sections.randomElement(using: &random)?.id
        var image = Grader.grade(
            Examples.examination(metrics, conditions: conditions),
            as: GradeRequest(path: "p", section: section, examType: examType),
            by: rubric
        )
        if Int.random(in: 0..<6, using: &random) == 0 {
            image = image.adding(["DUP_SAME_EXAM"], by: rubric, language: .zh)
        }
        let hasReport = Bool.random(using: &random)
        let sheet = ReviewSheet(for: image, examType: examType, hasReport: hasReport, rubric: rubric)
        var trial = Trial(
            rubric: rubric,
            image: image,
            examType: examType,
            hasReport: hasReport,
            sheet: sheet,
            answers: ReviewAnswers(consultation: "?")
        )
        for item in sheet.items where item.isRequired || Int.random(in: 0..<4, using: &random) == 0 {
            let asWhole = Bool.random(using: &random)
            for question in asWhole ? [item.id] : item.questions {
                // What does not apply is tried by itself: it may contradict a verdict.
                trial.answers.answers[question] = [.yes, .yes, .partly, .no].randomElement(using: &random)
            }
        }
        for code in Set(image.findings.map(\.code)).sorted() {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: trial.answers.confirmed.append(code)
            case 1: trial.answers.rejected.append(code)
            default: continue
            }
        }
        if let added = addition(to: trial, using: &random), Bool.random(using: &random) {
            trial.answers.added.append(added)
        }
        return trial
    }

    /// A finding that is not there yet; half of the time one that an item of the rubric can give.
    private func addition(to trial: Trial, using random: inout SeededGenerator) -> ReviewAnswers.Added? {
        let there = Set(trial.image.findings.map(\.code) + trial.answers.added.map(\.code))
        let criteria = trial.rubric.items.flatMap(\.criteria)
        let own = criteria.compactMap { $0.high?.code ?? $0.low?.code } + trial.rubric.expertItems.compactMap(\.code)
        let codes = Bool.random(using: &random) ? own : FindingCode.all.map(\.code)
        guard let code = codes.filter({ !there.contains($0) }).randomElement(using: &random) else { return nil }
        let severity = FindingCode.fixed.contains(code) ? nil : Severity.allCases.randomElement(using: &random)
        return ReviewAnswers.Added(code: code, severity: Bool.random(using: &random) ? severity : nil)
    }

    /// Runs a check on many trials of every rubric.
    private func forEachTrial(
        seed: UInt64,
        _ check: (Trial, ExpertGrade, inout SeededGenerator) throws -> Void
    ) throws {
        var random = SeededGenerator(seed: seed)
        for rubric in rubrics {
            for _ in 0..<40 {
                let trial = trial(by: rubric, using: &random)
                try check(trial, try trial.grade(), &random)
            }
        }
    }

    @Test func `the score never rises when an answer gets worse`() throws {
        try forEachTrial(seed: 31) { trial, grade, _ in
            for (question, answer) in trial.answers.answers {
                let worse: [ReviewAnswer] = answer == .yes ? [.partly, .no] : answer == .partly ? [.no] : []
                var previous = grade
                for answer in worse {
                    var answers = trial.answers
                    answers.answers[question] = answer
                    let next = try trial.grade(answers)
                    #expect(next.score ?? 0 <= previous.score ?? 0, "\(trial.rubric.id) \(question)")
                    previous = next
                }
            }
        }
    }

    @Test func `the score never rises when a finding is added`() throws {
        try forEachTrial(seed: 32) { trial, grade, random in
            for _ in 0..<4 {
                guard let added = addition(to: trial, using: &random) else { continue }
                var answers = trial.answers
                answers.added.append(added)
                let next = try trial.grade(answers)
                #expect(next.score ?? 0 <= grade.score ?? 0, "\(trial.rubric.id) \(added)")
                #expect(next.standing.contains { $0.code == added.code })
            }
        }
    }

    @Test func `rejecting a finding never lowers the score, confirming it never changes it`() throws {
        try forEachTrial(seed: 33) { trial, _, _ in
            for code in Set(trial.image.findings.map(\.code)) where code != "NOT_ULTRASOUND" {
                var open = trial.answers
                open.confirmed.removeAll { $0 == code }
                open.rejected.removeAll { $0 == code }
                var (rejecting, confirming) = (open, open)
                rejecting.rejected.append(code)
                confirming.confirmed.append(code)
                let scores = try [open, rejecting, confirming].map { try trial.grade($0).score ?? 0 }
                #expect(scores[1] >= scores[0], "\(trial.rubric.id) \(code)")
                #expect(scores[2] == scores[0], "\(trial.rubric.id) \(code)")
            }
        }
    }

    @Test func `deductions and losses without a finding are what is missing to 100`() throws {
        try forEachTrial(seed: 34) { trial, grade, _ in
            guard let score = grade.score else { return }
            let weight = grade.items.reduce(0) { $0 + $1.weight }
            let plain = grade.items.reduce(0) { $0 + $1.weight * $1.score } / weight * 100
            let deducted = grade.findings.reduce(0) { $0 + $1.finding.deduction }
            let critical = grade.standing.contains { $0.severity == .critical }
            let major = grade.standing.contains { $0.severity == .major }
            let cap = critical ? trial.rubric.caps.critical : major ? trial.rubric.caps.major : 100
            if grade.items.isEmpty {
                #expect(score == 0 && deducted == 100)
            } else {
                #expect(abs(min(plain, cap) - score) < 0.0501, "\(trial.rubric.id)")
                // Only an answer to one of the first pass's items has no finding.
                let silent = grade.items.filter { item in
                    item.judge == .expert && item.score < 1 && trial.rubric.items.contains { $0.id == item.id }
                }
                let unnamed = silent.reduce(0) { $0 + 100 * $1.weight * (1 - $1.score) / weight }
                #expect(deducted <= 100 - score + 0.2, "\(trial.rubric.id): \(deducted) of \(100 - score)")
                #expect(deducted + unnamed >= 100 - score - 0.2, "\(trial.rubric.id): \(deducted) + \(unnamed)")
            }
            #expect((score * 10).rounded() / 10 == score)
            #expect(grade.level == trial.rubric.levels.level(of: score))
            #expect(grade.findings.allSatisfy { $0.verdict != .rejected || $0.finding.deduction == 0 })
        }
    }

    @Test func `the same values give the same bytes, in whatever order the answers came`() throws {
        try forEachTrial(seed: 35) { trial, grade, random in
            var answers = trial.answers
            answers.answers = [:]
            for (question, answer) in trial.answers.answers.shuffled(using: &random) {
                answers.answers[question] = answer
            }
            let bytes = try CanonicalJSON.bytes(grade)
            let again = try CanonicalJSON.bytes(trial.grade(answers))
            let read = try CanonicalJSON.value(ExpertGrade.self, from: bytes)
            #expect(again == bytes)
            #expect(read == grade)
        }
    }

    @Test func `findings come gravest first, rejected ones last, each of the first pass's once`() throws {
        try forEachTrial(seed: 36) { trial, grade, _ in
            let standing = grade.findings.filter { $0.verdict != .rejected }
            #expect(Array(grade.findings.prefix(standing.count)) == standing)
            for (one, next) in zip(standing, standing.dropFirst()) {
                #expect(one.finding.severity >= next.finding.severity)
            }
            let machine = grade.findings.filter { $0.verdict != .added }.map(\.finding.code).sorted()
            #expect(machine == trial.image.findings.map(\.code).sorted())
        }
    }

    // MARK: against the first pass

    /// A picture that was graded, with yes to all that is needed and all confirmed.
    private func agreeing(by rubric: Rubric, using random: inout SeededGenerator) -> Trial? {
        var trial = trial(by: rubric, using: &random)
        guard trial.image.status == .graded, trial.image.items?.isEmpty == false else { return nil }
        trial.answers = ReviewAnswers(confirmed: trial.image.findings.map(\.code))
        for question in trial.sheet.items.filter(\.isRequired).flatMap(\.questions) {
            trial.answers.answers[question] = .yes
        }
        return trial
    }

    @Test func `whoever agrees with everything keeps the first pass's items, and an A stays an A`() throws {
        var random = SeededGenerator(seed: 37)
        var levels: Set<Level> = []
        for rubric in rubrics {
            for _ in 0..<40 {
                guard let trial = agreeing(by: rubric, using: &random) else { continue }
                let grade = try trial.grade()
                let technical = grade.items.filter { $0.judge == .firstPass }
                let items = technical.map { ItemScore(id: $0.id, weight: $0.weight, score: $0.score) }
                #expect(items == trial.image.items, "\(rubric.id)")
                let first = try #require(trial.image.level)
                let level = try #require(grade.level)
                #expect(level >= first)
                levels.insert(first)
            }
        }
        #expect(levels.isSuperset(of: [.a, .b, .c]))
    }

    @Test func `an item that does not apply is as if the rubric did not have it`() throws {
        var random = SeededGenerator(seed: 38)
        for rubric in rubrics.filter({ $0.id != "small" }) {
            for _ in 0..<3 {
                guard let trial = agreeing(by: rubric, using: &random) else { continue }
                let judged = Set(trial.image.items?.map(\.id) ?? [])
                for item in trial.sheet.items where item.isRequired || judged.contains(item.id) {
                    try compare(trial, without: item)
                }
            }
        }
    }

    private func compare(_ trial: Trial, without item: ReviewSheet.Item) throws {
        var open = trial
        open.answers.confirmed = []
        for question in item.questions { open.answers.answers[question] = .notApplicable }
        let list = item.judge == .expert ? "expert_items" : "items"
        let text = """
            id: without
            version: "1"
            title: {zh: 无, en: Without}
            extends: \(trial.rubric.id)
            \(list): [{id: \(item.id), remove: true}]
            """
        let other = try RubricLoader.load([RubricSource(name: "x", text: text)], extending: BuiltInRubrics.sources)[0]
        let image = Grader.grade(
            Examples.examination(trial.image.metrics ?? [:]),
            as: GradeRequest(path: "p", section: trial.image.section, examType: trial.examType),
            by: other
        )
        // Without the item too much may be unmeasured, or there may be nothing left to measure.
        guard image.status == .graded else { return }
        var answers = trial.answers
        answers.confirmed = []
        for question in item.questions { answers.answers[question] = nil }
        let expected = try ExpertGrader.grade(
            image,
            answers: answers,
            examType: trial.examType,
            hasReport: trial.hasReport,
            rubric: other,
            language: .en
        )
        let found = try open.grade()
        let surroundings: Set<String> = ["DUP_SAME_EXAM", "NOT_MEASURED", "LAYOUT_DUAL"]
        let counts: (Finding) -> Bool = { !surroundings.contains($0.code) }
        #expect(found.items == expected.items, "\(trial.rubric.id) \(item.id)")
        #expect(found.score == expected.score, "\(trial.rubric.id) \(item.id)")
        #expect(found.standing.filter(counts) == expected.standing.filter(counts), "\(trial.rubric.id) \(item.id)")
    }
}
