import Reports
import Testing

@Suite("Tables on a terminal")
struct TextTableTests {
    private static let wide = 200

    private func table() -> TextTable {
        var table = TextTable([
            ("机构", .left), ("张数（已评分）", .right), ("remark", .left), ("share of all images", .right),
        ])
        table.add(["青禾镇卫生院超声科第二诊室", "1234567", "one two three four five six seven eight nine ten", "7.1 %"])
        table.add(["C02", "5", "", "100.0 %"])
        return table
    }

    private func lines(_ columns: Int?) -> [String] {
        table().text(columns: columns).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init
        )
    }

    @Test("One that fits, and one for a file, has one line a row")
    func whole() {
        #expect(lines(nil).count == 4)
        #expect(lines(Self.wide) == lines(nil))
    }

    @Test(
        "One that is too wide is broken within its cells: no line is wider, nothing is lost, figures stay whole",
        arguments: 52...110
    )
    func broken(columns: Int) {
        let shown = lines(columns)
        for line in shown { #expect(TerminalWidth.of(line) <= columns, "\(line)") }
        let all = shown.joined()
        for figure in ["1234567", "7.1 %", "100.0 %"] { #expect(all.contains(figure)) }
        func letters(_ text: some Sequence<Character>) -> [Character] {
            text.filter { $0 != " " && $0 != "─" }.sorted()
        }
        #expect(letters(all) == letters(lines(nil).joined()))
        #expect(shown.count > 4)
    }

    @Test("A terminal of hardly any columns loses nothing and ends")
    func hopeless() {
        for columns in [0, 1, 5, 20] { #expect(lines(columns).joined().contains("1234567")) }
    }

    @Test("A narrow column of words is not broken for the sake of a long one beside it")
    func fair() {
        var table = TextTable([("place", .left), ("state", .left)])
        table.add([String(repeating: "word ", count: 40), "answered"])
        let lines = table.text(columns: 60).split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("answered") })
        #expect(lines.allSatisfy { TerminalWidth.of($0) <= 60 })
    }

    @Test("A table without rows, and one without columns")
    func empty() {
        #expect(TextTable([("a", .left)]).text(columns: 3) == "a\n─\n")
        #expect(!TextTable([]).text(columns: 3).contains("─"))
    }
}
