import Grading
import Imaging
import Testing

@Suite("Exercises and their marking")
struct ExerciseTests {
    private static func question(_ kind: TheoryQuestion.Kind, right: Int) -> TheoryQuestion {
        TheoryQuestion(
            id: "q1",
            topic: "T01",
            kind: kind,
            text: LocalizedText(zh: "问", en: "q"),
            choices: (0..<4).map { number in
                TheoryQuestion.Choice(
                    text: LocalizedText(zh: "选\(number)", en: "c\(number)"),
                    isCorrect: number < right
                )
            },
            explanation: LocalizedText(zh: "因为", en: "because")
        )
    }

    private func mark(_ exercise: Exercise, _ chosen: [String], _ level: Level? = nil) throws -> Int {
        let answer = try ExerciseAnswer(chosen: chosen, level: level).checked(against: exercise.prompt)
        return ExerciseMark(answer, to: exercise).thousandths
    }

    @Test("The number decides the order of the choices and nothing else")
    func order() {
        let question = Self.question(.single, right: 1)
        let first = Exercise(question, number: 7)
        #expect(first == Exercise(question, number: 7))
        let orders = Set((0..<40).map { Exercise(question, number: $0).key.expected })
        #expect(orders == [["a"], ["b"], ["c"], ["d"]])
        let all = (0..<40).map { Exercise(question, number: $0) }
        #expect(all.allSatisfy { Set($0.prompt.options.map(\.text.zh)) == ["选0", "选1", "选2", "选3"] })
    }

    @Test("Single choice is all or nothing; of multiple choice a part without mistake is half")
    func theory() throws {
        let single = Exercise(Self.question(.single, right: 1), number: 3)
        #expect(try mark(single, single.key.expected) == 1000)
        let other = try #require(single.prompt.options.first { !single.key.expected.contains($0.id) })
        #expect(try mark(single, [other.id]) == 0)
        let multiple = Exercise(Self.question(.multiple, right: 3), number: 3)
        #expect(multiple.key.expected.count == 3)
        #expect(try mark(multiple, multiple.key.expected.reversed()) == 1000)
        #expect(try mark(multiple, [multiple.key.expected[1]]) == 500)
        let wrong = try #require(multiple.prompt.options.first { !multiple.key.expected.contains($0.id) })
        #expect(try mark(multiple, multiple.key.expected + [wrong.id]) == 0)
    }

    /// A reading with GAIN_HIGH confirmed, NOISE unjudged, BLUR rejected and SHADOW added.
    private static func reading(impression: Level? = .c) -> ExpertGrade {
        func judged(_ code: String, _ verdict: ExpertGrade.Verdict) -> ExpertGrade.JudgedFinding {
            ExpertGrade.JudgedFinding(finding: Finding(code: code, severity: .minor), verdict: verdict)
        }
        var answers = ReviewAnswers()
        answers.impression = impression
        answers.advice = "调低增益"
        return ExpertGrade(
            score: 85,
            level: .b,
            items: [],
            findings: [
                judged("GAIN_HIGH", .confirmed), judged("SHADOW", .added), judged("NOISE", .unjudged),
                judged("NO_MARK", .added), judged("BLUR", .rejected),
            ],
            answers: answers,
            rubric: RubricReference(id: "general", version: "1", sha256: "")
        )
    }

    private static func picture(_ grade: ExpertGrade, number: UInt64 = 1) throws -> Exercise {
        try #require(
            PictureExercise.exercise(image: 17, grade: grade, expert: "wang", section: "abd.gb.long", number: number)
        )
    }

    @Test("A picture asks for what the expert said: confirmed and added count, unjudged ones are not offered")
    func expertPicture() throws {
        for number in 0..<30 as Range<UInt64> {
            let exercise = try Self.picture(Self.reading(), number: number)
            let offered = exercise.prompt.options.map(\.id)
            #expect(exercise.key.expected == ["GAIN_HIGH", "SHADOW"])
            #expect(exercise.key.level == .c, "the impression, which was made blind")
            #expect(!offered.contains("NOISE"))
            #expect(!offered.contains("NO_MARK"), "the blind view does not show body marks")
            #expect(offered.count == 8)
            #expect(offered.last == "none")
            #expect(Set(exercise.key.expected).isSubset(of: offered))
            #expect(!offered.contains { $0.hasPrefix("CFM") }, "a colour finding on a grey picture gives itself away")
        }
        var silent = Self.reading()
        (silent.answers.advice, silent.answers.comment) = (nil, "张三，住院号 123")
        silent.findings[0].finding.advice = "调低总增益"
        #expect(try Self.picture(silent).key.explanation?.zh == "调低总增益", "a comment may speak of the patient")
        let withoutImpression = try Self.picture(Self.reading(impression: nil))
        #expect(withoutImpression.key.level == .b)
    }

    @Test("A picture's mark is the mean of level and findings")
    func pictureMark() throws {
        let exercise = try Self.picture(Self.reading())
        #expect(try mark(exercise, ["GAIN_HIGH", "SHADOW"], .c) == 1000)
        #expect(try mark(exercise, ["GAIN_HIGH", "SHADOW"], .b) == 750)
        #expect(try mark(exercise, ["GAIN_HIGH", "SHADOW"], .a) == 500)
        // One of two found: 1/2.
        #expect(try mark(exercise, ["SHADOW"], .c) == 750)
        let wrong = try #require(exercise.prompt.options.first { !exercise.key.expected.contains($0.id) })
        // Two found and one that is not there: 2/3.
        #expect(try mark(exercise, ["GAIN_HIGH", "SHADOW", wrong.id], .c) == 833)
        #expect(try mark(exercise, ["none"], .c) == 500)
    }

    @Test("Where nothing is wrong, saying so is right and any finding is wrong")
    func faultless() throws {
        var grade = Self.reading(impression: .a)
        grade.findings = []
        let exercise = try Self.picture(grade)
        #expect(exercise.key.expected == ["none"])
        #expect(exercise.key.topic == nil)
        #expect(try mark(exercise, ["none"], .a) == 1000)
        #expect(try mark(exercise, [exercise.prompt.options[0].id], .a) == 500)
    }

    @Test("An answer that does not fit is refused with what is allowed")
    func refused() throws {
        let exercise = try Self.picture(Self.reading())
        func problem(_ chosen: [String], _ level: Level?) -> String {
            do throws(ReviewMistakes) {
                _ = try ExerciseAnswer(chosen: chosen, level: level).checked(against: exercise.prompt)
                return ""
            } catch {
                return error.description
            }
        }
        #expect(problem(["LATE"], .a).contains("“LATE” is not offered; allowed: "))
        #expect(problem([], .a).contains("chosen: is empty"))
        #expect(problem(["none", "GAIN_HIGH"], .a).contains("holds “none” and something else"))
        #expect(problem(["GAIN_HIGH"], nil).contains("level: is missing; allowed: A, B, C, D"))
        let single = Exercise(Self.question(.single, right: 1), number: 1)
        let answer = ExerciseAnswer(chosen: ["a", "b"])
        #expect(throws: ReviewMistakes.self) { try answer.checked(against: single.prompt) }
    }

    @Test("The same section and number make the same picture; its id does not tell the fault, its card does")
    func simulated() throws {
        let one = try #require(SimulatedExercise(section: "abd.gb.long", number: 5))
        let same = try #require(SimulatedExercise(section: "abd.gb.long", number: 5))
        #expect(one == same)
        #expect(one.exercise.prompt.exercise == "simulated/abd.gb.long/5")
        #expect(SimulatedExercise(section: "no.such", number: 5) == nil)
        var codes: Set<String> = []
        for number in 0..<300 as Range<UInt64> {
            let made = try #require(SimulatedExercise(section: "abd.gb.long", number: number))
            let expected = try #require(made.exercise.key.expected.first)
            codes.insert(expected)
            #expect(made.exercise.key.card == "simulated/abd.gb.long/\(expected)")
            #expect(made.recipe.faults.isEmpty == (expected == "none"))
            let again = try #require(SimulatedExercise.repeating(made.exercise.key.card, after: number))
            #expect(again.exercise.key.card == made.exercise.key.card)
            #expect(again.recipe != made.recipe, "the fault comes again on another picture")
        }
        #expect(codes.count == 14)
    }

    @Test("A made picture on a topic shows a fault of it, or nothing wrong one time in six; else any")
    func madeOnTopic() throws {
        var faultless = 0
        for number in 0..<300 as Range<UInt64> {
            let made = try #require(SimulatedExercise.first(section: "thy.l.long", from: number, ofTopics: ["T02"]))
            if let topic = made.exercise.key.topic { #expect(topic == "T02") } else { faultless += 1 }
        }
        // Three standard deviations around 50.
        #expect((31...69).contains(faultless))
        #expect(SimulatedExercise.topics == ["T01", "T02", "T03", "T04", "T05"])
    }

    @Test("Where bone casts a shadow by nature, a shadow is neither asked for nor offered")
    func naturalShadow() throws {
        for number in 0..<100 as Range<UInt64> {
            let made = try #require(SimulatedExercise(section: "breast.r.uo", number: number))
            #expect(!made.exercise.prompt.options.contains { $0.id == "SHADOW" })
        }
        #expect(!SimulatedExercise.cards(ofTopics: []).contains("simulated/breast.r.uo/SHADOW"))
        #expect(SimulatedExercise.cards(ofTopics: []).contains("simulated/abd.gb.long/SHADOW"))
    }
}
