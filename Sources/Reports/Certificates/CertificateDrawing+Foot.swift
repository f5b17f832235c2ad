import Grading
import Typesetting

/// What stands at the foot: the code for verification, and who issues.
extension CertificateDrawing {
    func drawVerification(on page: inout Page) throws(TypesettingError) {
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

    func drawIssuer(on page: inout Page) throws(TypesettingError) {
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
