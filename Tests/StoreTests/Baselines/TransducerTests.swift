import Grading
import Imaging
import Store
import Testing

@Suite("Stacks of near profiles")
struct TransducerTests {
    private let home: TestHome
    private let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    /// A profile without anatomy: a little noise by line and picture, and dark lines.
    private func profile(_ number: Int, dead: ClosedRange<Int>? = nil) throws -> NearProfile {
        let hundredths = (0..<PolarView.lines).map { line -> UInt8 in
            let noise = (line &* 7919 &+ number &* 104_729) % 21
            return UInt8((dead?.contains(line) ?? false ? 70 : 90) + noise)
        }
        return try #require(NearProfile(hundredths: hundredths))
    }

    private func drop(
        _ count: Int,
        exam: String,
        device: String? = "US-1",
        transducer: String? = "C5-2",
        shape: ScanArea.Shape = .convex,
        findings: [Finding] = [],
        dead: ClosedRange<Int>? = nil
    ) throws {
        var metadata = ExamMetadata()
        (metadata.device, metadata.transducer) = (device, transducer)
        _ = try store.commit(
            SubmissionCommit(
                institution: FileName("County"),
                identity: ExamIdentity(examID: exam, date: "2026-11-21", folder: FileName(exam)),
                receivedAt: Moments.start,
                lateDays: 7,
                metadata: metadata,
                files: try (0..<count).map { index in
                    var image = grade("\(index).png", findings: findings)
                    image.scanArea = ScanAreaSummary(
                        shape: shape,
                        box: PixelBox(x: 0, y: 0, width: 9, height: 9),
                        confidence: 1
                    )
                    return SubmittedFile(
                        name: FileName("\(index).png"),
                        sha256: try sha256("\(exam)/\(index)"),
                        bytes: 1000,
                        content: .image(image, vaultExtension: "png"),
                        source: nil,
                        nearProfile: try profile(index, dead: dead)
                    )
                }
            ),
            effective: markDuplicates,
            at: Moments.start
        )
    }

    @Test("Sixty ordinary images of a transducer tell; each transducer and shape has a stack of its own")
    func stacks() throws {
        try drop(59, exam: "E1", dead: 100...102)
        #expect(try store.transducerStates().map(\.dips) == [nil])
        try drop(1, exam: "E2", dead: 100...102)
        let state = try #require(try store.transducerStates().first)
        #expect(state.images == 60 && state.dips?.map(\.first) == [100] && state.dips?.map(\.last) == [102])
        try drop(60, exam: "E3", transducer: nil)
        try drop(60, exam: "E4", shape: .linear)
        try drop(60, exam: "E5", device: "US-2")
        try drop(60, exam: "E6", device: nil)
        let states = try store.transducerStates(institution: "County")
        #expect(states.map(\.key.device) == ["US-1", "US-1", "US-1", "US-2"])
        #expect(states.map(\.key.transducer) == ["", "C5-2", "C5-2", "C5-2"])
        #expect(states.map { $0.dips?.count } == [0, 1, 0, 0])
        #expect(try store.transducerStates(institution: "Village").isEmpty)
    }

    @Test("The newest 150 images make the stack, so that a repaired transducer is well again")
    func ring() throws {
        try drop(100, exam: "E1", dead: 100...102)
        try drop(100, exam: "E2", device: "US-2")
        #expect(try store.transducerStates().map(\.images) == [100, 100])
        for number in 0..<3 { try drop(50, exam: "R\(number)") }
        let state = try #require(try store.transducerStates().first)
        #expect(state.images == 150 && state.dips == [])
        #expect(try home.value("SELECT COUNT(*) FROM near_profile") == "250")
    }

    @Test("Images with a grave finding, and those that were taken back, are not in the stack")
    func ordinary() throws {
        try drop(60, exam: "E1", findings: [Finding(code: "GAIN_HIGH", severity: .major, limitOrigin: .absolute)])
        #expect(try store.transducerStates().isEmpty)
        try drop(60, exam: "E2", findings: [Finding(code: "NOISE", severity: .minor, limitOrigin: .absolute)])
        #expect(try store.transducerStates().map(\.images) == [60])
        _ = try store.commit(
            SubmissionCommit(
                institution: FileName("County"),
                identity: ExamIdentity(examID: "E2", date: "2026-11-21", folder: FileName("E2")),
                receivedAt: Moments.start,
                lateDays: 7,
                files: [],
                withdrawal: .withdraw(reason: "wrong folder")
            ),
            effective: markDuplicates,
            at: Moments.start
        )
        #expect(try store.transducerStates().isEmpty)
    }
}
