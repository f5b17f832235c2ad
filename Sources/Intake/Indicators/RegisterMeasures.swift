internal import Foundation
internal import Grading
internal import Reports
internal import Store

/// What indicators count of the registry and of what clinics wrote about their exams.
struct RegisterMeasures {
    let store: Store
    let clock: ReportClock
    /// nil for the network.
    let institution: String?
    let from: Timestamp
    let until: Timestamp
    let now: Timestamp

    /// The moment at which the registry is looked at.
    private var end: Timestamp { min(until, now) }

    /// All of them.
    func all() throws -> [IndicatorMeasure: MeasuredValue] {
        var measures = try devices()
        let people = try store.entries(TechnicianRecord.self, withRetired: true).filter { isHere($0.institution) }
        measures[.technicians] = .count(Double(people.count { isInService($0.retiredAt) }))
        let physicians = people.filter { $0.role == .physician && isInService($0.retiredAt) && hasHalfAYear($0) }
        var (physicianExams, breast, inpatients) = (0, BreastCount(), InpatientCount())
        let codes = Set(physicians.map(\.reference))
        try store.forEachIndicatorExam(institution: institution, from: from, until: until) { exam in
            if let code = exam.technician,
                codes.contains(RegistryReference(institution: exam.institution, code: code))
            {
                physicianExams += 1
            }
            if let text = exam.breastReport { breast.add(text) }
            inpatients.add(exam, clock: clock)
        }
        measures.merge(try training()) { _, new in new }
        measures[.certificatesIssued] = .count(
            Double(
                try store.certificateCount(
                    institution: institution,
                    from: clock.time(from).date,
                    until: clock.time(until).date
                )
            )
        )
        measures.merge(breast.measures) { _, new in new }
        measures.merge(inpatients.measures) { _, new in new }
        if physicians.isEmpty {
            let why = MeasuredValue.absent(
                LocalizedText(zh: "未登记满6个月的超声医师", en: "no physician with half a year's work is registered")
            )
            (measures[.physicianExams], measures[.physicianMonths]) = (why, why)
        } else if let months {
            measures[.physicianExams] = .count(Double(physicianExams))
            measures[.physicianMonths] = .count(Double(physicians.count) * months)
        } else {
            measures[.physicianMonths] = .absent(
                LocalizedText(zh: "统计期未限定起止日期", en: "the period has no beginning or no end")
            )
            measures[.physicianExams] = measures[.physicianMonths]
        }
        return measures
    }

    private func isHere(_ name: String) -> Bool { institution == nil || institution == name }

    private func isInService(_ retiredAt: Timestamp?) -> Bool { retiredAt.map { $0 >= end } ?? true }

    /// Whole months count one each, days beside them a thirtieth or so; nil for a period without ends.
    private var months: Double? {
        guard from > Timestamp(milliseconds: 0), until < Timestamp(milliseconds: 7_000_000_000_000) else { return nil }
        func parts(_ moment: Timestamp) -> [Int] {
            clock.time(moment).date.split(separator: "-").compactMap { Int($0) }
        }
        let (first, last) = (parts(from), parts(until))
        guard first.count == 3, last.count == 3 else { return nil }
        let months = (last[0] - first[0]) * 12 + last[1] - first[1]
        return Double(months) + Double(last[2] - first[2]) / 30.4375
    }

    /// Whether somebody worked here for 182 of the 365 days before the end; unknown dates count as worked.
    private func hasHalfAYear(_ person: TechnicianRecord) -> Bool {
        let day: Int64 = 86_400_000
        let yearAgo = Timestamp(milliseconds: end.milliseconds - 365 * day)
        let start = max(person.employedFrom.flatMap(clock.start) ?? yearAgo, yearAgo)
        let last = person.employedUntil.flatMap(clock.start).map { Timestamp(milliseconds: $0.milliseconds + day) }
        return min(last ?? end, end).milliseconds - start.milliseconds >= 182 * day
    }

    /// What images after a course still show of what it was about.
    private func training() throws -> [IndicatorMeasure: MeasuredValue] {
        guard try store.hasCourses else {
            let why = MeasuredValue.absent(LocalizedText(zh: "尚无培训课程", en: "no course is on record"))
            return [.trainingFollowups: why, .trainingRecurrences: why]
        }
        var (images, recurrences) = (0, 0)
        try store.forEachTrainedImage(institution: institution, from: from, until: until) { image in
            let day = clock.time(image.at).date
            let topics = image.trainings.filter { $0.endsOn < day }.flatMap(\.topics)
            guard !topics.isEmpty else { return }
            images += 1
            let codes = Set(topics.compactMap(TrainingTopic.named).flatMap(\.codes))
            if !codes.isDisjoint(with: image.findings) { recurrences += 1 }
        }
        return [.trainingFollowups: .count(Double(images)), .trainingRecurrences: .count(Double(recurrences))]
    }

    private func devices() throws -> [IndicatorMeasure: MeasuredValue] {
        let lastDay = clock.time(Timestamp(milliseconds: end.milliseconds - 1)).date
        let yearAgo = clock.time(Timestamp(milliseconds: end.milliseconds - 365 * 86_400_000)).date
        let inUse = try store.entries(DeviceRecord.self, withRetired: true).filter { device in
            isHere(device.institution) && isInService(device.retiredAt) && (device.inUseFrom ?? lastDay) <= lastDay
        }
        func isRecent(_ day: String?) -> Bool { day.map { $0 >= yearAgo && $0 <= lastDay } ?? false }
        guard !inUse.isEmpty else {
            let why = MeasuredValue.absent(LocalizedText(zh: "未登记超声仪器", en: "no device is registered"))
            return [.devicesInUse: why, .devicesInspected: why]
        }
        let inspected = inUse.count { isRecent($0.metrologyOn) && isRecent($0.inspectedOn) }
        return [.devicesInUse: .count(Double(inUse.count)), .devicesInspected: .count(Double(inspected))]
    }
}

/// Breast reports, by their texts.
private struct BreastCount {
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

/// Inpatients' requests and their reports.
private struct InpatientCount {
    /// What `exam.json` says beside what every exam has.
    private struct Words: Decodable {
        var patientClass: String?
        var reportedAt: String?
    }

    private var requests = 0
    private var inTime = 0

    mutating func add(_ exam: IndicatorExam, clock: ReportClock) {
        guard let ordered = exam.orderedAt.flatMap(clock.time(iso8601:)), let text = exam.examJSON,
            let words = try? JSONDecoder().decode(Words.self, from: Data(text.utf8)), words.patientClass == "inpatient",
            let reported = words.reportedAt.flatMap(clock.time(iso8601:))
        else { return }
        requests += 1
        if reported.seconds - ordered.seconds <= 48 * 3600 { inTime += 1 }
    }

    var measures: [IndicatorMeasure: MeasuredValue] {
        guard requests > 0 else {
            let why = MeasuredValue.absent(
                LocalizedText(
                    zh: "exam.json 未提供 patientClass、orderedAt 和 reportedAt",
                    en: "no exam.json has patientClass, orderedAt and reportedAt"
                )
            )
            return [.inpatientRequests: why, .inpatientWithin48Hours: why]
        }
        return [.inpatientRequests: .count(Double(requests)), .inpatientWithin48Hours: .count(Double(inTime))]
    }
}
