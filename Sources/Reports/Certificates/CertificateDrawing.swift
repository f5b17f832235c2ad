import Grading
import Typesetting

/// Where everything of a certificate stands on its sheet.
///
/// Head and foot have fixed places; the sentence and the facts share what is between them, and all their letters become
/// smaller together until they fit.
struct CertificateDrawing {
    static let ink = PageColour(0x1c1c1c)
    static let soft = PageColour(0x5a5a5a)
    static let frame = PageColour(0x8a1c1c)
    static let gold = PageColour(0xb08d3c)
    static let millimetre = Page.millimetre
    /// Smallest size of the sentence's letters, in points; below it nobody reads a certificate on a wall.
    static let least = 8.0

    let sheet: CertificateSheet

    var isBilingual: Bool { sheet.wording == .bilingual }

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
}
