import Grading
import Reports
import ReviewDesk
import Store
import Testing

struct ScreenTests {
    static let sizes = [
        ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 100, rows: 30), ScreenSize(columns: 200, rows: 60),
        ScreenSize(columns: 80, rows: 60), ScreenSize(columns: 60, rows: 16), ScreenSize(columns: 20, rows: 4),
        ScreenSize(columns: 1, rows: 1),
    ]

    private static func surroundings(
        _ size: ScreenSize,
        picture: ScreenSurroundings.Picture = .shown(width: 800, height: 600)
    ) -> ScreenSurroundings {
        ScreenSurroundings(
            size: size,
            now: Timestamp(milliseconds: 1_000_000 + 600_000),
            expert: "wang",
            done: 12,
            picture: picture
        )
    }

    /// A sheet that is longer than a small screen, with names that are longer than a narrow panel.
    private static let longSheet: ReviewSheet = {
        var sheet = SessionExample.sheet
        sheet.items[0].criteria += (1...20).map { number in
            .init(
                id: "more\(number)",
                name: LocalizedText(
                    zh: "第 \(number) 条很长很长的标准，超出了窄栏的宽度，还带重音 e\u{301}",
                    en: "Criterion \(number) with a very long name that a narrow panel cannot show in one line"
                )
            )
        }
        return sheet
    }()

    /// The review in every state that has a screen of its own.
    private static func states(_ language: Language) -> [(String, ReviewSession)] {
        let report = String(repeating: "胎儿双顶径 8.9 cm，头围 31.2 cm。BPD within limits.\n", count: 30)
        let facts = SessionExample.facts(
            section: "胎儿 \u{1B}[31m很长的标注" + String(repeating: "长", count: 80),
            report: report
        )
        let base = SessionExample.session(language: language, facts: facts, sheet: longSheet)
        func after(_ name: String, _ keys: [ReviewKey]) -> (String, ReviewSession) {
            var session = base
            session.type(keys)
            return (name, session)
        }
        let long = String(repeating: "声影 e\u{301} wide 🫀", count: 40)
        var lost = base
        lost.type("1a")
        lost.lost("image 17 is held by li until 2026-11-21T15:30:00.000Z; wait, or take the next one.")
        return [
            after("beginning", []), after("half way", [.character("2")] + Array(repeating: .character("y"), count: 14)),
            after("optional", [.character("m"), .end]), after("result", [.character("a")]),
            after("judged", [.character("a"), .character("n"), .character("y")]),
            after("added", [.character("a"), .character("f"), .character("4"), .character("f"), .character("7")]),
            after("adding", [.character("a"), .character("f")]),
            after("scrolled list", [.character("a"), .character("f")] + Array(repeating: .down, count: 15)),
            after("nothing matches", [.character("a"), .character("f"), .character("q"), .character("q")]),
            after("advice", [.character("a"), .character("t")]),
            after("comment", [.character("c"), .paste(long)]),
            after("comment kept", [.character("c"), .paste(long), .enter, .character("k"), .paste(long), .enter]),
            after("comment edited", [.character("c"), .paste(long), .home, .right]),
            after("skipping", [.character("s"), .paste(long)]), after("help", [.character("?")]),
            after("report", [.character("v"), .pageDown, .pageDown, .pageDown, .pageDown]),
            after("explanation", [.character("a"), .character("e"), .pageDown]),
            after("bare", [.character("a"), .character("d")]),
            after("zoom", [.character("1"), .character("+")]), after("unblinding", [.character("w")]),
            after("leaving", [.character("y"), .character("q")]), after("hint", [.character("h")]), ("lost", lost),
        ]
    }

    @Test(
        "At every size, in both languages and every state nothing overflows or overlaps",
        arguments: Language.allCases
    )
    func neverOverflows(language: Language) {
        let pictures: [ScreenSurroundings.Picture] = [
            .shown(width: 800, height: 600), .shown(width: 300, height: 1200), .withheld,
            .words(String(repeating: "无法显示 cannot be shown ", count: 20)),
        ]
        for size in Self.sizes {
            for (name, session) in Self.states(language) {
                for picture in pictures {
                    let screen = ReviewScreen(session, in: Self.surroundings(size, picture: picture))
                    let place = "\(name) at \(size.columns)×\(size.rows) \(language) \(picture)"
                    var cells = [Int](repeating: 0, count: size.columns * size.rows)
                    var areas = screen.lines.map {
                        CellArea(column: $0.column, row: $0.row, columns: $0.width, rows: 1)
                    }
                    if let picture = screen.picture { areas.append(picture) }
                    for area in areas {
                        #expect(area.column >= 0 && area.row >= 0 && area.columns > 0 && area.rows > 0, "\(place)")
                        #expect(area.column + area.columns <= size.columns, "\(place)")
                        #expect(area.row + area.rows <= size.rows, "\(place)")
                        guard area.row >= 0, area.row + area.rows <= size.rows, area.column >= 0,
                            area.column + area.columns <= size.columns
                        else { continue }
                        for row in area.row..<area.row + area.rows {
                            for column in area.column..<area.column + area.columns {
                                cells[row * size.columns + column] += 1
                            }
                        }
                    }
                    #expect(cells.allSatisfy { $0 <= 1 }, "overlap: \(place)")
                    for line in screen.lines {
                        #expect(line.text.width <= line.width, "\(place): \(line.text.plain)")
                        #expect(!line.text.plain.unicodeScalars.contains { $0.properties.generalCategory == .control })
                    }
                    if let cursor = screen.cursor {
                        #expect(cursor.row < size.rows && cursor.column < size.columns, "\(place)")
                    }
                }
            }
        }
    }

    private func text(_ session: ReviewSession, _ size: ScreenSize = sizes[0]) -> String {
        ReviewScreen(session, in: Self.surroundings(size)).lines.map(\.text.plain).joined(separator: "\n")
    }

    @Test("Before the answer the screen says what an expert may know, and nothing of the machine's")
    func blind() {
        var session = SessionExample.session()
        let before = text(session)
        for word in ["丘脑水平横切面", "产科Ⅱ级", "等候 10 分", "占用剩 50 分", "#17", "左右对称", "测量", "印象"] {
            #expect(before.contains(word), "\(word)")
        }
        for word in ["79", "C 丙", "增益", "接触", "初筛"] { #expect(!before.contains(word), "\(word)") }
        session.type("1a")
        let after = text(session)
        for word in ["初筛", "79.0 C 丙", "专家", "90.0 A 甲", "总增益过高", "181", "限 175", "左上", "扣 7.5 分"] {
            #expect(after.contains(word), "\(word)")
        }
    }

    @Test("The question under the cursor is always on the screen, with the mark of its answer")
    func currentInSight() {
        for size in Self.sizes.prefix(5) {
            var session = SessionExample.session(language: .en, sheet: Self.longSheet)
            for _ in 0..<23 {
                session.type([.down])
                let name = session.question?.name.en.prefix(12) ?? "-"
                let current = text(session, size).split(separator: "\n").filter { $0.hasPrefix(">") }
                #expect(current.count == 1 && current[0].contains("[ ] \(name)"), "\(name) at \(size)")
            }
        }
    }

    @Test("The page of keys fits a small terminal whole", arguments: Language.allCases)
    func helpFits(language: Language) {
        var session = SessionExample.session(language: language)
        session.type("?")
        let page = text(session)
        for key in [
            "y p n x", "1-4", "Backspace", "u", "s", "w", "c", "t", "k", "o", "+ z", "q", "f", "m", "v", "d e",
        ] {
            #expect(page.contains(key), "\(key)")
        }
        #expect(!page.contains("…"))
    }

    @Test("A wide terminal has the picture at the left, a high one on top, whichever is larger; zoom takes all")
    func layout() {
        let session = SessionExample.session()
        let wide = ReviewScreen(session, in: Self.surroundings(ScreenSize(columns: 200, rows: 60))).picture
        #expect(wide.map { $0.column == 0 && $0.rows == 58 && $0.columns >= 140 } == true)
        let high = ReviewScreen(session, in: Self.surroundings(ScreenSize(columns: 80, rows: 60))).picture
        #expect(high.map { $0.columns == 80 && $0.row == 0 && $0.rows == 38 } == true)
        var zoomed = session
        zoomed.type("1+")
        let screen = ReviewScreen(zoomed, in: Self.surroundings(ScreenSize(columns: 80, rows: 24)))
        #expect(screen.picture == CellArea(column: 0, row: 0, columns: 80, rows: 22))
        #expect(screen.lines.contains { $0.text.plain.contains("左右对称") })
    }

    @Test("Words are cut and wrapped by columns, not by characters")
    func columns() {
        #expect(ScreenText("声影声影").cut(to: 5).plain == "声影…")
        #expect(ScreenText("声影声影").cut(to: 8).plain == "声影声影")
        #expect(ScreenText("e\u{301}e\u{301}e\u{301}").cut(to: 3).plain == "e\u{301}e\u{301}e\u{301}")
        #expect(ScreenText("\u{1B}[2J").plain == "\u{FFFD}[2J")
        #expect(ColumnCutting.lines(of: "gain too high", columns: 8) == ["gain too", "high"])
        #expect(ColumnCutting.lines(of: "声影遮挡。好", columns: 8) == ["声影遮", "挡。好"])
        #expect(ColumnCutting.lines(of: "abcdefghij", columns: 4) == ["abcd", "efgh", "ij"])
        #expect(ColumnCutting.lines(of: "两\n行", columns: 4) == ["两", "行"])
    }
}
