import Grading
import Testing

@Suite("Values of indicators")
struct IndicatorResultTests {
    private func indicator(_ source: Indicator.Source, _ unit: Indicator.Unit = .percent) -> Indicator {
        let words = LocalizedText(zh: "某", en: "some")
        return Indicator(
            id: "some",
            name: words,
            numerator: words,
            unit: unit,
            better: .higher,
            wording: .own,
            source: source
        )
    }

    private func goal(atLeast: Double? = nil, atMost: Double? = nil) -> IndicatorGoal {
        IndicatorGoal(
            indicator: "some",
            atLeast: atLeast,
            atMost: atMost,
            from: "2026-01-01",
            until: "2026-12-31"
        )
    }

    private let ratio = Indicator.Source.ratio(.imagesPassing, .imagesGraded)

    @Test("A share of counts is a percentage with Wilson's interval")
    func share() throws {
        let result = IndicatorResult(indicator(ratio), from: [.imagesPassing: .count(8), .imagesGraded: .count(10)])
        #expect(result.value == 80)
        // Wilson 1927 for 8 of 10: 0.4902 to 0.9433.
        #expect(try abs(#require(result.low) - 49.02) < 0.01)
        #expect(try abs(#require(result.high) - 94.33) < 0.01)
        #expect((result.numerator, result.denominator) == (8, 10))
    }

    @Test("So many per hundred may be more than a hundred, and broken months have no interval")
    func rates() {
        let certificates = Indicator.Source.ratio(.certificatesIssued, .technicians)
        let many = IndicatorResult(
            indicator(certificates, .perHundred),
            from: [.certificatesIssued: .count(6), .technicians: .count(4)]
        )
        #expect((many.value, many.low) == (150, nil))
        let workload = IndicatorResult(
            indicator(.ratio(.physicianExams, .physicianMonths), .perMonth),
            from: [.physicianExams: .count(45), .physicianMonths: .count(1.5)]
        )
        #expect((workload.value, workload.high) == (30, nil))
    }

    @Test("What was not counted, or has nothing to count, is not available and says why")
    func absent() {
        let why = LocalizedText(zh: "无", en: "none")
        #expect(IndicatorResult(indicator(.unavailable(why)), from: [:]).reason == why)
        let half = IndicatorResult(indicator(ratio), from: [.imagesPassing: .count(0), .imagesGraded: .absent(why)])
        #expect((half.value, half.reason) == (nil, why))
        let nothing = IndicatorResult(indicator(ratio), from: [.imagesPassing: .count(0), .imagesGraded: .count(0)])
        #expect(nothing.value == nil)
        #expect(nothing.reason?.zh == "统计期内分母为0")
        #expect(IndicatorResult(indicator(ratio), from: [:]).reason != nil)
    }

    @Test("What could not be counted is said beside the value, of whichever of the two counts it is")
    func remarks() {
        let left = LocalizedText(zh: "2份未计", en: "2 left out")
        let counts: MeasuredValues = [.imagesPassing: .count(8), .imagesGraded: .count(10)]
        for measure in [IndicatorMeasure.imagesPassing, .imagesGraded] {
            let measured = MeasuredValues(counts.values, remarks: [measure: left, .exams: .init(zh: "x", en: "x")])
            let result = IndicatorResult(indicator(ratio), from: measured)
            #expect((result.value, result.remark) == (80, left))
        }
        #expect(IndicatorResult(indicator(ratio), from: counts).remark == nil)
    }

    @Test("A goal is reached for sure only where the whole interval reaches it")
    func goals() {
        let measures: MeasuredValues = [.conformingShare: .value(0.85, low: 0.8, high: 0.9)]
        let result = IndicatorResult(indicator(.value(.conformingShare)), from: measures)
        #expect(GoalState(result, to: goal(atLeast: 80)) == .met)
        #expect(GoalState(result, to: goal(atLeast: 82)) == .metUnsure)
        #expect(GoalState(result, to: goal(atLeast: 88)) == .missedUnsure)
        #expect(GoalState(result, to: goal(atLeast: 91)) == .missed)
        #expect(GoalState(result, to: goal(atMost: 90)) == .met)
        #expect(GoalState(result, to: goal(atMost: 84)) == .missedUnsure)
        let hours = IndicatorResult(
            indicator(.value(.feedbackHoursMedian), .hours),
            from: [.feedbackHoursMedian: .value(2, low: nil, high: nil)]
        )
        #expect(GoalState(hours, to: goal(atMost: 24)) == .met)
        #expect(GoalState(IndicatorResult(indicator(ratio), from: [:]), to: goal(atLeast: 1)) == .unknown)
    }

    @Test(
        "A breast report's lesion and class are told by its words",
        arguments: [
            ("右乳外上象限见低回声结节，大小约12×8mm。BI-RADS 4A类。", true, true),
            ("左乳实性结节，考虑良性，BI-RADS分类：3类", true, true),
            ("双乳腺体层次清，未见明显肿块。BI-RADS 1类", false, true), ("左乳囊肿，建议随访", true, false),
            ("双侧乳腺未探及占位性病变；腋下无肿大淋巴结", false, false),
            ("左乳2点方向无回声区，边界清", true, false), ("BIRADS-US 2, simple cyst", true, true),
            ("No mass. Normal.", false, false), ("Solid mass, category 4", true, false),
            // A denial goes on through an enumeration, and denies nothing before it.
            ("双侧乳腺未见明显结节、肿块及占位。", false, false), ("双乳未见明显结节，肿块及占位；BI-RADS 1类", false, true),
            ("双乳腺体结构清晰，未见明显肿块、囊肿，占位\r\n腋下未见肿大淋巴结", false, false),
            ("右乳结节内无血流信号，BI-RADS IV类", true, true), ("左乳肿块未见明显钙化、结节", true, false),
            ("双乳未见明显肿块，左乳见囊肿", true, false), ("双乳未见明显肿块，左乳囊肿", true, false),
            ("未见肿块但可见囊肿一枚", true, false), ("右乳见边界清、内部无血流信号的低回声结节", true, false),
            ("未见明显的占位", false, false), ("肿块：无", false, false), ("双乳结节未见。", false, false),
            ("左乳无回声区，内无分隔", true, false), ("No mass, cyst or nodule.", false, false),
            ("No mass, simple cyst on the left", true, false), ("Left breast nodule 1.2 cm without flow", true, false),
            // Classes in Roman and full-width figures; a year or an edition is none.
            ("左乳结节 BI-RADS Ⅳa类", true, true), ("左乳结节，ＢＩ－ＲＡＤＳ　３类", true, true),
            ("结节，BI-RADS分类：左乳3类，右乳2类", true, true), ("结节，BIRADS VI", true, true),
            ("结节，参照BI-RADS 2013版", true, false), ("结节，BI-RADS 5th edition", true, false),
            ("nodule, BI-RADS is pending", true, false),
        ]
    )
    func breast(_ text: String, _ lesion: Bool, _ hasClass: Bool) {
        let report = BreastReport(text)
        #expect(report.namesLesion == lesion)
        #expect(report.hasClass == hasClass)
    }
}
