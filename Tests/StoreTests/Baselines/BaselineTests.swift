import Foundation
import Grading
import Store
import Testing

@Suite("Snapshots of what devices usually show")
struct BaselineTests {
    private let home: TestHome
    private let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    /// Commits an exam whose images have these values of `gain.p50`; nothing is put into the vault.
    @discardableResult
    private func drop(
        _ values: [Double],
        exam: String,
        device: String? = "US-1",
        preset: String? = "abdomen",
        section: String? = "abd.gb.long",
        findings: [Finding] = [],
        baseline: Int64? = nil,
        at now: Timestamp = Moments.start
    ) throws -> CommitOutcome {
        var metadata = ExamMetadata()
        (metadata.device, metadata.preset) = (device, preset)
        return try store.commit(
            SubmissionCommit(
                institution: FileName("County"),
                identity: ExamIdentity(examID: exam, date: "2026-11-21", folder: FileName(exam)),
                receivedAt: now,
                lateDays: 7,
                metadata: metadata,
                files: try values.enumerated().map { index, value in
                    var image = grade("\(index).png", section: section, findings: findings)
                    image.metrics = ["gain.p50": value, "pen": 100]
                    return SubmittedFile(
                        name: FileName("\(index).png"),
                        sha256: try sha256("\(exam)/\(index)"),
                        bytes: 1000,
                        content: .image(image, vaultExtension: "png"),
                        source: nil
                    )
                },
                baseline: baseline
            ),
            effective: markDuplicates,
            at: now
        )
    }

    private func close(_ name: String, window: Int = 300, days: Double = 1) throws -> BaselineSnapshot {
        try store.closeBaseline(
            BaselineClosing(name: name, closedAt: Moments.later(days: days), window: window, program: "0.1.0"),
            at: Moments.later(days: days)
        )
    }

    private func key(device: String? = "US-1", preset: String? = "abdomen", section: String? = "abd.gb.long")
        -> BaselineKey?
    {
        BaselineKey(institution: FileName("County"), device: device, preset: preset, section: section)
    }

    private func usual(_ snapshot: BaselineSnapshot) throws -> Baseline.Usual? {
        try values(of: snapshot, key())?.metrics["gain.p50"]
    }

    private func values(of snapshot: BaselineSnapshot, _ key: BaselineKey?) throws -> Baseline? {
        let key = try #require(key)
        return try store.baseline(snapshot: snapshot.id, key: key)
    }

    @Test("Thirty ordinary images of one device, preset and section have a median and a MAD, twenty-nine have none")
    func enough() throws {
        try drop((1...29).map(Double.init), exam: "E1")
        #expect(try close("early").keyCount == 0)
        try drop([30], exam: "E2")
        let snapshot = try close("first")
        #expect(snapshot.keyCount == 1 && snapshot.window == 300 && snapshot.program == "0.1.0")
        // 1…30: median 15.5; distances .5 twice, 1.5 twice, …: the fifteenth and sixteenth of 30 are 7.5.
        #expect(try usual(snapshot) == Baseline.Usual(images: 30, median: 15.5, mad: 7.5))
        let baseline = try #require(try values(of: snapshot, key()))
        #expect(baseline.snapshot == "first" && baseline.metrics["pen"]?.mad == 0)
        #expect(try values(of: snapshot, key(preset: nil)) == nil)
        #expect(try values(of: snapshot, key(section: "abd.liver.porta1")) == nil)
        #expect(try store.baselineLines(snapshot: snapshot.id).map(\.metric) == ["gain.p50", "pen"])
        #expect(try store.baselineLines(snapshot: snapshot.id, device: "US-2").isEmpty)
        #expect(try store.baselineSnapshots().map(\.name) == ["early", "first"])
        #expect(try store.newestBaseline()?.name == "first")
    }

    @Test("Without a device or a known section there is no key")
    func noKey() throws {
        #expect(key(device: nil) == nil && key(device: "") == nil)
        #expect(key(section: nil) == nil && key(section: "our own label") == nil)
        #expect(key(preset: nil)?.preset == "")
        try drop((1...40).map(Double.init), exam: "E1", device: nil)
        try drop((1...40).map(Double.init), exam: "E2", section: "our own label")
        try drop((1...40).map(Double.init), exam: "E3", section: nil)
        #expect(try close("first").keyCount == 0)
    }

    @Test("Only the newest images of the window count, and none received after the closing time")
    func window() throws {
        try drop(Array(repeating: 10, count: 40), exam: "E1")
        try drop(Array(repeating: 50, count: 40), exam: "E2", at: Moments.later(days: 0.5))
        try drop(Array(repeating: 90, count: 40), exam: "E3", at: Moments.later(days: 2))
        #expect(try usual(try close("narrow", window: 40)) == Baseline.Usual(images: 40, median: 50, mad: 0))
        #expect(try usual(try close("wide")) == Baseline.Usual(images: 80, median: 30, mad: 20))
        #expect(try usual(try close("all", window: 40, days: 3))?.median == 90)
    }

    @Test("Images with a grave finding do not count, unless its limit is relative itself or an expert took it back")
    func ordinary() throws {
        let absolute = Finding(code: "GAIN_HIGH", severity: .major, metric: "gain.p50", limitOrigin: .absolute)
        let relative = Finding(
            code: "GAIN_HIGH",
            severity: .major,
            metric: "gain.p50",
            limitOrigin: .baseline(snapshot: "x")
        )
        try drop(Array(repeating: 10, count: 30), exam: "E1")
        try drop(Array(repeating: 90, count: 30), exam: "E2", findings: [absolute])
        #expect(try usual(try close("first"))?.images == 30)
        try drop(Array(repeating: 50, count: 30), exam: "E3", findings: [relative])
        #expect(try usual(try close("second")) == Baseline.Usual(images: 60, median: 30, mad: 20))

        // What experts say goes before what the machine said.
        func read(_ image: Int64, _ grade: ExpertGrade) throws {
            let machine = try store.reviewSubject(image: image, at: Moments.start).machineGradeID
            _ = try store.commitReview(
                ReviewCommit(
                    image: image,
                    expert: "li",
                    claim: nil,
                    wasUnblinded: false,
                    machineGradeID: machine,
                    grade: grade
                ),
                at: Moments.start
            )
        }
        try read(1, expertGrade(score: 40))
        try read(31, expertGrade(findings: [.init(finding: absolute, verdict: .rejected)]))
        try read(32, expertGrade(findings: [.init(finding: absolute, verdict: .confirmed)]))
        try read(61, expertGrade(findings: [.init(finding: relative, verdict: .confirmed)]))
        try read(62, expertGrade(findings: [.init(finding: relative, verdict: .unjudged)]))
        // 29 of the first exam, one of the second, 29 of the third.
        let usual = try #require(try usual(try close("third")))
        #expect(usual == Baseline.Usual(images: 59, median: 50, mad: 40))
        let counts = try home.value("SELECT COUNT(*) FROM baseline_value")
        #expect(counts == "6")
    }

    @Test("What was corrected, withdrawn or has a twin does not count")
    func standing() throws {
        try drop(Array(repeating: 10, count: 30), exam: "E1")
        #expect(try usual(try close("first"))?.images == 30)
        // The same names with other bytes.
        _ = try store.commit(
            SubmissionCommit(
                institution: FileName("County"),
                identity: ExamIdentity(examID: "E1", date: "2026-11-21", folder: FileName("E1")),
                receivedAt: Moments.start,
                lateDays: 7,
                files: [
                    SubmittedFile(
                        name: FileName("0.png"),
                        sha256: try sha256("other"),
                        bytes: 10,
                        content: .image(grade("0.png", section: "abd.gb.long"), vaultExtension: "png"),
                        source: nil
                    )
                ]
            ),
            effective: markDuplicates,
            at: Moments.start
        )
        #expect(try close("second").keyCount == 0)
    }

    @Test("An exam keeps the snapshot that it began with, whatever is closed later; a regrade is told of it")
    func exams() throws {
        try drop((1...30).map(Double.init), exam: "E1")
        let first = try close("first")
        let exam = try drop([5], exam: "E2", baseline: first.id).examID
        _ = try close("second")
        try drop([5, 6], exam: "E2", baseline: try store.newestBaseline()?.id)
        #expect(try store.examDetail(exam).exam.baselineID == first.id)
        let candidates = try store.regradeCandidates(RegradeFilter(exam: exam), limit: 9)
        #expect(candidates.map(\.baselineID) == [first.id, first.id])
    }

    @Test("A closing time is due when it has passed, images came before it and no snapshot closed it")
    func due() throws {
        #expect(try !store.isBaselineDue(Moments.later(days: 1)))
        try drop([5], exam: "E1")
        #expect(try !store.isBaselineDue(Moments.start))
        #expect(try store.isBaselineDue(Moments.later(days: 1)))
        _ = try close("first")
        #expect(try !store.isBaselineDue(Moments.later(days: 1)))
        #expect(try store.isBaselineDue(Moments.later(days: 1.5)))
    }

    @Test("A snapshot is never changed, and its closing stands in the audit trail and the dump")
    func immutable() throws {
        try drop((1...30).map(Double.init), exam: "E1")
        _ = try close("first")
        let error = #expect(throws: StoreError.self) { try close("first", days: 2) }
        #expect(error?.code == .refused)
        #expect(throws: StoreError.self) { try close("narrow", window: 29) }
        #expect(throws: StoreError.self) { try close("") }
        #expect(try store.verifyAudit(vault: home.vault).problems.filter { $0.kind != .missingOriginal } == [])
        let lines = try store.dumpLines()
        #expect(lines.count { $0.contains(#""action":"baseline.closed""#) && $0.contains(#""subject":"first""#) } == 1)
        #expect(
            lines.count { $0.contains(#""kind":"baseline""#) && $0.contains(#""median_millionths":15500000"#) } == 1
        )
    }

    @Test("Medians are stored exactly, whatever their sign and size")
    func exact() throws {
        try drop((0..<30).map { -184.1234 + Double($0) * 0.0001 }, exam: "E1")
        try drop(Array(repeating: 1e300, count: 30), exam: "E2", device: "US-2")
        let snapshot = try close("first")
        let usual = try #require(try usual(snapshot))
        #expect(abs(usual.median - -184.12195) < 1e-9 && abs(usual.mad - 0.00075) < 1e-9)
        let other = try values(of: snapshot, key(device: "US-2"))
        #expect(other?.metrics["gain.p50"]?.median == 9e12)
    }

    /// `SONOGRADE_BASELINE_IMAGES=20000` for the figures of docs/baselines.md.
    @Test("Closing goes through many images beside commits, in a reading transaction")
    func many() throws {
        let wanted = ProcessInfo.processInfo.environment["SONOGRADE_BASELINE_IMAGES"].flatMap { Int($0) } ?? 2000
        let sound = Dictionary(uniqueKeysWithValues: KnownMetrics.ids.map { ($0, 1.25) })
        for number in 0..<wanted / 100 {
            var metadata = ExamMetadata()
            metadata.device = "US-\(number % 7)"
            _ = try store.commit(
                SubmissionCommit(
                    institution: FileName("County"),
                    identity: ExamIdentity(examID: "E\(number)", date: "2026-11-21", folder: FileName("E\(number)")),
                    receivedAt: Moments.start,
                    lateDays: 7,
                    metadata: metadata,
                    files: try (0..<100).map { index in
                        var image = grade("\(index).png", section: index % 2 == 0 ? "abd.gb.long" : "abd.liver.porta1")
                        image.metrics = sound
                        return SubmittedFile(
                            name: FileName("\(index).png"),
                            sha256: try sha256("\(number)/\(index)"),
                            bytes: 1000,
                            content: .image(image, vaultExtension: "png"),
                            source: nil
                        )
                    }
                ),
                effective: markDuplicates,
                at: Moments.start
            )
        }
        var snapshot: BaselineSnapshot?
        let took = try ContinuousClock().measure { snapshot = try close("all", window: 100_000) }
        print("closing over \(wanted / 100 * 100) images, all of them counted: \(took)")
        let window = try ContinuousClock().measure { _ = try close("window") }
        print("closing over \(wanted / 100 * 100) images, 300 a key: \(window)")
        #expect(snapshot?.keyCount == 14)
        let closed = try #require(snapshot)
        let lines = try store.baselineLines(snapshot: closed.id, section: "abd.gb.long")
        #expect(lines.count == 7 * KnownMetrics.ids.count)
        #expect(lines.filter { $0.metric == "pen" }.reduce(0) { $0 + $1.images } == wanted / 100 * 50)
    }
}
