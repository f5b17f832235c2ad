import Grading
import Typesetting

extension PeriodPrint {
    /// The experts' work; nothing where no image went to an expert.
    func experts(_ flow: inout PrintFlow) throws(TypesettingError) {
        guard let experts = report.experts else { return }
        let (rate, words) = (experts.nonconforming, ExpertWords(experts: experts))
        let piles = experts.open
        let tiles: [(String, Word)] = [
            (String(experts.read), .readByExpert),
            (experts.scores.map { Numbers.score($0.mean) } ?? "–", .expertMean),
            (rate.share.map(Numbers.percent) ?? "–", .estimatedNonconforming),
            (experts.agreement.ac2.map { Numbers.fixed($0, decimals: 2) } ?? "–", .ac2),
            (String(piles.critical.count + piles.flagged.count + piles.sampled.count), .openWork),
        ]
        try flow.heading(word(.expertsWork), size: 14, following: 90)
        try flow.tiles(tiles.map { ($0.0, word($0.1)) })

        try flow.heading(word(.nonconforming))
        try flow.paragraph([PageText.Run(ExpertWords.rate(rate)[language], isBold: true)])
        if let recall = ExpertWords.recall(rate) { try flow.paragraph([PageText.Run(recall[language])]) }
        let strata = rate.strata.map { stratum in
            [
                word(ExpertWords.stratum(stratum.id)), String(stratum.size), String(stratum.sampled),
                String(stratum.positive), ExpertWords.total(stratum.id, rate),
            ]
        }
        let titles = [Word.stratum, .stratumSize, .stratumRead, .stratumPositive].map(word)
        try flow.table(PrintTable(titles + [PeriodWord.estimated.text[language]], rows: strata))
        for sentence in ExpertWords.together(rate) { try flow.note(sentence[language]) }
        try flow.note(word(.nonconformingWhy))

        try flow.heading(word(.agreement))
        let agreements = words.agreements.map { name, _, agreement in
            [
                word(name), String(agreement.pairs), ExpertWords.share(of: agreement) ?? "–",
                ExpertWords.ac2(of: agreement)[language], ExpertWords.kappa(of: agreement)[language],
            ]
        }
        try table([.compared, .pairs, .equalLevels, .ac2, .kappa], agreements, &flow)
        if let bias = words.scoreBias { try flow.paragraph([PageText.Run(bias[language])]) }
        try flow.note(word(.agreementWhy))

        if !experts.stages.isEmpty {
            try flow.heading(word(.stages))
            let stages = experts.stages.map { span in
                [
                    word(span.stage.name), Numbers.duration(seconds: span.seconds.p50)[language],
                    Numbers.duration(seconds: span.seconds.p95)[language],
                ]
            }
            try table([.stage, .median, .p95], stages, &flow)
            try flow.note(word(.stagesWhy))
        }

        try flow.heading(word(.openWork))
        let open = words.piles.map { name, _, pile in
            [word(name), String(pile.count), words.age(of: pile)?[language] ?? "–"]
        }
        try table([.kindOfWork, .count, .oldestSince], open, &flow)
        try flow.note(Word.openAt.filled(["time": experts.open.at.minute])[language])

        try verdicts(experts, &flow)
    }

    private func verdicts(_ experts: PeriodExperts, _ flow: inout PrintFlow) throws(TypesettingError) {
        guard !experts.verdicts.isEmpty else { return }
        try flow.heading(word(.verdicts))
        let shown = experts.verdicts.prefix(PeriodPage.barLimit)
        let rows = shown.map { count -> [String] in
            let interval = count.interval.map { " (\(Numbers.percent($0)))" } ?? ""
            return [
                report.findingTexts.title(of: count.code)[language], String(count.confirmed), String(count.rejected),
                String(count.added), String(count.unjudged),
                count.confirmedShare.map { Numbers.percentBesideInterval($0) + interval } ?? "–",
            ]
        }
        try table([.finding, .confirmed, .rejected, .added, .unjudged, .confirmedShare], rows, &flow)
        try more(experts.verdicts.count - shown.count, &flow)
        try flow.note(word(.verdictsWhy))
    }

    /// Names on the left, figures on the right.
    func table(_ titles: [Word], _ rows: [[String]], _ flow: inout PrintFlow) throws(TypesettingError) {
        try flow.table(PrintTable(titles.map(word), rows: rows))
    }
}
