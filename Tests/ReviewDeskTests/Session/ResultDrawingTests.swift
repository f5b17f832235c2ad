import Grading
import Imaging
import Reports
import ReviewDesk
import Store
import Testing

@Suite("The first pass beside the answer")
struct ResultDrawingTests {
    /// A picture with too much gain, graded by the built-in rubric, and the way to its score.
    private func graded() throws -> (image: GradedImage, explanation: GradeExplanation) {
        let rubric = try RubricLibrary().fallback
        var metrics = try #require(rubric.examples.first { $0.id == "sound" }).metrics
        metrics["gain.p50"] = 250
        let corners = [(100, 50), (699, 50), (699, 549), (100, 549)].map { PixelPoint(x: $0.0, y: $0.1) }
        let examination = ImageExamination(
            facts: ImageFacts(format: .png, width: 800, height: 600, jpegQuality: nil),
            scanArea: ScanArea(
                shape: .linear,
                box: PixelBox(x: 100, y: 50, width: 600, height: 500),
                confidence: 0.98,
                geometry: .quadrilateral(
                    topLeft: corners[0],
                    topRight: corners[1],
                    bottomRight: corners[2],
                    bottomLeft: corners[3]
                ),
                outline: corners
            ),
            measurements: Measurements(values: metrics),
            conditions: []
        )
        let request = GradeRequest(
            path: "17.png",
            sha256: String(repeating: "0", count: 64),
            section: "abd.liver.porta1",
            examType: "abdomen",
            language: .en,
            program: "0.1.0"
        )
        let image = Grader.grade(examination, as: request, by: rubric)
        return (image, GradeExplanation(image, examType: "abdomen", by: rubric))
    }

    @Test("Beside the scores stand the items' sum with the cap, and at each finding what it left of its item")
    func compact() throws {
        let (image, explanation) = try graded()
        var session = atResult()
        let expert = try #require(session.result?.expert)
        session.judged(SessionResult(machine: image, expert: expert, explanation: explanation))
        let words = text(session)
        let sum = try #require(explanation.sum)
        #expect(words.contains("items sum to \(Numbers.score(sum))"), "\(words)")
        #expect(words.contains("e: how it came to this"))
        let item = try #require(explanation.items.first { $0.steps.contains { $0.decides && $0.metric == "gain.p50" } })
        let points = explanation.points(of: item)
        let score = try #require(item.score)
        #expect(score < 1)
        let product = "item \(Numbers.fixed(score, decimals: 2)) × \(Numbers.fixed(points, decimals: 1)) points"
        #expect(words.contains(product), "\(words)")
        if let cap = explanation.cap, cap.applies { #expect(words.contains("at most \(Numbers.measured(cap.limit))")) }
        // The page has every step, with the bar that shows where the value lies.
        session.type("e")
        var all = ""
        for _ in 0..<30 {
            all += text(session)
            session.type([.pageDown])
        }
        for word in ["median brightness", "●", "sub-score", "To an expert", "- - scan area"] {
            #expect(all.contains(word), "\(word)")
        }
    }

    private func atResult(_ keys: String = "") -> ReviewSession {
        var session = SessionExample.session(language: .en)
        session.type("1a" + keys)
        return session
    }

    private func screen(_ session: ReviewSession, columns: Int = 132, rows: Int = 40) -> ReviewScreen {
        ReviewScreen(
            session,
            in: ScreenSurroundings(
                size: ScreenSize(columns: columns, rows: rows),
                now: Timestamp(milliseconds: 1_600_000),
                expert: "wang",
                done: 1,
                picture: .shown(width: 800, height: 600),
                legend: ["- - scan area", "/// left out: annotation"]
            )
        )
    }

    private func text(_ session: ReviewSession, columns: Int = 132, rows: Int = 40) -> String {
        screen(session, columns: columns, rows: rows).lines.map(\.text.plain).joined(separator: "\n")
    }

    @Test("Nothing is drawn, and no legend stands, before the answer or back at the questions")
    func blind() {
        var session = SessionExample.session(language: .en)
        // Neither key does anything before the answer; D is an impression there.
        session.type("de")
        #expect(!session.showsDrawing && session.mode == .keys)
        #expect(!text(session).contains("scan area") && !text(session).contains("How the first pass"))
        session.type("a")
        #expect(session.showsDrawing && text(session).contains("- - scan area"))
        session.type([.left])
        #expect(session.stage == .questions && !session.showsDrawing && !text(session).contains("scan area"))
    }

    @Test("d takes the drawing away and brings it back, and says so")
    func toggled() {
        var session = atResult("d")
        #expect(!session.showsDrawing && session.notice?.text.contains("d shows it") == true)
        #expect(!text(session).contains("scan area"))
        session.type("d")
        #expect(session.showsDrawing && session.notice?.text.contains("d hides it") == true)
        let bare = ReviewSession(
            facts: SessionExample.facts(),
            sheet: SessionExample.sheet,
            until: Timestamp(milliseconds: 9_000_000),
            wantsDrawing: false,
            language: .en
        )
        var next = bare
        next.type("1a")
        #expect(next.stage == .result && !next.showsDrawing, "what was chosen for one picture holds for the next")
    }

    @Test("A finding has the number and the colour that it has on the picture")
    func numbers() throws {
        let screen = screen(atResult())
        for (number, name) in [(1, "Gain too high"), (2, "contact")] {
            let line = try #require(screen.lines.first { $0.text.plain.saysInAnyCase(name) })
            let piece = line.text.pieces.first { $0.text == "\(number)" }
            #expect(piece?.style == .numbered(FindingScene.ink(ofNumber: number)), "\(line.text.plain)")
        }
    }

    @Test(
        "e tells the whole way to the score over the screen, line by line, and any other key goes back",
        arguments: [
            (132, 40), (80, 24),
        ]
    )
    func explained(columns: Int, rows: Int) {
        var session = atResult("e")
        let first = text(session, columns: columns, rows: rows)
        #expect(first.hasPrefix("How the first pass came to its score"))
        #expect(!first.contains("…"), "lines are broken, not cut")
        var all = first
        for _ in 0..<20 {
            session.type([.pageDown])
            all += text(session, columns: columns, rows: rows)
        }
        for word in ["- - scan area", "Drawn", "To an expert"] {
            #expect(all.saysInAnyCase(word), "\(word)")
        }
        session.type([.up])
        guard case .explanation = session.mode else {
            Issue.record("arrows turn the page")
            return
        }
        session.type("y")
        #expect(session.mode == .keys && session.answers.confirmed.isEmpty)
    }
}

extension String {
    fileprivate func saysInAnyCase(_ other: String) -> Bool { lowercased().contains(other.lowercased()) }
}
