/// One examination's result from the grades of its pictures (domain reference §2.11 and §3.2).
package struct ExamGrade: Sendable, Codable, Equatable {
    /// The best picture of one required section.
    package struct SectionResult: Sendable, Codable, Equatable {
        /// Section id.
        package var section: String
        /// Path of the best graded picture; nil when there is none.
        package var path: String?
        /// Its score; nil when no picture of this section was graded.
        package var score: Double?
        package var level: Level?
        /// Whether a picture of this section waits for an expert because no grade could be given.
        package var undecided: Bool
    }

    /// What counts as a standard picture in the published share (Guizhou: 80 points).
    package static let standardScore = 80.0

    /// Exam type id; nil when unknown.
    package var examType: String?
    package var rubric: RubricReference
    /// Required sections in the rubric's order; empty when the rubric requires none for this exam type.
    package var sections: [SectionResult]
    /// Ids of required sections of which no picture was handed in at all.
    package var missing: [String]
    /// Ids of required sections whose best picture is below level C.
    package var substandard: [String]
    /// Σ weight · min(1, best score ÷ limit of level C) ÷ Σ weight, 0–1, rounded to 4 decimals; nil when nothing is
    /// required.
    ///
    /// A section that has only undecided pictures counts as 0 until an expert has decided.
    package var completeness: Double?
    /// Share (0–1) of required sections whose best picture has 80 points or more, rounded to 4 decimals; nil when nothing
    /// is required.
    package var standardShare: Double?
    /// 0–100, rounded to 0.1; nil when no picture was graded.
    package var score: Double?
    package var level: Level?
    /// How many pictures have each status; all three keys are always there.
    package var counts: [String: Int]

    enum CodingKeys: String, CodingKey {
        case rubric, sections, missing, substandard, completeness, score, level, counts
        case examType = "exam_type"
        case standardShare = "standard_share"
    }

    /// Joins the grades of an examination's pictures.
    ///
    /// Exam score = (0.5 · mean of the best picture of each required section that has one + 0.3 · 100 · completeness)
    /// ÷ 0.8: the published 0.5 / 0.3 / 0.2 without the report's part, which only an expert judges. A missing section
    /// lowers completeness, and not the mean a second time. Where nothing is required, or no picture names a section of
    /// the catalogue, the score is the mean of the best
    /// picture of each section and of every picture without one. A critical finding on any picture caps the exam as it
    /// caps the picture.
    ///
    /// The order of the pictures does not matter.
    package init(_ images: [GradedImage], examType: String?, by rubric: Rubric) {
        let graded = images.filter { $0.status == .graded && $0.score != nil }.sorted(by: Self.bestFirst)
        // A clinic that labels none of its pictures has not said which sections it shows: that is unknown, not missing.
        let isLabelled = images.contains { $0.section.flatMap { ExamCatalogue.section(id: $0) } != nil }
        let required = isLabelled ? examType.flatMap { rubric.requiredSections[$0] } ?? [] : []
        self.examType = examType
        self.rubric = rubric.reference
        sections = required.map { requirement in
            let best = graded.first { $0.section == requirement.section }
            return SectionResult(
                section: requirement.section,
                path: best?.path,
                score: best?.score,
                level: best?.level,
                undecided: images.contains { $0.section == requirement.section && $0.status == .unsure }
            )
        }
        missing = sections.filter { $0.score == nil && !$0.undecided }.map(\.section)
        let passing = rubric.levels.c
        substandard = sections.filter { $0.score.map { $0 < passing } ?? false }.map(\.section)
        counts = Dictionary(
            uniqueKeysWithValues: GradedImage.Status.allCases.map { status in
                (status.rawValue, images.count { $0.status == status })
            }
        )

        if required.isEmpty {
            score = Self.mean(Self.bestOfEachSection(graded))
        } else {
            let weight = required.reduce(0) { $0 + $1.weight }
            let present = zip(required, sections).reduce(0) { sum, pair in
                sum + pair.0.weight * min(1, (pair.1.score ?? 0) / passing)
            }
            let completeness = present / weight
            self.completeness = completeness.rounded(decimals: 4)
            let standard = sections.count { ($0.score ?? 0) >= Self.standardScore }
            standardShare = (Double(standard) / Double(sections.count)).rounded(decimals: 4)
            if !graded.isEmpty {
                let quality = Self.mean(sections.compactMap(\.score)) ?? 0
                score = (0.5 * quality + 30 * completeness) / 0.8
            }
        }
        let critical = graded.contains { $0.findings.contains { $0.severity == .critical } }
        score = score.map { (critical ? min($0, rubric.caps.critical) : $0).rounded(decimals: 1) }
        level = score.map { rubric.levels.level(of: $0) }
    }

    private static func bestOfEachSection(_ bestFirst: [GradedImage]) -> [Double] {
        var seen: Set<String> = []
        return bestFirst.compactMap { image in
            if let section = image.section, !seen.insert(section).inserted { return nil }
            return image.score
        }
    }

    private static func mean(_ scores: [Double]) -> Double? {
        scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// Score falling, then path, so that ties do not depend on the order of arrival.
    private static func bestFirst(_ left: GradedImage, _ right: GradedImage) -> Bool {
        if left.score != right.score { return (left.score ?? 0) > (right.score ?? 0) }
        return (left.path, left.sha256 ?? "") < (right.path, right.sha256 ?? "")
    }
}
