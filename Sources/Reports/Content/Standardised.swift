package import Grading

/// What the network handed in of one exam type in a period: a part of the mix to which rows are standardised.
package struct ExamShare: Sendable, Codable, Equatable {
    /// The id is empty where no type was said.
    package var examType: ExamTypeReference
    /// Images with a level.
    package var graded: Int
    /// Those of level A, B or C among them.
    package var passing: Int
    /// Images that could be read.
    package var readable: Int

    enum CodingKeys: String, CodingKey {
        case graded, passing, readable
        case examType = "exam_type"
    }

    /// Counts of one type.
    package init(examType: ExamTypeReference, graded: Int, passing: Int, readable: Int) {
        self.examType = examType
        self.graded = graded
        self.passing = passing
        self.readable = readable
    }
}

/// A row's rates as they would be with the network's mix of exam types (direct standardisation, domain reference §4.8).
package struct RowStandardised: Sendable, Codable, Equatable {
    /// Share of graded images of level A, B or C.
    package var passing: StandardisedRate
    /// Estimated share of images that don't conform: each exam type's estimate keeps the weights of its strata; nil where
    /// experts read nothing of the row.
    package var nonconforming: StandardisedRate?
    /// The pass rate freed of the row's own mix, by which rows are ranked and drawn in the funnel; nil where nothing was
    /// graded.
    package var adjusted: MixAdjustedShare?

    /// Joins the three.
    package init(passing: StandardisedRate, nonconforming: StandardisedRate?, adjusted: MixAdjustedShare? = nil) {
        self.passing = passing
        self.adjusted = adjusted
        self.nonconforming = nonconforming
    }
}

/// One standardised rate, or what it lacks.
package struct StandardisedRate: Sendable, Codable, Equatable {
    /// 0–1; nil where less than half of the network's mix is there.
    package var share: Double?
    /// 95 % interval of the share.
    package var interval: ShareInterval?
    /// Part of the network's mix that the share rests on, 0–1; the rest's weights went to what is there in proportion.
    package var coverage: Double
    /// Exam types of the network's mix of which there is nothing, the largest first.
    package var empty: [String]
    /// Exam types of which there are images, but too few were read for an estimate; nil where there are none.
    package var unestimated: [String]?

    /// The rate by a mix.
    ///
    /// - Parameters:
    ///   - parts: what is known by exam type.
    ///   - present: exam types of which there are images.
    ///   - mix: the network's images by exam type.
    package init(parts: [String: StandardisedShare.Part], present: Set<String>, mix: [String: Int]) {
        let all = mix.values.reduce(0, +)
        let wanted = mix.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        if let standardised = StandardisedShare(parts: parts, reference: mix) {
            share = standardised.share
            interval = standardised.interval
        }
        let common = wanted.filter { parts[$0] != nil }.reduce(0) { $0 + (mix[$1] ?? 0) }
        coverage = all > 0 ? Double(common) / Double(all) : 0
        empty = wanted.filter { !present.contains($0) }
        let unestimated = wanted.filter { present.contains($0) && parts[$0] == nil }
        self.unestimated = unestimated.isEmpty ? nil : unestimated
    }

    /// Exam types that the rate leaves out, for whatever reason, in the order of the network's mix.
    package func missing(in mix: [ExamShare]) -> [ExamShare] {
        let left = Set(empty + (unestimated ?? []))
        return mix.filter { left.contains($0.examType.id) }
    }
}
