import Grading
import Store
import Testing

@Suite("What indicators ask the store")
struct IndicatorStoreTests {
    private let desk: TrainingHome
    private let end = Moments.later(days: 400)

    init() throws { desk = try TrainingHome() }

    private func drop(
        _ exam: String,
        by technician: String?,
        code: String? = nil,
        at now: Timestamp,
        _ change: (inout Drop) -> Void = { _ in }
    ) throws {
        var drop = Drop("C01", "20261121_\(exam)_abdomen")
        drop.metadata.technician = technician
        change(&drop)
        let findings = code.map { [Finding(code: $0, severity: .major)] } ?? []
        try drop.add("1.png", bytes: exam, to: desk.home, score: 70, findings: findings)
        try drop.commit(to: desk.store, at: now)
    }

    @Test("Images of people on a course come with its end, its topics and what was found, once each; others do not")
    func trained() throws {
        try desk.addCourse()
        try desk.addCourse("T05B") { course in course.topics = ["T05"] }
        try desk.enter(entry("C01/zhang"))
        try desk.enter(entry("C01/zhang"), course: "T05B")
        try desk.enter(entry("C01/li"))
        try drop("E1", by: "zhang", code: "GAIN_HIGH", at: Moments.start)
        try drop("E2", by: "zhang", at: Moments.later(days: 1))
        try drop("E3", by: "nobody", code: "GAIN_HIGH", at: Moments.start)
        try drop("E4", by: "zhang", at: Moments.later(days: 300))
        try desk.store.withdrawFromCourse(
            "T03A",
            institution: "C01",
            technician: "li",
            because: "ill",
            at: Moments.start
        )
        try drop("E5", by: "li", at: Moments.start)
        var images: [TrainedImage] = []
        let until = Moments.later(days: 200)
        try desk.store.forEachTrainedImage(institution: nil, from: Moments.start, until: until) { images.append($0) }
        #expect(images.map(\.findings) == [["GAIN_HIGH"], []])
        let courses: Set<TrainedImage.Training> = [
            .init(endsOn: "2026-10-13", topics: ["T03", "T01"]), .init(endsOn: "2026-10-13", topics: ["T05"]),
        ]
        #expect(images.map(\.trainings) == [courses, courses])
        #expect(images.map(\.at) == [Moments.start, Moments.later(days: 1)])
        var elsewhere = 0
        try desk.store.forEachTrainedImage(institution: "C02", from: Moments.start, until: until) { _ in elsewhere += 1
        }
        #expect(elsewhere == 0)
    }

    @Test("An exam says its technician, and its words only where an indicator reads them; a withdrawn one says nothing")
    func exams() throws {
        try drop("E1", by: "zhang", at: Moments.start) { drop in
            (drop.metadata.examType, drop.metadata.reportText) = ("breast", "BI-RADS 3")
        }
        try drop("E2", by: nil, at: Moments.start) { drop in
            (drop.metadata.examType, drop.metadata.reportText) = ("abdomen", "肝")
            (drop.metadata.orderedAt, drop.metadata.examJSON) = ("2026-11-20T08:00:00+08:00", "{}")
        }
        try drop("E3", by: "li", at: Moments.start) { $0.withdrawal = .withdraw(reason: "wrong") }
        var exams: [IndicatorExam] = []
        try desk.store.forEachIndicatorExam(institution: "C01", from: Moments.start, until: end) { exams.append($0) }
        #expect(exams.map(\.technician) == ["zhang", nil])
        #expect(exams.map(\.breastReport) == ["BI-RADS 3", nil])
        #expect(exams.map(\.examJSON) == [nil, "{}"])
    }
}
