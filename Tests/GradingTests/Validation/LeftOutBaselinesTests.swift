import Grading
import Imaging
import Testing

@Suite struct LeftOutBaselinesTests {
    private func subject(
        _ value: Double?,
        device: String = "us1",
        section: String? = nil,
        print: PictureFingerprint? = nil
    ) -> LeftOutBaselines.Subject {
        LeftOutBaselines.Subject(
            device: device,
            section: section,
            metrics: value.map { ["gain.p50": $0] },
            fingerprint: print
        )
    }

    @Test func `a picture's baseline is made of the others, never of itself`() throws {
        let left = LeftOutBaselines([1, 2, 3, 4, 5, 100].map { subject($0) }, least: 5)
        // Without 100: median 3, distances 0 1 1 2 2. Without 1: median 4, distances 0 1 1 2 96.
        #expect(left.baseline(for: 5)?.metrics["gain.p50"] == Baseline.Usual(images: 5, median: 3, mad: 1))
        #expect(left.baseline(for: 0)?.metrics["gain.p50"] == Baseline.Usual(images: 5, median: 4, mad: 1))
        #expect(left.baseline(for: 6) == nil && left.baseline(for: -1) == nil)
    }

    @Test func `too few others make no baseline`() {
        let left = LeftOutBaselines((0..<30).map { subject(Double($0)) })
        #expect(left.least == 30 && left.baseline(for: 0) == nil)
        #expect(LeftOutBaselines((0..<31).map { subject(Double($0)) }).baseline(for: 0) != nil)
        #expect(LeftOutBaselines([]).groups.isEmpty)
    }

    @Test func `devices and sections are kept apart, and a picture that is not ordinary is judged but does not count`()
    {
        let subjects =
            (0..<6).map { _ in subject(10, section: "thyroid.r.tr") } + (0..<6).map { _ in subject(20) }
            + (0..<6).map { _ in subject(30, device: "us2") } + [subject(nil)]
        let left = LeftOutBaselines(subjects, least: 5)
        #expect([0, 6, 12, 18].map { left.baseline(for: $0)?.metrics["gain.p50"]?.median } == [10, 20, 30, 20])
        #expect(left.baseline(for: 18)?.metrics["gain.p50"]?.images == 6)
        #expect(left.groups.map(\.key.device) == ["us1", "us1", "us2"])
        #expect(left.groups.map(\.key.section) == [nil, "thyroid.r.tr", nil])
        #expect(left.groups.map(\.count) == [7, 6, 6] && left.groups.map(\.ordinary) == [6, 6, 6])
    }

    @Test func `copies count once, and none judges its copy`() throws {
        let one = try #require(PictureFingerprint(hex: String(repeating: "0f", count: 32)))
        let other = try #require(PictureFingerprint(hex: String(repeating: "3c", count: 32)))
        let plain = (1...6).map { subject(Double($0)) }
        let copies = [subject(50, print: one), subject(60, print: one.mirrored), subject(70, print: other)]
        let left = LeftOutBaselines(copies + plain, least: 5)
        #expect(left.groups[0].count == 9 && left.groups[0].ordinary == 8)
        // Of the copies neither is left for the other: 70 and 1 to 6.
        #expect(left.baseline(for: 0)?.metrics["gain.p50"]?.images == 7)
        #expect(left.baseline(for: 1)?.metrics["gain.p50"]?.images == 7)
        // 50 and 1 to 6: the first of the copies stands for both.
        #expect(left.baseline(for: 2)?.metrics["gain.p50"] == Baseline.Usual(images: 7, median: 4, mad: 2))
    }

    @Test func `a baseline takes no more pictures than the window`() {
        let left = LeftOutBaselines((0..<400).map { subject(Double($0)) }, least: 30, window: 100)
        // Every fourth is taken: its own is left out of the first, nothing of the second.
        #expect(left.baseline(for: 0)?.metrics["gain.p50"]?.images == 99)
        #expect(left.baseline(for: 1)?.metrics["gain.p50"]?.images == 100)
        #expect(left.baseline(for: 1)?.metrics["gain.p50"]?.median == 198)
    }

    @Test func `the grader takes limits from a baseline of fewer images only where that was asked for`() throws {
        let rubric = try RubricLibrary().fallback
        let area = ScanArea(
            shape: .linear,
            box: PixelBox(x: 0, y: 0, width: 400, height: 400),
            confidence: 1,
            geometry: .quadrilateral(
                topLeft: PixelPoint(x: 0, y: 0),
                topRight: PixelPoint(x: 400, y: 0),
                bottomRight: PixelPoint(x: 400, y: 400),
                bottomLeft: PixelPoint(x: 0, y: 400)
            ),
            outline: []
        )
        var examination = ImageExamination(facts: ImageFacts(format: .png, width: 400, height: 400), scanArea: area)
        // 95 is no bright median by the written limits, but 55 above what this device shows.
        examination.measurements = Measurements(values: [
            "gain.p50": 95, "gain.p95": 180, "sat.hi": 0, "sat.lo": 1, "dr.use": 180, "tgc.slope": 0, "contact.loss": 0,
            "shadow.frac": 0, "res.h": 400, "res.w": 400, "pen": 90,
        ])
        let left = LeftOutBaselines((0..<11).map { subject(Double(35 + $0)) }, least: 10)
        var request = GradeRequest(path: "p.png")
        #expect(!Grader.grade(examination, as: request, by: rubric).findings.contains { $0.code == "GAIN_HIGH" })
        request.baseline = left.baseline(for: 0)
        let grade = Grader.grade(examination, as: request, by: rubric)
        let finding = try #require(grade.findings.first { $0.code == "GAIN_HIGH" })
        #expect(finding.limitOrigin == .baseline(snapshot: "left-out"))
        request.baseline = request.baseline.map { Baseline(snapshot: $0.snapshot, metrics: $0.metrics) }
        #expect(!Grader.grade(examination, as: request, by: rubric).findings.contains { $0.code == "GAIN_HIGH" })
    }
}
