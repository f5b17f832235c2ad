/// A rubric file's next version: the same text with another version, the threshold learned, and where it comes from.
///
/// Examples whose score lies below the threshold go to an expert now, and say so. Everything else, comments included, stays byte for
/// byte, so that a difference tool shows what was learned and nothing more.
package enum CalibratedRubricText {
    /// Writes the file.
    ///
    /// - Parameters:
    ///   - source: The rubric's present file.
    ///   - rubric: What it says, with what it inherits.
    ///   - version: The new version's text.
    ///   - date: When it was learned, such as `2026-11-21`.
    /// - Returns: The new text; whoever stores it loads it first, as it would any rubric.
    package static func text(
        of source: RubricSource,
        rubric: Rubric,
        version: String,
        calibration: RubricCalibration,
        date: String
    ) -> String {
        var lines = String(decoding: source.bytes, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
        let limit = threshold(of: rubric, after: calibration)
        route(rubric, below: limit, in: &lines)
        while lines.last?.isEmpty == true { lines.removeLast() }
        replace("calibration", in: &lines, by: nil)
        replace("triage", in: &lines, by: triage(rubric.triage, below: limit))
        replace("version", in: &lines, by: "version: \(quoted(version))")
        lines.append("")
        lines += provenance(calibration, of: rubric, date: date)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The version after this one: its last number raised by one, or `.1` put behind a text that ends in none.
    package static func next(after version: String) -> String {
        let digits = version.reversed().prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(String(digits.reversed())), number < Int.max else { return version + ".1" }
        return version.dropLast(digits.count) + "\(number + 1)"
    }

    /// The `score_below` of the next version, 0–100; 0 is none.
    ///
    /// Never below the present one: what that sends to an expert was counted among the flagged, whom every threshold of the
    /// calibration leaves flagged, so that its recall and load hold for the higher of both.
    package static func threshold(of rubric: Rubric, after calibration: RubricCalibration) -> Double {
        max(rubric.triage.scoreBelow ?? 0, min(100, calibration.chosen.scoreBelow))
    }

    private static func triage(_ rule: TriageRule, below score: Double) -> String {
        let severities = rule.severities.sorted().map(\.rawValue).joined(separator: ", ")
        let codes = rule.codes.sorted().joined(separator: ", ")
        let levels = rule.levels.sorted(by: >).map(\.rawValue).joined(separator: ", ")
        let threshold = score > 0 ? ", score_below: \(score)" : ""
        return "triage: {severities: [\(severities)], codes: [\(codes)], levels: [\(levels)]\(threshold)}"
    }

    /// Expects `review` of the examples that scored below `score` and were expected to pass.
    private static func route(_ rubric: Rubric, below score: Double, in lines: inout [String]) {
        let starts = rubric.examples.map(\.line).sorted()
        for example in rubric.examples where example.expected.route == .pass {
            let grade = Grader.grade(example.examination, as: example.request, by: rubric)
            guard let own = grade.score, own < score, (1...lines.count).contains(example.line) else { continue }
            let end = starts.first { $0 > example.line } ?? lines.count + 1
            for index in example.line - 1..<min(end - 1, lines.count) {
                lines[index] = lines[index].replacing("route: pass", with: "route: review")
            }
        }
    }

    /// Puts `text` where a top-level key and all that belongs to it stood, or at the end where it stood nowhere.
    private static func replace(_ key: String, in lines: inout [String], by text: String?) {
        guard let start = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else {
            if let text { lines.append(text) }
            return
        }
        // What is indented belongs to the key; blank lines before something else do not.
        var end = start + 1
        var index = end
        while index < lines.count, lines[index].isEmpty || lines[index].first == " " || lines[index].first == "}" {
            if !lines[index].isEmpty { end = index + 1 }
            index += 1
        }
        lines.replaceSubrange(start..<end, with: text.map { [$0] } ?? [])
    }

    private static func provenance(_ calibration: RubricCalibration, of rubric: Rubric, date: String) -> [String] {
        func shown(_ value: Double) -> String { "\(value.rounded(decimals: 4))" }
        func counts(_ part: RubricCalibration.Counts) -> String {
            "{images: \(part.images), judged: \(part.judged), needing_correction: \(part.needingCorrection)}"
        }
        var lines = [
            "# Where the threshold under triage comes from; read by people, not by the program.",
            "calibration:",
            "  date: \(quoted(date))",
            "  from: {version: \(quoted(rubric.version)), sha256: \(rubric.sha256)}",
            "  flagged: \(counts(calibration.flagged))",
            "  passed: \(counts(calibration.passed))",
        ]
        switch calibration.curve {
        case .logistic(let curve):
            lines.append("  method: logistic")
            lines.append("  curve: {intercept: \(shown(curve.intercept)), slope: \(shown(curve.slope))}")
        case .isotonic(let curve):
            lines.append("  method: isotonic")
            let steps = curve.steps.map { "[\(shown($0.from)), \(shown($0.probability))]" }.joined(separator: ", ")
            lines.append("  curve: [\(steps)]")
        }
        let quality = calibration.quality
        let interval = quality.aucInterval.map { ", \(shown($0.low)), \(shown($0.high))" } ?? ""
        lines += [
            "  auc: [\(shown(quality.auc))\(interval)]",
            "  brier: \(shown(quality.brier))",
            "  ece: \(shown(quality.calibrationError))",
            "  wanted: {recall: \(shown(calibration.goal.recall)), confidence: \(shown(calibration.goal.confidence)), "
                + "load: \(shown(calibration.goal.load))}",
            "  recall_bound: \(shown(calibration.chosen.recallBound))",
            "  load: \(shown(calibration.chosen.load))",
            "  reached: \(calibration.meetsGoal)",
        ]
        return lines
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
