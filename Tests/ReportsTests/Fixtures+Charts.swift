import Grading
import Reports

/// The same month with what leads to it.
extension Fixtures {
    /// Months up to and with March 2026: the first pass's scored and passing images, and the draw's.
    static func series(
        months: Int = 12,
        passing: (Int) -> Int = { [410, 402, 415, 398, 407, 411, 404, 399, 412, 405, 408][$0 % 11] },
        last: (passing: Int, nonconforming: Int) = (416, 3)
    ) -> PeriodSeries {
        let points = (0..<months).map { index -> PeriodSeries.Point in
            let month = 2026 * 12 + 2 - (months - 1 - index)
            let name = String(month % 12 + 1)
            let isLast = index == months - 1
            return PeriodSeries.Point(
                label: "\(month / 12)-\(name.count == 1 ? "0" : "")\(name)",
                exams: 60 + index % 5,
                graded: 485,
                passing: isLast ? last.passing : passing(index),
                drawn: 50,
                nonconforming: isLast ? last.nonconforming : 2 + index % 3,
                isOpen: false
            )
        }
        let days = [(2, 3), (3, 4), (4, 2), (5, 9), (6, 5), (9, 1), (10, 4), (16, 8), (17, 3), (23, 6), (31, 18)]
            .map { PeriodSeries.Day(date: "2026-03-\($0.0 < 10 ? "0" : "")\($0.0)", exams: $0.1, images: $0.1 * 8) }
        return PeriodSeries(step: .month, points: points, days: days)
    }

    /// February 2026.
    static let february = PeriodBefore(
        label: "2026-02",
        exams: 58,
        graded: 470,
        passing: 380,
        findings: [
            FindingCount(code: "GAIN_HIGH", severity: .major, images: 131, examined: 480),
            FindingCount(code: "CONTACT_LOSS", severity: .major, images: 58, examined: 480),
            FindingCount(code: "SHADOW", severity: .minor, images: 30, examined: 480),
            FindingCount(code: "GEOM_UNCERTAIN", severity: .info, images: 9, examined: 480),
        ]
    )

    /// The network's month with a series and the month before.
    static func charted(
        series: PeriodSeries? = series(),
        before: PeriodBefore? = february,
        rows: [PeriodRow]? = nil,
        experts: PeriodExperts? = nil
    ) -> PeriodReport {
        let month = network()
        return PeriodReport(
            period: month.period,
            counts: month.counts,
            scores: month.scores,
            levels: month.levels,
            missingSections: month.missingSections,
            findings: month.findings,
            turnaround: month.turnaround,
            experts: experts,
            series: series,
            before: before,
            byInstitution: rows ?? month.byInstitution,
            byExamType: month.byExamType,
            findingTexts: texts,
            rubrics: month.rubrics,
            program: month.program
        )
    }

    /// Many institutions: `share` of `images` pass.
    static func rows(_ sizes: [(images: Int, share: Double)]) -> [PeriodRow] {
        sizes.enumerated().map { index, size in
            let passing = Int((Double(size.images) * size.share).rounded())
            return PeriodRow(
                id: "c\(index)",
                name: LocalizedText(zh: "第\(index + 1)社区卫生服务中心", en: "Health centre \(index + 1)"),
                registered: true,
                counts: PeriodCounts(exams: size.images / 8 + 1, graded: size.images),
                levels: LevelCounts(a: passing, d: size.images - passing)
            )
        }
    }
}
