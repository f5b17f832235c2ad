internal import Foundation

/// What the text of a breast report says, for the share of reports with a BI-RADS class.
package struct BreastReport: Sendable, Equatable {
    /// Whether a lesion is named that is not denied.
    package let namesLesion: Bool
    /// Whether a BI-RADS class 0–6 is given.
    package let hasClass: Bool

    /// Reads a report in Chinese or English; full-width letters and digits are read as plain ones.
    ///
    /// A word of denial (未见, 无, no …) denies the lesions that come after it in its clause, so "未见明显肿块" names none
    /// and "结节内无血流" names one. It goes on through an enumeration up to the end of the sentence ("未见明显结节、肿块，囊肿")
    /// but not into a clause that finds something or speaks of another place ("未见肿块，左乳见囊肿"). A class is BI-RADS, in
    /// whatever hyphen, followed within a few characters by 0 to 6 or I to VI, as in `BI-RADS 4A类`, `BI-RADS IV类` and
    /// `BI-RADS分类：左乳3类`.
    package init(_ text: String) {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        hasClass = plain.contains(Self.classPattern)
        namesLesion = plain.split(separator: Self.sentenceEnd).contains { Self.namesLesion(sentence: $0) }
    }

    private static func namesLesion(sentence: Substring) -> Bool {
        var isDenied = false
        for clause in sentence.split(separator: ",") {
            // "无血流的结节" says what the nodule is like.
            var rest = String(clause.replacing(attribute, with: " "))[...]
            if isDenied, rest.contains(finding) { isDenied = false }
            while !rest.isEmpty {
                if isDenied {
                    guard let turn = rest.firstMatch(of: turn) else { break }
                    rest = rest[turn.range.upperBound...]
                    isDenied = false
                    continue
                }
                let denial = rest.firstMatch(of: denial)
                let said = rest[..<(denial?.range.lowerBound ?? rest.endIndex)]
                let after = denial.map { rest[$0.range.upperBound...] } ?? ""
                // "肿块：无", "结节未见": nothing is left for the denial but what stands before it.
                let isAnswer = denial != nil && after.allSatisfy(\.isWhitespace)
                if !isAnswer, lesions.contains(where: { said.contains($0) }) { return true }
                isDenied = denial != nil
                rest = after
            }
        }
        return false
    }

    private static let lesions = [
        "结节", "肿块", "包块", "占位", "病灶", "囊肿", "低回声区", "混合回声", "无回声区", "团块", "lesion", "nodule",
        "mass", "cyst",
    ]

    private nonisolated(unsafe) static let sentenceEnd = /[。｡;!?]|\R|\.(?![0-9])/
    // 无回声 is a finding, not a denial.
    private nonisolated(unsafe) static let denial =
        /未见|未探及|未发现|未及|没有|无(?!回声)|\bno\b|\bwithout\b|\bnegative for\b|\bfree of\b/
    private nonisolated(unsafe) static let attribute = /(?:没有|无)(?!回声)(?!(?:明显|明确|异常|可疑|确切|其他|其它)*的)[^,、]*?的/
    private nonisolated(unsafe) static let turn = /但|仅见|另见|\bbut\b|\bexcept\b|\bhowever\b/
    private nonisolated(unsafe) static let finding =
        /见|探及|查及|发现|显示|考虑|提示|伴|大小|左|右|侧|象限|点|乳|个|枚|处|\bseen\b|\bnoted\b|\bpresent\b|\bthere\b|\bleft\b|\bright\b/
    private nonisolated(unsafe) static let classPattern =
        /bi[\s\-‐–—−]*rads[\s\-:(]*(?:us)?[\s:]*(?:分类|分级|category|class|评估)*[\s:为]*(?:[左右双]侧?(?:乳腺|乳房|乳)?[\s:为]*)?(?:[0-6](?![0-9]|th|版)|(?:iii|ii|iv|vi|v|i)[abc]?(?![a-z]))/
}
