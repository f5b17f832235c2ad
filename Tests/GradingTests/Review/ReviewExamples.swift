import Grading
import Imaging

/// A rubric with a checklist, small enough to work out by hand, and pictures graded by it.
enum ReviewExamples {
    /// Points of the first pass: gain 20, clarity 30, coupling 50.
    ///
    /// Of the expert: section 60, measurement 20, colour 10, report 10.
    static let rubricText =
        Examples.small + "\n" + """
            expert_items:
              - id: section
                name: {zh: 切面, en: Section}
                weight: 60
                code: SECTION_NONSTD
                criteria:
                  abd.liver.porta1:
                    - {id: portal, name: {zh: 门静脉, en: Portal vein}}
                    - {id: duct, name: {zh: 胆总管, en: Bile duct}}
                    - {id: whole, name: {zh: 完整, en: Whole}}
                  abd.gb.*:
                    - {id: neck, name: {zh: 颈, en: Neck}}
              - id: measurement
                name: {zh: 测量, en: Measurement}
                weight: 20
                when: {sections: [abd.gb.long]}
                code: CALIPER_WRONG
              - id: colour
                name: {zh: 彩色, en: Colour}
                weight: 10
                when: {any: [{sections: ["*.cfm"]}, {metrics: [{metric: cfm.share, at_least: 1}]}]}
                code: CFM_GAIN
              - id: report
                name: {zh: 图文, en: Report}
                weight: 10
                needs: report
                code: REPORT_MISMATCH
            """

    static func rubric() throws(RubricError) -> Rubric { try Examples.load(rubricText) }

    static let good = ["gain.p50": 80.0, "jpeg.q": 90, "res.h": 600, "shadow.frac": 5, "cfm.share": 0]

    /// A picture of the porta hepatis with these measurements in place of good ones; nil takes one away.
    static func picture(
        _ changes: [String: Double?] = [:],
        conditions: Set<Condition> = [],
        section: String = "abd.liver.porta1",
        by rubric: Rubric
    ) -> GradedImage {
        var metrics = good
        for (metric, value) in changes { metrics[metric] = value }
        var request = Examples.request
        request.section = section
        return Grader.grade(Examples.examination(metrics, conditions: conditions), as: request, by: rubric)
    }

    /// The three criteria of the porta hepatis in one line: y, p, n or x each.
    static func section(_ keys: String) -> [String: ReviewAnswer] {
        let names = ["section.portal", "section.duct", "section.whole"]
        return Dictionary(uniqueKeysWithValues: zip(names, keys.map(answer)))
    }

    static func answer(_ key: Character) -> ReviewAnswer {
        switch key {
        case "y": .yes
        case "p": .partly
        case "n": .no
        default: .notApplicable
        }
    }

    static func grade(
        _ image: GradedImage,
        _ answers: ReviewAnswers,
        hasReport: Bool = false,
        by rubric: Rubric
    ) throws(ReviewMistakes) -> ExpertGrade {
        try ExpertGrader.grade(
            image,
            answers: answers,
            examType: "abdomen",
            hasReport: hasReport,
            rubric: rubric,
            language: .en
        )
    }
}
