import Grading
import ReviewDesk
import Store
import Testing

@Suite("Exercises and papers under the keys")
struct ExerciseSessionTests {
    static func theory(_ kind: TheoryQuestion.Kind, number: UInt64 = 1) -> Exercise {
        Exercise(
            TheoryQuestion(
                id: "q\(number)",
                topic: "T01",
                kind: kind,
                text: LocalizedText(zh: "问题", en: "question"),
                choices: (0..<4).map { place in
                    let isCorrect = place == 0 || (kind == .multiple && place == 1)
                    return TheoryQuestion.Choice(
                        text: LocalizedText(zh: "选\(place)", en: "c\(place)"),
                        isCorrect: isCorrect
                    )
                },
                explanation: LocalizedText(zh: "因为", en: "because")
            ),
            number: number
        )
    }

    static let picture: Exercise = {
        let none = ExercisePrompt.none
        let prompt = ExercisePrompt(
            exercise: ExerciseID(kind: .expert, name: "17", number: 1),
            text: LocalizedText(zh: "看图", en: "look"),
            options: [
                ExercisePrompt.Option(id: "GAIN_HIGH", text: LocalizedText(zh: "增益高", en: "gain")),
                ExercisePrompt.Option(id: "BLUR", text: LocalizedText(zh: "模糊", en: "blur")), none,
            ],
            takesSeveral: true,
            asksLevel: true,
            section: "abd.gb.long"
        )
        return Exercise(
            prompt: prompt,
            key: ExerciseKey(card: "expert/17", topic: "T01", expected: ["GAIN_HIGH"], level: .b)
        )
    }()

    private static func outcome(_ answer: ExerciseAnswer, to exercise: Exercise) -> PracticeDesk.Outcome {
        let marked = PracticeAnswer(answer, to: exercise)
        return PracticeDesk.Outcome(
            answer: marked,
            attempt: 1,
            state: CardState(isRight: marked.mark.isRight, onDay: 0),
            dueOn: "2026-11-23"
        )
    }

    /// The screen's words, line by line.
    private static func words(_ screen: ReviewScreen) -> String {
        screen.lines.map(\.text.plain).joined(separator: "\n")
    }

    private static func screen(_ session: ExerciseSession, columns: Int = 100, rows: Int = 30) -> ReviewScreen {
        let size = ScreenSize(columns: columns, rows: rows)
        return ExerciseScreen.screen(
            session,
            in: ExerciseScreen.Surroundings(size: size, place: "1/3", picture: .shown(width: 640, height: 480))
        )
    }

    @Test("Single choice: letters, digits, arrows and full-width letters choose one; Enter hands it over")
    func single() {
        var session = ExerciseSession(Self.theory(.single).prompt, language: .zh)
        #expect(session.press(.enter) == [])
        #expect(session.notice == "请先选择答案")
        #expect(session.press(.character("b")) == [] && session.chosen == ["b"])
        #expect(session.press(.character("3")) == [] && session.chosen == ["c"])
        #expect(session.press(.character("ａ")) == [] && session.chosen == ["a"])
        _ = session.press(.down)
        _ = session.press(.character(" "))
        #expect(session.chosen == ["b"])
        #expect(session.press(.character("9")) == [] && session.chosen == ["b"])
        #expect(session.press(.enter) == [.submit(ExerciseAnswer(chosen: ["b"]))])
    }

    @Test("A picture wants findings and a level; nothing wrong and a fault exclude each other")
    func pictureKeys() {
        var session = ExerciseSession(Self.picture.prompt, language: .en)
        _ = session.press(.character("2"))
        _ = session.press(.character("1"))
        #expect(session.chosen == ["GAIN_HIGH", "BLUR"])
        _ = session.press(.character("3"))
        #expect(session.chosen == ["none"])
        _ = session.press(.character("1"))
        #expect(session.chosen == ["GAIN_HIGH"])
        #expect(session.press(.enter) == [])
        #expect(session.notice?.contains("level") == true)
        _ = session.press(.character("b"))
        #expect(session.press(.enter) == [.submit(ExerciseAnswer(chosen: ["GAIN_HIGH"], level: .b))])
        #expect(session.press(.character("o")) == [.openViewer])
        _ = session.press(.character("z"))
        #expect(session.isZoomed)
    }

    @Test(
        "Before the answer nothing of the key is on the screen; after it the expert's reading is, and keys change nothing"
    )
    func feedback() {
        var session = ExerciseSession(Self.picture.prompt, language: .zh)
        let before = Self.words(Self.screen(session))
        #expect(!before.contains("专家评级"))
        #expect(!before.contains("正确答案"))
        #expect(before.contains("胆囊"))
        let answer = ExerciseAnswer(chosen: ["BLUR"], level: .c)
        session.outcome(Self.outcome(answer, to: Self.picture))
        let after = Self.words(Self.screen(session))
        #expect(after.contains("专家评级 B 乙 · 你评 C 丙"))
        #expect(after.contains("正确答案：增益高"))
        #expect(after.contains("错选：模糊"))
        #expect(after.contains("2026-11-23"))
        let chosen = session.chosen
        #expect(session.press(.character("1")) == [] && session.chosen == chosen)
        #expect(session.press(.enter) == [.next])
        #expect(session.press(.character("q")) == [.leave])
    }

    @Test(
        "Every size of screen holds lines that fit and do not overlap",
        arguments: [(60, 16), (80, 24), (200, 60), (40, 10)]
    )
    func sizes(columns: Int, rows: Int) {
        for exercise in [Self.picture, Self.theory(.multiple)] {
            var session = ExerciseSession(exercise.prompt, language: .zh)
            for step in 0..<2 {
                if step == 1 {
                    let answer = ExerciseAnswer(chosen: exercise.key.expected, level: exercise.key.level)
                    session.outcome(Self.outcome(answer, to: exercise))
                }
                let screen = Self.screen(session, columns: columns, rows: rows)
                #expect(
                    screen.lines.allSatisfy {
                        $0.row < rows && $0.column + $0.width <= columns && $0.text.width <= $0.width
                    }
                )
                for (index, line) in screen.lines.enumerated() {
                    let beside = screen.lines[(index + 1)...].filter { $0.row == line.row }
                    #expect(
                        beside.allSatisfy {
                            $0.column >= line.column + line.width || $0.column + $0.width <= line.column
                        }
                    )
                }
            }
        }
    }

    // MARK: Papers

    private static func record(_ items: [Exercise], given: [PaperRecord.Answer] = []) -> PaperRecord {
        let plan = PaperPlan(questions: items.count, pictures: 0, topics: [], minutes: 10, passMark: 60)
        return PaperRecord(
            id: 1,
            learner: Learner(institution: "C01", technician: "zhang"),
            attempt: 1,
            startedAt: Timestamp(milliseconds: 0),
            deadline: Timestamp(milliseconds: 600_000),
            paper: Paper(seed: 1, plan: plan, items: items),
            given: given
        )
    }

    @Test("Enter keeps the answer and goes to the next open item; after the last one it asks whether to hand in")
    func paperWay() {
        var session = PaperSession(Self.record([Self.theory(.single), Self.theory(.single, number: 2)]), language: .zh)
        _ = session.press(.character("a"))
        #expect(session.press(.enter) == [.save(item: 1, ExerciseAnswer(chosen: ["a"]))])
        session.saved(item: 1, ExerciseAnswer(chosen: ["a"]))
        #expect(session.current == 1)
        _ = session.press(.character("b"))
        #expect(session.press(.enter) == [.save(item: 2, ExerciseAnswer(chosen: ["b"]))])
        session.saved(item: 2, ExerciseAnswer(chosen: ["b"]))
        #expect(session.mode == .handingIn)
        #expect(session.press(.character("n")) == [] && session.mode == .answering)
        #expect(session.press(.character("h")) == [])
        #expect(session.press(.character("y")) == [.handIn])
    }

    @Test("An answer that was changed is kept when the item is left, when nothing is pressed, and before handing in")
    func paperKeeping() {
        var session = PaperSession(
            Self.record([Self.theory(.multiple), Self.theory(.single, number: 2)]),
            language: .zh
        )
        _ = session.press(.character("a"))
        _ = session.press(.character("c"))
        #expect(session.unsaved() == [.save(item: 1, ExerciseAnswer(chosen: ["a", "c"]))])
        #expect(session.press(.right) == [.save(item: 1, ExerciseAnswer(chosen: ["a", "c"]))])
        session.saved(item: 1, ExerciseAnswer(chosen: ["a", "c"]))
        #expect(session.press(.left) == [])
        #expect(session.unsaved() == [])
        _ = session.press(.character("c"))
        _ = session.press(.character("h"))
        #expect(session.press(.character("y")) == [.save(item: 1, ExerciseAnswer(chosen: ["a"])), .handIn])
        // Nothing of the key is ever on a paper's screen.
        let surroundings = ExerciseScreen.Surroundings(
            size: ScreenSize(columns: 100, rows: 30),
            place: "1/2",
            left: 59_001,
            picture: .words("")
        )
        let words = Self.words(ExerciseScreen.screen(session, in: surroundings))
        #expect(words.contains("剩余 1:00"))
        #expect(!words.contains("因为"))
    }

    @Test(
        "The clock and all keys of a picture's item are whole at 80 columns, also over a large picture and over help",
        arguments: Language.allCases
    )
    func paperClock(language: Language) {
        var session = PaperSession(Self.record([Self.picture]), language: language)
        func words(columns: Int = 80) -> String {
            let surroundings = ExerciseScreen.Surroundings(
                size: ScreenSize(columns: columns, rows: 24),
                place: "3/3",
                left: 59_001,
                picture: .shown(width: 640, height: 480)
            )
            return Self.words(ExerciseScreen.screen(session, in: surroundings))
        }
        let clock = language == .zh ? "剩余 1:00" : "left 1:00"
        #expect(words().contains(clock))
        #expect(words().hasSuffix(language == .zh ? "q 离开  ? 帮助" : "q leave  ?"))
        #expect(words(columns: 60).contains(clock))
        _ = session.press(.character("z"))
        #expect(words().contains(clock))
        _ = session.press(.character("z"))
        _ = session.press(.character("?"))
        #expect(words().contains(clock))
    }

    @Test("Where the level is chosen and no fault, faults are asked for; where faults are, the level")
    func missingPart() {
        var session = ExerciseSession(Self.picture.prompt, language: .zh)
        #expect(session.press(.enter) == [] && session.notice == "请先选择答案")
        _ = session.press(.character("b"))
        #expect(session.press(.enter) == [] && session.notice == "还要选择问题：按 1–8，没有问题也要选")
        var paper = PaperSession(Self.record([Self.picture]), language: .en)
        _ = paper.press(.character("b"))
        #expect(paper.press(.enter) == [])
        #expect(paper.item.notice == "faults are wanted too: 1–8, or that there is none")
        _ = paper.press(.character("1"))
        #expect(paper.press(.enter) == [.save(item: 1, ExerciseAnswer(chosen: ["GAIN_HIGH"], level: .b))])
        var faults = ExerciseSession(Self.picture.prompt, language: .zh)
        _ = faults.press(.character("1"))
        #expect(faults.press(.enter) == [] && faults.notice == "还要评级：按 a b c d")
    }

    @Test("A paper goes on where it was left, with the answers that were given; its clock is the one handed in")
    func paperGoesOn() {
        let given = PaperRecord.Answer(item: 1, at: Timestamp(milliseconds: 5), answer: ExerciseAnswer(chosen: ["d"]))
        let session = PaperSession(
            Self.record([Self.theory(.single), Self.theory(.single, number: 2)], given: [given]),
            language: .zh
        )
        #expect(session.current == 1)
        #expect(session.items[0].chosen == ["d"])
        #expect(session.open == 1)
        #expect(session.left(at: 599_000) == 1000)
        #expect(!session.isOver(at: 599_999))
        #expect(session.isOver(at: 600_000))
        #expect(session.left(at: 700_000) == 0)
    }

    @Test("Answers from files: what is wrong is named")
    func reader() throws {
        let entry = try PracticeReader.read(Array(#"{"exercise":"expert/17/3","chosen":["BLUR"],"level":"b"}"#.utf8))
        #expect(entry.exercise == ExerciseID(kind: .expert, name: "17", number: 3))
        #expect(entry.answer == ExerciseAnswer(chosen: ["BLUR"], level: .b))
        let item = try PracticeReader.read(Array(#"{"item":2,"chosen":"a"}"#.utf8))
        #expect(item.item == 2 && item.answer.chosen == ["a"])
        func problem(_ text: String) -> String {
            do throws(ReviewMistakes) {
                _ = try PracticeReader.read(Array(text.utf8))
                return ""
            } catch {
                return error.description
            }
        }
        #expect(problem("{").contains("not valid JSON"))
        #expect(problem(#"{"exercise":"x","chosen":[]}"#).contains("`practise draw`"))
        #expect(problem(#"{"item":1,"choice":"a"}"#).contains("choice: is not known"))
        #expect(problem(#"{"chosen":["a"]}"#).contains("exercise: is missing"))
        #expect(problem(#"{"item":1,"chosen":["a"],"level":"E"}"#).contains("level: is \"E\"; allowed: A, B, C, D"))
    }
}
