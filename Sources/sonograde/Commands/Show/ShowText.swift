import Foundation
import Grading
import Imaging
import Reports
import TerminalPictures

/// A shown picture on stdout: name and result, the picture, the legend, the way to the score.
struct ShowText {
    let shown: ShownPicture
    let place: ShowPlace
    let language: Language

    /// Writes all of it.
    func write(withPicture: Bool) {
        let text = ShownText(shown, language: language)
        for line in text.heading(columns: place.columns) { Terminal.line(line) }
        if withPicture, shown.hasPicture { Terminal.write(pictureBytes) }
        for line in text.lines(columns: place.columns) {
            guard let number = line.number else {
                Terminal.line("    " + line.text)
                continue
            }
            let digits = " \(number.value) "
            Terminal.line(coloured(digits, number.ink) + (digits.count < 4 ? " " : "") + line.text)
        }
        if let explanation = shown.explanation {
            Terminal.line("")
            for line in ExplanationText(explanation, language: language).lines { Terminal.line(line) }
        }
    }

    private func coloured(_ text: String, _ ink: Ink) -> String {
        guard let code = CellLabels.code(black: ink, colours: place.colours) else { return text }
        return code + text + "\u{1B}[0m"
    }

    private var pictureBytes: [UInt8] {
        guard let mode = place.mode else { return [] }
        let fit = TerminalPicture.fit(
            width: shown.width,
            height: shown.height,
            columns: place.columns,
            rows: place.pictureRows,
            cell: place.cell
        )
        if mode == .symbols {
            let lines = TerminalPicture.lines(
                rgb: shown.drawn(withBadges: false),
                width: shown.width,
                height: shown.height,
                columns: place.columns,
                rows: place.pictureRows,
                colours: place.colours,
                cell: place.cell
            )
            let labels = CellLabels(shown.badges, columns: fit.columns, rows: fit.rows, colours: place.colours)
            return Array(labels.placed(on: lines).map { $0 + "\n" }.joined().utf8)
        }
        // Room is made first, so that the terminal need not scroll while it draws; where the cursor stands after a
        // picture differs between terminals, so its place is kept.
        let down = String(repeating: "\n", count: fit.rows)
        let picture = TerminalPicture.bytes(
            rgb: shown.drawn,
            width: shown.width,
            height: shown.height,
            columns: place.columns,
            rows: place.pictureRows,
            mode: mode,
            colours: place.colours,
            cell: place.cell
        )
        return Array((down + "\u{1B}[\(fit.rows)A\u{1B}7").utf8) + picture
            + Array(("\u{1B}8\u{1B}[\(fit.rows)B\r").utf8)
    }
}

/// Numbers written into lines of coloured characters, where a drawn one would be too small to read.
struct CellLabels {
    private let colours: TerminalPicture.Colours
    /// Row → column → text and colour.
    private var labels: [Int: [Int: (text: String, ink: Ink)]] = [:]

    init(_ badges: [FindingScene.Badge], columns: Int, rows: Int, colours: TerminalPicture.Colours) {
        self.colours = colours
        for badge in badges {
            let text = "\(badge.number)"
            let column = Int(badge.across * Double(columns)) - text.count / 2
            let row = min(rows - 1, max(0, Int(badge.down * Double(rows))))
            labels[row, default: [:]][min(columns - text.count, max(0, column))] = (text, badge.ink)
        }
    }

    /// The lines with the numbers in them, as wide as before.
    func placed(on lines: [String]) -> [String] {
        lines.enumerated().map { row, line in labels[row].map { Self.placed($0, on: line, colours) } ?? line }
    }

    private static func placed(
        _ labels: [Int: (text: String, ink: Ink)],
        on line: String,
        _ colours: TerminalPicture.Colours
    ) -> String {
        var result = ""
        var current = ""
        var column = 0
        var hidden = 0
        var scalars = line.unicodeScalars[...]
        while let scalar = scalars.first {
            if scalar == "\u{1B}", let end = scalars.firstIndex(of: "m") {
                current = String(scalars[...end])
                scalars = scalars[scalars.index(after: end)...]
                if hidden == 0 { result += current }
                continue
            }
            scalars = scalars.dropFirst()
            if hidden == 0, let label = labels[column] {
                let code = code(black: label.ink, colours: colours)
                result += (code ?? "") + label.text + (code == nil ? "" : "\u{1B}[0m")
                hidden = label.text.count
            }
            column += 1
            if hidden > 0 {
                hidden -= 1
                if hidden == 0 { result += current }
                continue
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The escape code (ECMA-48 SGR) for black on a colour; nil where there are no colours.
    static func code(black ink: Ink, colours: TerminalPicture.Colours) -> String? {
        parameters(black: ink, colours: colours).map { "\u{1B}[\($0.dropFirst())m" }
    }

    /// The parameters alone, each after a semicolon.
    static func parameters(black ink: Ink, colours: TerminalPicture.Colours) -> String? {
        switch colours {
        case .full: return ";1;38;2;0;0;0;48;2;\(ink.red);\(ink.green);\(ink.blue)"
        case .indexed256:
            // xterm's cube of 6 × 6 × 6.
            let parts = [ink.red, ink.green, ink.blue].map { (Int($0) * 5 + 127) / 255 }
            return ";1;38;5;16;48;5;\(16 + 36 * parts[0] + 6 * parts[1] + parts[2])"
        case .indexed16: return ";7"
        case .none: return nil
        }
    }
}
