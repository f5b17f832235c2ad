import Foundation
import Imaging

/// The section on duplicates of docs/validity.md.
enum FingerprintTable {
    typealias Tests = FingerprintValidityTests

    /// With `SONOGRADE_WRITE_DOCS=1`, writes the tables between `<!-- duplicates: made by FingerprintValidityTests -->` and
    /// `<!-- duplicates: end -->`.
    static func write(_ copies: [Tests.CopyDistance], _ pairs: [Tests.Pair]) throws {
        guard ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1" else { return }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/validity.md")
        var text = try String(contentsOf: file, encoding: .utf8)
        guard let start = text.range(of: "<!-- duplicates: made by FingerprintValidityTests -->\n"),
            let end = text.range(of: "<!-- duplicates: end -->", range: start.upperBound..<text.endIndex)
        else { return }
        let tables = byLimit(copies, pairs) + byCopy(copies) + different(pairs)
        text.replaceSubrange(start.upperBound..<end.lowerBound, with: tables)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// What each limit finds, and what it takes for the same wrongly.
    private static func byLimit(_ copies: [Tests.CopyDistance], _ pairs: [Tests.Pair]) -> String {
        var result = """
            | side | at most | copies found | different pictures taken for one | upper bound, 95 % |
            |---|---|---|---|---|

            """
        for side in ReferenceOutline.Side.allCases {
            let ofSide = copies.filter { $0.side == side }
            let others = pairs.filter {
                $0.side == side && ($0.relation == .sameSource || $0.relation == .otherSource)
            }
            for limit in [15, PictureFingerprint.mostOfCopies, 31, 39, 47, 55, 63, 71, 79, 87] {
                let wrong = others.count { $0.bits <= limit }
                let found = share(ofSide.count { $0.bits.map { $0 <= limit } ?? false }, of: ofSide.count)
                result += "| \(side.rawValue) | \(limit) | \(found) of \(ofSide.count) | \(wrong) of \(others.count) "
                result += "| \(String(format: "%.1e", upperBound(wrong, of: others.count))) |\n"
            }
        }
        return result + "\n"
    }

    private static func byCopy(_ copies: [Tests.CopyDistance]) -> String {
        var result = """
            | copy | n | no fingerprint | median | 90 % | most | found: tuning | found: held-out |
            |---|---|---|---|---|---|---|---|

            """
        for copy in PictureCopy.allCases {
            let all = copies.filter { $0.copy == copy }
            let bits = all.compactMap(\.bits).sorted()
            let cells = [0.5, 0.9, 1].map { quantile(bits, $0) }.joined(separator: " | ")
            let found = [ReferenceOutline.Side.tuning, .heldOut].map { side in
                let ofSide = all.filter { $0.side == side }
                return share(
                    ofSide.count { $0.bits.map { $0 <= PictureFingerprint.mostOfCopies } ?? false },
                    of: ofSide.count
                )
            }
            result += "| \(copy.rawValue) | \(all.count) | \(all.count - bits.count) | \(cells) "
            result += "| \(found.joined(separator: " | ")) |\n"
        }
        return result + "\n"
    }

    private static func different(_ pairs: [Tests.Pair]) -> String {
        var result = """
            | side | pairs | n | least | 0.1 % | median | at most \(PictureFingerprint.mostOfCopies) |
            |---|---|---|---|---|---|---|

            """
        for side in ReferenceOutline.Side.allCases {
            for relation in Tests.Relation.allCases {
                let found = pairs.filter { $0.side == side && $0.relation == relation }
                guard !found.isEmpty else { continue }
                let bits = found.map(\.bits).sorted()
                let near = found.filter { $0.bits <= PictureFingerprint.mostOfCopies }
                let cells = [0, 0.001, 0.5].map { quantile(bits, $0) }.joined(separator: " | ")
                let names = near.map { $0.names.joined(separator: " = ") }.sorted().joined(separator: ", ")
                result += "| \(side.rawValue) | \(relation.rawValue) | \(found.count) | \(cells) "
                result += "| \(near.count)\(names.isEmpty ? "" : ": " + names) |\n"
            }
        }
        return result
    }

    private static func share(_ count: Int, of all: Int) -> String {
        all == 0 ? "–" : String(format: "%.1f %%", 100 * Double(count) / Double(all))
    }

    /// The value below which a share of sorted ones lies.
    private static func quantile(_ sorted: [Int], _ share: Double) -> String {
        sorted.isEmpty ? "–" : "\(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))])"
    }

    /// The largest rate at which so few or fewer of n would be seen with a chance of 5 % (Clopper and Pearson): 3 ÷ n
    /// for none.
    private static func upperBound(_ wrong: Int, of count: Int) -> Double {
        guard count > 0, wrong < count else { return 1 }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let rate = (low + high) / 2
            if chance(ofAtMost: wrong, of: count, rate: rate) > 0.05 { low = rate } else { high = rate }
        }
        return high
    }

    private static func chance(ofAtMost most: Int, of count: Int, rate: Double) -> Double {
        let n = Double(count)
        return (0...most).reduce(0.0) { sum, number in
            let k = Double(number)
            let ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
            return sum + exp(ways + k * log(rate) + (n - k) * log(1 - rate))
        }
    }
}
