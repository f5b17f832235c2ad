import Grading

/// A period's report on an institution or the network as one HTML file.
struct PeriodPage {
    /// Bars drawn of findings and of missing sections; the rest is counted.
    static let barLimit = 12
    /// Rows of a table that nobody reads to its end, as of sections; the rest is counted.
    static let rowLimit = 40
    /// Over names of any kind.
    static var nameColumn: LocalizedText { LocalizedText(zh: "名称", en: "Name") }

    let report: PeriodReport
    let language: Language

    /// The whole document.
    var document: String {
        let (kind, scope) = (report.kindName, report.scopeName)
        let name = report.period.name
        let title = LocalizedText(
            zh: "\(kind.zh) \(scope.zh) \(name.zh)",
            en: "\(kind.en) \(scope.en) \(name.en)"
        )
        let cuts = report.cutNames.map { " <span class=\"chip\">\($0)</span>" as Markup }
        let unregistered: Markup =
            report.institution?.registered == false
            ? " <span class=\"chip mute\">\(Word.unregistered)</span>" : .none
        let heading: Markup = """
            <p class="kind">\(kind) · \(Word.firstPass)\(report.experts == nil ? Markup.none : " + \(Word.expert)")</p>
            <h1>\(scope)\(unregistered) · \(name)\(cuts)</h1>
            <p class="sub">\(report.period.span)</p>
            """
        let main: Markup = """
            \(charts.summary)
            \(tiles)
            \(charts.plots)
            \(report.counts.exams == 0 ? "<p class=\"panel\">\(Word.emptyPeriod)</p>" : Markup.none)
            \(machine)
            \(PeriodUrgentPanel(report: report).markup)
            \(report.experts.map { PeriodExpertPanels(experts: $0, texts: report.findingTexts).markup } ?? .none)
            \(report.waits.map { PeriodWaitPanels(waits: $0, namesInstitution: report.institution == nil).markup } ?? .none)
            \(PeriodDevicePanel(devices: report.devices ?? [], namesInstitution: report.institution == nil).markup)
            \(PeriodDriftPanel(drifts: report.drifts ?? [], namesInstitution: report.institution == nil).markup)
            \(table(of: report.byInstitution, title: Word.byInstitution.text, column: Word.institution.text, ranked: true))
            \(PeriodStandardPanel(report: report).markup)
            \(table(of: report.byExamType, title: Word.byExamType.text, column: Word.examType.text, ranked: false))
            \(report.parts.map { part in
                table(
                    of: part.rows,
                    title: part.title.text,
                    column: part.column.text,
                    unknown: part.unknown.text,
                    ranked: part.title == .byTechnician,
                    most: part.title == .bySection ? Self.rowLimit : .max
                )
            })
            \(smallPrint)
            """
        return PageFrame.document(title: title, heading: heading, main: main, language: language)
    }

    private var charts: PeriodChartPanels { PeriodChartPanels(report: report, language: language) }

    private var tiles: Markup {
        let counts = report.counts
        var tiles: [(String, Word)] = [
            (String(counts.exams), .exams), (String(counts.images), .images),
            (report.scores.map { Numbers.score($0.mean) } ?? "–", .meanScore),
            (passRate ?? "–", .passRate), (String(counts.examsIncomplete), .examsIncomplete),
            (String(counts.unsure), .unsure), (String(counts.unreadable), .unreadable),
            (String(counts.toReview), .toReview), (String(counts.sampled), .sampled),
        ]
        if counts.examsWithdrawn > 0 { tiles.append((String(counts.examsWithdrawn), .examsWithdrawn)) }
        return
            "<div class=\"tiles\">\(tiles.map { "<div class=\"tile\"><b>\($0.0)</b><span>\($0.1)</span></div>" as Markup })</div>"
    }

    /// What the first pass says; nothing where nothing came in.
    private var machine: Markup {
        guard report.counts.exams > 0 || report.counts.images > 0 else { return .none }
        return "<div class=\"columns\">\n\(levels)\n\(turnaround)\n\(findings)\n\(missing)\n</div>"
    }

    private var passRate: String? {
        let levels = report.levels
        return levels.total > 0 ? Numbers.percent(Double(levels.passing) / Double(levels.total)) : nil
    }

    // MARK: - Panels

    private var levels: Markup {
        let total = report.levels.total
        let bars = Level.allCases.map { level -> Markup in
            let count = report.levels[level]
            let share = total > 0 ? Double(count) / Double(total) : 0
            let label = LocalizedText(zh: level.label(.zh), en: level.label(.en))
            return ShareBar(style: level.rawValue, share: share, interval: nil)
                .row(label: "\(label)", value: "\(count) · \(Numbers.percent(share))")
        }
        let spread: Markup = report.scores.map { "<p class=\"note\">\(PeriodWords.spread(of: $0))</p>" } ?? .none
        return panel(.levels, note: spread, bars: total > 0 ? bars : [])
    }

    private var turnaround: Markup {
        guard let seconds = report.turnaround else {
            return panel(.turnaround, note: "<p class=\"note\">\(Word.turnaroundNone)</p>", bars: [])
        }
        let bars = PeriodWords.turnaround(seconds).map { quantile in
            ShareBar(style: "", share: seconds.max > 0 ? quantile.seconds / seconds.max : 0, interval: nil)
                .row(label: "\(quantile.word)", value: "\(Word.within.filled(localized: ["span": quantile.span]))")
        }
        let open = PeriodWords.unanswered(report)
        return panel(.turnaround, note: open.map { "<p class=\"note\">\($0)</p>" } ?? .none, bars: bars)
    }

    private var findings: Markup {
        let full = Self.scale(for: report.findings.prefix(Self.barLimit).map { $0.interval?.high ?? $0.share })
        let bars = report.findings.prefix(Self.barLimit).map { finding in
            ShareBar(style: finding.severity.rawValue, share: finding.share, interval: finding.interval, full: full)
                .row(
                    label:
                        "\(report.findingTexts.title(of: finding.code)) <span class=\"note\">\(finding.severity.name)</span>",
                    value: "\(finding.images) / \(finding.examined) · \(Numbers.percent(finding.share))"
                )
        }
        let note = Self.note(.topFindingsWhy, full: full)
        return panel(.topFindings, note: note, bars: bars, hidden: report.findings.count - bars.count)
    }

    private var missing: Markup {
        let full = Self.scale(for: report.missingSections.prefix(Self.barLimit).map { $0.interval?.high ?? $0.share })
        let bars = report.missingSections.prefix(Self.barLimit).map { section -> Markup in
            let type: Markup = section.examType.map { " <span class=\"note\">\($0.name)</span>" } ?? .none
            return ShareBar(style: "", share: section.share, interval: section.interval, full: full).row(
                label: "\(Optional(section.section).displayName)\(type)",
                value: "\(section.missing) / \(section.required) · \(Numbers.percent(section.share))"
            )
        }
        let note = Self.note(.topMissingWhy, full: full)
        return panel(.topMissing, note: note, bars: bars, hidden: report.missingSections.count - bars.count)
    }

    /// The share that a full bar stands for: the smallest round one that holds all intervals.
    private static func scale(for shares: [Double]) -> Double {
        let most = shares.max() ?? 1
        return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= most } ?? 1
    }

    private static func note(_ word: Word, full: Double) -> Markup {
        "<p class=\"note\">\(word) \(Word.fullBar.filled(["share": Numbers.percent(full)]))</p>"
    }

    private func panel(_ title: Word, note: Markup, bars: [Markup], hidden: Int = 0) -> Markup {
        let more: Markup =
            hidden > 0 ? "<p class=\"note\">\(Word.moreNotShown.filled(["n": String(hidden)]))</p>" : .none
        let body: Markup = bars.isEmpty ? "<p>\(Word.noData)</p>" : "<ul class=\"bars\">\(bars)</ul>"
        return "<section class=\"panel\"><h2>\(title)</h2>\(note)\(body)\(more)</section>\n"
    }

    private func table(
        of rows: [PeriodRow],
        title: LocalizedText,
        column: LocalizedText,
        unknown: LocalizedText? = nil,
        ranked: Bool,
        most: Int = .max
    ) -> Markup {
        guard !rows.isEmpty else { return .none }
        let isRead = rows.contains { $0.experts != nil }
        let hidden = rows.count - min(most, rows.count)
        let more: Markup =
            hidden > 0
            ? "<p class=\"note\">\(PeriodWord.rowsMore.filled(["n": PlotText.same(String(hidden))]))</p>" : .none
        let body = rows.prefix(most).map { row -> Markup in
            let rank: Markup = row.rank.map { "\($0)" } ?? "<span class=\"note\">\(Word.tooFew)</span>"
            let pass: Markup = row.passingShare.map { "\(Numbers.percentBesideInterval($0))" } ?? "–"
            let interval: Markup =
                row.passingInterval.map { " <span class=\"note\">(\(Numbers.percent($0)))</span>" } ?? .none
            return """
                <tr>\(ranked ? "<td class=\"num\">\(rank)</td>" : Markup.none)<td class="name">\(PeriodWords.name(of: row, unknown: unknown))</td>\
                <td class="num">\(row.counts.exams)</td><td class="num">\(row.counts.images)</td>\
                <td class="num">\(row.scores.map { Numbers.score($0.mean) } ?? "–")</td>\
                \(Level.allCases.map { "<td class=\"num\">\(row.levels[$0])</td>" as Markup })\
                <td class="num">\(pass)\(interval)</td><td class="num">\(row.counts.unreadable)</td>\
                <td class="num">\(row.turnaround.map { "\(Numbers.duration(seconds: $0.p95))" as Markup } ?? "–")</td>\
                \(isRead ? expertCells(of: row.experts) : Markup.none)</tr>

                """
        }
        func head(_ word: Markup) -> Markup { "<th scope=\"col\" class=\"num\">\(word)</th>" }
        let levels = Level.allCases.map { level -> Markup in
            head("\(LocalizedText(zh: level.label(.zh), en: level.label(.en)))")
        }
        return """
            <section class="panel"><h2>\(title)</h2><p class="note">\(Word.passRateWhy)\(ranked ? Self.ranking(of: rows) : Markup.none)</p>
            <div class="scroll"><table class="wide"><thead><tr>\(ranked ? head("\(Word.rank)") : Markup.none)\
            <th scope="col">\(column)</th>\(head("\(Word.exams)"))\
            \(head("\(Word.images)"))\(head("\(Word.meanScore)"))\(levels)\(head("\(Word.passRate)"))\
            \(head("\(Word.unreadable)"))\(head("\(Word.turnaroundP95Short)"))\
            \(isRead ? Self.expertHeads.map { head("\($0)") } : [])</tr></thead><tbody>
            \(body)</tbody></table></div>\(more)</section>

            """
    }

    /// How rows are ranked.
    private static func ranking(of rows: [PeriodRow]) -> Markup {
        PeriodRow.areAdjusted(rows) ? " \(Word.rankWhy) \(PeriodWord.rankAdjusted.text)" : " \(Word.rankWhy)"
    }

    private static let expertHeads: [Word] = [.readByExpert, .expertMean, .estimatedNonconforming]

    private func expertCells(of experts: RowExperts?) -> Markup {
        let rate = experts?.nonconforming
        let interval: Markup =
            rate?.interval.map { " <span class=\"note\">(\(Numbers.percent($0)))</span>" } ?? .none
        return """
            <td class="num">\(experts?.read ?? 0)</td>\
            <td class="num">\(experts?.scoreMean.map(Numbers.score) ?? "–")</td>\
            <td class="num">\(rate?.share.map(Numbers.percentBesideInterval) ?? "–")\(interval)</td>
            """
    }

    private var smallPrint: Markup {
        let rubrics = report.rubrics.map { rubric -> Markup in
            let hash = String(rubric.sha256.prefix(16))
            return
                "<dt>\(Word.rubric)</dt><dd>\(rubric.id) \(rubric.version) <span class=\"hash\">SHA-256 \(hash)…</span></dd>"
        }
        return """
            <section class="panel"><h2>\(Word.technical)</h2><p class="note">\(Word.firstPassWhy)</p>
            <dl class="pairs">\(rubrics)<dt>\(Word.program)</dt><dd>\(report.program)</dd></dl></section>
            """
    }
}
