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
    func all() throws -> MeasuredValues {
        var measures = try devices()
        let people = try store.entries(TechnicianRecord.self, withRetired: true).filter {
            isHere($0.institution) && isInService($0.retiredAt) && !work(of: $0).isEmpty
        }
        measures[.technicians] = .count(Double(people.count))
        let physicians = people.filter { $0.role == .physician && hasHalfAYear($0) }
        var (physicianExams, breast, inpatients) = (0, BreastCount(), InpatientCount(now: now))
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
        if physicians.isEmpty {
            let why = MeasuredValue.absent(
                LocalizedText(zh: "未登记满6个月的超声医师", en: "no physician with half a year's work is registered")
            )
            (measures[.physicianExams], measures[.physicianMonths]) = (why, why)
        } else if isBounded {
            measures[.physicianExams] = .count(Double(physicianExams))
            measures[.physicianMonths] = .count(physicians.reduce(0) { $0 + months(in: work(of: $1)) })
        } else {
            measures[.physicianMonths] = .absent(
                LocalizedText(zh: "统计期未限定起止日期", en: "the period has no beginning or no end")
            )
            measures[.physicianExams] = measures[.physicianMonths]
        }
        var measured = MeasuredValues(measures)
        measured.merge(inpatients.measured)
        return measured
    }

    private func isHere(_ name: String) -> Bool { institution == nil || institution == name }

    private func isInService(_ retiredAt: Timestamp?) -> Bool { retiredAt.map { $0 >= end } ?? true }

    /// Whether somebody said when the period begins and ends.
    private var isBounded: Bool { from > ReportSpan.everything.from && until < ReportSpan.everything.until }

    /// The part of the period, up to now, within which somebody worked here; unknown dates count as worked.
    private func work(of person: TechnicianRecord) -> Range<Timestamp> {
        let first = max(person.employedFrom.flatMap(clock.start) ?? from, from)
        let last = min(person.employedUntil.flatMap(dayAfter) ?? end, end)
        return first < last ? first..<last : first..<first
    }

    /// The end of a day `yyyy-MM-dd`.
    private func dayAfter(_ day: String) -> Timestamp? {
        guard let day = CalendarDay(day), let next = CalendarDay(number: day.number + 1) else { return nil }
        return clock.start(of: next.description)
    }

    /// How many months a span is: each whole one counts one, a part its share of that month's length.
    private func months(in span: Range<Timestamp>) -> Double {
        guard !span.isEmpty else { return 0 }
        return place(of: span.upperBound) - place(of: span.lowerBound)
    }

    /// A moment as months since the year 0, by the home's calendar.
    private func place(of moment: Timestamp) -> Double {
        let month = clock.month(of: moment)
        guard let day = CalendarDay(month + "-01"), let start = clock.start(of: month),
            let next = clock.month(after: month, by: 1), let end = clock.start(of: next)
        else { return 0 }
        let whole = Double(day.year * 12 + day.month)
        let length = Double(end.milliseconds - start.milliseconds)
        return whole + Double(moment.milliseconds - start.milliseconds) / length
    }

    /// Whether somebody worked here for 182 of the 365 days before the end; unknown dates count as worked.
    private func hasHalfAYear(_ person: TechnicianRecord) -> Bool {
        let day: Int64 = 86_400_000
        let yearAgo = Timestamp(milliseconds: end.milliseconds - 365 * day)
        let start = max(person.employedFrom.flatMap(clock.start) ?? yearAgo, yearAgo)
        return min(person.employedUntil.flatMap(dayAfter) ?? end, end).milliseconds - start.milliseconds >= 182 * day
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
