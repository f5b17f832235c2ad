internal import Foundation
internal import Grading
internal import Reports
internal import Store

/// Inpatients' requests and what came of each within 48 hours.
///
/// An institution that never says when a report was ready is left out: nothing of it can be told.
struct InpatientCount {
    /// What `exam.json` says beside what every exam has.
    private struct Words: Decodable {
        var patientClass: String?
        var reportedAt: String?
    }

    /// One institution's requests.
    private struct Requests {
        var inTime = 0
        var late = 0
        /// Without a report though 48 hours have passed.
        var overdue = 0

        var saysReports: Bool { inTime + late > 0 }
    }

    private static let allowed = 48 * 3600

    let now: Timestamp
    private var requests: [String: Requests] = [:]
    /// Reports from before their order, and times that cannot be read.
    private var contradictory = 0

    init(now: Timestamp) { self.now = now }

    mutating func add(_ exam: IndicatorExam, clock: ReportClock) {
        guard let order = exam.orderedAt, let text = exam.examJSON,
            let words = try? JSONDecoder().decode(Words.self, from: Data(text.utf8)), words.patientClass == "inpatient"
        else { return }
        guard let ordered = clock.time(iso8601: order) else { return contradictory += 1 }
        guard let report = words.reportedAt else {
            if clock.time(now).seconds - ordered.seconds > Self.allowed {
                requests[exam.institution, default: Requests()].overdue += 1
            }
            return
        }
        guard let reported = clock.time(iso8601: report), reported.seconds >= ordered.seconds else {
            return contradictory += 1
        }
        if reported.seconds - ordered.seconds <= Self.allowed {
            requests[exam.institution, default: Requests()].inTime += 1
        } else {
            requests[exam.institution, default: Requests()].late += 1
        }
    }

    var measured: MeasuredValues {
        let told = requests.values.filter(\.saysReports)
        guard !told.isEmpty else {
            let why = MeasuredValue.absent(
                LocalizedText(
                    zh: "exam.json 未提供 patientClass、orderedAt 和 reportedAt",
                    en: "no exam.json has patientClass, orderedAt and reportedAt"
                )
            )
            return [.inpatientRequests: why, .inpatientWithin48Hours: why]
        }
        let all = told.reduce(0) { $0 + $1.inTime + $1.late + $1.overdue }
        return MeasuredValues(
            [
                .inpatientRequests: .count(Double(all)),
                .inpatientWithin48Hours: .count(Double(told.reduce(0) { $0 + $1.inTime })),
            ],
            remarks: remark.map { [.inpatientRequests: $0] } ?? [:]
        )
    }

    /// How many requests could not be told, or are counted as not completed; nil where there are none.
    private var remark: LocalizedText? {
        let overdue = requests.values.filter(\.saysReports).reduce(0) { $0 + $1.overdue }
        let silent = requests.values.filter { !$0.saysReports }.reduce(0) { $0 + $1.overdue }
        let parts: [(Int, String, String)] = [
            (overdue, "无报告时间且已超过48小时，按未完成计", "without a report after 48 h, counted as not completed"),
            (silent, "所在机构从未提供报告时间，未计入", "of institutions that give no report times, left out"),
            (contradictory, "时间有误或早于申请，未计入", "with wrong or contradictory times, left out"),
        ]
        let said = parts.filter { $0.0 > 0 }
        guard !said.isEmpty else { return nil }
        return LocalizedText(
            zh: said.map { "\($0.0)例\($0.1)" }.joined(separator: "；"),
            en: said.map { "\($0.0) \($0.2)" }.joined(separator: "; ")
        )
    }
}
