import Grading
import Intake
import Store
import Testing

@Suite("A course's book as a table")
struct CourseSheetTests {
    private static let course = CourseRecord(
        id: "T03A",
        title: "x",
        topics: ["T03"],
        startsOn: "2026-10-12",
        endsOn: "2026-10-13",
        sessions: [.init(day: "2026-10-12", hours: 80), .init(day: "2026-10-13", hours: 80)],
        addedAt: Timestamp(milliseconds: 0)
    )

    private func lines(_ rows: [[String]]) -> [String] {
        CourseSheet.read(rows, of: Self.course).problems.map { "\($0.line ?? 0) \($0.technician): \($0.message)" }
    }

    @Test("Chinese and English heads say the same, empty cells nothing, and days are read as spreadsheets write them")
    func heads() {
        let english = CourseSheet.read(
            [
                ["technician", "name", "hours_2", "theory_1", "theory_1_on", "theory_1_by", "practical_1"],
                [" C01/zhang ", "张敏", "6.5", "86", "2026/10/13", "chen", ""],
            ],
            of: Self.course
        )
        let chinese = CourseSheet.read(
            [
                ["技术人员", "姓名", "学时2", "理论1", "理论1日期", "理论1考官", "操作1"],
                ["C01/zhang", "", "6.5", "86.0", "2026年10月13日", "chen", ""],
            ],
            of: Self.course
        )
        let mark = CourseEntry.Mark(part: .theory, tenths: 860, attempt: 1, day: "2026-10-13", markedBy: "chen")
        let entry = CourseEntry(
            line: 2,
            institution: "C01",
            technician: "zhang",
            enrols: true,
            attendance: [2: 65],
            marks: [mark]
        )
        #expect(english.problems.isEmpty)
        #expect(english.entries == [entry])
        #expect(chinese == english)
    }

    @Test("A day and an examiner given for all stand where a line names none")
    func defaults() {
        let rows = [["technician", "theory_1", "theory_1_by"], ["C01/zhang", "86", ""], ["C01/li", "70", "he"]]
        let reading = CourseSheet.read(rows, of: Self.course, day: "2026-10-13", marker: "chen")
        #expect(reading.problems.isEmpty)
        #expect(reading.entries.flatMap(\.marks).map(\.markedBy) == ["chen", "he"])
        #expect(reading.entries.flatMap(\.marks).map(\.day) == ["2026-10-13", "2026-10-13"])
    }

    @Test("Every wrong cell is named with its line, and an unknown column keeps the whole table out")
    func mistakes() {
        #expect(
            lines([["technician", "mark"], ["C01/zhang", "1"]]).first?.contains("no column is called mark") == true
        )
        #expect(lines([["name"], ["x"]]) == ["1 T03A: the column technician (技术人员) is missing"])
        #expect(lines([["technician", "hours_3"]]).first?.contains("no column is called hours_3") == true)
        let wrong = lines([
            ["technician", "hours_1", "theory_1", "theory_1_on", "practical_1_by"],
            ["zhang", "8", "", "", ""],
            ["C01/zhang", "eight", "86", "", ""],
            ["C01/li", "8", "86", "soon", "chen"],
            ["C01/li", "8", "", "", ""],
        ])
        #expect(
            wrong == [
                "2 zhang/: write the technician as INSTITUTION/CODE, such as C01/zhang",
                "3 C01/zhang: hours_1: eight is no number of hours, such as 6 or 6.5",
                "3 C01/zhang: theory_1 has no day; fill theory_1_on or give --on yyyy-MM-dd",
                "4 C01/li: theory_1_on: soon is no day; write yyyy-MM-dd",
                "4 C01/li: theory_1 has no day; fill theory_1_on or give --on yyyy-MM-dd",
                "4 C01/li: practical_1 is empty, though a day or an examiner stands beside it",
                "5 C01/li: stands in line 4 already",
            ]
        )
    }
}
