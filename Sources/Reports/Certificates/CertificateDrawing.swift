import Grading
import Typesetting

/// Where everything of a certificate stands on its sheet.
///
/// Head and foot have fixed places; the sentence and the facts share what is between them, and all their letters become
/// smaller together until they fit.
struct CertificateDrawing {
    private static let ink = PageColour(0x1c1c1c)
    private static let soft = PageColour(0x5a5a5a)
    private static let frame = PageColour(0x8a1c1c)
    private static let gold = PageColour(0xb08d3c)
    private static let millimetre = Page.millimetre
    /// Smallest size of the sentence's letters, in points; below it nobody reads a certificate on a wall.
    private static let least = 8.0

    let sheet: CertificateSheet

    private var isBilingual: Bool { sheet.wording == .bilingual }

    /// The sheet.
    func page() throws(TypesettingError) -> Page {
        var page = Page.a4Landscape
        let mm = Self.millimetre
        drawFrame(on: &page)
        let headEnd = drawHead(on: &page)
        var left = 34 * mm
        if let photo = sheet.holder.photo {
            let box = PageBox(x: 28 * mm, y: 58 * mm, width: 35 * mm, height: 49 * mm)
            page.marks.append(.picture(try PagePicture(file: photo), in: box, darkens: false))
            left = 72 * mm
        }
        let body = PageBox(x: left, y: headEnd, width: page.width - left - 34 * mm, height: 147 * mm - headEnd)
        try drawBody(in: body, on: &page)
        try drawVerification(on: &page)
        try drawIssuer(on: &page)
        return page
    }

    // MARK: - Frame and head

    private func drawFrame(on page: inout Page) {
        let mm = Self.millimetre
        for (margin, colour, width) in [(9.0, Self.frame, 2.6), (11.2, Self.gold, 0.8), (12.4, Self.frame, 0.5)] {
            let box = PageBox(
                x: margin * mm,
                y: margin * mm,
                width: page.width - 2 * margin * mm,
                height: page.height - 2 * margin * mm
            )
            page.marks.append(.rectangle(box, radius: 0, fill: nil, stroke: PageStroke(colour, width: width)))
        }
        // Small squares on their points, where the lines meet.
        for x in [11.2 * mm, page.width - 11.2 * mm] {
            for y in [11.2 * mm, page.height - 11.2 * mm] {
                let half = 2.6 * mm
                let corners = [(0, -half), (half, 0), (0, half), (-half, 0)].map { PagePoint(x + $0.0, y + $0.1) }
                page.marks.append(
                    .polygon(corners, fill: .white, stroke: PageStroke(Self.frame, width: 1))
                )
                page.marks.append(.circle(at: PagePoint(x, y), radius: 0.8 * mm, fill: Self.gold, stroke: nil))
            }
        }
    }

    /// Title and number; gives where they end.
    private func drawHead(on page: inout Page) -> Double {
        let mm = Self.millimetre
        let title = CertificateWord.title.text
        let centre = page.width / 2
        // The space behind the last letter would move the line to the left.
        let spacing = 16.0
        let head = PageText(
            runs: [PageText.Run(title.zh, isBold: true)],
            face: .serif,
            size: isBilingual ? 40 : 46,
            colour: Self.frame,
            letterSpacing: spacing
        )
        page.marks.append(.words(head, at: PagePoint(centre, 38 * mm), anchor: .middle))
        guard isBilingual else { return 54 * mm }
        let english = PageText(
            runs: [PageText.Run(title.en.uppercased())],
            face: .serif,
            size: 13,
            colour: Self.soft,
            letterSpacing: 3,
            script: .latin
        )
        page.marks.append(.words(english, at: PagePoint(centre, 46 * mm), anchor: .middle))
        return 53 * mm
    }

    // MARK: - Sentence and facts

    private func drawBody(in box: PageBox, on page: inout Page) throws(TypesettingError) {
        var scale = 1.0
        while true {
            let (marks, height) = try body(width: box.width, scale: scale)
            if height <= box.height {
                // What is left stands above and below, a little more below.
                let top = box.y + (box.height - height) * 0.42
                page.marks += marks.map { $0.moved(x: box.x, y: top) }
                return
            }
            scale -= 0.04
            guard scale * (isBilingual ? 16 : 18) >= Self.least else {
                throw TypesettingError(
                    message:
                        "the texts of certificate \(sheet.number) are too long for one page; shorten the names of the "
                        + "course, its host or the employer"
                )
            }
        }
    }

    private func body(width: Double, scale: Double) throws(TypesettingError) -> (marks: [PageMark], height: Double) {
        var marks: [PageMark] = []
        var y = 0.0
        let size = scale * (isBilingual ? 16 : 18)
        let chinese = PageText(
            runs: sheet.sentence(.zh),
            face: .serif,
            size: size,
            colour: Self.ink,
            width: width,
            alignment: sheet.canBeJustified ? .justified : .left,
            lineSpacing: isBilingual ? 1.1 : 1.3,
            indent: 2 * size
        )
        marks.append(.text(chinese, at: PagePoint(0, y)))
        y += try chinese.extent().height + size * (isBilingual ? 0.5 : 0.9)
        if isBilingual {
            let english = PageText(
                runs: sheet.sentence(.en),
                face: .serif,
                size: size * 0.78,
                colour: Self.ink,
                width: width,
                lineSpacing: 1.0,
                script: .latin
            )
            marks.append(.text(english, at: PagePoint(0, y)))
            y += try english.extent().height + size * 0.7
        }
        let grid = try facts(width: width, size: size * (isBilingual ? 0.66 : 0.68))
        marks += grid.marks.map { $0.moved(x: 0, y: y) }
        return (marks, y + grid.height)
    }

    /// Two columns of names and values; a value that is longer than a column takes the whole width.
    private func facts(width: Double, size: Double) throws(TypesettingError) -> (marks: [PageMark], height: Double) {
        var marks: [PageMark] = []
        var (y, column) = (0.0, 0)
        var rowHeight = 0.0
        let gap = size * 2
        let half = (width - gap) / 2
        for (name, value) in sheet.facts {
            let label = isBilingual ? "\(name.text.zh) \(name.text.en)" : name.text.zh
            var text = PageText(
                runs: [
                    PageText.Run("\(label)  ", colour: Self.soft), PageText.Run(value.text(sheet.wording)),
                ],
                face: .serif,
                size: size,
                colour: Self.ink
            )
            let natural = try text.extent()
            let isWide = natural.width > half
            if isWide || column == 2 {
                if column > 0 { y += rowHeight + size * 0.4 }
                (column, rowHeight) = (0, 0)
            }
            text.width = isWide ? width : half
            let height = try text.extent().height
            marks.append(.text(text, at: PagePoint(Double(column) * (half + gap), y)))
            rowHeight = max(rowHeight, height)
            column += isWide ? 2 : 1
        }
        return (marks, y + rowHeight)
    }

    // MARK: - Foot

    private func drawVerification(on page: inout Page) throws(TypesettingError) {
        let mm = Self.millimetre
        let box = PageBox(x: 24 * mm, y: 157 * mm, width: 32 * mm, height: 32 * mm)
        page.marks.append(.symbol(try QRSymbol(sheet.verification), in: box))
        var lines: [PageText] = []
        func add(_ text: String, size: Double, colour: PageColour, isBold: Bool = false) {
            lines.append(
                PageText(
                    runs: [PageText.Run(text, isBold: isBold)],
                    face: .serif,
                    size: size,
                    colour: colour,
                    width: 88 * mm
                )
            )
        }
        func both(_ text: LocalizedText) -> String { isBilingual ? "\(text.zh)  \(text.en)" : text.zh }
        add(both(CertificateWord.number.text), size: 9.5, colour: Self.soft)
        add(sheet.number, size: 13, colour: Self.ink, isBold: true)
        if let replaced = sheet.replaces {
            add("\(both(CertificateWord.sheetReplaces.text)) \(replaced)", size: 8.5, colour: Self.soft)
        }
        add(both(CertificateWord.scanToVerify.text), size: 9.5, colour: Self.soft)
        add(sheet.verification, size: 7, colour: Self.soft)
        var heights: [Double] = []
        for line in lines { heights.append(try line.extent().height) }
        var y = box.y + (box.height - heights.reduce(0, +)) / 2
        for (line, height) in zip(lines, heights) {
            page.marks.append(.text(line, at: PagePoint(box.x + box.width + 2 * mm, y)))
            y += height
        }
    }

    private func drawIssuer(on page: inout Page) throws(TypesettingError) {
        let mm = Self.millimetre
        let centre = page.width - 82 * mm
        let width = 104 * mm
        func text(_ words: String, size: Double, colour: PageColour = Self.ink, lines: Int? = nil) -> PageText {
            PageText(
                runs: [PageText.Run(words)],
                face: .serif,
                size: size,
                colour: colour,
                width: width,
                alignment: .centre,
                maxLines: lines
            )
        }
        let left = centre - width / 2
        let name = try text(sheet.issuer.name.text(.zh), size: 15).fitted(height: 13 * mm, least: 8)
        var rows = [name]
        if isBilingual, let english = sheet.issuer.name.english, english != sheet.issuer.name.chinese {
            rows.append(try text(english, size: 9.5, colour: Self.soft).fitted(height: 8 * mm, least: 6))
        }
        rows.append(text(sheet.issued.chineseCharacters, size: 13))
        if isBilingual { rows.append(text(sheet.issued.english, size: 9.5, colour: Self.soft)) }
        var y = 194 * mm
        for row in rows.reversed() {
            y -= try row.extent().height + 1
            page.marks.append(.text(row, at: PagePoint(left, y)))
        }
        try drawSignature(above: y, centre: centre, on: &page)
        let seal = PageBox(x: centre - 21 * mm, y: 194 * mm - 42 * mm, width: 42 * mm, height: 42 * mm)
        if let file = sheet.issuer.seal {
            // Name and date show through it, as through a stamp's ink.
            page.marks.append(.picture(try PagePicture(file: file), in: seal, darkens: true))
        } else {
            let words = CertificateWord.seal.text
            let hint = PageText(
                runs: [PageText.Run(isBilingual ? "\(words.zh) \(words.en)" : words.zh)],
                face: .serif,
                size: 9,
                colour: PageColour(0xb4b4b4)
            )
            page.marks.append(.words(hint, at: PagePoint(centre + 40 * mm, 190 * mm), anchor: .middle))
        }
    }

    /// The line to sign on, or the signature that was supplied, above the issuer's name.
    private func drawSignature(above bottom: Double, centre: Double, on page: inout Page) throws(TypesettingError) {
        guard sheet.issuer.signatory != nil || sheet.issuer.signature != nil else { return }
        let mm = Self.millimetre
        let label = CertificateWord.signatory.text
        let baseline = bottom - 3.5 * mm
        let words = PageText(
            runs: [PageText.Run(isBilingual ? "\(label.zh) \(label.en)：" : "\(label.zh)：", colour: Self.soft)],
            face: .serif,
            size: 11,
            colour: Self.ink
        )
        let start = centre - 30 * mm
        let end = start + (try words.extent().width)
        page.marks.append(.words(words, at: PagePoint(start, baseline), anchor: .start))
        if let file = sheet.issuer.signature {
            let box = PageBox(x: end + 2 * mm, y: baseline - 11 * mm, width: 34 * mm, height: 14 * mm)
            page.marks.append(.picture(try PagePicture(file: file), in: box, darkens: true))
        } else if let signatory = sheet.issuer.signatory {
            let name = PageText(
                runs: [PageText.Run(signatory.text(sheet.wording))],
                face: .serif,
                size: 12,
                colour: Self.ink
            )
            page.marks.append(.words(name, at: PagePoint(end + 2 * mm, baseline), anchor: .start))
        }
    }
}

extension PageMark {
    /// A text at another place; other marks stay.
    fileprivate func moved(x: Double, y: Double) -> PageMark {
        guard case .text(let text, let place) = self else { return self }
        return .text(text, at: PagePoint(place.x + x, place.y + y))
    }
}
