import Foundation
import Imaging
import Testing

/// The pictures of practice as they reach a terminal: what was written is decoded again and compared with what was meant.
struct PracticePictureTests {
    private static let size: (columns: UInt16, rows: UInt16) = (110, 36)

    /// A home, and what `practise draw` writes of its first made picture.
    private func drawn(_ home: TrialHome) throws -> GreyPlane {
        let run = try home.run([
            "practise", "draw", "--technician", "C01/zhang", "--kind", "simulated", "--count", "1", "--seed", "11",
            "--pictures", home.scratch.path + "/pictures", "--format", "jsonl",
        ])
        let file = try #require(try object(run.output)["picture"] as? String)
        let bytes = try #require(FileManager.default.contents(atPath: file))
        return try ImageDecoder.decode(.bytes([UInt8](bytes)), limits: DecodingLimits()).luma
    }

    /// The same exercise on a terminal; what it writes until the exercise is there, then after the answer without its fault.
    private func onTerminal(_ home: TrialHome, _ graphics: String) throws -> (asked: String, untouched: String) {
        let terminal = try PseudoTerminal(
            [
                "practise", "--home", home.path, "--technician", "C01/zhang", "--kind", "simulated", "--count", "1",
                "--seed", "11", "--lang", "en", "--graphics", graphics,
            ],
            columns: Self.size.columns,
            rows: Self.size.rows
        )
        let asked = try terminal.wait(for: "1/1")
        // Before the answer nothing shows the picture without its fault.
        terminal.type("u1")
        let chosen = try terminal.wait(for: "[x]")
        #expect(!chosen.contains("untouched"))
        terminal.type("\r")
        try terminal.wait(for: "Right answer")
        terminal.type("u")
        let untouched = try terminal.wait(for: "untouched")
        terminal.type("q")
        let (_, status) = try terminal.finish()
        #expect(status == 0)
        return (asked, untouched)
    }

    @Test(
        "Kitty: the PNG in the sequences is the drawn picture, pixel for pixel; u shows another one, within as many cells"
    )
    func kitty() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let drawn = try drawn(home)
        let written = try onTerminal(home, "kitty")
        let asked = try KittyPicture(written.asked)
        #expect(asked.plane == drawn)
        // Cells of 10 × 20 pixels.
        let shape = Double(asked.columns * 10) / Double(asked.rows * 20)
        #expect(abs(shape / (Double(drawn.width) / Double(drawn.height)) - 1) < 0.05)
        #expect(asked.columns <= Int(Self.size.columns) && asked.rows <= Int(Self.size.rows))
        let untouched = try KittyPicture(written.untouched)
        #expect(untouched.columns == asked.columns && untouched.rows == asked.rows)
        #expect(untouched.plane != drawn)
    }

    @Test("Sixels: what a terminal would paint is the drawn picture at the size of its cells")
    func sixel() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let drawn = try drawn(home)
        let asked = try SixelPicture(try onTerminal(home, "sixel").asked)
        #expect(asked.width <= 10 * Int(Self.size.columns) && asked.height <= 20 * Int(Self.size.rows))
        let (meant, painted) = (Self.blocks(drawn), Self.blocks(asked.plane))
        let worst = zip(meant, painted).map { abs($0 - $1) }.sorted()
        // A palette of a few dozen colours and dithering leave a little; a sheared or turned picture leaves much.
        #expect(worst[worst.count / 2] < 4, "median \(worst[worst.count / 2])")
        #expect(worst[worst.count * 9 / 10] < 20, "nine in ten \(worst[worst.count * 9 / 10])")
        #expect((meant.max() ?? 0) > 60)
    }

    /// Mean grey of 24 × 18 equal parts of a picture.
    private static func blocks(_ plane: GreyPlane) -> [Double] {
        (0..<18).flatMap { row in
            (0..<24).map { column -> Double in
                let across = (column * plane.width / 24)..<((column + 1) * plane.width / 24)
                let down = (row * plane.height / 18)..<((row + 1) * plane.height / 18)
                let sum = down.reduce(0) { sum, y in
                    across.reduce(sum) { $0 + Int(plane.pixels[y * plane.width + $1]) }
                }
                return Double(sum) / Double(across.count * down.count)
            }
        }
    }
}

/// The last picture in what was written by kitty's protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol).
private struct KittyPicture {
    let plane: GreyPlane
    let columns: Int
    let rows: Int

    init(_ text: String) throws {
        var (base64, keys) = ("", [String: String]())
        for part in text.components(separatedBy: "\u{1B}_G").dropFirst() {
            let command = part.components(separatedBy: "\u{1B}\\")[0]
            let halves = command.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            let pairs = halves[0].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
            let own = Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
            if own["a"] == "T" { (base64, keys) = ("", own) }
            if halves.count > 1 { base64 += halves[1] }
        }
        let png = try #require(Data(base64Encoded: base64))
        plane = try ImageDecoder.decode(.bytes([UInt8](png)), limits: DecodingLimits()).luma
        columns = try #require(keys["c"].flatMap { Int($0) })
        rows = try #require(keys["r"].flatMap { Int($0) })
    }
}

/// The last sixel sequence in what was written, painted as DEC's STD 070 says.
private struct SixelPicture {
    let width: Int
    let height: Int
    private(set) var plane: GreyPlane

    init(_ text: String) throws {
        let start = try #require(text.range(of: "\u{1B}P", options: .backwards)?.upperBound)
        let end = try #require(text.range(of: "\u{1B}\\", range: start..<text.endIndex)?.lowerBound)
        let body = Array(text[start..<end].utf8)
        var place = try #require(body.firstIndex(of: UInt8(ascii: "q"))) + 1
        func numbers() -> [Int] {
            var (list, number) = ([Int](), 0)
            while place < body.count, body[place] == UInt8(ascii: ";") || (48...57).contains(body[place]) {
                if body[place] == UInt8(ascii: ";") {
                    list.append(number)
                    number = 0
                } else {
                    number = number * 10 + Int(body[place]) - 48
                }
                place += 1
            }
            return list + [number]
        }
        try #require(body[place] == UInt8(ascii: "\""))
        place += 1
        let raster = numbers()
        (width, height) = (try #require(raster.dropFirst(2).first), try #require(raster.dropFirst(3).first))
        var pixels = [UInt8](repeating: 0, count: width * height)
        var (palette, colour, x, y, times) = ([Int: UInt8](), 0, 0, 0, 1)
        while place < body.count {
            let byte = body[place]
            place += 1
            switch byte {
            case UInt8(ascii: "#"):
                let values = numbers()
                colour = values[0]
                // 2: red, green, blue in per cent.
                if values.count == 5, values[1] == 2 {
                    let luma = 0.299 * Double(values[2]) + 0.587 * Double(values[3]) + 0.114 * Double(values[4])
                    palette[colour] = UInt8((luma * 2.55).rounded())
                }
            case UInt8(ascii: "!"): times = numbers()[0]
            case UInt8(ascii: "$"): x = 0
            case UInt8(ascii: "-"): (x, y) = (0, y + 6)
            case 63...126:
                let bits = Int(byte) - 63
                for _ in 0..<times {
                    for row in 0..<6 where bits >> row & 1 == 1 && x < width && y + row < height {
                        pixels[(y + row) * width + x] = palette[colour] ?? 0
                    }
                    x += 1
                }
                times = 1
            default: break
            }
        }
        plane = GreyPlane(width: width, height: height, pixels: pixels)
    }
}
