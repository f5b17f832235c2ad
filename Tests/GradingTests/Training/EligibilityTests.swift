import Grading
import Testing

@Suite("Who has completed a course")
struct EligibilityTests {
    private func obstacles(_ attended: Int, _ theory: [Int], _ practical: [Int], rules: CourseRules = .usual)
        -> [String]
    {
        let progress = CourseProgress(
            attended: attended,
            hours: 160,
            marks: [.theory: theory, .practical: practical]
        )
        return Eligibility(progress, rules: rules).obstacles.map(\.code)
    }

    @Test("Exactly four fifths of the hours and exactly 60 points are enough; a tenth less is not")
    func limits() {
        #expect(obstacles(128, [600], [600]) == [])
        #expect(obstacles(127, [600], [600]) == ["attendance"])
        #expect(obstacles(128, [599], [600]) == ["low_theory_mark"])
        #expect(obstacles(128, [600], [599]) == ["low_practical_mark"])
        #expect(obstacles(128, [100, 700, 300], [600]) == [])
        #expect(obstacles(128, [], []) == ["no_theory_mark", "no_practical_mark"])
    }

    @Test("A part that the course does not have is not asked for")
    func parts() {
        let rules = CourseRules(attendancePercent: 0, theoryPass: 800, practicalPass: nil, mostAttempts: 1)
        #expect(obstacles(0, [800], [], rules: rules) == [])
        #expect(obstacles(0, [799], [], rules: rules) == ["low_theory_mark"])
    }

    @Test("Reasons say what was reached, what is needed, and whether another attempt is left, in both languages")
    func words() {
        let low = Eligibility.Obstacle.lowMark(.theory, best: 555, needed: 600, attemptsLeft: 1)
        #expect(low.text.zh == "理论考核55.5分，低于合格线60分，还可补考1次")
        #expect(low.text.en == "theory mark 55.5, 60 needed; 1 more attempt")
        let last = Eligibility.Obstacle.lowMark(.practical, best: 0, needed: 600, attemptsLeft: 0)
        #expect(last.text.zh == "操作考核0分，低于合格线60分，补考机会已用完")
        #expect(last.text.en == "practical mark 0, 60 needed; no attempt left")
        let away = Eligibility.Obstacle.attendance(attended: 120, needed: 128, hours: 160)
        #expect(away.text.en == "attended 12 h, 12.8 of 16 h are needed")
    }

    @Test(
        "Tenths are read as they are written, and nothing else is",
        arguments: [("86", 860), ("86.5", 865), ("0.1", 1), ("100.0", 1000)]
    )
    func tenths(_ text: String, _ tenths: Int) {
        #expect(Tenths.read(text) == tenths)
        #expect(Tenths.read(Tenths.text(tenths)) == tenths)
    }

    @Test(
        "What is no number of tenths is refused",
        arguments: ["", "-1", "86.55", "86.", ".5", "8e1", "８６", "1 0", "1234567"]
    )
    func noTenths(_ text: String) { #expect(Tenths.read(text) == nil) }
}

@Suite("A competition's list")
struct CompetitionRankingTests {
    private func entrant(_ id: String, _ theory: Int?, _ practical: Int?) -> CompetitionEntrant {
        CompetitionEntrant(technician: id, name: id, institution: "C01", theory: theory, practical: practical)
    }

    @Test("The weighted total ranks, the practical mark decides between equals, and true equals share a rank")
    func ranks() {
        let lines = CompetitionRanking.lines(
            [
                entrant("a", 900, 800), entrant("b", 750, 900), entrant("c", 900, 800), entrant("d", 1000, nil),
                entrant("e", 500, 500),
            ],
            theoryWeight: 40
        )
        // .4·90 + .6·80 = 84 = .4·75 + .6·90
        #expect(lines.map(\.entrant.technician) == ["b", "a", "c", "e", "d"])
        #expect(lines.map(\.total) == [84_000, 84_000, 84_000, 50_000, nil])
        #expect(lines.map(\.rank) == [1, 2, 2, 4, nil])
    }
}
