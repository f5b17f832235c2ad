import Imaging
import Testing

/// Rulers drawn by hand around a grey block, columns 100…299 and rows 50…249 of 600 × 320.
@Suite("Blind view: drawn rulers")
struct DrawnRulerTests {
    private func blind(_ ruler: @escaping (Int, Int) -> (UInt8, UInt8, UInt8)?) throws -> BlindPicture {
        let grid = ColourGrid(width: 600, height: 320) { x, y in
            if x >= 100, x < 300, y >= 50, y < 250 { return (90, 90, 90) }
            return ruler(x, y) ?? (0, 0, 0)
        }
        let corners = [(100.0, 50.0), (299, 50), (299, 249), (100, 249)].map { PixelPoint(x: $0.0, y: $0.1) }
        return try BlindView.picture(
            of: .bytes(try grid.png()),
            outline: corners,
            shape: .linear,
            isSure: true,
            maxWidth: 1000,
            maxHeight: 1000,
            limits: DecodingLimits()
        )
    }

    /// Pixels of the original beside the block that are not black.
    private func marked(_ picture: BlindPicture) throws -> Set<[Int]> {
        let frame = try #require(picture.frame)
        var found: Set<[Int]> = []
        for y in frame.y..<(frame.y + frame.height) {
            for x in frame.x..<(frame.x + frame.width) where !(100..<300).contains(x) || !(50..<250).contains(y) {
                if picture.pixel(x: x, y: y) != [0, 0, 0] { found.insert([x, y]) }
            }
        }
        return found
    }

    @Test("Long and short ticks on a spine: the ticks stay, the spine and the digits go")
    func comb() throws {
        // Ticks from the spine at 320 to the right every 20 rows, every fifth twice as long with a digit beside it.
        let digit = BlockFont.rows(of: "8")
        let picture = try blind { x, y in
            guard y >= 50, y <= 250 else { return nil }
            let isLong = (y - 50) % 100 == 0
            let isTick = (y - 50) % 20 == 0 && x > 320 && x <= (isLong ? 332 : 326)
            let (column, row) = (x - 337, (y - 47) % 100)
            let isDigit = (0..<5).contains(column) && row < 7 && digit[row] & (16 >> UInt8(column)) != 0
            return x == 320 || isTick || isDigit ? (240, 220, 60) : nil
        }
        #expect(picture.showsRuler)
        let frame = try #require(picture.frame)
        let shown = try marked(picture)
        // As on the screen, but for the shift towards the block.
        let least = try #require(shown.map { $0[0] }.min())
        var expected: Set<[Int]> = []
        for y in stride(from: 50, through: 250, by: 20) {
            for x in 0..<((y - 50) % 100 == 0 ? 12 : 6) { expected.insert([least + x, y]) }
        }
        #expect(shown == expected)
        #expect(picture.pixel(x: least, y: 70) == [240, 220, 60])
        #expect(frame.x + frame.width <= 330)
    }

    @Test("A scale at the far edge of the screen is drawn close to the scan area, at the same depths")
    func farAway() throws {
        let picture = try blind { x, y in
            x >= 580 && x < 584 && y >= 60 && y < 240 && (y - 60) % 25 < 2 ? (200, 200, 200) : nil
        }
        #expect(picture.showsRuler)
        let shown = try marked(picture)
        #expect(shown.allSatisfy { $0[0] >= 300 && $0[0] < 312 })
        let rows = (60..<240).filter { ($0 - 60) % 25 < 2 }
        #expect(Set(shown.map { $0[1] }) == Set(rows))
    }

    @Test("A scale below the scan area is kept when it stands alone, and not when it is part of a line")
    func below() throws {
        func ticks(_ x: Int, _ y: Int) -> Bool { y >= 270 && y < 276 && x >= 100 && x < 300 && (x - 100) % 20 < 2 }
        let alone = try blind { x, y in ticks(x, y) ? (210, 210, 210) : nil }
        #expect(alone.showsRuler)
        #expect(Set(try marked(alone).map { $0[0] }).count == 20)
        let inLine = try blind { x, y in
            ticks(x, y) || (x >= 60 && x < 90 && y == 275) ? (210, 210, 210) : nil
        }
        #expect(!inLine.showsRuler)
    }

    @Test("Ticks at uneven distances, too few, or along a small part of the depth are no ruler")
    func uneven() throws {
        func showsRuler(_ rows: [Int]) throws -> Bool {
            try blind { x, y in x >= 320 && x < 326 && rows.contains(y) ? (200, 200, 200) : nil }.showsRuler
        }
        #expect(try !showsRuler([55, 70, 110, 125, 160, 190, 231]))
        #expect(try !showsRuler([60, 120, 180, 240]))
        #expect(try !showsRuler([60, 70, 80, 90, 100, 110]))
        #expect(try showsRuler([60, 100, 140, 180, 220]))
    }
}
