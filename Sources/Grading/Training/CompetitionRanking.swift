/// Somebody in a competition of theory and practice (理论 + 技能操作).
package struct CompetitionEntrant: Sendable, Hashable {
    /// `C01/zhang`.
    package var technician: String
    package var name: String
    /// The institution as people read it.
    package var institution: String
    /// Marks of the first attempt, tenths of points; nil where there is none.
    package var theory: Int?
    package var practical: Int?

    /// An entrant.
    package init(technician: String, name: String, institution: String, theory: Int?, practical: Int?) {
        self.technician = technician
        self.name = name
        self.institution = institution
        self.theory = theory
        self.practical = practical
    }
}

/// One line of a competition's list.
package struct CompetitionLine: Sendable, Hashable {
    package var entrant: CompetitionEntrant
    /// Thousandths of points, 0–100,000; nil where a mark is missing.
    package var total: Int?
    /// From 1; equal ones share a rank and the next ranks are left out; nil where a mark is missing.
    package var rank: Int?
}

/// Ranks a competition.
package enum CompetitionRanking {
    /// The list, best first; who lacks a mark stands last without a rank.
    ///
    /// Ordered by the weighted total; of equal totals the better practical mark goes first, and only equal ones in both
    /// share a rank. All of it is in whole numbers, so that equal is equal.
    ///
    /// - Parameter theoryWeight: percent of the total that theory makes, 0–100; the rest is practical.
    package static func lines(_ entrants: [CompetitionEntrant], theoryWeight: Int) -> [CompetitionLine] {
        func total(_ entrant: CompetitionEntrant) -> Int? {
            guard let theory = entrant.theory, let practical = entrant.practical else { return nil }
            return theory * theoryWeight + practical * (100 - theoryWeight)
        }
        let scored = entrants.map { (entrant: $0, total: total($0)) }.sorted { left, right in
            let (a, b) = (left.total ?? -1, right.total ?? -1)
            if a != b { return a > b }
            let (c, d) = (left.entrant.practical ?? -1, right.entrant.practical ?? -1)
            if left.total != nil, c != d { return c > d }
            return left.entrant.technician < right.entrant.technician
        }
        var lines: [CompetitionLine] = []
        for (index, scored) in scored.enumerated() {
            let before = lines.last
            let isTied = before?.total == scored.total && before?.entrant.practical == scored.entrant.practical
            lines.append(
                CompetitionLine(
                    entrant: scored.entrant,
                    total: scored.total,
                    rank: scored.total == nil ? nil : isTied ? before?.rank : index + 1
                )
            )
        }
        return lines
    }
}
