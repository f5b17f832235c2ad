import Grading
import Testing

/// An exam of so many images; the first ones have the codes listed.
func findings(_ exam: String, images: Int = 10, _ found: [Set<String>] = []) -> ExamFindings {
    ExamFindings(exam: exam, images: images, found: found)
}

/// A history of one exam of 100 images, `count` of which have a code.
private func history(_ technician: String, _ counts: [String: Int], images: Int = 100) -> FindingHistory {
    let found = counts.sorted { $0.key < $1.key }.flatMap { code, count in
        Array(repeating: Set([code]), count: count)
    }
    return FindingHistory(
        institution: "C01",
        technician: technician,
        exams: [ExamFindings(exam: "E1", images: images, found: found)]
    )
}

@Suite("What training is proposed")
struct TrainingPlanTests {
    @Test("A code whose Wilson interval lies above the network's median is proposed, one within it is not")
    func frequent() throws {
        // Rates .10, .10, .30: the median is .10; 30 of 100 has the interval (.2189, .3958), 10 of 100 (.0552, .1744).
        let plans = TrainingPlanner.plans([
            history("a", ["GAIN_HIGH": 10]), history("b", ["GAIN_HIGH": 10]), history("c", ["GAIN_HIGH": 30]),
        ])
        #expect(plans.map { $0.needs.map(\.code) } == [[], [], ["GAIN_HIGH"]])
        let need = try #require(plans[2].needs.first)
        #expect(need.median == 0.1)
        #expect(need.isFrequent)
        #expect(need.run.isEmpty)
        #expect(abs(need.interval.low - 0.2189) < 0.0001)
        #expect(abs(need.interval.high - 0.3958) < 0.0001)
        #expect(plans[2].topics.map(\.id) == ["T01"])
    }

    @Test("Where nobody else has a code, one image or two make no habit; three do")
    func rare() {
        let none = ["a", "b"].map { history($0, [:]) }
        #expect(TrainingPlanner.plans(none + [history("c", ["BLUR": 2])])[2].needs.isEmpty)
        #expect(TrainingPlanner.plans(none + [history("c", ["BLUR": 3])])[2].needs.map(\.code) == ["BLUR"])
    }

    @Test("Of the codes above the median, the three most frequent ones are proposed")
    func three() {
        let none = ["a", "b"].map { history($0, [:]) }
        let much = history("c", ["GAIN_HIGH": 20, "BLUR": 30, "SHADOW": 25, "ASPECT": 15])
        let plan = TrainingPlanner.plans(none + [much])[2]
        #expect(plan.needs.map(\.code) == ["BLUR", "SHADOW", "GAIN_HIGH"])
        #expect(plan.counts.map(\.code) == ["BLUR", "SHADOW", "GAIN_HIGH", "ASPECT"])
        #expect(plan.topics.map(\.id) == ["T05", "T03", "T01"])
    }

    @Test("The same code in three consecutive exams is proposed whatever its rate; in two of three it is not")
    func run() {
        let marked: [Set<String>] = [["NO_MARK"]]
        let three = FindingHistory(
            institution: "C01",
            technician: "a",
            exams: [findings("E1"), findings("E2", marked), findings("E3", marked), findings("E4", marked)]
        )
        let broken = FindingHistory(
            institution: "C01",
            technician: "b",
            exams: [findings("E1", marked), findings("E2", marked), findings("E3"), findings("E4", marked)]
        )
        let plans = TrainingPlanner.plans([three, broken])
        #expect(plans[0].needs.map(\.run) == [["E2", "E3", "E4"]])
        #expect(plans[0].needs.map(\.isFrequent) == [false])
        #expect(plans[0].needs.map(\.median) == [nil])
        #expect(plans[1].needs.isEmpty)
        #expect(!plans[0].hasPeers)
    }

    @Test(
        "A row counts wherever in the plan's time it is, with how often chance would make it; one of several people not"
    )
    func oldRun() throws {
        let marked: [Set<String>] = [["NO_MARK"]]
        let exams = (0..<30).map { findings("E\($0)", $0 < 3 ? marked : []) }
        func needs(_ technician: String?) -> [TrainingNeed] {
            let history = FindingHistory(institution: "C01", technician: technician, exams: exams)
            return TrainingPlanner.plans([history])[0].needs
        }
        let need = try #require(needs("a").first)
        #expect(need.run == ["E0", "E1", "E2"])
        #expect(need.runByChance == nil, "nobody to compare with")
        #expect(needs(nil).isEmpty)
        // Three people with 3 of 30 exams each: p = 0.1; q(30) by the recursion, in another program.
        let peers = ["a", "b", "c"].map { FindingHistory(institution: "C01", technician: $0, exams: exams) }
        let chance = try #require(TrainingPlanner.plans(peers)[0].needs.first?.runByChance)
        #expect(abs(chance - 0.025055977) < 1e-9)
    }

    @Test(
        "How often chance makes a row: 520 of 1024 for three heads in ten throws, and the edges",
        arguments: [
            (3, 10, 0.5, 0.5078125), (3, 6, 0.5, 0.3125), (3, 5, 0.6, 0.3888), (4, 13, 5.0 / 13, 0.1397941858),
            (3, 2, 1, 0), (3, 3, 1, 1), (3, 9, 0, 0), (0, 5, 0.2, 1), (1, 2, 0.5, 0.75),
        ] as [(Int, Int, Double, Double)]
    )
    func chance(run: Int, exams: Int, each: Double, expected: Double) {
        #expect(abs(RunChance.share(run: run, among: exams, chance: each) - expected) < 1e-9)
    }

    /// `former` exams of ten images, all bright, and then `later` ones of which so many images are.
    private func taught(_ technician: String, former: Int, later: Int, bright: Int, completed: Bool) -> FindingHistory {
        let all: [Set<String>] = Array(repeating: ["GAIN_HIGH"], count: 10)
        let course = CompletedCourse(id: "T01A", topics: ["T01"], startsOn: "2026-03-07", endsOn: "2026-03-08")
        return FindingHistory(
            institution: "C01",
            technician: technician,
            exams: (0..<former).map {
                ExamFindings(exam: "B\($0)", images: 10, found: all, settledTopics: completed ? ["T01"] : [])
            } + (0..<later).map { ExamFindings(exam: "A\($0)", images: 10, found: Array(all.prefix(bright))) },
            completed: completed ? [course] : []
        )
    }

    @Test("What was found before a completed course on its topic asks for no course again, neither by rate nor by row")
    func completed() throws {
        let peers = ["p", "q", "r"].map { taught($0, former: 0, later: 5, bright: 0, completed: false) }
        func plan(_ history: FindingHistory) throws -> TrainingPlan {
            try #require(TrainingPlanner.plans(peers + [history]).last)
        }
        // Without the course both rules propose it.
        let before = try plan(taught("z", former: 4, later: 3, bright: 0, completed: false))
        #expect(before.needs.map(\.code) == ["GAIN_HIGH"])
        #expect(before.needs.first?.run == ["B0", "B1", "B2", "B3"])
        #expect(before.taught.isEmpty)
        let improved = try plan(taught("z", former: 4, later: 3, bright: 0, completed: true))
        #expect(improved.needs.isEmpty)
        #expect(improved.topics.isEmpty)
        #expect(improved.counts.isEmpty)
        #expect(improved.taught.map(\.course.id) == ["T01A"])
        #expect(improved.taught.map(\.topic) == ["T01"])
        #expect(improved.taught.map { [$0.affected, $0.images] } == [[0, 30]])
        // Whoever shows it again after the course needs it again, by the images since.
        let again = try #require(try plan(taught("z", former: 4, later: 3, bright: 5, completed: true)).needs.first)
        #expect(again.images == 15)
        #expect(again.examined == 30)
        #expect(again.isFrequent)
        #expect(again.run == ["A0", "A1", "A2"])
        #expect(again.since?.id == "T01A")
        // Ten images since are too few for a rate, and two exams for a row.
        let few = try plan(taught("z", former: 4, later: 1, bright: 10, completed: true))
        #expect(few.needs.isEmpty)
        #expect(few.taught.map { [$0.affected, $0.images] } == [[10, 10]])
    }

    @Test("The median too is of images since a completed course, where enough peers have any")
    func completedPeers() throws {
        let peers = ["p", "q", "r"].map { taught($0, former: 4, later: 3, bright: 0, completed: true) }
        let own = taught("z", former: 0, later: 5, bright: 3, completed: false)
        let need = try #require(TrainingPlanner.plans(peers + [own])[3].needs.first)
        #expect(need.median == 0)
        #expect(need.isFrequent)
        let fresh = ["p", "q", "r"].map { taught($0, former: 4, later: 1, bright: 0, completed: true) }
        let alone = try #require(TrainingPlanner.plans(fresh + [own])[3].needs.first)
        #expect(alone.median == nil)
        #expect(!alone.isFrequent)
        #expect(alone.runByChance == nil)
    }

    @Test("Nobody's rate is compared by fewer than twenty images, and few peers make no median")
    func few() {
        let peers = ["a", "b", "c"].map { history($0, [:]) }
        let small = history("d", ["BLUR": 19], images: 19)
        let plan = TrainingPlanner.plans(peers + [small])[3]
        #expect(plan.needs.isEmpty)
        #expect(!plan.hasEnoughImages)
        let lonely = TrainingPlanner.plans([history("a", [:]), history("b", ["BLUR": 90])])[1]
        #expect(lonely.needs.isEmpty)
        #expect(!lonely.hasPeers)
    }

    @Test("Findings of the device are for its service, and those that nothing mends are not listed")
    func equipment() {
        let plan = TrainingPlanner.plans([history("a", ["DEVICE_DROPOUT": 40, "GEOM_UNCERTAIN": 30, "BLUR": 1])])[0]
        #expect(plan.equipment.map(\.code) == ["DEVICE_DROPOUT"])
        #expect(plan.counts.map(\.code) == ["BLUR"])
    }

    @Test("A topic that a third of an institution's technicians need makes a class, one person's never")
    func classes() {
        let peers = (0..<4).map { history("p\($0)", [:]) }
        let many = TrainingPlanner.classes(
            TrainingPlanner.plans(peers + [history("x", ["BLUR": 40]), history("y", ["ASPECT": 40])])
        )
        #expect(many.map(\.topic.id) == ["T05"])
        #expect(many.first?.technicians == ["x", "y"])
        #expect(many.first?.considered == 6)
        let fewer = (0..<5).map { history("p\($0)", [:]) }
        #expect(
            TrainingPlanner.classes(
                TrainingPlanner.plans(fewer + [history("x", ["BLUR": 40]), history("y", ["ASPECT": 40])])
            )
            .isEmpty
        )
    }

    @Test("Every finding that names a module has its topic, and every topic but none is named in both languages")
    func topics() {
        for code in FindingCode.all where code.module != nil { #expect(TrainingTopic.mending(code.code) != nil) }
        #expect(TrainingTopic.all.map(\.id) == (1...12).map { $0 < 10 ? "T0\($0)" : "T\($0)" })
        #expect(TrainingTopic.all.allSatisfy { !$0.codes.isEmpty && !$0.name.zh.isEmpty && !$0.aim.en.isEmpty })
        #expect(TrainingTopic.named("T13") == nil)
    }
}
