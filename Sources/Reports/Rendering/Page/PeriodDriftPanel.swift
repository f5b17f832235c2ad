import Grading

/// The devices that show something else than their baseline, as a panel of a period's page.
struct PeriodDriftPanel {
    let drifts: [DeviceDrift]
    /// Whether each line names its institution.
    let namesInstitution: Bool

    /// Nothing where no device has moved.
    var markup: Markup {
        guard !drifts.isEmpty else { return .none }
        let items = drifts.map { drift -> Markup in
            let place: Markup = namesInstitution ? "\(drift.institution) · " : .none
            let section =
                ExamCatalogue.section(id: drift.section)?.name
                ?? LocalizedText(zh: drift.section, en: drift.section)
            let lines = DriftWords.lines(of: drift).map { "<li>\($0)</li>" as Markup }
            return """
                <li>\(place)<b>\(drift.name)</b> \(section) <span class="note">\(DriftWords.basis(of: drift))</span>\
                <ul>\(lines)</ul></li>
                """
        }
        return """
            <section class="panel"><h2>\(Word.drift)</h2><p class="note">\(Word.driftWhy)</p>
            <ul>\(items)</ul></section>

            """
    }
}
