import Grading
import Imaging
import Intake
import ReviewDesk
import Testing

struct DrawnCaseTests {
    @Test("The review screen gives the same decibels as the report, beside a baseline too")
    func advice() throws {
        let library = try RubricLibrary()
        let rubric = library.fallback
        for usual in [60.0, 80, 95] {
            let grade = GradedImage(
                path: "a.png",
                status: .graded,
                metrics: ["gain.p50": 122],
                findings: [
                    Finding(
                        code: "GAIN_HIGH",
                        severity: .minor,
                        metric: "gain.p50",
                        value: 122,
                        limit: usual + 25,
                        limitOrigin: .baseline(snapshot: "2026-11")
                    )
                ],
                triage: Triage(route: .pass, reasons: []),
                rubric: rubric.reference,
                baseline: Baseline(
                    snapshot: "2026-11",
                    metrics: ["gain.p50": Baseline.Usual(images: 40, median: usual, mad: 3)]
                )
            )
            let drawn = try #require(DrawnCase.advice(on: grade, by: rubric)["GAIN_HIGH"])
            #expect(drawn == FindingWords.advice(on: grade, library: library)["GAIN_HIGH"])
            // 255 grey are 60 dB.
            let decibels = Int(((122 - usual) * 60 / 255).rounded())
            #expect(drawn.zh.contains("约 \(decibels) dB") && drawn.en.contains("about \(decibels) dB"), "\(drawn.en)")
        }
    }
}
