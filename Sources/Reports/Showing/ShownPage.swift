import Grading
import Imaging

/// A shown picture as one HTML file in both languages, to look at or to print.
struct ShownPage {
    let shown: ShownPicture
    let language: Language

    /// The whole document.
    func document() throws(ImagingError) -> String {
        let heading: Markup = """
            <p class="kind">\(shown.isPolar ? Word.shownPolar : Word.shownPicture)</p>
            <h1>\(shown.name)</h1>
            """
        let explanation: Markup = shown.explanation.map { ExplanationMarkup($0, isOpen: true).markup } ?? .none
        let main: Markup = """
            \(HatchPatterns.hidden)
            <article class="card show">
            \(try picture())
            <div>
            <p class="line">\(pill)</p>
            \(findings)
            \(notes)
            \(facts)
            </div>
            </article>
            \(explanation.isEmpty ? .none : "<section class=\"panel\">\(explanation)</section>" as Markup)
            """
        let title = LocalizedText(
            zh: "\(Word.shownPicture.text.zh) \(shown.name)",
            en: "\(Word.shownPicture.text.en) \(shown.name)"
        )
        return PageFrame.document(title: title, heading: heading, main: main, language: language)
    }

    private func picture() throws(ImagingError) -> Markup {
        guard shown.hasPicture else { return "<div class=\"nopicture\">\(Word.noPreview)</div>" }
        let (width, height) = (shown.scene.size.width, shown.scene.size.height)
        func number(_ value: Double) -> Markup { Markup(trusted: Numbers.fixed(value, decimals: 0)) }
        // As high as a screen and no higher.
        let widest = Int(min(4096, 760 * width / max(1, height)).rounded())
        return """
            <div class="picture" style="max-width:\(widest)px"><img alt="\(shown.name)" width="\(shown.width)" \
            height="\(shown.height)" src="data:image/png;base64,\(try shown.pictureData())">\
            <svg viewBox="-0.5 -0.5 \(number(width)) \(number(height))" preserveAspectRatio="none" aria-hidden="true">\
            \(ShapeMarkup(shapes: shown.shapes).markup)</svg></div>
            """
    }

    private var pill: Markup {
        guard shown.grade.status == .graded else { return "<span class=\"note\">\(shown.result)</span>" }
        return "\(ExamCard.pill(shown.grade.score, shown.grade.level)) <span class=\"note\">\(Word.firstPass)</span>"
    }

    private var findings: Markup {
        guard !shown.scene.entries.isEmpty else {
            return shown.grade.status == .graded ? "<p class=\"note\">\(Word.shownNothing)</p>" : .none
        }
        let entries = shown.scene.entries.map { entry -> Markup in
            let parts = FindingLine.parts(of: entry.finding).map { "\($0)" as Markup }.joined(by: " · ")
            let whole: Markup = entry.hasPlace ? .none : " · \(Word.wholePicture)"
            let advice: Markup = entry.advice.map { "<div>\($0)</div>" } ?? .none
            return """
                <li><span class="number\(entry.hasPlace ? "" : " square")" style="background:\(entry.ink.markup)">\
                \(entry.number)</span><div><span class="what">\(entry.title)</span> <code>\(entry.finding.code)</code> \
                <span class="values">\(parts)\(whole)</span>\(advice)</div></li>
                """
        }
        return "<ul class=\"findings\">\(entries)</ul>"
    }

    private var notes: Markup {
        let notes = shown.notes.map { "<span>\($0.text)</span>" as Markup }
        return notes.isEmpty ? .none : "<p class=\"legend\">\(notes)</p>"
    }

    private var facts: Markup {
        let grade = shown.grade
        var parts: [Markup] = []
        if let image = grade.image { parts.append("\(image.format.rawValue) \(image.width)×\(image.height)") }
        if let area = grade.scanArea {
            parts.append("\(Word.scanArea): \(area.shape.rawValue), \(Numbers.percent(area.confidence))")
        }
        if let rubric = grade.rubric { parts.append("\(rubric.id) \(rubric.version)") }
        if let sha256 = grade.sha256 { parts.append("SHA-256 \(String(sha256.prefix(16)))…") }
        return "<p class=\"hash\">\(parts.joined(by: " · "))</p>"
    }
}
