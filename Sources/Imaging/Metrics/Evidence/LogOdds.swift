/// Log odds of a fault: a constant and a weighted sum of cues.
///
/// A logistic model with few terms, so that every value can be taken apart: which cue added how much. 0 is an even chance
/// in a mixture of untouched and spoiled pictures; only its order and the rubric's limits mean anything.
package struct LogOdds: Sendable {
    /// One summand.
    package struct Term: Sendable {
        /// What is measured.
        package let cue: Cue
        /// Log odds by unit of the cue.
        package let weight: Double
    }

    /// What is added to the sum.
    package let constant: Double
    /// The sum.
    package let terms: [Term]

    /// Values lie between −20 and 20; beyond that more evidence says nothing new.
    package static let range = -20.0...20.0
    /// Where the coefficients come from, for `MetricDescription.source`.
    static let source = source(against: "untouched pictures")

    /// The same for coefficients that were learned against more than untouched pictures.
    static func source(against others: String) -> String {
        "logistic regression on the tuning half of the real pictures (faults drawn in at half and whole strength against "
            + "\(others), `rubric validate`); "
    }

    /// Joins constant and terms.
    init(_ constant: Double, _ terms: [(cue: Cue, weight: Double)]) {
        self.constant = constant
        self.terms = terms.map { Term(cue: $0.cue, weight: $0.weight) }
    }

    /// The log odds; nil when a cue cannot be told or too little of the view is valid.
    package func value(_ evidence: MetricEvidence) -> Double? {
        guard evidence.polar.histogram.total >= GainPercentiles.fewestSamples else { return nil }
        var sum = constant
        for term in terms {
            guard let value = term.cue.value(evidence), value.isFinite else { return nil }
            sum += term.weight * value
        }
        return min(Self.range.upperBound, max(Self.range.lowerBound, sum))
    }

    /// The formula in words, with every coefficient.
    package var formula: String {
        let parts = terms.map { term in
            "\(term.weight < 0 ? "−" : "+") \(Self.text(abs(term.weight))) × \(term.cue.words)"
        }
        var definitions: [String] = []
        for definition in terms.flatMap(\.cue.definitions) where !definitions.contains(definition) {
            definitions.append(definition)
        }
        let depths =
            terms.contains { $0.cue.isOfDepthParts }
            ? " Parts of the depth: skin 3–16 %, near 3–28 %, middle 31–66 %, far 66–97 %, bottom 81–97 %; percentiles are of the "
                + "means of half-valid 8 × 8 blocks over black, a black block is within 4 grey of it." : ""
        return "Log odds (natural), \(constant < 0 ? "−" : "")\(Self.text(abs(constant))) "
            + parts.joined(separator: " ") + "." + definitions.map { " " + $0 }.joined() + depths
    }

    /// Up to four decimals, no trailing noughts.
    private static func text(_ value: Double) -> String {
        let scaled = Int((min(value, 1e6) * 10_000).rounded())
        let digits = String(scaled % 10_000)
        var decimals = String(repeating: "0", count: 4 - digits.count) + digits
        while decimals.last == "0" { decimals.removeLast() }
        return decimals.isEmpty ? "\(scaled / 10_000)" : "\(scaled / 10_000).\(decimals)"
    }
}
