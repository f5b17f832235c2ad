import Grading
import Testing

@Suite("Spaced repetition, progress and papers")
struct PracticeRuleTests {
    @Test("A card that is known waits twice as long each time, a missed one comes the next day")
    func schedule() {
        var card = CardState(isRight: true, onDay: 100)
        #expect((card.box, card.dueDay) == (2, 102))
        // Before its day: an attempt, and nothing more.
        card.answered(isRight: true, onDay: 101)
        #expect((card.box, card.dueDay, card.attempts) == (2, 102, 2))
        var days = [102]
        while days.count < 8 {
            card.answered(isRight: true, onDay: card.dueDay)
            days.append(card.dueDay)
        }
        #expect(zip(days, days.dropFirst()).map { $1 - $0 } == [4, 8, 16, 32, 64, 64, 64])
        card.answered(isRight: false, onDay: 700)
        #expect((card.box, card.dueDay, card.misses, card.isKnown) == (1, 701, 1, false))
        let missed = CardState(isRight: false, onDay: 5)
        #expect((missed.box, missed.dueDay) == (1, 6))
    }

    @Test("Due cards come with the least known and longest overdue first")
    func due() {
        let states = CardState.all(of: [
            (card: "known", isRight: true, day: 1), (card: "missed", isRight: false, day: 3),
            (card: "older", isRight: false, day: 1), (card: "later", isRight: true, day: 4),
        ])
        #expect(PracticeDraw.due(states, onDay: 4) == ["older", "missed", "known"])
        #expect(PracticeDraw.due(states, onDay: 1) == [])
    }

    @Test("New exercises take the kinds in turn; the same seed gives the same order")
    func mixed() {
        let kinds = [["t1", "t2", "t3"], [], ["p1", "p2"]]
        let order = PracticeDraw.mixed(kinds, seed: 9)
        #expect(order == PracticeDraw.mixed(kinds, seed: 9))
        #expect(Set(order) == ["t1", "t2", "t3", "p1", "p2"])
        #expect(order.map(\.first) == ["t", "p", "t", "p", "t"])
        #expect(Set((0..<50).map { PracticeDraw.mixed(kinds, seed: $0) }).count == 12)
    }

    @Test("The seeded sequence is what it has always been")
    func randomSequence() {
        var random = PracticeRandom(seed: 1, purpose: "paper")
        let numbers = (0..<8).map { _ in random.below(100) }
        var same = PracticeRandom(seed: 1, purpose: "paper")
        #expect(numbers == (0..<8).map { _ in same.below(100) })
        var other = PracticeRandom(seed: 1, purpose: "choices")
        #expect(numbers != (0..<8).map { _ in other.below(100) })
    }

    @Test("A shuffle gives each order equally often: chi-square over the 24 orders of four")
    func shuffle() {
        var counts: [[Int]: Int] = [:]
        for seed in 0..<24_000 as Range<UInt64> {
            var random = PracticeRandom(seed: seed, purpose: "test")
            counts[random.shuffled([0, 1, 2, 3]), default: 0] += 1
        }
        #expect(counts.count == 24)
        let chiSquare = counts.values.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
        // 99.9th percentile of chi-square with 23 degrees of freedom.
        #expect(chiSquare < 49.73)
    }

    /// Levels as golden vector B of the domain reference §4.6 has them.
    private static let golden = [[34, 6, 1, 0], [5, 28, 7, 1], [0, 6, 19, 4], [0, 1, 3, 12]]

    @Test("Agreement with the experts is AC2 and kappa with quadratic weights, on the golden table")
    func agreement() throws {
        let levels = Level.allCases
        let figures = Self.golden.enumerated().flatMap { given, row in
            row.enumerated().flatMap { reference, count in
                (0..<count).map { _ in
                    PracticeFigure(
                        period: "2026-11",
                        kind: .expert,
                        topic: "T01",
                        isRight: given == reference,
                        level: levels[given],
                        reference: levels[reference],
                        hits: 1,
                        misses: given == reference ? 0 : 1,
                        falseFindings: given == reference ? 0 : 2
                    )
                }
            }
        }
        let progress = PracticeProgress(figures)
        #expect((progress.levels, progress.sameLevel, progress.answers) == (127, 93, 127))
        #expect(abs(try #require(progress.ac2) - 0.87507) < 0.00001)
        #expect(abs(try #require(progress.kappa) - 0.83658) < 0.00001)
        #expect(progress.sensitivity == 127.0 / 161)
        #expect(progress.falsePerPicture == 68.0 / 127)
        #expect(progress.interval == ShareInterval(wilson: 93, of: 127))
    }

    @Test("Progress is told month by month and topic by topic; without answers nothing is claimed")
    func parts() {
        func figure(_ period: String, _ topic: String?, _ isRight: Bool) -> PracticeFigure {
            PracticeFigure(period: period, kind: .theory, topic: topic, isRight: isRight)
        }
        let figures = [
            figure("2026-11", "T02", true), figure("2026-10", "T01", false), figure("2026-11", nil, true),
        ]
        let months = PracticeProgress.byPeriod(figures)
        #expect(months.map(\.period) == ["2026-10", "2026-11"])
        #expect(months.map(\.progress.right) == [0, 2])
        #expect(PracticeProgress.byTopic(figures).map(\.topic) == ["T01", "T02"])
        let none = PracticeProgress([PracticeFigure]())
        #expect(none.answers == 0)
        #expect(none.interval == nil && none.ac2 == nil && none.kappa == nil && none.sensitivity == nil)
    }

    // MARK: Papers

    private static let pictures = SimulatedExercise.sections.map { ExerciseID(kind: .simulated, name: $0, number: 0) }

    private static func drawn(_ plan: PaperPlan, seed: UInt64) throws -> [ExerciseID] {
        PaperDraw.exercises(plan: plan, bank: try QuestionBank(), pictures: pictures, seed: seed)
    }

    @Test("The same plan, bank and seed give the same paper; another seed another one")
    func reproducible() throws {
        let paper = try Self.drawn(.usual, seed: 42)
        #expect(try Self.drawn(.usual, seed: 42) == paper)
        #expect(try Self.drawn(.usual, seed: 43) != paper)
        #expect(paper.count == 25)
        #expect(Set(paper.map { "\($0.kind)/\($0.name)" }).count == 25, "nothing is asked twice")
        #expect(paper.prefix(20).allSatisfy { $0.kind == .theory })
        #expect(paper.suffix(5).allSatisfy { $0.kind == .simulated })
    }

    @Test("Each topic is asked as often as the next, as far as it has questions")
    func balance() throws {
        let bank = try QuestionBank()
        for seed in 0..<20 as Range<UInt64> {
            let paper = try Self.drawn(.usual, seed: seed).filter { $0.kind == .theory }
            let topics = Dictionary(grouping: paper) { bank.question(id: $0.name)?.topic ?? "" }.mapValues(\.count)
            #expect(topics.count == 12)
            #expect(topics.values.allSatisfy { (1...2).contains($0) }, "\(topics)")
        }
        var few = PaperPlan.usual
        (few.questions, few.topics) = (9, ["T09", "T01"])
        let paper = try Self.drawn(few, seed: 1).filter { $0.kind == .theory }
        let ofPrivacy = paper.count { bank.question(id: $0.name)?.topic == "T09" }
        #expect(paper.count == 9)
        #expect(ofPrivacy == 3, "the topic has three")
    }

    @Test("What cannot be shown is left out and the next one taken")
    func unusable() throws {
        let bank = try QuestionBank()
        let paper = PaperDraw.exercises(plan: .usual, bank: bank, pictures: Self.pictures, seed: 3) {
            $0.name.hasPrefix("abd.") ? $0 : nil
        }
        #expect(paper.suffix(5).allSatisfy { $0.name.hasPrefix("abd.") })
        #expect(paper.count == 25)
    }

    @Test("A plan that cannot be drawn is refused with the numbers")
    func plan() throws {
        let bank = try QuestionBank()
        func problems(_ change: (inout PaperPlan) -> Void) -> [String] {
            var plan = PaperPlan.usual
            change(&plan)
            return plan.mistakes(bank: bank, pictures: 10).map(\.description)
        }
        #expect(problems { _ in } == [])
        #expect(
            problems { ($0.topics, $0.pictures) = (["T09"], 0) } == [
                "questions: are 20, but the bank has 3 of these topics"
            ]
        )
        #expect(problems { ($0.topics, $0.questions) = (["T09"], 3) }.first?.contains("show nothing of these") == true)
        #expect(PaperPlan.usual(topics: ["T09"], bank: bank).pictures == 0)
        #expect(PaperPlan.usual(topics: ["T09"], bank: bank).questions == 3)
        #expect(PaperPlan.usual(topics: ["T09", "T02"], bank: bank).pictures == 5)
        #expect(problems { $0.pictures = 11 } == ["pictures: are 11, but there are 10"])
        #expect(problems { $0.minutes = 0 } == ["minutes: is 0; allowed is 1 to 480"])
        #expect(problems { ($0.questions, $0.pictures) = (0, 0) }.count == 1)
        #expect(problems { $0.topics = ["T13"] }.first?.contains("T13 is not known") == true)
    }

    @Test("A paper's mark is the mean of its items; what was not answered is worth nothing")
    func marking() throws {
        var plan = PaperPlan.usual
        (plan.questions, plan.pictures) = (4, 0)
        let bank = try QuestionBank()
        let items = try Self.drawn(plan, seed: 5).map { id in
            Exercise(try #require(bank.question(id: id.name)), number: id.number)
        }
        let paper = Paper(seed: 5, plan: plan, items: items)
        let right = Dictionary(
            uniqueKeysWithValues: items.enumerated().map { ($0 + 1, ExerciseAnswer(chosen: $1.key.expected)) }
        )
        let all = PaperResult(paper, answers: right)
        #expect((all.mark, all.passed, all.answered, all.items) == (100, true, 4, 4))
        var three = right
        three[2] = nil
        let most = PaperResult(paper, answers: three)
        #expect((most.mark, most.passed, most.answered) == (75, true, 3))
        #expect(most.thousandths == [1000, 0, 1000, 1000])
        let none = PaperResult(paper, answers: [:])
        #expect((none.mark, none.passed) == (0, false))
        #expect(paper.deadline(startedAt: 1000) == 1000 + 30 * 60_000)
        #expect(throws: ReviewMistakes.self) { try paper.checked(ExerciseAnswer(chosen: ["a"]), item: 5) }
    }
}
