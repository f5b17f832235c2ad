import Grading
import Imaging

/// The files of an exam that get a row instead of a card.
struct ExamFileTables {
    let report: ExamReport

    /// Images beyond the page's room for pictures, and images that were replaced.
    func rest(of layout: ExamPageLayout) -> Markup {
        var result = Markup.none
        if !layout.rows.isEmpty {
            let shown = String(layout.cardCount)
            let why = Word.otherImagesWhy.filled(["shown": shown, "n": String(layout.rows.count)])
            result.append(table(of: layout.rows, title: .otherImages, why: why))
        }
        if !layout.superseded.isEmpty {
            result.append(table(of: layout.superseded, title: .replacedImages, why: nil))
        }
        return result
    }

    private func table(of entries: [ExamPageLayout.Entry], title: Word, why: LocalizedText?) -> Markup {
        let rows = entries.map { entry -> Markup in
            let titles = entry.image.outcome.standing.map { "\(report.findingTexts.title(of: $0.code))" as Markup }
            let notes = ExpertNotes(image: entry.image, texts: report.findingTexts)
            return """
                <tr id="image-\(entry.number)"><td class="num">\(entry.number)</td><td class="file">\(entry.image.file)</td>\
                <td class="file">\(entry.image.section.displayName)</td><td>\(ExamCard.pills(of: entry.image))</td>\
                <td>\(titles.joined(by: ", ")) \(ExamCard.chips(of: entry.image))\
                \(notes.leading)\(notes.trailing)</td></tr>

                """
        }
        let note: Markup = why.map { "<p class=\"note\">\($0)</p>" } ?? .none
        return """
            <section class="panel"><h2>\(title) (\(entries.count))</h2>\(note)
            <div class="scroll"><table><thead><tr><th scope="col" class="num">\(Word.imageNumber)</th>\
            <th scope="col">\(Word.file)</th><th scope="col">\(Word.section)</th><th scope="col">\(Word.score)</th>\
            <th scope="col">\(Word.findings)</th></tr></thead><tbody>
            \(rows)</tbody></table></div></section>

            """
    }

    /// Files that gave no picture, with what to do about each.
    var unreadable: Markup {
        guard !report.unreadable.isEmpty else { return .none }
        let entries = report.unreadable.map { file -> Markup in
            let section: Markup = file.section == nil ? .none : " · \(file.section.displayName)"
            return """
                <li><span class="number critical">!</span><div><span class="what">\(file.file)</span>\(section)\
                <div>\(file.error.code.problem)</div><div><b>\(file.error.code.remedy)</b></div>\
                <div class="hash" lang="en">\(file.error.code.rawValue): \(file.error.message)</div></div></li>

                """
        }
        return """
            <section class="panel" id="unreadable"><h2>\(Word.unreadableFiles) (\(report.unreadable.count))</h2>
            <p class="note">\(Word.unreadableWhy)</p>
            <ul class="findings">
            \(entries)</ul></section>

            """
    }

    /// Files that came again and were not counted twice.
    var repeated: Markup {
        guard !report.repeated.isEmpty else { return .none }
        let entries = report.repeated.map { file -> Markup in
            "<li><div>\(file.file) · \(Word.repeatedTimes.filled(["n": String(file.times)]))</div></li>\n"
        }
        return """
            <section class="panel"><h2>\(Word.repeatedFiles) (\(report.repeated.count))</h2>
            <p class="note">\(Word.repeatedWhy)</p>
            <ul class="findings">
            \(entries)</ul></section>

            """
    }
}
