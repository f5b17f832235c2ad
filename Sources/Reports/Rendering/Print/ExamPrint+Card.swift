import Grading
import Imaging
import Typesetting

extension ExamPrint {
    private static let pictureWidth = 205.0
    private static let pictureHeight = 170.0
    private static let gap = 12.0

    /// One image measured: its picture, and its words line by line.
    struct Card {
        fileprivate let image: ExamImage
        fileprivate let findings: [Finding]
        fileprivate let picture: PagePicture?
        fileprivate let size: (width: Double, height: Double)
        fileprivate let lines: [(text: PageText, height: Double)]
        /// What it takes of the sheet.
        let height: Double
    }

    /// Measures one image.
    func card(_ entry: ExamPageLayout.Entry, _ flow: PrintFlow) throws(TypesettingError) -> Card {
        let image = entry.image
        let findings = image.outcome.entries.filter { $0.verdict != .rejected }
        // What is good needs no large picture.
        let scale = findings.isEmpty && image.outcome.status == .graded ? 0.55 : 1.0
        let preview = entry.showsPicture ? image.preview : nil
        // A preview that cannot be read is as good as none.
        let picture = preview.flatMap { try? PagePicture(file: $0.jpeg) }
        let size =
            if let preview, picture != nil {
                Self.size(of: preview, scale: scale)
            } else {
                (width: Self.pictureWidth * scale, height: 40.0)
            }
        var lines: [(PageText, Double)] = []
        for text in words(of: entry, width: flow.width - Self.gap - Self.pictureWidth * scale, flow) {
            lines.append((text, try text.extent().height + 2))
        }
        return Card(
            image: image,
            findings: findings.map(\.finding),
            picture: picture,
            size: size,
            lines: lines,
            height: max(size.height, lines.reduce(0) { $0 + $1.1 }) + 12
        )
    }

    /// Its picture with what was found on the left, what it is and what to do about it on the right.
    func place(_ card: Card, _ flow: inout PrintFlow) throws(TypesettingError) {
        flow.need(card.height)
        let box = PageBox(x: 0, y: 0, width: card.size.width, height: card.size.height)
        if let picture = card.picture {
            flow.draw(.picture(picture, in: box, darkens: false))
            try drawMarks(on: card.image, findings: card.findings, in: box, &flow)
        } else {
            flow.draw(.rectangle(box, radius: 3, fill: PageColour(0xe3e9ee), stroke: nil))
            let none = flow.text([PageText.Run(word(.noPreview))], size: 8, colour: PrintFlow.soft)
            flow.draw(.words(none, at: PagePoint(card.size.width / 2, 23), anchor: .middle))
        }
        let isPlain = card.findings.isEmpty && card.image.outcome.status == .graded
        let left = Self.pictureWidth * (isPlain ? 0.55 : 1) + Self.gap
        var y = 0.0
        for line in card.lines {
            flow.draw(.text(line.text, at: PagePoint(left, y)))
            y += line.height
        }
        flow.advance(card.height)
    }

    private static func size(of preview: Preview, scale: Double) -> (width: Double, height: Double) {
        let (width, height) = (Double(max(1, preview.width)), Double(max(1, preview.height)))
        let factor = min(pictureWidth * scale / width, pictureHeight * scale / height)
        return (width * factor, height * factor)
    }

    // MARK: - Words

    private func words(of entry: ExamPageLayout.Entry, width: Double, _ flow: PrintFlow) -> [PageText] {
        let image = entry.image
        func line(_ runs: [PageText.Run], size: Double = 9) -> PageText { flow.text(runs, size: size, width: width) }
        let number = Word.image.filled(["n": String(entry.number)])[language]
        var lines = [
            line([PageText.Run("\(number) · \(image.section.displayName[language])", isBold: true)], size: 10.5),
            line([PageText.Run(image.file, colour: PrintFlow.soft)], size: 7.5),
            line(results(of: image)),
        ]
        let chips = remarks(on: image)
        if !chips.isEmpty { lines.append(line([PageText.Run(chips.joined(separator: " · "), colour: PrintFlow.soft)])) }
        if image.outcome.status == .unsure { lines.append(line([PageText.Run(word(.unsureWhy))])) }
        var position = 0
        for entry in image.outcome.entries {
            let isOut = entry.verdict == .rejected
            if !isOut { position += 1 }
            let verdict = entry.verdict.map { " [\(word($0.name))]" } ?? ""
            let title = report.findingTexts.title(of: entry.finding.code)[language]
            var runs = [
                PageText.Run(isOut ? "– \(title)" : "\(position)  \(title)", isBold: !isOut),
                PageText.Run("  \(entry.finding.severity.name[language])\(verdict)", colour: PrintFlow.soft),
            ]
            if !isOut, let advice = image.advice(for: entry.finding, texts: report.findingTexts) {
                runs.append(PageText.Run("\n\(advice[language])"))
            }
            lines.append(line(runs))
        }
        if image.outcome.entries.isEmpty, image.outcome.status == .graded {
            lines.append(line([PageText.Run(word(.noFindings), colour: PrintFlow.soft)]))
        }
        if let dead = image.deadElements {
            lines.append(line([PageText.Run(dead.words[language], colour: PrintFlow.soft)], size: 8))
        }
        return lines
    }

    private func results(of image: ExamImage) -> [PageText.Run] {
        func result(_ score: Double?, _ level: Level?) -> String {
            guard let score, let level else { return word(.notScored) }
            return "\(level.label(language)) · \(Numbers.score(score))"
        }
        let machine = result(image.grade.score, image.grade.level)
        guard let reading = image.lastReading else {
            return [PageText.Run("\(word(.firstPass)) "), PageText.Run(machine, isBold: true)]
        }
        return [
            PageText.Run("\(word(.expert)) "), PageText.Run(result(reading.score, reading.level), isBold: true),
            PageText.Run("   \(word(.firstPass)) \(machine)", colour: PrintFlow.soft),
        ]
    }

    private func remarks(on image: ExamImage) -> [String] {
        var remarks: [String] = []
        if image.expert?.waits == .dispute { remarks.append(word(.waitsDispute)) }
        if image.reviewed, image.lastReading == nil {
            remarks.append(word(image.grade.triage.reasons == ["sampled"] ? .reviewSampled : .reviewFlagged))
        }
        if image.standing == .corrected { remarks.append(word(.corrected)) }
        if let duplicate = image.duplicate {
            let wording =
                duplicate.exam.map { Word.duplicateElsewhere.filled(["file": duplicate.file, "exam": $0]) }
                ?? Word.duplicateHere.filled(["file": duplicate.file])
            remarks.append(wording[language])
        }
        return remarks
    }

    // MARK: - Marks

    /// The scan area and the findings' places with their numbers, as on the page.
    private func drawMarks(
        on image: ExamImage,
        findings: [Finding],
        in box: PageBox,
        _ flow: inout PrintFlow
    ) throws(TypesettingError) {
        guard let preview = image.preview, preview.scale > 0 else { return }
        let facts = image.grade.image
        let size = (
            width: facts.map { Double($0.width) } ?? Double(preview.width) / preview.scale,
            height: facts.map { Double($0.height) } ?? Double(preview.height) / preview.scale
        )
        guard size.width > 0, size.height > 0 else { return }
        let factor = box.width / size.width
        func place(_ point: PixelPoint) -> PagePoint {
            PagePoint(box.x + point.x * factor, box.y + point.y * box.height / size.height)
        }
        let outline = image.grade.outline ?? []
        if MarkShapes.isDrawable(outline) {
            let stroke = PageStroke(PageColour(0x4fe3e3), width: 0.7, dash: [3, 2.5])
            flow.draw(.polygon(outline.map(place), fill: nil, stroke: stroke))
        }
        for strip in image.deadElements?.strips ?? [] {
            let stroke = PageStroke(PageColour(0xffb6db), width: 0.8, dash: [1, 1.5])
            flow.draw(.polygon(strip.map(place), fill: nil, stroke: stroke))
        }
        var labels = LabelPlaces(size: size)
        var drawn: Set<String> = []
        for (index, finding) in findings.enumerated() {
            guard let metric = finding.metric, drawn.insert(metric).inserted else { continue }
            let own = MarkShapes.largest(of: image.grade.marks ?? [], metric: metric)
            guard let main = own.first else { continue }
            let colour = Self.colour(of: finding.severity)
            for mark in own {
                let corners = mark.outline.map(place)
                flow.draw(.polygon(corners, fill: nil, stroke: PageStroke(.black, width: 2)))
                flow.draw(.polygon(corners, fill: nil, stroke: PageStroke(colour, width: 1.1)))
            }
            for mark in [main] + MarkShapes.others(of: own, besides: main) {
                let centre = place(labels.place(near: MarkShapes.outermost(of: mark.outline, in: size)))
                let radius = max(labels.radius * factor, 4.5)
                flow.draw(.circle(at: centre, radius: radius, fill: colour, stroke: PageStroke(.black, width: 0.5)))
                let number = flow.text(
                    [PageText.Run(String(index + 1), isBold: true)],
                    size: radius * 1.3,
                    colour: .black
                )
                let baseline = PagePoint(centre.x, centre.y + radius * 0.47)
                flow.draw(.words(number, at: baseline, anchor: .middle))
            }
        }
    }

    /// The page's colours.
    private static func colour(of severity: Severity) -> PageColour {
        switch severity {
        case .critical: PageColour(0xff5a52)
        case .major: PageColour(0xff9a2e)
        case .minor: PageColour(0xffdb3a)
        case .info: PageColour(0x6fd0ff)
        }
    }
}
