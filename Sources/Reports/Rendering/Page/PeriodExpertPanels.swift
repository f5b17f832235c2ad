import Grading

/// A period's expert work on its page.
struct PeriodExpertPanels {
    let experts: PeriodExperts
    let texts: FindingTexts

    /// A heading, figures at a glance and one panel a question; of a period without images only what is open.
    var markup: Markup {
        guard experts.read > 0 || experts.nonconforming.strata.contains(where: { $0.size > 0 }) else {
            return "<h2 class=\"section\">\(Word.expertsWork)</h2><div class=\"columns\">\(open)</div>\n"
        }
        return """
            <h2 class="section">\(Word.expertsWork)</h2>
            \(tiles)
            <div class="columns">
            \(rate)
            \(open)
            \(agreement)
            \(stages)
            \(verdicts)
            </div>

            """
    }

    private var words: ExpertWords { ExpertWords(experts: experts) }

    private var tiles: Markup {
        let open = experts.open
        let waiting = open.critical.count + open.flagged.count + open.sampled.count
        let rate = experts.nonconforming
        let tiles: [(String, Word)] = [
            (String(experts.read), .readByExpert),
            (experts.scores.map { Numbers.score($0.mean) } ?? "–", .expertMean),
            (rate.share.map(Numbers.percent) ?? "–", .estimatedNonconforming),
            (rate.recall.map(Numbers.percent) ?? "–", .recall),
            (experts.agreement.share.map(Numbers.percent) ?? "–", .equalLevels),
            (experts.agreement.ac2.map { Numbers.fixed($0, decimals: 2) } ?? "–", .ac2),
            (String(waiting), .openWork),
        ]
        return
            "<div class=\"tiles\">\(tiles.map { "<div class=\"tile\"><b>\($0.0)</b><span>\($0.1)</span></div>" as Markup })</div>"
    }

    private var rate: Markup {
        let rate = experts.nonconforming
        let rows = rate.strata.map { stratum in
            [
                "\(ExpertWords.stratum(stratum.id))", "\(stratum.size)", "\(stratum.sampled)", "\(stratum.positive)",
                "\(ExpertWords.total(stratum.id, rate))",
            ] as [Markup]
        }
        let titles =
            [Word.stratum, .stratumSize, .stratumRead, .stratumPositive].map(\.text) + [PeriodWord.estimated.text]
        let recall: Markup = ExpertWords.recall(rate).map { "<p>\($0)</p>" } ?? .none
        return panel(.nonconforming, note: .nonconformingWhy) {
            """
            <p class="headline">\(ExpertWords.rate(rate))</p>\(recall)
            \(table(titles, rows))\(ExpertWords.together(rate).map { "<p class=\"note\">\($0)</p>" as Markup })
            """
        }
    }

    private var agreement: Markup {
        let rows = words.agreements.map { name, _, agreement -> [Markup] in
            let share: Markup = ExpertWords.share(of: agreement).map { "\($0)" } ?? "–"
            return [
                "\(name)", "\(agreement.pairs)", share, "\(ExpertWords.ac2(of: agreement))",
                "\(ExpertWords.kappa(of: agreement))",
            ]
        }
        let bias: Markup = words.scoreBias.map { "<p>\($0)</p>" } ?? .none
        let scores: Markup =
            experts.scores.map { scores in
                let spread = Word.expertScores.filled(PeriodWords.spreadValues(of: scores))
                return "<p class=\"note\">\(spread) \(Word.expertScoresWhy)</p>"
            } ?? .none
        return panel(.agreement, note: .agreementWhy, isFull: true) {
            """
            <div class="scroll tight">\(table([.compared, .pairs, .equalLevels, .ac2, .kappa], rows))</div>\
            \(matrix)\(bias)\(scores)
            """
        }
    }

    /// Machine's levels by the expert's; nothing without pairs.
    private var matrix: Markup {
        guard experts.agreement.pairs > 0 else { return .none }
        let head = Level.allCases.map { "<th scope=\"col\" class=\"num\">\($0.rawValue)</th>" as Markup }
        let rows = zip(Level.allCases, experts.agreement.table).map { level, row -> Markup in
            let cells = zip(Level.allCases, row).map { column, count -> Markup in
                "<td class=\"num\(column == level ? " same" : "")\">\(count)</td>"
            }
            return "<tr><th scope=\"row\">\(level.rawValue)</th>\(cells)</tr>\n"
        }
        return """
            <table class="matrix"><caption>\(Word.machineByExpert)</caption><thead><tr><td></td>\(head)</tr></thead>\
            <tbody>\(rows)</tbody></table>

            """
    }

    private var stages: Markup {
        let rows = experts.stages.map { span in
            [
                "\(span.stage.name)", "\(Numbers.duration(seconds: span.seconds.p50))",
                "\(Numbers.duration(seconds: span.seconds.p95))",
            ] as [Markup]
        }
        return panel(.stages, note: .stagesWhy) {
            rows.isEmpty ? "<p>\(Word.noData)</p>" : table([.stage, .median, .p95], rows)
        }
    }

    private var open: Markup {
        let rows = words.piles.map { name, _, pile -> [Markup] in
            ["\(name)", "\(pile.count)", words.age(of: pile).map { "\($0)" as Markup } ?? "–"]
        }
        let note = Word.openAt.filled(["time": experts.open.at.minute])
        return """
            <section class="panel"><h2>\(Word.openWork)</h2><p class="note">\(note)</p>
            \(table([.kindOfWork, .count, .oldestSince], rows))</section>

            """
    }

    private var verdicts: Markup {
        guard !experts.verdicts.isEmpty else { return .none }
        let rows = experts.verdicts.prefix(PeriodPage.barLimit).map { count -> [Markup] in
            let interval: Markup =
                count.interval.map { " <span class=\"note\">(\(Numbers.percent($0)))</span>" } ?? .none
            let share: Markup = count.confirmedShare.map { "\(Numbers.percentBesideInterval($0))\(interval)" } ?? "–"
            return [
                "\(texts.title(of: count.code))", "\(count.confirmed)", "\(count.rejected)", "\(count.added)",
                "\(count.unjudged)", share,
            ]
        }
        let hidden = experts.verdicts.count - rows.count
        let more: Markup =
            hidden > 0 ? "<p class=\"note\">\(Word.moreNotShown.filled(["n": String(hidden)]))</p>" : .none
        return panel(.verdicts, note: .verdictsWhy) {
            """
            <div class="scroll tight">\(table([.finding, .confirmed, .rejected, .added, .unjudged, .confirmedShare], rows))\
            </div>\(more)
            """
        }
    }

    private func panel(_ title: Word, note: Word, isFull: Bool = false, _ body: () -> Markup) -> Markup {
        """
        <section class="panel\(isFull ? " full" : "")"><h2>\(title)</h2>\(body())<p class="note">\(note)</p></section>

        """
    }

    /// Names on the left, figures on the right.
    private func table(_ titles: [Word], _ rows: [[Markup]]) -> Markup { table(titles.map(\.text), rows) }

    private func table(_ titles: [LocalizedText], _ rows: [[Markup]]) -> Markup {
        let head = titles.enumerated().map { index, title -> Markup in
            "<th scope=\"col\"\(index == 0 ? Markup.none : " class=\"num\"")>\(title)</th>"
        }
        let body = rows.map { row -> Markup in
            let cells = row.enumerated().map { index, cell -> Markup in
                index == 0 ? "<td>\(cell)</td>" : "<td class=\"num\">\(cell)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return "<table class=\"wide\"><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table>\n"
    }
}
