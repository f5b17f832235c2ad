import Grading

/// How long work took, and what came late, as panels of a period's page.
struct PeriodWaitPanels {
    /// Late ones that a page shows.
    static let mostShown = 20

    let waits: WaitingTimes
    /// Whether each late one names its institution.
    let namesInstitution: Bool

    /// The two panels.
    var markup: Markup { "\(times)\(late)" }

    private var times: Markup {
        let why = ScopeWord.waitsWhy.filled(plain: ["from": waits.nightFrom, "until": waits.nightUntil])
        let parts: [(ScopeWord, (WaitingLine) -> WaitingLine.Part)] = [
            (.all, { $0.all }), (.day, { $0.day }), (.night, { $0.night }),
        ]
        let groups = parts.map { name, _ in
            "<th scope=\"colgroup\" colspan=\"3\" class=\"num\">\(name.text)</th>" as Markup
        }
        let heads = parts.map { _ in
            """
            <th scope="col" class="num">\(Word.median)</th><th scope="col" class="num">\(Word.p95)</th>\
            <th scope="col" class="num">\(ScopeWord.onTime.text)</th>
            """ as Markup
        }
        let rows = waits.stages.map { line -> Markup in
            let target: Markup = line.target.map { "\(Numbers.duration(seconds: $0))" } ?? "–"
            let cells = parts.map { _, part in Self.cells(of: part(line)) }
            return
                "<tr><td class=\"name\">\(line.stage.name)</td><td class=\"num\">\(target)</td><td class=\"num\">\(line.all.open)</td>\(cells)</tr>\n"
        }
        return """
            <section class="panel"><h2>\(ScopeWord.waits.text)</h2><p class="note">\(why)</p>
            <div class="scroll"><table class="wide"><thead><tr><th scope="col" rowspan="2">\(ScopeWord.stage.text)</th>\
            <th scope="col" rowspan="2" class="num">\(ScopeWord.target.text)</th>\
            <th scope="col" rowspan="2" class="num">\(ScopeWord.stillOpen.text)</th>\(groups)</tr><tr>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div></section>

            """
    }

    private static func cells(of part: WaitingLine.Part) -> Markup {
        let within: Markup = part.within.map { "\(Numbers.percent($0))" } ?? "–"
        var late = Markup.none
        if let count = part.late, count > 0 {
            late = " <span class=\"note\">\(ScopeWord.lateCount.filled(plain: ["n": String(count)]))</span>"
        }
        return """
            <td class="num">\(part.seconds.map { "\(Numbers.duration(seconds: $0.p50))" as Markup } ?? "–")</td>\
            <td class="num">\(part.seconds.map { "\(Numbers.duration(seconds: $0.p95))" as Markup } ?? "–")</td>\
            <td class="num">\(within)\(late)</td>
            """
    }

    private var late: Markup {
        guard waits.lateCount > 0 else {
            return """
                <section class="panel"><h2>\(ScopeWord.late.text)</h2><p>\(ScopeWord.lateNone.text)</p></section>

                """
        }
        let shown = waits.late.prefix(Self.mostShown)
        let rows = shown.map { item -> Markup in
            let place = namesInstitution ? item.place : String(item.place.dropFirst(item.institution.count + 1))
            let technician: Markup = item.technician.map { " <span class=\"note\">\($0)</span>" } ?? .none
            let night: Markup = item.night ? " <span class=\"note\">\(ScopeWord.byNight.text)</span>" : .none
            let open: Markup = item.open ? " <b>\(ScopeWord.stillWaiting.text)</b>" : .none
            return """
                <tr><td class="name">\(place)\(technician)</td><td>\(item.stage.name)</td>\
                <td>\(item.since.minute)\(night)</td>\
                <td class="num">\(Numbers.duration(seconds: item.seconds))\(open)</td>\
                <td class="num">\(Numbers.duration(seconds: item.target))</td></tr>

                """
        }
        let more: Markup =
            waits.lateCount > shown.count
            ? "<p class=\"note\">\(ScopeWord.lateMore.filled(plain: ["n": String(shown.count), "most": String(WaitingTimes.mostListed)]))</p>"
            : .none
        return """
            <section class="panel"><h2>\(ScopeWord.late.text)</h2>\
            <p class="note">\(ScopeWord.lateWhy.filled(plain: ["n": String(waits.lateCount)]))</p>
            <div class="scroll"><table class="wide"><thead><tr><th scope="col">\(ScopeWord.place.text)</th>\
            <th scope="col">\(ScopeWord.stage.text)</th><th scope="col">\(ScopeWord.since.text)</th>\
            <th scope="col" class="num">\(ScopeWord.took.text)</th>\
            <th scope="col" class="num">\(ScopeWord.target.text)</th></tr></thead><tbody>
            \(rows)</tbody></table></div>\(more)</section>

            """
    }
}
