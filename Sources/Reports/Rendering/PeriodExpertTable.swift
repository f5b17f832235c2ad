import Grading

/// A period's expert work as text for a terminal.
struct PeriodExpertTable {
    let experts: PeriodExperts
    let texts: FindingTexts
    let language: Language
    /// Of the terminal; nil breaks no line.
    var columns: Int?

    /// Blocks with a blank line between them.
    var text: String {
        [summary, agreements, strata, stages, open, verdicts].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var words: ExpertWords { ExpertWords(experts: experts) }

    private func word(_ word: Word) -> String { word.text[language] }

    private var summary: String {
        let levels = Level.allCases.map { "\($0.label(language)) \(experts.levels[$0])" }.joined(separator: " · ")
        var lines = ["\(word(.expertsWork)) · \(word(.readByExpert)) \(experts.read) · \(levels)"]
        if let scores = experts.scores {
            lines.append(Word.expertScores.filled(PeriodWords.spreadValues(of: scores))[language])
        }
        lines.append("\(word(.nonconforming)): \(ExpertWords.rate(experts.nonconforming)[language])")
        if let recall = ExpertWords.recall(experts.nonconforming) { lines.append(recall[language]) }
        if let bias = words.scoreBias { lines.append(bias[language]) }
        return lines.map { $0 + "\n" }.joined()
    }

    private var agreements: String {
        var table = TextTable([
            (word(.agreement), .left), (word(.pairs), .right), (word(.equalLevels), .right), (word(.ac2), .right),
            (word(.kappa), .right),
        ])
        for (name, _, agreement) in words.agreements {
            table.add([
                word(name), String(agreement.pairs), ExpertWords.share(of: agreement) ?? "",
                ExpertWords.ac2(of: agreement)[language], ExpertWords.kappa(of: agreement)[language],
            ])
        }
        return table.text(columns: columns)
    }

    private var strata: String {
        var table = TextTable([
            (word(.stratum), .left), (word(.stratumSize), .right), (word(.stratumRead), .right),
            (word(.stratumPositive), .right), (PeriodWord.estimated.text[language], .right),
        ])
        for stratum in experts.nonconforming.strata {
            table.add([
                word(ExpertWords.stratum(stratum.id)), String(stratum.size), String(stratum.sampled),
                String(stratum.positive), ExpertWords.total(stratum.id, experts.nonconforming),
            ])
        }
        return table.text(columns: columns)
    }

    private var stages: String {
        if experts.stages.isEmpty { return "" }
        var table = TextTable([(word(.stages), .left), (word(.median), .right), (word(.p95), .right)])
        for span in experts.stages {
            table.add([
                word(span.stage.name), Numbers.duration(seconds: span.seconds.p50)[language],
                Numbers.duration(seconds: span.seconds.p95)[language],
            ])
        }
        return table.text(columns: columns)
    }

    private var open: String {
        var table = TextTable([(word(.openWork), .left), (word(.count), .right), (word(.oldestSince), .right)])
        for (name, _, pile) in words.piles {
            table.add([word(name), String(pile.count), words.age(of: pile)?[language] ?? ""])
        }
        return table.text(columns: columns)
    }

    private var verdicts: String {
        if experts.verdicts.isEmpty { return "" }
        var table = TextTable([
            (word(.verdicts), .left), (word(.confirmed), .right), (word(.rejected), .right), (word(.added), .right),
            (word(.unjudged), .right), (word(.confirmedShare), .right), (word(.interval), .right),
        ])
        for count in experts.verdicts {
            table.add([
                texts.title(of: count.code)[language], String(count.confirmed), String(count.rejected),
                String(count.added), String(count.unjudged),
                count.confirmedShare.map(Numbers.percentBesideInterval) ?? "",
                count.interval.map(Numbers.percent) ?? "",
            ])
        }
        return table.text(columns: columns)
    }
}
