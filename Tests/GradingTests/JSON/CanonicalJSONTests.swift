import Grading
import Imaging
import Testing

@Suite struct CanonicalJSONTests {
    private struct Numbers: Codable, Equatable {
        var values: [Double]
    }

    @Test func `numbers are as short as they can be`() throws {
        let values = [92.5, 92.499999, 0.1, 181, 0, 100, 0.3333, 1e-4, 12345.6789, -0.25]
        let text = try CanonicalJSON.text(Numbers(values: values))
        #expect(text == #"{"values":[92.5,92.499999,0.1,181,0,100,0.3333,0.0001,12345.6789,-0.25]}"#)
        #expect(try CanonicalJSON.value(Numbers.self, from: Array(text.utf8)).values == values)
    }

    @Test func `keys are sorted by their bytes and slashes stay as they are`() throws {
        let text = try CanonicalJSON.text(["b/c": "x/y", "a10": "", "a9": "", "B": "", "中": "图"])
        #expect(text == #"{"B":"","a10":"","a9":"","b/c":"x/y","中":"图"}"#)
    }

    @Test func `a grade reads back equal and is written with the same bytes`() throws {
        let rubric = try RubricLibrary().fallback
        var metrics = try Examples.soundMetrics()
        metrics["gain.p50"] = 187.123456789
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: rubric)
            .sampled(drawn: true, share: 0.05)
        let bytes = try CanonicalJSON.bytes(image)
        let again = try CanonicalJSON.value(GradedImage.self, from: bytes)
        #expect(again == image)
        #expect(try CanonicalJSON.bytes(again) == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""gain.p50":187.1235"#))
        #expect(text.contains(#""path":"a/b.jpg""#))
        #expect(text.contains(#""box":[212,40,600,640]"#))
        #expect(!text.contains("null") && !text.contains("\n"))
    }

    @Test func `a number that is not finite is refused`() {
        #expect(throws: (any Error).self) { try CanonicalJSON.bytes(Numbers(values: [.nan])) }
    }
}
