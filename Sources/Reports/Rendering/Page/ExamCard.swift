import Grading
import Imaging

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One image: picture with what was found drawn in, score, findings with advice.
struct ExamCard {
    /// How much room a card takes.
    enum Size: String {
        /// Picture beside the findings.
        case wide
        /// Picture above one line.
        case small
    }

    /// Height in CSS pixels beyond which no picture is drawn.
    private static let tallest = 520

    let image: ExamImage
    let number: Int
    let texts: FindingTexts
    let size: Size
    let showsPicture: Bool
    let language: Language

    /// The card, anchor `image-<number>`.
    var markup: Markup {
        """
        <article class="card \(size.rawValue)\(ExpertNotes(image: image, texts: texts).isLong ? " long" : "")" id="image-\(number)">
        \(picture)
        <div>
        <h3>\(Word.image.filled(["n": String(number)])) · \(image.section.displayName)</h3>
        <p class="sub">\(image.file)</p>
        <p class="line">\(Self.pills(of: image))\(Self.chips(of: image))</p>
        \(ExpertNotes(image: image, texts: texts).leading)\(unsureNote)\(findingList)\(deviceNote)
        \(ExpertNotes(image: image, texts: texts).trailing)\
        \(why)\(hash)
        </div>
        </article>

        """
    }

    // MARK: - Picture

    private var picture: Markup {
        guard showsPicture, let preview = image.preview, preview.scale > 0 else {
            return "<div class=\"nopicture\">\(Word.noPreview)</div>"
        }
        let facts = image.grade.image
        let overlay = ImageOverlay(
            size: (
                width: facts.map { Double($0.width) } ?? Double(preview.width) / preview.scale,
                height: facts.map { Double($0.height) } ?? Double(preview.height) / preview.scale
            ),
            outline: image.grade.outline ?? [],
            marks: image.grade.marks ?? [],
            findings: numberedFindings.map { .init(number: $0.number, finding: $0.entry.finding) },
            deadStrips: image.deadElements?.strips ?? []
        )
        let alternative = Word.pictureOf.filled(localized: [
            "n": LocalizedText(zh: String(number), en: String(number)), "section": image.section.displayName,
        ])
        // A tall picture would fill the screen: its width is held so that the height stays within bounds.
        let width = Self.tallest * preview.width / max(1, preview.height)
        let data = Markup(trusted: Data(preview.jpeg).base64EncodedString())
        return """
            <div class="picture" style="max-width:\(width)px"><img alt="\(alternative[language])" width="\(preview.width)" height="\(preview.height)" \
            src="data:image/jpeg;base64,\(data)">\(overlay.markup)</div>
            """
    }

    /// Gravest first; the number stands in the list and on the picture.
    ///
    /// What an expert rejected has no number and no place on the picture.
    private var numberedFindings: [(number: Int, entry: ImageOutcome.Entry)] {
        entries.filter { $0.verdict != .rejected }.enumerated().map { (number: $0.offset + 1, entry: $0.element) }
    }

    private var entries: [ImageOutcome.Entry] { image.outcome.entries }

    // MARK: - Words

    /// The expert's result where there is one, then the machine's, each named.
    static func pills(of image: ExamImage) -> Markup {
        let machine: Markup = image.grade.score == nil ? .none : " <span class=\"note\">\(Word.firstPass)</span>"
        guard let reading = image.lastReading else {
            return "\(pill(image.grade.score, image.grade.level))\(machine)"
        }
        return """
            <span class="who">\(Word.expert) \(pill(reading.score, reading.level))</span> \
            <span class="who">\(Word.firstPass) \(pill(image.grade.score, image.grade.level, isPlain: true))</span>
            """
    }

    /// Score and level, or that there is none; plain where another result counts.
    static func pill(_ score: Double?, _ level: Level?, isPlain: Bool = false) -> Markup {
        let plain = isPlain ? " plain" : ""
        guard let score, let level else { return "<span class=\"pill\(plain)\">\(Word.notScored)</span>" }
        let label = LocalizedText(zh: level.label(.zh), en: level.label(.en))
        return "<span class=\"pill level-\(level.rawValue)\(plain)\">\(label) · \(Numbers.score(score))</span>"
    }

    /// What else is to know about an image, in a word or two each.
    static func chips(of image: ExamImage) -> Markup {
        var chips: [Markup] = []
        if image.expert?.waits == .dispute { chips.append("<span class=\"chip review\">\(Word.waitsDispute)</span>") }
        // Once it is read, why it was sent is of no use to the reader.
        if image.reviewed, image.lastReading == nil {
            let onlyDrawn = image.grade.triage.reasons == ["sampled"]
            chips.append("<span class=\"chip review\">\(onlyDrawn ? Word.reviewSampled : Word.reviewFlagged)</span>")
            if image.sampled && !onlyDrawn { chips.append("<span class=\"chip review\">\(Word.reviewSampled)</span>") }
        }
        switch image.standing {
        case .current: break
        case .corrected: chips.append("<span class=\"chip mute\">\(Word.corrected)</span>")
        case .superseded: chips.append("<span class=\"chip mute\">\(Word.superseded)</span>")
        }
        if let duplicate = image.duplicate {
            let wording =
                duplicate.exam.map { Word.duplicateElsewhere.filled(["file": duplicate.file, "exam": $0]) }
                ?? Word.duplicateHere.filled(["file": duplicate.file])
            chips.append("<span class=\"chip mute\">\(wording)</span>")
        }
        return Markup(chips)
    }

    private var unsureNote: Markup {
        image.outcome.status == .unsure ? "<p class=\"note\">\(Word.unsureWhy)</p>" : .none
    }

    private var deviceNote: Markup {
        image.deadElements.map { "<p class=\"note\"><span class=\"deadkey\"></span>\($0.words)</p>" } ?? .none
    }

    private var findingList: Markup {
        let standing = numberedFindings.map { entry($0.entry, number: "\($0.number)") }
        let rejected = entries.filter { $0.verdict == .rejected }.map { entry($0, number: "–") }
        guard !entries.isEmpty else {
            return image.outcome.status == .graded ? "<p class=\"note\">\(Word.noFindings)</p>" : .none
        }
        return "<ul class=\"findings\">\(standing)\(rejected)</ul>"
    }

    private func entry(_ entry: ImageOutcome.Entry, number: Markup) -> Markup {
        let finding = entry.finding
        let isOut = entry.verdict == .rejected
        let advice: Markup =
            isOut ? .none : image.advice(for: finding, texts: texts).map { "<div>\($0)</div>" } ?? .none
        let verdict: Markup =
            entry.verdict.map { " <span class=\"chip \($0.rawValue)\">\($0.name)</span>" } ?? .none
        return """
            <li\(isOut ? " class=\"out\"" : Markup.none)>\
            <span class="number \(isOut ? "none" : finding.severity.rawValue)">\(number)</span><div>\
            <span class="what">\(texts.title(of: finding.code))</span>\(verdict) \
            <span class="values">\(finding.severity.name)\(values(of: finding, isJudged: entry.verdict != nil))</span>\
            \(advice)</div></li>
            """
    }

    /// Measured value, limit and, in the first pass, cost, as far as there are any.
    private func values(of finding: Finding, isJudged: Bool) -> Markup {
        var parts = FindingNumbers.parts(of: finding).map { "\($0)" as Markup }
        if case .baseline = finding.limitOrigin { parts.append("\(Word.baseline)") }
        if finding.deduction > 0, !isJudged {
            parts.append("\(Word.deduction.filled(["points": Numbers.measured(finding.deduction)]))")
        }
        return Markup(parts.map { " · \($0)" as Markup })
    }

    private var why: Markup {
        guard size == .wide, let explanation = image.explanation else { return .none }
        return ExplanationMarkup(explanation, isOpen: false).markup
    }

    private var hash: Markup {
        let size = image.grade.image.map { "\($0.width)×\($0.height) · " } ?? ""
        guard let sha256 = image.grade.sha256 else { return .none }
        return "<p class=\"hash\">\(size)SHA-256 \(String(sha256.prefix(16)))…</p>"
    }
}
