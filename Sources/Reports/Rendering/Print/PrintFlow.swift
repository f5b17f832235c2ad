import Grading
import Typesetting

/// Fills A4 sheets from top to bottom: headings, sentences, tables and plots, each on a new sheet where it does not fit.
struct PrintFlow {
    static let ink = PageColour(0x16202a)
    static let soft = PageColour(0x51606e)
    static let line = PageColour(0xd5dde4)
    static let margin = 17 * Page.millimetre
    private static let footHeight = 9 * Page.millimetre

    let language: Language
    private var pages: [Page] = [Page.a4]
    /// Where the next thing begins.
    private(set) var y = Self.margin

    init(language: Language) { self.language = language }

    /// Between the margins.
    var width: Double { Page.a4.width - 2 * Self.margin }
    private var bottom: Double { Page.a4.height - Self.margin - Self.footHeight }
    private var isAtTop: Bool { y == Self.margin }

    /// Words in the report's look; a character without a font becomes a box with its code.
    func text(
        _ runs: [PageText.Run],
        size: Double = 9.5,
        colour: PageColour = Self.ink,
        width: Double? = nil,
        alignment: PageText.Alignment = .left
    ) -> PageText {
        PageText(
            runs: runs.map { PageText.Run(Self.harmless($0.text), isBold: $0.isBold, colour: $0.colour) },
            face: .sans,
            size: size,
            colour: colour,
            width: width,
            alignment: alignment,
            script: language == .zh ? .simplifiedChinese : .latin,
            isStrict: false
        )
    }

    /// What a clinic wrote made harmless; the lines are ours.
    private static func harmless(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { ForeignText.visible(String($0)) }
            .joined(separator: "\n")
    }

    /// Room on this sheet.
    var left: Double { bottom - y }

    /// Begins a new sheet unless as much room is left.
    mutating func need(_ height: Double) {
        guard !isAtTop, y + height > bottom else { return }
        pages.append(Page.a4)
        y = Self.margin
    }

    /// Leaves room; none at the top of a sheet.
    mutating func skip(_ height: Double) { if !isAtTop { y += height } }

    /// A mark whose place is counted from the left margin and from `y`.
    mutating func draw(_ mark: PageMark) { pages[pages.count - 1].marks.append(mark.moved(Self.margin, y)) }

    /// Goes on below what was drawn.
    mutating func advance(_ height: Double) { y += height }

    // MARK: - Words

    /// A heading; it never stands at the foot of a sheet without `following` points of what it is about.
    mutating func heading(_ words: String, size: Double = 13, following: Double = 60) throws(TypesettingError) {
        let text = text([PageText.Run(words, isBold: true)], size: size, width: width)
        let height = try text.extent().height
        skip(14)
        need(height + 4 + following)
        draw(.text(text, at: PagePoint(0, 0)))
        advance(height + 4)
    }

    /// A paragraph over the whole width.
    mutating func paragraph(
        _ runs: [PageText.Run],
        size: Double = 9.5,
        colour: PageColour = Self.ink,
        indent: Double = 0
    ) throws(TypesettingError) {
        let text = text(runs, size: size, colour: colour, width: width - indent)
        let height = try text.extent().height
        need(height)
        draw(.text(text, at: PagePoint(indent, 0)))
        advance(height + 3)
    }

    /// A small explanation.
    mutating func note(_ words: String) throws(TypesettingError) {
        try paragraph([PageText.Run(words)], size: 8, colour: Self.soft)
    }

    /// How much room notes take, at most half a sheet.
    func height(ofNotes notes: [String]) throws(TypesettingError) -> Double {
        var height = 0.0
        for note in notes { height += try text([PageText.Run(note)], size: 8, width: width).extent().height + 3 }
        return min(height, (bottom - Self.margin) / 2)
    }

    /// Figures with their names, five beside each other.
    mutating func tiles(_ tiles: [(figure: String, name: String)]) throws(TypesettingError) {
        let (columns, gap, inner) = (5, 6.0, 5.0)
        let wide = (width - gap * Double(columns - 1)) / Double(columns)
        for start in stride(from: 0, to: tiles.count, by: columns) {
            var row: [(figure: PageText, name: PageText, height: Double)] = []
            for tile in tiles[start..<min(start + columns, tiles.count)] {
                let figure = text([PageText.Run(tile.figure, isBold: true)], size: 15, width: wide - 2 * inner)
                let name = text([PageText.Run(tile.name)], size: 8, colour: Self.soft, width: wide - 2 * inner)
                row.append((figure, name, try figure.extent().height + (try name.extent().height)))
            }
            let height = (row.map(\.height).max() ?? 0) + 2 * inner
            need(height)
            for (index, tile) in row.enumerated() {
                let x = Double(index) * (wide + gap)
                let box = PageBox(x: x, y: 0, width: wide, height: height)
                draw(.rectangle(box, radius: 4, fill: nil, stroke: PageStroke(Self.line, width: 0.8)))
                draw(.text(tile.figure, at: PagePoint(x + inner, inner)))
                draw(.text(tile.name, at: PagePoint(x + inner, inner + (try tile.figure.extent().height))))
            }
            advance(height + gap)
        }
    }

    // MARK: - Sheets

    /// The sheets, each with its number and what the report is about at its foot.
    func finished(foot: String) -> [Page] {
        pages.enumerated().map { index, page in
            var page = page
            let baseline = page.height - Self.margin
            let rule = [PagePoint(Self.margin, baseline - 11), PagePoint(page.width - Self.margin, baseline - 11)]
            page.marks.append(.polyline(rule, stroke: PageStroke(Self.line, width: 0.6)))
            var about = text([PageText.Run(foot)], size: 8, colour: Self.soft, width: width - 60)
            about.maxLines = 1
            page.marks.append(.words(about, at: PagePoint(Self.margin, baseline), anchor: .start))
            let number = text([PageText.Run("\(index + 1) / \(pages.count)")], size: 8, colour: Self.soft)
            page.marks.append(.words(number, at: PagePoint(page.width - Self.margin, baseline), anchor: .end))
            return page
        }
    }
}

extension PageMark {
    /// The same mark at another place.
    func moved(_ x: Double, _ y: Double) -> PageMark {
        func moved(_ point: PagePoint) -> PagePoint { PagePoint(point.x + x, point.y + y) }
        func moved(_ box: PageBox) -> PageBox {
            PageBox(x: box.x + x, y: box.y + y, width: box.width, height: box.height)
        }
        return switch self {
        case .text(let text, let place): .text(text, at: moved(place))
        case .words(let text, let place, let anchor): .words(text, at: moved(place), anchor: anchor)
        case .polyline(let points, let stroke): .polyline(points.map(moved), stroke: stroke)
        case .polygon(let points, let fill, let stroke): .polygon(points.map(moved), fill: fill, stroke: stroke)
        case .rectangle(let box, let radius, let fill, let stroke):
            .rectangle(moved(box), radius: radius, fill: fill, stroke: stroke)
        case .circle(let centre, let radius, let fill, let stroke):
            .circle(at: moved(centre), radius: radius, fill: fill, stroke: stroke)
        case .picture(let picture, let box, let darkens): .picture(picture, in: moved(box), darkens: darkens)
        case .symbol(let symbol, let box): .symbol(symbol, in: moved(box))
        }
    }
}
