import Digests
import Foundation
import Grading
import Imaging
import Intake
import Reports
import Store
import Synchronization
import Testing

/// When a home's devices are looked through, and which survey a report tells of.
@Suite("Surveys of devices")
struct DeviceDeskTests {
    /// A clock that the test sets.
    private final class Hands: Sendable {
        private let seconds: Mutex<Double>
        init(_ moment: Timestamp) { seconds = Mutex(Double(moment.milliseconds) / 1000) }
        var date: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
        func forward(hours: Double) { seconds.withLock { $0 += hours * 3600 } }
    }

    private let trial: TrialRoom
    private let room: WorkRoom
    private let hands: Hands
    private let clock = ReportClock(zone: "Asia/Shanghai")
    /// 2026-03-10 10:00 in Shanghai.
    private let morning = Timestamp(milliseconds: 1_773_108_000_000)

    init() throws {
        trial = try TrialRoom()
        let hands = Hands(morning)
        self.hands = hands
        room = try trial.open(now: { hands.date })
    }

    private var now: Timestamp { Timestamp(hands.date) }

    /// Exams of ten images each, taken by one transducer, whose scan lines 60 to 62 are dead where asked for.
    private func drop(_ exams: Range<Int>, dead: Bool = false) throws {
        for exam in exams {
            var metadata = ExamMetadata(device: "US-1")
            metadata.examType = "abdomen"
            _ = try room.store.commit(
                SubmissionCommit(
                    institution: FileName("C01"),
                    identity: ExamIdentity(
                        examID: "E\(exam)",
                        date: "2026-03-10",
                        folder: FileName("20260310_E\(exam)")
                    ),
                    receivedAt: now,
                    lateDays: 7,
                    metadata: metadata,
                    files: try (0..<10).map { image in
                        SubmittedFile(
                            name: FileName("\(image).png"),
                            sha256: try SHA256.digest(of: "\(exam)/\(image)").hex,
                            bytes: 100,
                            content: .image(
                                GradedImage(
                                    path: "\(image).png",
                                    status: .graded,
                                    section: "abd.liver.porta1",
                                    scanArea: ScanAreaSummary(
                                        shape: .convex,
                                        box: PixelBox(x: 0, y: 0, width: 9, height: 9),
                                        confidence: 1
                                    ),
                                    score: 95,
                                    level: .a,
                                    items: [ItemScore(id: "gain", weight: 100, score: 0.95)],
                                    triage: Triage(route: .pass, reasons: [], inclusionProbability: 0.1),
                                    program: "test"
                                ),
                                vaultExtension: "png"
                            ),
                            source: nil,
                            nearProfile: dead ? try profile(exam * 10 + image) : nil
                        )
                    }
                ),
                effective: { grade, _ in grade },
                at: now
            )
        }
    }

    /// Hundredths of the median by scan line: speckle about 100, and nearly nothing on the dead lines.
    private func profile(_ seed: Int) throws -> NearProfile {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let lines = (0..<256).map { line -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let usual = 95 + Int(state >> 33) % 11
            return UInt8((60...62).contains(line) ? usual / 3 : usual)
        }
        return try #require(NearProfile(hundredths: lines))
    }

    @Test("Devices are looked through when something came in and nothing is being taken, and again after a tenth more")
    func due() throws {
        let desk = DeviceDesk(room: room)
        #expect(try !desk.isDue(isResting: true), "an empty home has no device")
        try drop(0..<10)
        #expect(try desk.isDue(isResting: true))
        #expect(try !desk.isDue(isResting: false), "more is on its way")
        try desk.survey()
        #expect(try !desk.isDue(isResting: true))
        hands.forward(hours: 1)
        try drop(10..<11)
        #expect(try !desk.isDue(isResting: true), "a tenth more is not yet more than a tenth")
        try drop(11..<12)
        #expect(try desk.isDue(isResting: true))
        #expect(try !desk.isDue(isResting: false))
        trial.remove()
    }

    @Test("A new day by the home's clock is a reason of its own, also while exams are being taken")
    func newDay() throws {
        let desk = DeviceDesk(room: room)
        try drop(0..<1)
        try desk.survey()
        // 23:59 in Shanghai, then 00:01 of the next day.
        hands.forward(hours: 13 + 59.0 / 60)
        #expect(try !desk.isDue(isResting: false))
        hands.forward(hours: 2.0 / 60)
        #expect(try desk.isDue(isResting: false))
        try desk.survey()
        #expect(try !desk.isDue(isResting: false))
        trial.remove()
    }

    @Test("A report tells what was known at its period's end, and of its own institution")
    func reports() throws {
        let desk = DeviceDesk(room: room)
        try drop(0..<10)
        try desk.survey()
        hands.forward(hours: 24 * 30)
        // In April the transducer has lost lines.
        try drop(10..<20, dead: true)
        try desk.survey()
        let april = try #require(ReportSpan(month: "2026-04", clock: clock))
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        #expect(try report(.network, march).devices?.isEmpty ?? true)
        let found = try #require(try report(.network, april).devices?.first)
        #expect(found.device == "US-1" && found.institution == "C01" && found.lines.map(\.first) == [60])
        #expect(try report(.institution("C01"), april).devices == [found])
        #expect(try report(.device(institution: "C01", code: "US-1"), april).devices == [found])
        #expect(try DeviceSurvey.newest(in: room.store, until: now)?.survey.of("C02").dropouts.isEmpty == true)
        #expect(try DeviceSurvey.newest(in: room.store, until: Timestamp(milliseconds: 0)) == nil)
        trial.remove()
    }

    private func report(_ subject: ReportRequest.Subject, _ span: ReportSpan) throws -> PeriodReport {
        try PeriodReporting(store: room.store, library: room.library, clock: clock, program: "test").report(
            ReportRequest(subject, span: span, ownership: nil, county: nil, examType: nil, section: nil, now: now)
        )
    }
}
