import Grading
import Imaging
import Testing

/// Values that several suites share.
enum Examples {
    /// The measurements of a good picture: the built-in example that all others are like.
    static func soundMetrics() throws -> [String: Double] {
        let general = try #require(try RubricLibrary().rubric(id: "general"))
        return try #require(general.examples.first { $0.id == "sound" }).metrics
    }

    static func area(confidence: Double = 0.97) -> ScanArea {
        let corners = [(212, 40), (811, 40), (811, 679), (212, 679)].map { PixelPoint(x: $0.0, y: $0.1) }
        return ScanArea(
            shape: .sector,
            box: PixelBox(x: 212, y: 40, width: 600, height: 640),
            confidence: confidence,
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            ),
            outline: corners
        )
    }

    static func examination(
        _ metrics: [String: Double],
        format: ImageFormat = .jpeg,
        conditions: Set<Condition> = [],
        area: ScanArea? = area()
    ) -> ImageExamination {
        ImageExamination(
            facts: ImageFacts(format: format, width: 1024, height: 768, jpegQuality: format == .jpeg ? 90 : nil),
            scanArea: area,
            measurements: Measurements(values: metrics),
            conditions: conditions
        )
    }

    static let request = GradeRequest(
        path: "a/b.jpg",
        sha256: String(repeating: "0", count: 64),
        section: "abd.liver.porta1",
        examType: "abdomen",
        language: .en,
        program: "0.1.0"
    )

    /// A rubric small enough to work out by hand: items of 20, 30 and 50 points.
    static let small = """
        id: small
        version: 1.0
        title: {zh: 小, en: Small}
        exam_types: [abdomen]
        extends: words
        items:
          - id: gain
            name: {zh: 增益, en: Gain}
            weight: 20
            criteria:
              - metric: gain.p50
                high: {warn: 100, defect: 200, severe: 220, code: GAIN_HIGH}
                low: {warn: 50, defect: 40, severe: 10, code: GAIN_LOW}
          - id: clarity
            name: {zh: 清晰, en: Clarity}
            weight: 30
            criteria:
              - metric: jpeg.q
                low: {warn: 75, defect: 60, severe: 40, code: JPEG_LOW}
                when: {formats: [jpeg]}
              - metric: res.h
                low: {warn: 400, defect: 300, severe: 200, code: LOWRES}
          - id: coupling
            name: {zh: 耦合, en: Coupling}
            weight: 50
            criteria:
              - metric: shadow.frac
                high: {warn: 20, defect: 40, severe: 60, code: SHADOW}
                when: {except_sections: ["abd.gb.*"]}
        """

    /// Levels, caps and the advice that every rubric needs.
    static let words: String = {
        let advice = FindingCode.all.map { entry in
            // What no metric gives has no numbers to fill in.
            FindingCode.always.contains(entry.code)
                ? "  \(entry.code): {zh: 建议, en: Look at it}\n"
                : "  \(entry.code): {zh: \"建议 {value}\", en: \"Aim at {target}: {value} is past {limit}\"}\n"
        }
        return """
            id: words
            version: "1"
            title: {zh: 词, en: Words}
            levels: {A: 90, B: 80, C: 60}
            caps: {critical: 59, major: 79}
            advice:

            """ + advice.joined()
    }()

    /// Loads a rubric text over `words`.
    static func load(_ text: String, name: String = "test.yaml") throws(RubricError) -> Rubric {
        let rubrics = try RubricLoader.load(
            [RubricSource(name: name, text: text)],
            extending: [RubricSource(name: "words.yaml", text: words)]
        )
        return rubrics[0]
    }
}

/// A small seeded generator (SplitMix64), so that property tests try the same values everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
