import Grading

/// Wordings about a period's expert work that table, page and CSV share.
struct ExpertWords {
    let experts: PeriodExperts

    /// What the machine was compared with, in words, and how well they agree.
    var agreements: [(name: Word, id: String, agreement: LevelAgreement)] {
        [
            (.againstLevel, "level", experts.agreement), (.againstDrawn, "drawn", experts.agreementDrawn),
            (.againstImpression, "blind", experts.agreementBlind),
        ]
    }

    /// AC2 with its interval, or why there is none.
    static func ac2(of agreement: LevelAgreement) -> LocalizedText {
        guard agreement.pairs > 0 else { return Word.noPairs.text }
        guard let value = agreement.ac2 else { return tooFewPairs }
        let interval = agreement.ac2Interval.map { " (\(coefficient($0.low))–\(coefficient($0.high)))" } ?? ""
        return same("\(coefficient(value))\(interval)")
    }

    /// κ, or why there is none.
    static func kappa(of agreement: LevelAgreement) -> LocalizedText {
        guard agreement.pairs > 0 else { return Word.noPairs.text }
        guard agreement.ac2 != nil else { return tooFewPairs }
        return agreement.kappa.map { same(coefficient($0)) } ?? Word.kappaUndefined.text
    }

    /// Share of equal levels with its interval; nil without pairs.
    static func share(of agreement: LevelAgreement) -> String? {
        guard let share = agreement.share else { return nil }
        return Numbers.percentBesideInterval(share) + (agreement.interval.map { " (\(Numbers.percent($0)))" } ?? "")
    }

    /// How far the scores lie apart; nil without enough pairs.
    var scoreBias: LocalizedText? {
        guard let difference = experts.scoreDifference, let bias = difference.bias, let low = difference.low,
            let high = difference.high
        else { return nil }
        return Word.scoreBias.filled([
            "bias": Numbers.score(bias), "low": Numbers.score(low), "high": Numbers.score(high),
            "icc": difference.icc.map(Self.coefficient) ?? "–", "n": String(difference.pairs),
        ])
    }

    /// The estimated rate in one sentence, or why there is none.
    static func rate(_ rate: NonconformingRate) -> LocalizedText {
        if let share = rate.share, let interval = rate.interval {
            guard let error = rate.standardError else {
                let (share, interval) = (Numbers.percentBesideInterval(share), Numbers.percent(interval))
                return LocalizedText(zh: "\(share)（95% 区间 \(interval)）", en: "\(share) (95 % interval \(interval))")
            }
            return Word.nonconformingIs.filled([
                "share": Numbers.percentBesideInterval(share), "interval": Numbers.percent(interval),
                "error": Numbers.percentOfError(error),
            ])
        }
        switch rate.obstacle {
        case .tooFewRead:
            return Word.estimateTooFew.filled(localized: ["stratum": stratum(rate.obstacleStratum ?? "").text])
        case .contradiction: return Word.estimateContradiction.text
        case .noImages, nil: return Word.estimateNoImages.text
        }
    }

    /// What share of the nonconforming images the machine found; nil without an estimate.
    static func recall(_ rate: NonconformingRate) -> LocalizedText? {
        guard rate.share != nil else { return nil }
        guard let recall = rate.recall, let interval = rate.recallInterval else { return Word.recallNone.text }
        return Word.recallIs.filled([
            "share": Numbers.percentBesideInterval(recall), "interval": Numbers.percent(interval),
        ])
    }

    /// Institutions that are estimated together, a sentence a stratum.
    static func together(_ rate: NonconformingRate) -> [LocalizedText] {
        (rate.together ?? []).map { part in
            PeriodWord.together.filled([
                "n": same(String(part.institutions)), "stratum": stratum(part.stratum).text,
                "size": same(String(part.size)), "read": same(String(part.sampled)),
            ])
        }
    }

    /// The estimated number of a stratum's images that don't conform; `–` where there is no estimate.
    static func total(_ stratum: String, _ rate: NonconformingRate) -> String {
        rate.totals?[stratum].map { Numbers.fixed($0, decimals: 1) } ?? "–"
    }

    /// A stratum's name.
    static func stratum(_ id: String) -> Word {
        switch id {
        case "critical": .stratumCritical
        case "flagged": .stratumFlagged
        default: .stratumOther
        }
    }

    /// What waits, most urgent first.
    var piles: [(name: Word, id: String, pile: OpenWork.Pile)] {
        let open = experts.open
        return [
            (.openCritical, "critical", open.critical), (.openFlagged, "flagged", open.flagged),
            (.openSampled, "sampled", open.sampled), (.openDisputes, "disputes", open.disputes),
            (.openConsultations, "consultations", open.consultations),
        ]
    }

    /// How long the oldest has waited; nil where nothing waits.
    func age(of pile: OpenWork.Pile) -> LocalizedText? {
        pile.oldest.map { Numbers.duration(seconds: Double(experts.open.at.seconds - $0.seconds)) }
    }

    private static var tooFewPairs: LocalizedText {
        Word.tooFewPairs.filled(["n": String(LevelAgreement.leastPairs)])
    }

    private static func coefficient(_ value: Double) -> String { Numbers.fixed(value, decimals: 2) }

    private static func same(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
}
