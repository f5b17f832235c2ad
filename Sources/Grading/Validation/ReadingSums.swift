/// What people said of pictures that they read blind, by fault and strength.
package struct ReadingSums: Sendable, Codable, Equatable {
    /// A reader's verdict on the technique of one picture.
    package enum Verdict: Int, Sendable, CaseIterable {
        /// Technically in order.
        case inOrder
        /// A weakness is seen, the picture stays usable.
        case weak
        /// To be rejected: a new scan or export is asked for.
        case rejected
    }

    /// One reader's verdict on one picture.
    package struct Reading: Sendable {
        /// Who read it.
        package var reader: String
        /// Which picture; the same for all its readers.
        package var picture: String
        /// The fault's id; nil for an untouched picture.
        package var fault: String?
        /// 0 for an untouched picture.
        package var strength: Double
        package var verdict: Verdict

        /// Joins the parts.
        package init(reader: String, picture: String, fault: String?, strength: Double, verdict: Verdict) {
            self.reader = reader
            self.picture = picture
            self.fault = fault
            self.strength = strength
            self.verdict = verdict
        }
    }

    /// The readings of one strength.
    package struct Row: Sendable, Codable, Equatable {
        package let strength: Double
        /// Pictures read, each once or by several.
        package let pictures: Int
        package let readings: Int
        /// Readings that saw a weakness or rejected.
        package let noticed: Int
        package let rejected: Int

        /// Share of the readings that rejected, 0–1.
        package var share: Double { Double(rejected) / Double(readings) }
    }

    /// The readings of one fault.
    package struct FaultReadings: Sendable, Codable, Equatable {
        package let fault: String
        /// By rising strength.
        package let rows: [Row]
        /// Strength at which half of the readings reject; nil where no strength read gets there.
        package let halfRejectAt: Double?
        /// Strength at which three quarters of the readings reject; nil where no strength read gets there.
        package let mostRejectAt: Double?

        private enum CodingKeys: String, CodingKey {
            case fault, rows
            case halfRejectAt = "half_reject_at"
            case mostRejectAt = "most_reject_at"
        }
    }

    /// How far readers of the same pictures agree.
    package struct Agreement: Sendable, Codable, Equatable {
        /// Pairs of readings of one picture by two readers.
        package let pairs: Int
        /// Share with the same verdict, 0–1.
        package let same: Double
        /// Cohen's kappa with quadratic weights; nil where all said the same.
        package let kappa: Double?
    }

    /// `sonograde.reading/1`.
    package let schema: String
    package let readers: Int
    /// Untouched pictures; nil where none was read.
    package let untouched: Row?
    /// In the order of the faults' names.
    package let faults: [FaultReadings]
    /// nil where no picture was read twice.
    package let agreement: Agreement?

    /// Share of the readings from which a strength counts as one that people reject.
    package static let most = 0.75

    /// Sums readings.
    package init(_ readings: [Reading]) {
        schema = "sonograde.reading/1"
        readers = Set(readings.map(\.reader)).count
        let untouched = Self.row(readings.filter { $0.fault == nil }, strength: 0)
        self.untouched = untouched
        let spoiled = Dictionary(grouping: readings.filter { $0.fault != nil }) { $0.fault ?? "" }
        faults = spoiled.keys.sorted().map { fault in
            let byStrength = Dictionary(grouping: spoiled[fault, default: []], by: \.strength)
            let rows = byStrength.keys.sorted().compactMap { Self.row(byStrength[$0, default: []], strength: $0) }
            let steps = (untouched.map { [$0] } ?? []) + rows
            return FaultReadings(
                fault: fault,
                rows: rows,
                halfRejectAt: Self.strength(rejectedBy: 0.5, in: steps),
                mostRejectAt: Self.strength(rejectedBy: Self.most, in: steps)
            )
        }
        agreement = Self.agreement(readings)
    }

    private static func row(_ readings: [Reading], strength: Double) -> Row? {
        guard !readings.isEmpty else { return nil }
        return Row(
            strength: strength,
            pictures: Set(readings.map(\.picture)).count,
            readings: readings.count,
            noticed: readings.count { $0.verdict != .inOrder },
            rejected: readings.count { $0.verdict == .rejected }
        )
    }

    /// Where the share of rejections first reaches `share`; nil where it never does.
    ///
    /// The shares are held from falling with the strength (isotonic); between two strengths that were read it lies on the
    /// straight line between their shares.
    private static func strength(rejectedBy share: Double, in rows: [Row]) -> Double? {
        let cases = rows.flatMap { row in
            (0..<row.readings).map { number in
                // The curve falls with its score.
                CalibrationCase(score: -row.strength, needsCorrection: number < row.rejected, weight: 1, exam: 0)
            }
        }
        guard let curve = IsotonicCurve(fitting: cases) else { return nil }
        let fitted = rows.map { (strength: $0.strength, share: curve.probability(of: -$0.strength)) }
        guard let reached = fitted.firstIndex(where: { $0.share >= share }) else { return nil }
        guard reached > 0 else { return fitted[0].strength }
        let (below, above) = (fitted[reached - 1], fitted[reached])
        return below.strength
            + (above.strength - below.strength) * (share - below.share) / (above.share - below.share)
    }

    private static func agreement(_ readings: [Reading]) -> Agreement? {
        let count = Verdict.allCases.count
        var table = Array(repeating: Array(repeating: 0, count: count), count: count)
        for (_, same) in Dictionary(grouping: readings, by: \.picture) {
            let ordered = same.sorted { $0.reader < $1.reader }
            for (index, first) in ordered.enumerated() {
                for second in ordered.dropFirst(index + 1) where second.reader != first.reader {
                    table[first.verdict.rawValue][second.verdict.rawValue] += 1
                }
            }
        }
        guard let pair = PairAgreement(table), pair.count > 0 else { return nil }
        return Agreement(pairs: pair.count, same: pair.share, kappa: pair.kappa(.quadratic))
    }
}
