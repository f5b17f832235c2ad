import Intake
import Reports
import Testing

@Suite("Tables of comma-separated values")
struct CSVTableTests {
    @Test(
        "What is written is read back, marks behind quotes and commas too",
        arguments: [
            "x\"\u{301},=1+1", "a,\u{301}b", "\"\u{301}", "=\u{301}1", "＝1+1", "'=1", "two\r\nlines", "one\rtwo\n",
            "\u{301}",
        ]
    )
    func roundTrip(words: String) throws {
        let text = CSVDocument.head(["one", "two"]) + CSVDocument.line([.text(words), .text("end")])
        let rows = CSVTable.rows(text)
        #expect(rows.map(\.cells.count) == [2, 2])
        let cell = try #require(rows.last?.cells.first)
        #expect(Array(CSVDocument.undefused(cell).unicodeScalars) == Array(words.unicodeScalars))
        #expect(rows.last?.cells.last == "end")
    }

    @Test("Lines are counted where they begin, empty ones are left out, tabs part where there is no comma")
    func lines() {
        let text = "\u{FEFF}a,b\r\n\r\n\"1\r\n2\",x\rlast,\"\"\n\"\"\n"
        let rows = CSVTable.rows(text)
        #expect(rows.map(\.line) == [1, 3, 5, 6])
        #expect(rows.map(\.cells) == [["a", "b"], ["1\r\n2", "x"], ["last", ""], [""]])
        #expect(CSVTable.rows("a\tb\n1,5\t2").map(\.cells) == [["a", "b"], ["1,5", "2"]])
    }

    @Test("A cell says what stands between white space, without the apostrophe that defuses it")
    func cells() {
        #expect(CSVTable.cell(" '=1+1\t") == "=1+1")
        #expect(CSVTable.cell("'quoted'") == "'quoted'")
        #expect(CSVTable.cell("\u{3000}") == "")
        #expect(Array(CSVTable.cell(" \u{301}x").unicodeScalars) == ["\u{301}", "x"])
    }
}
