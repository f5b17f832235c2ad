import Imaging
import Testing

@Suite("Parts that are left out")
struct ExcludedPartsTests {
    /// 24 × 16 cells with these exclusions: rows of characters, `.` ultrasound, `a` annotation, `b` blackout, `c` colour.
    private func mask(_ drawing: [String]) -> ScanAreaMask {
        let exclusions = drawing.flatMap { row in
            row.map { character -> UInt8 in
                switch character {
                case "a": Exclusion.annotation.rawValue
                case "b": Exclusion.blackout.rawValue
                case "c": Exclusion.colour.rawValue
                default: 0
                }
            }
        }
        return ScanAreaMask(
            columns: drawing[0].count,
            rows: drawing.count,
            cells: exclusions.map { $0 == 0 ? 1 : 0 },
            exclusions: exclusions
        )
    }

    @Test("Cells of one kind that touch become one mark around them, others stay apart")
    func marks() {
        let marks = ExcludedParts.marks(
            of: mask([
                "........................",
                "..aaa.........cccccc....",
                "..a.aa........cccccc....",
                "....aa..................",
                "........................",
                "..............bbb.......",
                "..............bbb.......",
            ])
        )
        #expect(marks.map(\.metric) == ["excluded.annotation", "excluded.colour", "excluded.blackout"])
        // Cells 2…5 of rows 1…3, four pixels each, on the outer edges of their pixels.
        #expect(
            marks[0].outline == [
                PixelPoint(x: 7.5, y: 3.5), PixelPoint(x: 23.5, y: 3.5), PixelPoint(x: 23.5, y: 15.5),
                PixelPoint(x: 7.5, y: 15.5),
            ]
        )
        #expect(marks[1].outline[2] == PixelPoint(x: 79.5, y: 11.5))
    }

    @Test("Exact boxes cover every cell that is left out once, and no other")
    func boxes() {
        let drawing = ["aaa.....cc..", "aaa.....cc..", ".aa..b..cc..", ".....b......"]
        let mask = mask(drawing)
        var covered = [Int](repeating: 0, count: mask.columns * mask.rows)
        for part in ExcludedParts.boxes(of: mask) {
            for row in part.box.y / 4..<(part.box.y + part.box.height) / 4 {
                for column in part.box.x / 4..<(part.box.x + part.box.width) / 4 {
                    covered[row * mask.columns + column] += 1
                    #expect(mask.exclusions[row * mask.columns + column] == part.kind.rawValue)
                }
            }
        }
        #expect(covered == mask.exclusions.map { $0 == 0 ? 0 : 1 })
        #expect(ExcludedParts.boxes(of: mask).count == 4)
    }

    @Test("Specks are not kept, and of many parts only the largest 32")
    func bounds() {
        #expect(ExcludedParts.marks(of: mask(["........", "..aaa...", "........"])).isEmpty)
        // 40 parts of 2 × 2 cells and one of 2 × 3, two cells apart.
        var drawing = [String](repeating: String(repeating: ".", count: 64), count: 18)
        for index in 0..<41 {
            let (x, y) = (index % 14 * 4 + 1, index / 14 * 5 + 1)
            for row in y..<y + (index == 40 ? 3 : 2) {
                var cells = Array(drawing[row])
                cells[x] = "a"
                cells[x + 1] = "a"
                drawing[row] = String(cells)
            }
        }
        let marks = ExcludedParts.marks(of: mask(drawing))
        #expect(marks.count == 32)
        #expect(marks.contains { $0.outline[2].y - $0.outline[0].y == 12 })
        #expect(ExcludedParts.marks(of: ScanAreaMask(columns: 2, rows: 1, cells: [1, 1])).isEmpty)
    }

    @Test("A colour box on a drawn screen is found as colour, where it lies")
    func drawnScreen() throws {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill { x, y in (100...540).contains(x) && (60...440).contains(y) }
        screen.colourBlock(x: 240, y: 160, width: 121, height: 121, grey: 90)
        let examination = ImagePipeline.examine(screen.image)
        let marks = examination.measurements.marks.filter { $0.metric == Exclusion.colour.markID }
        let box = try #require(marks.first?.outline)
        #expect(marks.count == 1)
        #expect(abs(box[0].x - 239.5) <= 4 && abs(box[0].y - 159.5) <= 4)
        #expect(abs(box[2].x - 360.5) <= 4 && abs(box[2].y - 280.5) <= 4)
    }
}
