import Foundation
import Grading
import Imaging
import Testing

/// The grade's own writer against the encoder of the library, byte by byte.
@Suite struct GradedImageJSONTests {
    /// What the library's encoder makes of a grade's `Codable` conformance.
    private static func reference(_ grade: GradedImage) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(grade), as: UTF8.self)
    }

    private static func withMetrics(_ metrics: [String: Double]) -> GradedImage {
        GradedImage(path: "p", status: .unsure, metrics: metrics, triage: Triage(route: .review, reasons: []))
    }

    private static func withPath(_ path: String) -> GradedImage {
        GradedImage(path: path, status: .unsure, triage: Triage(route: .review, reasons: [path]))
    }

    @Test func `a grade with everything in it`() throws {
        var grade = GradedImage(
            path: "a/\"b\"\\c\u{1}.jpg",
            pathRaw: "YQ==",
            sha256: "00ff",
            status: .graded,
            section: "abd.liver",
            image: ImageFacts(
                format: .jpeg,
                width: 1024,
                height: 768,
                frames: 2,
                jpegQuality: 90,
                notes: ["tab\t", "line\n", "图"]
            ),
            scanArea: ScanAreaSummary(
                shape: .convex,
                box: PixelBox(x: -1, y: 0, width: 10, height: 200),
                confidence: 0.97
            ),
            metrics: ["gain.p50": 93, "gain.p5": -0.25, "sat.hi": 1e-7],
            score: 92.5,
            level: .a,
            items: [ItemScore(id: "gain", weight: 12.5, score: 0.9999)],
            findings: [
                Finding(
                    code: "GAIN_HIGH",
                    severity: .minor,
                    metric: "gain.p50",
                    value: 187.1235,
                    limit: 160,
                    limitOrigin: .absolute,
                    deduction: 3.75,
                    advice: "把总增益调低约 5 dB（60 dB）。"
                ),
                Finding(code: "NOISE", severity: .info, limitOrigin: .baseline(snapshot: "2026/\"w47\"")),
            ],
            triage: Triage(route: .pass, reasons: [], inclusionProbability: 0.05),
            rubric: RubricReference(id: "general", version: "1.2", sha256: "ab"),
            program: "0.1.0",
            baseline: Baseline(
                snapshot: "s",
                metrics: ["sat.hi": .init(images: 40, median: 1.5, mad: 0), "a": .init(images: 1, median: 2, mad: 3)]
            ),
            error: ImagingError(code: .corrupt, message: "no; try again"),
            marks: [Mark(metric: "tgc.band", outline: [PixelPoint(x: 1.25, y: -3.04), PixelPoint(x: 1e7, y: 0)])],
            outline: [PixelPoint(x: 0.05, y: 511.949_999), PixelPoint(x: -0.01, y: 2)]
        )
        #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
        grade.marks = []
        grade.items = []
        grade.metrics = [:]
        grade.outline = []
        grade.level = nil
        #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
    }

    @Test func `a grade with nothing in it`() throws {
        let grade = Self.withPath("")
        #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
    }

    @Test func `every character below 128, and some beyond`() throws {
        let texts = (0..<128).map { String(UnicodeScalar(UInt8($0))) } + ["中文", "e\u{301}", "🩻", "\u{2028}", "\u{80}"]
        for text in texts + [texts.joined()] {
            let grade = Self.withPath(text)
            #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
        }
    }

    @Test func `keys in the order of their bytes`() throws {
        let grade = Self.withMetrics([
            "b.p50": 1, "b.p5": 2, "b": 3, "B": 4, "b_c": 5, "b10": 6, "b9": 7, "中": 8, "é": 9,
        ])
        #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
    }

    @Test func `numbers of every size, sign and precision`() throws {
        var random = SplitMix64(seed: 20_261_121)
        var values = [
            0, -0.0, 1, -1, 0.1, 0.0001, 0.00001, 0.00005, 0.12345, 1e15, 1e16, -1e16, 1e21, 123_456_789.0123,
            9_999_999_999.9999,
            1e10, 12_345_678_901.2345, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, .pi,
            1 / 3.0, 0.30000000000000004, 4_503_599_627_370_496.5, 9_007_199_254_740_993,
        ]
        for _ in 0..<4000 {
            values.append((Double(Int64(bitPattern: random.next()) >> 30) / 10_000))
            values.append((Double(Int64(bitPattern: random.next()) >> 44) / 10_000).nextUp)
            let bits = Double(bitPattern: random.next())
            if bits.isFinite { values.append(bits) }
        }
        for group in stride(from: 0, to: values.count, by: 500) {
            var metrics: [String: Double] = [:]
            for index in group..<min(values.count, group + 500) { metrics["m\(index)"] = values[index] }
            let grade = Self.withMetrics(metrics)
            #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
        }
    }

    @Test func `a grade with a number that is not finite is refused`() {
        for value in [Double.nan, .infinity, -.infinity] {
            #expect(throws: (any Error).self) { try CanonicalJSON.bytes(Self.withMetrics(["a": value])) }
        }
    }

    @Test func `grades of the built-in examples`() throws {
        for rubric in try RubricLibrary().rubrics {
            for example in rubric.examples {
                for language in [Language.zh, .en] {
                    let request = GradeRequest(path: example.id, examType: example.examType, language: language)
                    let examination = Examples.examination(example.metrics, format: example.format)
                    let grade = Grader.grade(examination, as: request, by: rubric)
                    #expect(try CanonicalJSON.text(grade) == Self.reference(grade))
                }
            }
        }
    }
}
