import Foundation

/// Figures of one group of pictures against their reference outlines.
struct AgreementTable {
    /// Pictures large enough to be judged.
    let count: Int
    /// Median intersection over union, of the sure and the unsure.
    let median: Double
    /// How many are sure.
    let sure: Int
    /// Share of the sure ones at 0.90 or above.
    let goodShare: Double
    /// How many are not sure.
    var unsure: Int { count - sure }
    /// Sure, and below 0.90: what would be graded wrongly.
    let wrong: Int
    /// Pictures that are smaller than can be judged; in no other figure.
    let tooSmall: Int

    /// Sums outcomes up.
    init(_ outcomes: [ReferenceOutlineTests.Outcome]) {
        let judged = outcomes.filter { !$0.isTooSmall }
        let values = judged.map(\.agreement).sorted()
        let sureValues = judged.filter(\.isSure).map(\.agreement)
        count = judged.count
        tooSmall = outcomes.count - judged.count
        median = values.isEmpty ? 0 : (values[values.count / 2] + values[(values.count - 1) / 2]) / 2
        sure = sureValues.count
        wrong = sureValues.count { $0 < 0.9 }
        goodShare = 1 - Double(wrong) / Double(max(1, sureValues.count))
    }

    /// Cells of a Markdown row.
    var cells: String {
        let share = String(format: "%.1f", 100 * goodShare)
        let unsureShare = String(format: "%.1f", 100 * Double(unsure) / Double(max(1, count)))
        let middle = String(format: "%.3f", median)
        return "\(count) | \(middle) | \(share) | \(wrong) | \(unsure) (\(unsureShare) %) | \(tooSmall)"
    }

    /// With `SONOGRADE_WRITE_DOCS=1`, prints a table into its section of docs/validity.md.
    ///
    /// A section lies between `<!-- NAME: made by ReferenceOutlineTests -->` and `<!-- NAME: end -->`.
    static func write(_ table: String, section: String) throws {
        guard ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1" else { return }
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/validity.md")
        var text = try String(contentsOf: file, encoding: .utf8)
        guard let start = text.range(of: "<!-- \(section): made by ReferenceOutlineTests -->\n"),
            let end = text.range(of: "<!-- \(section): end -->", range: start.upperBound..<text.endIndex)
        else { return }
        text.replaceSubrange(start.upperBound..<end.lowerBound, with: table)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}

/// The tables of docs/validity.md.
enum OutlineTable {
    private static let head = """
         n | median IoU | sure: ≥ 0.90, % | sure: below | unsure | too small |
        |---|---|---|---|---|---|---|---|

        """

    /// By side and kind.
    static func untouched(_ outcomes: [ReferenceOutlineTests.Outcome]) -> String {
        var result = "| side | kind |" + head
        for side in ReferenceOutline.Side.allCases {
            let ofSide = outcomes.filter { $0.side == side }
            for kind in Set(ofSide.map(\.kind)).sorted() {
                let cells = AgreementTable(ofSide.filter { $0.kind == kind }).cells
                result += "| \(side.rawValue) | \(kind) | \(cells) |\n"
            }
            result += "| \(side.rawValue) | all | \(AgreementTable(ofSide).cells) |\n"
        }
        return result
    }

    /// By side, and by width and place of the loss.
    static func lostContact(_ outcomes: [(ReferenceOutlineTests.Loss, ReferenceOutlineTests.Outcome)]) -> String {
        var result = "| side | black columns |" + head
        for side in ReferenceOutline.Side.allCases {
            let ofSide = outcomes.filter { $0.1.side == side }
            for loss in ReferenceOutlineTests.Loss.allCases {
                let cells = AgreementTable(ofSide.filter { $0.0.name == loss.name }.map(\.1)).cells
                result += "| \(side.rawValue) | \(loss.name) | \(cells) |\n"
            }
            result += "| \(side.rawValue) | all | \(AgreementTable(ofSide.map(\.1)).cells) |\n"
        }
        return result
    }
}
