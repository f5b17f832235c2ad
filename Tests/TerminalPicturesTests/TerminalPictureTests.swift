import Foundation
import Imaging
import TerminalPictures
import Testing

@Suite("Terminal pictures")
struct TerminalPictureTests {
    /// A phantom's fan alone on black.
    private static let sector: PhantomPicture? = {
        var recipe = PhantomRecipe(anatomy: .liver)
        recipe.probe = .sector
        recipe.width = 320
        recipe.height = 240
        recipe.chrome.style = .none
        return try? recipe.render()
    }()

    private func sector() throws -> (phantom: PhantomPicture, rgb: [UInt8]) {
        let phantom = try #require(Self.sector)
        return (phantom, phantom.grey.pixels.flatMap { [$0, $0, $0] })
    }

    @Test("Symbols show the fan: cells inside are lighter than black, cells outside are black")
    func fan() throws {
        let (phantom, rgb) = try sector()
        let (columns, rows) = (64, 24)
        let lines = TerminalPicture.lines(rgb: rgb, width: 320, height: 240, columns: columns, rows: rows)
        let cells = try lines.map { try TerminalLine($0).cells }
        #expect(cells.count == 24)
        #expect(cells.allSatisfy { $0.count == 64 })
        var inside: [Int] = []
        var outside: [Int] = []
        for (row, line) in cells.enumerated() {
            for (column, cell) in line.enumerated() {
                // The cell's corners in the picture, by scan line and depth.
                let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].compactMap { corner in
                    phantom.layout.geometry.coordinates(
                        of: PixelPoint(
                            x: (Double(column) + corner.0) * 320 / 64,
                            y: (Double(row) + corner.1) * 240 / 24
                        )
                    )
                }
                let isInside = corners.allSatisfy { (0...1).contains($0.line) && (0...1).contains($0.depth) }
                let isOutside = corners.allSatisfy { $0.line < -0.05 || $0.line > 1.05 || $0.depth > 1.05 }
                if isInside { inside.append(cell.brightness) }
                if isOutside { outside.append(cell.brightness) }
            }
        }
        #expect(inside.count > 300 && outside.count > 300)
        #expect(outside.allSatisfy { $0 == 0 })
        #expect(inside.count { $0 > 8 } * 10 > inside.count * 9)
    }

    @Test("Rows of any number of bytes are not sheared", arguments: [61, 62, 63, 64, 401])
    func oddWidths(width: Int) throws {
        // A bright left half.
        let rgb = (0..<width * 40).flatMap { [UInt8](repeating: $0 % width < width / 2 ? 200 : 0, count: 3) }
        let lines = TerminalPicture.lines(rgb: rgb, width: width, height: 40, columns: 20, rows: 20)
        let cells = try lines.map { try TerminalLine($0).cells.map(\.brightness) }
        let middle = (cells.first?.count ?? 0) / 2
        #expect(middle >= 10)
        for line in cells {
            #expect(
                line.prefix(middle - 1).allSatisfy { $0 > 190 } && line.dropFirst(middle + 1).allSatisfy { $0 < 10 }
            )
        }
    }

    @Test("The mean brightness of the cells is the picture's", arguments: [TerminalPicture.Colours.full, .indexed256])
    func brightness(colours: TerminalPicture.Colours) throws {
        let (_, rgb) = try sector()
        let lines = TerminalPicture.lines(
            rgb: rgb,
            width: 320,
            height: 240,
            columns: 64,
            rows: 24,
            colours: colours
        )
        let cells = try lines.flatMap { try TerminalLine($0).cells.map(\.brightness) }
        let shown = Double(cells.reduce(0, +)) / Double(cells.count)
        let true_ = Double(rgb.reduce(0) { $0 + Int($1) }) / Double(rgb.count)
        #expect(abs(shown - true_) < 0.1 * true_, "\(shown) for \(true_)")
    }

    @Test(
        "Every line ends in a reset and needs nothing of the line before",
        arguments: TerminalPicture.Colours.allCases
    )
    func lineByLine(colours: TerminalPicture.Colours) throws {
        let (_, rgb) = try sector()
        let lines = TerminalPicture.lines(
            rgb: rgb,
            width: 320,
            height: 240,
            columns: 30,
            rows: 40,
            colours: colours
        )
        let fitted = TerminalPicture.fit(width: 320, height: 240, columns: 30, rows: 40)
        #expect(lines.count == fitted.rows && fitted.columns == 30 && fitted.rows == 11)
        for line in lines {
            #expect(!line.contains("\n"))
            if colours == .none {
                #expect(!line.contains("\u{1B}") && line.unicodeScalars.count == 30)
            } else {
                #expect(line.hasPrefix("\u{1B}[") && line.hasSuffix("\u{1B}[0m"))
                #expect(try TerminalLine(line).cells.count == 30)
            }
        }
        let bytes = TerminalPicture.bytes(
            rgb: rgb,
            width: 320,
            height: 240,
            columns: 30,
            rows: 40,
            mode: .symbols,
            colours: colours
        )
        #expect(String(decoding: bytes, as: UTF8.self) == lines.joined(separator: "\r\n"))
    }

    @Test("Without colours density stands for brightness")
    func density() throws {
        let (_, rgb) = try sector()
        let lines = TerminalPicture.lines(rgb: rgb, width: 320, height: 240, columns: 64, rows: 24, colours: .none)
        let white = TerminalPicture.lines(
            rgb: [UInt8](repeating: 255, count: 12),
            width: 2,
            height: 2,
            columns: 2,
            rows: 1,
            colours: .none
        )
        #expect(!white.joined().contains(" "))
        // The upper corners are black, the middle is not.
        #expect(lines[1].first == " " && lines[1].last == " ")
        #expect(lines[12].dropFirst(24).prefix(16).contains { $0 != " " })
    }

    @Test("Sixels are one DCS sequence with raster and palette, closed by ST, and nothing else")
    func sixel() throws {
        let (_, rgb) = try sector()
        let bytes = TerminalPicture.bytes(rgb: rgb, width: 320, height: 240, columns: 32, rows: 12, mode: .sixel)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("\u{1B}P"))
        #expect(text.hasSuffix("\u{1B}\\"))
        let body = text.dropFirst(2).dropLast(2)
        #expect(!body.contains("\u{1B}"))
        // Parameters, q, raster attributes: 1:1, then width and height in pixels (32 × 10 and 12 × 20).
        let introduction = try #require(body.firstIndex(of: "q"))
        #expect(body[..<introduction].allSatisfy { $0.isNumber || $0 == ";" })
        #expect(body[body.index(after: introduction)...].hasPrefix("\"1;1;320;240#"))
        // 240 rows are 40 bands of six, 39 line feeds between them.
        let feeds = body.count { $0 == "-" }
        #expect(feeds == 39 || feeds == 40)
    }

    @Test("Kitty sequences carry a PNG in chunks, the last one marked, and ask for no answer")
    func kitty() throws {
        let (phantom, rgb) = try sector()
        let bytes = TerminalPicture.bytes(rgb: rgb, width: 320, height: 240, columns: 32, rows: 12, mode: .kitty)
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(text.hasSuffix("\u{1B}\\") && parts.count > 1)
        #expect(parts.first?.hasPrefix("\u{1B}_Ga=T,f=100,q=2,C=1,c=32,r=12,m=1;") == true)
        var base64 = ""
        for (index, part) in parts.enumerated() {
            #expect(part.hasPrefix("\u{1B}_G"))
            let halves = part.dropFirst(3).split(separator: ";")
            #expect(halves.count == 2 && halves[1].utf8.count <= 4096)
            #expect(halves[0].hasSuffix(index == parts.count - 1 ? "m=0" : "m=1") && halves[0].contains("q=2"))
            base64 += halves[1]
        }
        let png = try #require(Data(base64Encoded: base64))
        let picture = try ImageDecoder.decode(.bytes([UInt8](png)), limits: DecodingLimits())
        #expect(picture.luma.width == 320 && picture.luma.pixels == phantom.grey.pixels)
        #expect(TerminalPicture.clearing(mode: .kitty).starts(with: Array("\u{1B}_Ga=d".utf8)))
        #expect(TerminalPicture.clearing(mode: .symbols).isEmpty && TerminalPicture.clearing(mode: .sixel).isEmpty)
    }

    @Test("A picture is fitted in its own shape, by the shape of the cells")
    func fit() {
        func fit(_ width: Int, _ height: Int, _ cell: TerminalPicture.Cell = .usual) -> [Int] {
            let cells = TerminalPicture.fit(width: width, height: height, columns: 60, rows: 24, cell: cell)
            return [cells.columns, cells.rows]
        }
        // 60 × 24 cells of 1:2 are 600 × 480 pixels.
        #expect(fit(600, 480) == [60, 24])
        #expect(fit(1200, 480) == [60, 12])
        #expect(fit(300, 480) == [30, 24])
        #expect(fit(100, 100, TerminalPicture.Cell(width: 8, height: 8)) == [24, 24])
        #expect(fit(1, 5000) == [1, 24])
        #expect(fit(5000, 1) == [60, 1])
        #expect(fit(0, 0) == [1, 1])
    }
}
