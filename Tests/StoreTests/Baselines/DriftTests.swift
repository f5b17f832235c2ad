import Grading
import Store
import Testing

@Suite("Drift against a snapshot")
struct DriftTests {
    private let home: TestHome
    private let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    /// Exams of one image each, one an hour from a day on; nothing is put into the vault.
    private func drop(
        _ values: [Double],
        from day: Double,
        device: String? = "US-1",
        findings: [Finding] = [],
        more: [String: Double] = [:]
    ) throws {
        for (index, value) in values.enumerated() {
            let now = Moments.later(days: day + Double(index) / 24)
            var metadata = ExamMetadata()
            (metadata.device, metadata.preset) = (device, "abdomen")
            let exam = "\(device ?? "-")-\(day)-\(index)"
            var image = grade("0.png", section: "abd.gb.long", findings: findings)
            image.metrics = ["gain.p50": value].merging(more) { first, _ in first }
            _ = try store.commit(
                SubmissionCommit(
                    institution: FileName("County"),
                    identity: ExamIdentity(examID: exam, date: "2026-11-21", folder: FileName(exam)),
                    receivedAt: now,
                    lateDays: 7,
                    metadata: metadata,
                    files: [
                        SubmittedFile(
                            name: FileName("0.png"),
                            sha256: try sha256(exam),
                            bytes: 1000,
                            content: .image(image, vaultExtension: "png"),
                            source: nil
                        )
                    ],
                    baseline: nil
                ),
                effective: markDuplicates,
                at: now
            )
        }
    }

    private func close(_ name: String, day: Double, window: Int = 300) throws -> BaselineSnapshot {
        try store.closeBaseline(
            BaselineClosing(name: name, closedAt: Moments.later(days: day), window: window, program: "0.1.0"),
            at: Moments.later(days: day)
        )
    }

    /// Values around a middle, 10 to both sides, each of 21 in turn.
    private func around(_ middle: Double, _ count: Int) -> [Double] {
        (0..<count).map { middle + Double(($0 * 8) % 21) - 10 }
    }

    private func states(_ snapshot: BaselineSnapshot, until day: Double) throws -> [DriftState] {
        try store.drift(since: snapshot, until: Moments.later(days: day))
    }

    @Test("A metric that moved says by how much and since when; one that did not stays steady")
    func moved() throws {
        try drop(around(90, 84), from: 0, more: ["pen": 70])
        let snapshot = try close("first", day: 5)
        try drop(around(90, 10), from: 6, more: ["pen": 70])
        try drop(around(130, 60), from: 8, more: ["pen": 70])
        let state = try #require(try states(snapshot, until: 20).first)
        #expect(state.key.device == "US-1" && state.images == 70 && state.referenceImages == 84)
        let metrics = try #require(state.metrics)
        #expect(metrics.map(\.metric) == ["gain.p50", "pen"])
        let gain = metrics[0]
        #expect(gain.drift.stability.verdict == .moved && gain.drift.stability.index > 1)
        #expect(gain.drift.before.median == 90 && gain.drift.now.median > 120)
        // The first picture of the other middle came on day 8.
        #expect(gain.since == Moments.later(days: 8))
        #expect(metrics[1].drift.stability.verdict == .steady && metrics[1].since == nil)
        // Up to a moment before it nothing had moved: too few.
        #expect(try states(snapshot, until: 8).first?.metrics == nil)
        #expect(try store.drift(since: snapshot, until: Moments.later(days: 20), device: "US-2").isEmpty)
        #expect(try store.drift(since: snapshot, until: Moments.later(days: 20), institution: "Village").isEmpty)
    }

    @Test("The same pictures as before have not moved, and fewer than fifty are too few to tell")
    func steady() throws {
        try drop(around(90, 84), from: 0)
        let snapshot = try close("first", day: 5)
        try drop(around(130, 49), from: 6)
        #expect(try states(snapshot, until: 20).first?.metrics == nil)
        #expect(try states(snapshot, until: 20).first?.images == 49)
        try drop(around(90, 84), from: 0, device: "US-2")
        let second = try close("second", day: 5.5)
        try drop(around(90, 84), from: 6, device: "US-2")
        let state = try #require(try states(second, until: 20).first { $0.key.device == "US-2" })
        #expect(state.metrics?.map(\.drift.stability.verdict) == [.steady])
    }

    @Test("Pictures with a grave fault count on neither side; keys that the snapshot lacks are not judged")
    func ordinary() throws {
        try drop(around(90, 84), from: 0)
        try drop(around(60, 29), from: 0, device: "US-9")
        let snapshot = try close("first", day: 5)
        let grave = Finding(code: "GAIN_HIGH", severity: .major, metric: "gain.p50", limitOrigin: .absolute)
        try drop(around(200, 60), from: 6, findings: [grave])
        try drop(around(90, 60), from: 6, device: "US-9")
        let states = try states(snapshot, until: 20)
        #expect(states.map(\.key.device) == ["US-1"])
        #expect(states.first?.images == 0 && states.first?.metrics == nil)
    }

    @Test("A slow drift is held against the snapshot of a month ago, not against last week's")
    func reference() throws {
        #expect(try store.driftReference(at: Moments.later(days: 50)) == nil)
        _ = try close("empty", day: 0)
        try drop(around(90, 84), from: 0)
        for week in 1...6 { _ = try close("week \(week)", day: Double(week) * 7) }
        #expect(try store.driftReference(at: Moments.later(days: 43))?.name == "week 2")
        #expect(try store.driftReference(at: Moments.later(days: 35))?.name == "week 1")
        // Before any is a month old: the oldest that says something.
        #expect(try store.driftReference(at: Moments.later(days: 20))?.name == "week 1")
        #expect(try store.driftReference(at: Moments.later(days: 3)) == nil)
    }
}
