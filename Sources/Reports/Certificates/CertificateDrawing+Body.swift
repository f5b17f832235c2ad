import Grading
import Typesetting

/// The sentence, and the facts below it.
extension CertificateDrawing {
    func drawBody(in box: PageBox, on page: inout Page) throws(TypesettingError) {
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

}

extension PageMark {
    /// A text at another place; other marks stay.
    fileprivate func moved(x: Double, y: Double) -> PageMark {
        guard case .text(let text, let place) = self else { return self }
        return .text(text, at: PagePoint(place.x + x, place.y + y))
    }
}
