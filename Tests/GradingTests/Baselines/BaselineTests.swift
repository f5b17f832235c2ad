import Grading
import Testing

@Suite struct BaselineTests {
    @Test(arguments: [
        ([3.0], 3.0, 0.0), ([1, 2], 1.5, 0.5), ([5, 1, 3], 3, 2), ([1, 2, 3, 4, 100], 3, 1), ([7, 7, 7, 9], 7, 0),
        // Sorted 2 4 8 10: median 6, distances 2 2 4 4.
        ([10, 2, 8, 4], 6, 3),
    ])
    func `median and MAD are those worked out by hand`(_ values: [Double], _ median: Double, _ mad: Double) throws {
        let usual = try #require(Baseline.Usual(of: values))
        #expect(usual == Baseline.Usual(images: values.count, median: median, mad: mad))
    }

    @Test func `what is not finite does not count, and nothing gives nothing`() {
        #expect(Baseline.Usual(of: []) == nil)
        #expect(Baseline.Usual(of: [.nan, .infinity]) == nil)
        #expect(Baseline.Usual(of: [.nan, 4, -.infinity]) == Baseline.Usual(images: 1, median: 4, mad: 0))
        let huge = Baseline.Usual(of: [.greatestFiniteMagnitude, .greatestFiniteMagnitude])
        #expect(huge?.median == .greatestFiniteMagnitude)
    }
}
