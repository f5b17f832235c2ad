internal import Grading
internal import Reports
internal import Store

/// What indicators count of the random draw, and of how long an expert's word takes to reach an institution.
struct ReviewMeasures {
    let store: Store
    /// nil for the network.
    let institution: String?
    let from: Timestamp
    let until: Timestamp

    /// All of them.
    func all() throws -> MeasuredValues {
        let filter = PeriodFilter(institution: institution)
        let draws = try store.periodDraws(filter, from: from, until: until)
        let reviews = try store.periodReviews(filter, from: from, until: until)
        let hours = reviews.readings.compactMap { reading in
            reading.reportedAfter.map { reported in
                Double(reading.gradedAfter + reading.claimedAfter + reading.reviewedAfter + reported) / 3_600_000
            }
        }
        var values: [IndicatorMeasure: MeasuredValue] = [
            .imagesDrawn: .count(Double(draws.drawn)), .imagesDrawnRead: .count(Double(draws.read)),
        ]
        values[.expertFeedbackHoursMedian] =
            Distribution(hours).map { .value($0.p50, low: nil, high: nil) }
            ?? .absent(
                LocalizedText(zh: "统计期内尚无专家意见答复给机构", en: "no expert's reading was answered in the period")
            )
        let unread = reviews.unread.reduce(0) { $0 + $1.images }
        let unanswered = reviews.readings.count - hours.count
        guard unanswered + unread > 0 else { return MeasuredValues(values) }
        return MeasuredValues(
            values,
            remarks: [
                .expertFeedbackHoursMedian: LocalizedText(
                    zh: "另有\(unread)幅图像待专家阅图、\(unanswered)幅已阅未答复，未计入中位数",
                    en: "\(unread) images still wait for an expert and \(unanswered) readings for an answer, which the "
                        + "median leaves out"
                )
            ]
        )
    }
}
