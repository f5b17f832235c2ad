import Grading

/// Standardised rates beside the plain ones, in the words that page, paper and terminal share.
struct StandardisedWords {
    let report: PeriodReport

    /// One row, whose cells are already words.
    struct Line {
        let name: LocalizedText
        let crude: String
        let standardised: LocalizedText
        /// The rate by which rows are ranked; "–" where there is none.
        let adjusted: String
        let crudeEstimate: String
        let standardisedEstimate: LocalizedText
        /// What the rates leave out.
        let lacking: LocalizedText
    }

    /// Rows of one kind.
    struct Group {
        let title: LocalizedText
        let lines: [Line]
    }

    /// Whether there is anything to tell.
    var isEmpty: Bool { report.standard == nil || groups.isEmpty }

    /// Whether experts read anything of what is compared.
    var hasEstimates: Bool {
        rows.contains { $0.standardised?.nonconforming != nil } || report.standardised?.nonconforming != nil
    }

    /// The network's mix in one sentence.
    var mix: LocalizedText {
        let all = max(1, standard.reduce(0) { $0 + $1.readable })
        let parts = standard.map { kind in
            PeriodWord.mixPart.filled([
                "name": Self.name(of: kind),
                "share": PlotText.same(Numbers.percent(Double(kind.readable) / Double(all))),
            ])
        }
        return PeriodWord.mixIs.filled(["parts": PlotText.list(parts)])
    }

    /// The whole scope, then the rows by institution, technician, device, county and ownership.
    var groups: [Group] {
        var groups: [Group] = []
        if let whole = report.standardised {
            let rate = report.experts?.nonconforming
            let levels = report.levels
            groups.append(
                Group(
                    title: PeriodWord.whole.text,
                    lines: [
                        line(
                            report.scopeName,
                            whole,
                            share: levels.total > 0 ? Double(levels.passing) / Double(levels.total) : nil,
                            interval: ShareInterval(wilson: levels.passing, of: levels.total),
                            rate
                        )
                    ]
                )
            )
        }
        let parts =
            [(Word.byInstitution.text, nil, report.byInstitution)]
            + report.parts.filter { $0.title != .bySection }.map { ($0.title.text, $0.unknown.text, $0.rows) }
        for (title, unknown, rows) in parts {
            let lines = rows.compactMap { row in
                row.standardised.map {
                    line(
                        PeriodWords.name(of: row, unknown: unknown),
                        $0,
                        share: row.passingShare,
                        interval: row.passingInterval,
                        row.experts?.nonconforming
                    )
                }
            }
            if !lines.isEmpty { groups.append(Group(title: title, lines: lines)) }
        }
        return groups
    }

    private var standard: [ExamShare] { report.standard ?? [] }

    private var rows: [PeriodRow] { report.byInstitution + report.parts.flatMap(\.rows) }

    private static func name(of kind: ExamShare) -> LocalizedText {
        kind.examType.id.isEmpty ? Word.unknownType.text : kind.examType.name
    }

    private func line(
        _ name: LocalizedText,
        _ standardised: RowStandardised,
        share: Double?,
        interval: ShareInterval?,
        _ rate: NonconformingRate?
    ) -> Line {
        Line(
            name: name,
            crude: Self.share(share, interval) ?? "–",
            standardised: Self.words(of: standardised.passing),
            adjusted: Self.share(standardised.adjusted?.share, standardised.adjusted?.interval) ?? "–",
            crudeEstimate: rate.flatMap { Self.share($0.share, $0.interval) } ?? "–",
            standardisedEstimate: standardised.nonconforming.map(Self.words) ?? PeriodWord.noStandard.text,
            lacking: lacking(standardised)
        )
    }

    private static func share(_ share: Double?, _ interval: ShareInterval?) -> String? {
        share.map { Numbers.percentBesideInterval($0) + (interval.map { " (\(Numbers.percent($0)))" } ?? "") }
    }

    /// A cell's share and its interval in brackets; nil where there is no interval.
    static func parts(of cell: String) -> (share: String, interval: String)? {
        guard cell.hasSuffix(")"), let open = cell.firstIndex(of: "("), open != cell.startIndex else { return nil }
        return (String(cell[..<cell.index(before: open)]), String(cell[open...]))
    }

    private static func words(of rate: StandardisedRate) -> LocalizedText {
        share(rate.share, rate.interval).map(PlotText.same)
            ?? PeriodWord.coverageTooSmall.filled(["share": PlotText.same(Numbers.percent(rate.coverage))])
    }

    private func lacking(_ standardised: RowStandardised) -> LocalizedText {
        func names(_ ids: [String]) -> LocalizedText {
            let wanted = Set(ids)
            return PlotText.list(standard.filter { wanted.contains($0.examType.id) }.map(Self.name))
        }
        var parts: [LocalizedText] = []
        let empty = standardised.passing.empty
        if !empty.isEmpty { parts.append(PeriodWord.lackingImages.filled(["names": names(empty)])) }
        if let few = standardised.nonconforming?.unestimated {
            parts.append(PeriodWord.lackingReadings.filled(["names": names(few)]))
        }
        guard !parts.isEmpty else { return PeriodWord.lackingNone.text }
        return LocalizedText(
            zh: parts.map(\.zh).joined(separator: "；"),
            en: parts.map(\.en).joined(separator: "; ")
        )
    }
}
