import Grading
import Imaging
import Reports

/// Made pictures with findings, to be shown.
enum ShownExamples {
    static let general: Rubric = {
        guard let rubric = try? RubricLibrary().fallback else { preconditionFailure("the built-in rubrics load") }
        return rubric
    }()

    /// Grey 60 all over, 800 × 600, an outline from (100, 50) to (700, 550), a shadow at its right and a gain finding.
    static func shown(
        name: String = "scan.png",
        findings: [Finding] = [Fixtures.contactLoss, Fixtures.gainHigh],
        isMarked: Bool = true,
        advice: [String: LocalizedText] = [:],
        deadLines: [ClosedRange<Int>] = []
    ) -> ShownPicture {
        let corners = [(100.0, 50.0), (700, 50), (700, 550), (100, 550)].map { PixelPoint(x: $0.0, y: $0.1) }
        let grade = GradedImage(
            path: name,
            sha256: Fixtures.digest(of: name),
            status: .graded,
            image: ImageFacts(format: .png, width: 800, height: 600),
            scanArea: ScanAreaSummary(
                shape: .linear,
                box: PixelBox(x: 100, y: 50, width: 601, height: 501),
                confidence: 0.98
            ),
            score: 74.5,
            level: .c,
            findings: findings,
            triage: Triage(route: .review, reasons: ["CONTACT_LOSS"]),
            rubric: general.reference,
            marks: [
                Fixtures.box("contact.loss", 600, 50, 100, 500), Fixtures.box("excluded.annotation", 200, 100, 80, 20),
            ],
            outline: corners
        )
        let anatomy = FindingScene.Anatomy(
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            ),
            excluded: ExcludedParts.boxes(of: mask),
            deadElements: deadLines.isEmpty
                ? nil
                : DeviceDropout(
                    institution: "C01",
                    device: "US-1",
                    transducer: "L12",
                    shape: "linear",
                    images: 150,
                    lines: deadLines.map { .init(first: $0.lowerBound, last: $0.upperBound, depth: 0.31) }
                )
        )
        return ShownPicture(
            name: name,
            grade: grade,
            rgb: [UInt8](repeating: 60, count: 800 * 600 * 3),
            width: 800,
            height: 600,
            scene: FindingScene(grade, texts: Fixtures.texts, advice: advice, anatomy: anatomy),
            isMarked: isMarked,
            explanation: nil
        )
    }

    /// Annotation over pixels 200…279 × 100…119.
    private static var mask: ScanAreaMask {
        var exclusions = [UInt8](repeating: 0, count: 200 * 150)
        for row in 25..<30 { for column in 50..<70 { exclusions[row * 200 + column] = Exclusion.annotation.rawValue } }
        return ScanAreaMask(columns: 200, rows: 150, cells: exclusions.map { 1 - $0 }, exclusions: exclusions)
    }
}
