/// What several looks at one picture have in common.
extension ScanAreaReading {
    /// Intersection over union from which two outlines are the same, and below which they are two.
    private static let same = 0.93
    private static let other = 0.88
    /// Share of the region outside of the outline, and of broad content left out, at most: looks that differ in what is
    /// content leave no room for either.
    private static let mostOutside = 0.015
    private static let mostLeftOut = 0.05
    /// Share of a far end in the picture at which content ends at least: depth that fades ends where a look's grey does.
    private static let leastSeenEnd = 0.25
    /// Distance of a fan's axis from the picture's middle, against its width: beside it one side was not seen.
    private static let mostOffAxis = 0.12
    /// Looks that are sure of something else from which the first one is in doubt: with hardly any, and with others that agree.
    private static let contradictions = (alone: 2, agreed: 3)

    /// What other looks say of a picture that the first one is not sure of: an outline that at least two are sure of and
    /// nobody contradicts; nil where there is none.
    ///
    /// - Parameters:
    ///   - first: The reading as it is, if there is one.
    ///   - others: Those of other looks.
    static func agreed(_ first: ScanAreaReading?, _ others: [ScanAreaReading]) -> ScanAreaReading? {
        let all = (first.map { [$0] } ?? []) + others
        var best: (reading: ScanAreaReading, sure: Int, like: Int)?
        for (index, reading) in all.enumerated() where reading.isCandidate {
            var (sure, like) = (0, 0)
            var isContradicted = false
            for (place, look) in all.enumerated() where place != index {
                let likeness = reading.likeness(to: look)
                if likeness >= same {
                    like += 1
                    if look.isSure { sure += 1 }
                } else if likeness < other, look.isSure {
                    isContradicted = true
                }
            }
            guard sure >= 1, !isContradicted else { continue }
            if let best, (best.sure, best.like, best.reading.confidence) >= (sure, like, reading.confidence) {
                continue
            }
            best = (reading, sure, like)
        }
        return best?.reading
    }

    /// Whether other looks are sure of other outlines than this one; those that would not change the answer are not taken.
    ///
    /// - Parameter read: What a look makes of the picture.
    func isContradicted(by read: (OtherLook) -> ScanAreaReading?) -> Bool {
        var (against, agreeing) = (0, 0)
        var left = OtherLook.allCases.count
        for look in OtherLook.allCases {
            let least = agreeing > 1 ? Self.contradictions.agreed : Self.contradictions.alone
            if against >= Self.contradictions.agreed || against + left < least { break }
            left -= 1
            guard let reading = read(look), reading.isSure else { continue }
            let likeness = self.likeness(to: reading)
            if likeness < Self.other { against += 1 }
            if likeness >= Self.same { agreeing += 1 }
        }
        return against >= Self.contradictions.agreed || against >= Self.contradictions.alone && agreeing <= 1
    }

    /// Whether there is no doubt about one picture.
    private var isSure: Bool { confidence >= ScanArea.surety && !isDual }

    /// Whether it may be what looks agree on.
    private var isCandidate: Bool {
        guard isSure, agreement.outside < Self.mostOutside, agreement.leftOut < Self.mostLeftOut else { return false }
        if let end = agreement.end, end < Self.leastSeenEnd { return false }
        return !agreement.isFan || abs(agreement.axisOffset) <= Self.mostOffAxis
    }

    /// Intersection over union of two outlines on the same grid.
    private func likeness(to look: ScanAreaReading) -> Double {
        var (both, one, two) = (0.0, 0.0, 0.0)
        let (rows, others) = (OutlineSlices(outline), OutlineSlices(look.outline))
        for y in 0..<picture.height {
            let (mine, its) = (rows.ranges(y: Double(y) + 0.5), others.ranges(y: Double(y) + 0.5))
            for range in mine {
                one += range.upperBound - range.lowerBound
                for other in its {
                    both += max(
                        0,
                        min(range.upperBound, other.upperBound) - max(range.lowerBound, other.lowerBound)
                    )
                }
            }
            for range in its { two += range.upperBound - range.lowerBound }
        }
        let either = one + two - both
        return either > 0 ? both / either : 0
    }
}
