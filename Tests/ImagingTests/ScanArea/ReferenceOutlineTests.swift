import Foundation
import Imaging
import Testing

/// The finder against outlines drawn by eye.
///
/// The limits here are a ratchet: what was true when they were last set, a little below the measured figure, and no
/// target. They are raised when the finder gets better, never lowered without a reason in the commit.
@Suite(
    "Scan area: outlines drawn by eye",
    .serialized,
    .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: outlines drawn by eye are not compared")
)
struct ReferenceOutlineTests {
    /// What was found of one referenced picture.
    struct Outcome {
        var side: ReferenceOutline.Side
        var kind: String
        /// Intersection over union with the reference; 0 where no area was found.
        var agreement: Double
        /// Whether the area would be graded.
        var isSure: Bool
        /// Whether the picture is smaller than can be judged.
        var isTooSmall: Bool
    }

    /// Columns that have lost contact: black over the whole depth, in pixels of the picture and not of the scan lines,
    /// so that nothing is shared with how the finder thinks of them.
    struct Loss: CaseIterable {
        var name: String
        /// Share of the area's columns.
        var share: Double
        /// Where they lie: 0 at the left, 0.5 in the middle, 1 at the right.
        var place: Double

        static let allCases = [0.1, 0.25, 0.4].flatMap { share in
            [("left", 0.0), ("middle", 0.5), ("right", 1.0)].map {
                Loss(name: "\(Int(share * 100)) % \($0.0)", share: share, place: $0.1)
            }
        }

        /// The picture without these columns of an area.
        func spoil(_ image: UltrasoundImage, _ area: PixelArea) -> UltrasoundImage {
            let all = area.columns
            let width = Int((share * Double(all.count)).rounded())
            let low = all.lowerBound + Int((place * Double(all.count - width)).rounded())
            var plane = image.luma
            for (row, ranges) in area.rows.enumerated() {
                for range in ranges {
                    for column in range.clamped(to: low..<low + width) { plane.pixels[row * plane.width + column] = 0 }
                }
            }
            return UltrasoundImage(luma: plane, chroma: image.chroma, facts: image.facts)
        }
    }

    private static func picture(_ reference: ReferenceOutline) throws -> UltrasoundImage {
        try #require(GatheredPictures.picture(GatheredPictures.root.appending(path: reference.file)))
    }

    private static func outcome(
        _ image: UltrasoundImage,
        _ reference: ReferenceOutline,
        _ side: ReferenceOutline.Side
    ) -> Outcome {
        let finding = ScanAreaFinder.find(in: image)
        let refusals: Set<Condition> = [.geometryUncertain]
        return Outcome(
            side: side,
            kind: reference.kind,
            agreement: finding.scanArea.map { reference.agreement(with: $0.outline) } ?? 0,
            isSure: finding.scanArea != nil && finding.conditions.isDisjoint(with: refusals),
            isTooSmall: finding.conditions.contains(.tooSmall)
        )
    }

    private static func bMode() throws -> [(ReferenceOutline, ReferenceOutline.Side)] {
        let split = try ReferenceOutline.split()
        return try ReferenceOutline.all().filter { $0.kind != "quad" }.map { ($0, try #require(split[$0.source])) }
    }

    @Test("Areas agree with those drawn by eye as well as they did")
    func untouched() throws {
        let outcomes = try Self.bMode().map { Self.outcome(try Self.picture($0.0), $0.0, $0.1) }
        #expect(outcomes.count == 92)
        try AgreementTable.write(OutlineTable.untouched(outcomes), section: "outlines")

        let tuning = AgreementTable(outcomes.filter { $0.side == .tuning })
        #expect(tuning.median >= 0.987)
        #expect(tuning.goodShare >= 0.96)
        #expect(tuning.unsure <= 3)
        let heldOut = AgreementTable(outcomes.filter { $0.side == .heldOut })
        // Phased ones whose far end fades are told by the scale along their side.
        #expect(heldOut.median >= 0.985)
        // The cropped picture of A-lines, of which neither side shows, was wrong (0.44) and sure; now it is unsure.
        #expect(heldOut.goodShare >= 0.97)
        #expect(heldOut.unsure <= 1)
    }

    @Test("A picture with black columns is graded with them or not at all, as often as it was")
    func lostContact() throws {
        var outcomes: [(Loss, Outcome)] = []
        for (reference, side) in try Self.bMode() {
            let image = try Self.picture(reference)
            let area = reference.area()
            for loss in Loss.allCases {
                outcomes.append((loss, Self.outcome(loss.spoil(image, area), reference, side)))
            }
        }
        try AgreementTable.write(OutlineTable.lostContact(outcomes), section: "lost contact")

        // Wrong and sure is what lets a lost contact pass.
        let tuning = AgreementTable(outcomes.map(\.1).filter { $0.side == .tuning })
        #expect(tuning.goodShare >= 0.71)
        #expect(tuning.median >= 0.885)
        #expect(tuning.wrong <= 55)
        let heldOut = AgreementTable(outcomes.map(\.1).filter { $0.side == .heldOut })
        // Dim screens that were unsure untouched are found now, and count here with black columns: a third of the wrong ones.
        // Most of those are of a probe in air, and told as such.
        #expect(heldOut.goodShare >= 0.73)
        #expect(heldOut.median >= 0.79)
        #expect(heldOut.wrong <= 26)
    }

    @Test("Pictures that are no B-mode are not graded as such")
    func quad() throws {
        let references = try ReferenceOutline.all().filter { $0.kind == "quad" }
        #expect(references.count == 2)
        for reference in references {
            #expect(ScanAreaFinder.find(in: try Self.picture(reference)).conditions == [.quadLayout])
        }
    }
}
