package import Imaging

extension Rubric {
    /// Grades the rubric's own examples; what comes out otherwise than expected, one line each.
    package func failingExamples(file: String) -> [RubricMistake] {
        examples.flatMap { example -> [RubricMistake] in
            let grade = Grader.grade(example.examination, as: example.request, by: self)
            return example.expected.differences(from: grade).map {
                RubricMistake(file: file, line: example.line, message: "example “\(example.id)”: \($0)")
            }
        }
    }
}

extension RubricExample {
    /// A picture with the example's measurements and a scan area found surely.
    package var examination: ImageExamination {
        let box = PixelBox(x: 0, y: 0, width: 1024, height: 768)
        let corners = [(0, 0), (1023, 0), (1023, 767), (0, 767)].map { PixelPoint(x: $0.0, y: $0.1) }
        let area = ScanArea(
            shape: .linear,
            box: box,
            confidence: 1,
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            ),
            outline: corners
        )
        return ImageExamination(
            facts: ImageFacts(format: format, width: 1024, height: 768),
            scanArea: area,
            measurements: Measurements(values: metrics),
            conditions: conditions
        )
    }

    /// The request to grade it by.
    package var request: GradeRequest { GradeRequest(path: id, section: section, examType: examType, language: .en) }
}

extension RubricExample.Expectation {
    /// What differs, in words.
    func differences(from grade: GradedImage) -> [String] {
        var lines: [String] = []
        func compare(_ what: String, _ expected: String?, _ found: String?) {
            guard let expected, expected != found else { return }
            lines.append("expected \(what) \(expected), found \(found ?? "none")")
        }
        compare("status", status.rawValue, grade.status.rawValue)
        compare("score", score.map(AdviceText.score), grade.score.map(AdviceText.score))
        compare("level", level?.rawValue, grade.level?.rawValue)
        compare("route", route?.rawValue, grade.triage.route.rawValue)
        let found = Dictionary(grade.findings.map { ($0.code, $0.severity) }, uniquingKeysWith: max)
        let list: ([String: Severity]) -> String = { findings in
            findings.isEmpty
                ? "none" : findings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
        compare("findings", list(findings), list(found))
        return lines
    }
}

extension AdviceText {
    /// A score with its one decimal.
    static func score(_ value: Double) -> String { "\(value.rounded(decimals: 1))" }
}
