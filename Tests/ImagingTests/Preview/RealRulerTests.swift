import Foundation
import Imaging
import Testing

@Suite(
    "Blind view: real screens",
    .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: real screens are not examined")
)
struct RealRulerTests {
    private func blind(_ file: URL) throws -> (picture: BlindPicture, area: ScanArea)? {
        guard let data = FileManager.default.contents(atPath: file.path),
            let image = GatheredPictures.picture(file), let area = ScanAreaFinder.find(in: image).scanArea
        else { return nil }
        let picture = try BlindView.picture(
            of: .bytes([UInt8](data)),
            outline: area.outline,
            shape: area.shape,
            isSure: area.confidence >= ScanArea.surety,
            maxWidth: 4000,
            maxHeight: 4000,
            limits: DecodingLimits()
        )
        return (picture, area)
    }

    @Test("Screens of five makers keep their upright ruler")
    func kept() throws {
        let screens =
            ["us-real/shoulder-tendon", "us-real/lung-ablines"].flatMap(GatheredPictures.files)
            + GatheredPictures.files("us-real/muscle-timtrack").filter { $0.lastPathComponent.hasPrefix("d2_") }
            + GatheredPictures.files("us-real/handheld-itkpocus").filter { $0.path.contains("interson") }
            + [GatheredPictures.root.appending(path: "us-real/mindray-dc70/screen_4.png")]
        let views = try screens.compactMap { try blind($0) }
        #expect(views.count == screens.count && screens.count >= 22)
        // Of one cropped picture of A-lines the area is not sure: neither side shows.
        let sure = views.filter { $0.area.confidence >= ScanArea.surety }
        #expect(sure.count >= screens.count - 1)
        #expect(sure.allSatisfy { $0.picture.showsRuler && !$0.picture.isWithheld })
    }

    @Test("Beside the scan area there is nothing larger than a tick")
    func nothingElse() throws {
        for file in GatheredPictures.files("us-real/shoulder-tendon") {
            let view = try #require(try blind(file))
            let frame = try #require(view.picture.frame)
            let inside = view.area.box.x - 1...view.area.box.x + view.area.box.width
            for y in frame.y..<(frame.y + frame.height) {
                let beside = (frame.x..<(frame.x + frame.width)).count { x in
                    !inside.contains(x) && view.picture.pixel(x: x, y: y) != [0, 0, 0]
                }
                #expect(beside <= 12, "\(file.lastPathComponent), row \(y)")
            }
        }
    }
}
