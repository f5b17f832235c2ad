/// A line of coloured characters, read back cell by cell.
struct TerminalLine {
    struct Cell {
        let character: Unicode.Scalar
        let foreground: Int
        let background: Int

        /// Mean grey of the cell: both colours by the part that the block character covers.
        var brightness: Int {
            let covered = Self.eighths[character] ?? 0
            return (foreground * covered + background * (8 - covered)) / 8
        }

        private static let eighths: [Unicode.Scalar: Int] = [
            " ": 0, "█": 8, "▀": 4, "▄": 4, "▌": 4, "▐": 4, "▁": 1, "▂": 2, "▃": 3, "▅": 5, "▆": 6, "▇": 7, "▏": 1,
            "▎": 2, "▍": 3, "▋": 5, "▊": 6, "▉": 7, "▖": 2, "▗": 2, "▘": 2, "▝": 2, "▚": 4, "▞": 4, "▙": 6, "▛": 6,
            "▜": 6, "▟": 6, "▔": 1, "▕": 1,
        ]

        static func isKnown(_ character: Unicode.Scalar) -> Bool { eighths[character] != nil }
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var cells: [Cell] = []

    /// Reads SGR sequences that set both colours, and the block characters between them.
    init(_ line: String) throws {
        var colours: (Int, Int)?
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}" else {
                guard let colours, Cell.isKnown(scalar) else { throw Unreadable(description: "a bare \(scalar)") }
                cells.append(Cell(character: scalar, foreground: colours.0, background: colours.1))
                continue
            }
            guard let end = rest.firstIndex(of: "m"), rest.popFirst() == "[" else {
                throw Unreadable(description: "no SGR sequence: \(line.debugDescription)")
            }
            let numbers = String(rest[..<end].drop { $0 == "[" }).split(separator: ";").compactMap { Int($0) }
            rest = rest[rest.index(after: end)...]
            colours = numbers == [0] ? nil : try Self.colours(numbers)
        }
        if colours != nil { throw Unreadable(description: "colours are left open") }
    }

    private static func colours(_ numbers: [Int]) throws -> (Int, Int) {
        switch numbers.count {
        case 10 where numbers[0] == 38 && numbers[1] == 2 && numbers[5] == 48 && numbers[6] == 2:
            return (numbers[2...4].reduce(0, +) / 3, numbers[7...9].reduce(0, +) / 3)
        case 6 where numbers[0] == 38 && numbers[1] == 5 && numbers[3] == 48 && numbers[4] == 5:
            return (grey(numbers[2]), grey(numbers[5]))
        case 2 where (30...97).contains(numbers[0]) && (40...107).contains(numbers[1]):
            return (numbers[0], numbers[1])
        default:
            throw Unreadable(description: "not two colours: \(numbers)")
        }
    }

    /// The mean channel of a colour of xterm's palette from 16 on.
    private static func grey(_ index: Int) -> Int {
        if index >= 232 { return 8 + 10 * (index - 232) }
        let levels = [0, 95, 135, 175, 215, 255]
        let cube = max(0, index - 16)
        return (levels[cube / 36] + levels[cube / 6 % 6] + levels[cube % 6]) / 3
    }
}
