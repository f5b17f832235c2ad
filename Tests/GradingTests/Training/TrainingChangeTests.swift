import Grading
import Testing

/// Exams of ten images each, so many of which have a finding.
private func exams(_ affected: [Int], of images: Int = 10) -> [ExamFindings] {
    affected.enumerated().map {
        ExamFindings(exam: "E\($0)", images: images, found: Array(repeating: ["BLUR"], count: $1))
    }
}

@Suite("Before and after a training")
struct TrainingChangeTests {
    @Test("The interval is Newcombe's: his example of 56 of 70 and 48 of 80")
    func newcombe() {
        // R. G. Newcombe, Stat. Med. 17 (1998) 873–890, table II, example (a), method 10: 0.0524 to 0.3339.
        let limits = ShareInterval(newcombe: (48.0 / 80, 80), (56.0 / 70, 70))
        #expect(abs(limits.low - 0.0524) < 0.0001)
        #expect(abs(limits.high - 0.3339) < 0.0001)
    }

    @Test("Fewer findings on many images is an improvement, and the counts are as they were")
    func improved() throws {
        let change = TrainingChange(
            before: exams(Array(repeating: 4, count: 30)),
            after: exams(Array(repeating: 1, count: 30)),
            codes: ["BLUR", "ASPECT"]
        )
        #expect(change.before == .init(exams: 30, images: 300, affected: 120))
        #expect(change.after == .init(exams: 30, images: 300, affected: 30))
        #expect(change.verdict == .improved)
        #expect(change.designEffect == 1)
        let difference = try #require(change.difference)
        #expect(abs(difference + 0.3) < 1e-12)
        let limits = try #require(change.interval)
        #expect(limits.low < -0.3 && limits.high > -0.3 && limits.high < -0.2)
    }

    @Test("Findings that come in whole exams make the interval wider: images of one exam are alike")
    func clustered() throws {
        let whole = TrainingChange(
            before: exams([10, 10, 0, 0, 0, 0, 0, 0, 0, 0]),
            after: exams([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]),
            codes: ["BLUR"]
        )
        let spread = TrainingChange(
            before: exams([2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
            after: exams([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
            codes: ["BLUR"]
        )
        #expect(whole.difference == spread.difference)
        // Each side: residuals 2·8² + 8·2² = 160 and 9² + 9·1² = 90, times 10/9, over 16 + 9.
        #expect(abs(whole.designEffect - 250.0 * 10 / 9 / 25) < 1e-9)
        let (wide, narrow) = (try #require(whole.interval), try #require(spread.interval))
        #expect(wide.high - wide.low > 2 * (narrow.high - narrow.low))
        #expect(whole.verdict == .unclear)
    }

    @Test("Too few exams or images say nothing, and no images have no difference")
    func few() {
        let fewExams = TrainingChange(before: exams([9, 9, 9, 9, 9]), after: exams([0, 0, 0, 0]), codes: ["BLUR"])
        #expect(fewExams.verdict == .tooFew)
        #expect(fewExams.interval == nil)
        #expect(fewExams.difference != nil)
        let fewImages = TrainingChange(
            before: exams([9, 9, 9, 9, 9]),
            after: exams([0, 0, 0, 0, 0], of: 3),
            codes: ["BLUR"]
        )
        #expect(fewImages.verdict == .tooFew)
        let none = TrainingChange(before: exams([1]), after: [], codes: ["BLUR"])
        #expect(none.difference == nil)
        #expect(none.after.share == nil)
        #expect(none.verdict == .tooFew)
    }

    @Test("Who has more images afterwards does not shift the change of all together")
    func together() throws {
        // A falls from .5 to .4, B from .1 to 0; pooled naively it would rise, since A has nearly all images afterwards.
        let a = TrainingChange(before: exams([5, 5]), after: exams(Array(repeating: 4, count: 10)), codes: ["BLUR"])
        let b = TrainingChange(before: exams(Array(repeating: 1, count: 10)), after: exams([0, 0]), codes: ["BLUR"])
        let both = try #require(TrainingChange.together([a, b]))
        #expect(abs(both.difference + 0.1) < 1e-12)
        #expect(both.interval == nil)
        let enough = TrainingChange(
            before: exams(Array(repeating: 5, count: 20)),
            after: exams(Array(repeating: 2, count: 20)),
            codes: ["BLUR"]
        )
        let alone = try #require(TrainingChange.together([enough]))
        let limits = try #require(alone.interval)
        // −.3 ± 1.96·√(.25/200 + .16/200)
        #expect(abs(limits.low + 0.38875) < 0.0001)
        #expect(abs(limits.high + 0.21125) < 0.0001)
        #expect(TrainingChange.together([]) == nil)
    }
}
