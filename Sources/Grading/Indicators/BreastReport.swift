/// What the text of a breast report says, for the share of reports with a BI-RADS class.
package struct BreastReport: Sendable, Equatable {
    /// Whether a lesion is named that is not denied.
    package let namesLesion: Bool
    /// Whether a BI-RADS class 0–6 is given.
    package let hasClass: Bool

    /// Reads a report in Chinese or English.
    ///
    /// A clause with a word of denial (未见, 无, no …) names no lesion, so "未见明显肿块" is none. A class is BI-RADS, in
    /// whatever hyphen, followed within a few characters by 0 to 6, as in `BI-RADS 4A类` and `BI-RADS分类：3类`.
    package init(_ text: String) {
        let lowered = text.lowercased()
        hasClass = lowered.contains(Self.classPattern)
        let clauses = lowered.split { "。；;，,.\n\r、".contains($0) }
        namesLesion = clauses.contains { clause in
            Self.lesions.contains { clause.contains($0) } && !clause.contains(Self.denial)
        }
    }

    private static let lesions = [
        "结节", "肿块", "包块", "占位", "病灶", "囊肿", "低回声区", "混合回声", "无回声区", "团块", "lesion", "nodule",
        "mass", "cyst",
    ]

    // 无回声 is a finding, not a denial.
    private nonisolated(unsafe) static let denial = /未见|未探及|未发现|未及|没有|无(?!回声)|\bno\b|\bwithout\b/
    private nonisolated(unsafe) static let classPattern =
        /bi[\s\-‐–—－]*rads[\s\-:：（(]*(?:us)?[\s:：]*(?:分类|分级|category|class|评估)*[\s:：为]*(?:[0-6]|[ⅰ-ⅵ])/
}
