import Grading
import Reports
import Testing

@Suite("Where a value lies among its limits")
struct LimitScaleTests {
    private let low: LimitSide?
    private let high: LimitSide?

    init() throws {
        let text = """
            id: trial
            version: "1"
            extends: general
            title: {zh: 试, en: Trial}
            items:
              - id: own
                name: {zh: 增益, en: Gain}
                weight: 20
                criteria:
                  - metric: gain.p50
                    high: {warn: 100, defect: 200, severe: 220, code: GAIN_HIGH}
                    low: {warn: 50, defect: 40, severe: 10, code: GAIN_LOW}
            """
        let rubric = try RubricLoader.load(
            [RubricSource(name: "t.yaml", text: text)],
            extending: BuiltInRubrics.sources
        )
        let criterion = try #require(rubric.first?.items.first { $0.id == "own" }?.criteria.first)
        (low, high) = (criterion.low, criterion.high)
    }

    /// Values of a band with their places in ninths: three zones on each side, and the good one three wide.
    private static let places: [(value: Double, ninths: Double)] = [
        (10, 1), (25, 1.5), (40, 2), (50, 3), (75, 4.5), (100, 6), (150, 6.5), (200, 7), (220, 8),
    ]

    @Test("In a band every limit lies on the border of its zone", arguments: places)
    func band(_ place: (value: Double, ninths: Double)) throws {
        let scale = try #require(LimitScale(low: low, high: high))
        let position = try #require(scale.position(of: place.value))
        #expect(abs(position * 9 - place.ninths) < 1e-12)
    }

    @Test("Values beyond the ends stay on the scale and keep their order")
    func ends() throws {
        for scale in [LimitScale(low: low, high: high), .init(low: low, high: nil), .init(low: nil, high: high)] {
            let scale = try #require(scale)
            let values: [Double] = [-.infinity, -1e9, -100, 0, 20, 45, 60, 90, 120, 210, 300, 1e9, .infinity]
            let places = values.map { scale.position(of: $0) ?? -1 }
            #expect(places == places.sorted() && places.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test("The bar is as long for every value and shows it once; what is no number has no place")
    func text() throws {
        let scale = try #require(LimitScale(low: nil, high: high))
        #expect(scale.text(of: 150) == "············░░●░▒▒▒▒▓▓▓▓")
        for value: Double in [0, 99, 100, 101, 500, .nan, .infinity] { #expect(scale.text(of: value).count == 24) }
        #expect(scale.position(of: Double.nan) == nil && !scale.text(of: Double.nan).contains("●"))
        #expect(LimitScale(low: nil, high: nil) == nil)
    }

    @Test("Lines are broken at spaces and between wide characters, and no sign is lost", arguments: [7, 12, 30])
    func broken(_ columns: Int) {
        for text in [
            "Turn the gain down until fluid is black.", "调低总增益，直到无回声区变黑。GAIN down 三",
            "averyverylongwordwithoutspaces x",
        ] {
            let lines = TextLines.broken(text, columns: columns)
            #expect(lines.allSatisfy { TerminalWidth.of($0) <= columns && !$0.isEmpty })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
        #expect(TextLines.broken("", columns: columns).isEmpty)
    }
}
