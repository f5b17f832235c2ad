internal import Grading

/// Breast reports, by their texts.
struct BreastCount {
    private var texts = 0
    private var withLesion = 0
    private var classified = 0

    mutating func add(_ text: String) {
        texts += 1
        let report = BreastReport(text)
        guard report.namesLesion else { return }
        withLesion += 1
        if report.hasClass { classified += 1 }
    }

    var measures: [IndicatorMeasure: MeasuredValue] {
        guard texts > 0 else {
            let why = MeasuredValue.absent(
                LocalizedText(zh: "乳腺检查未提供报告文本（reportText）", en: "no breast exam came with reportText")
            )
            return [.breastReportsWithLesion: why, .breastReportsClassified: why]
        }
        return [
            .breastReportsWithLesion: .count(Double(withLesion)), .breastReportsClassified: .count(Double(classified)),
        ]
    }
}
