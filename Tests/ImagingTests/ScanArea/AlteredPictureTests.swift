import Foundation
import Imaging
import Testing

/// Pictures altered in ways that no scanner would: whatever comes out, nothing may trap, and no number may be undefined.
@Suite("Scan area: altered pictures") struct AlteredPictureTests {
    /// A change of a picture.
    struct Alteration: CustomTestStringConvertible, Sendable {
        var name: String
        var apply: @Sendable (GreyPlane) -> GreyPlane
        var testDescription: String { name }

        /// Changes every pixel by itself.
        static func pixels(_ name: String, _ change: @escaping @Sendable (Int) -> Int) -> Alteration {
            let table = (0..<256).map { UInt8(clamping: change($0)) }
            return Alteration(name: name) { plane in
                GreyPlane(width: plane.width, height: plane.height, pixels: plane.pixels.map { table[Int($0)] })
            }
        }

        /// Samples the picture anew on another grid.
        static func sampled(
            _ name: String,
            _ size: @escaping @Sendable (Int, Int) -> (Int, Int),
            _ place: @escaping @Sendable (Double, Double) -> (Double, Double) = { ($0, $1) }
        ) -> Alteration {
            Alteration(name: name) { plane in
                let (width, height) = size(plane.width, plane.height)
                var pixels = [UInt8](repeating: 0, count: width * height)
                for y in 0..<height {
                    for x in 0..<width {
                        let (u, v) = place(Double(x) / Double(width), Double(y) / Double(height))
                        let column = min(plane.width - 1, max(0, Int(u * Double(plane.width))))
                        let row = min(plane.height - 1, max(0, Int(v * Double(plane.height))))
                        pixels[y * width + x] = plane.pixels[row * plane.width + column]
                    }
                }
                return GreyPlane(width: width, height: height, pixels: pixels)
            }
        }

        /// Changes pixels by their place.
        static func places(_ name: String, _ change: @escaping @Sendable (Int, Int, Int) -> Int) -> Alteration {
            Alteration(name: name) { plane in
                var pixels = plane.pixels
                for y in 0..<plane.height {
                    for x in 0..<plane.width {
                        let index = y * plane.width + x
                        pixels[index] = UInt8(clamping: change(Int(pixels[index]), x, y))
                    }
                }
                return GreyPlane(width: plane.width, height: plane.height, pixels: pixels)
            }
        }
    }

    static let alterations: [Alteration] = {
        var list: [Alteration] = []
        for grey in [16, 32, 48, 64, 80, 88, 96, 112, 128, 160, 200, 240] {
            list.append(.pixels("\(grey) darker") { $0 - grey })
            list.append(.pixels("\(grey) brighter") { $0 + grey })
            list.append(.pixels("no darker than \(grey)") { max(grey, $0) })
            list.append(.pixels("no brighter than \(grey)") { min(grey, $0) })
            list.append(.pixels("black or white at \(grey)") { $0 < grey ? 0 : 255 })
        }
        for share in [2, 5, 10, 35] { list.append(.pixels("to \(share) %") { $0 * share / 100 }) }
        for levels in [2, 4, 16] {
            list.append(.pixels("\(levels) levels") { $0 * levels / 256 * 255 / (levels - 1) })
        }
        list.append(.pixels("inverted") { 255 - $0 })
        list.append(.places("noise") { grey, x, y in grey + (x * 7919 + y * 104_729 + x * y * 31) % 61 - 30 })
        for step in [2, 7, 40] {
            list.append(.places("bands of \(step) rows") { grey, _, y in y / step % 2 == 0 ? grey : 0 })
            list.append(.places("bands of \(step) columns") { grey, x, _ in x / step % 2 == 0 ? grey : 0 })
            list.append(.places("grey bands of \(step) rows") { grey, _, y in y / step % 2 == 0 ? grey : 60 })
        }
        for (name, left, top) in [("left", 0.0, 0.0), ("right", 0.6, 0.0), ("lower", 0.3, 0.6), ("middle", 0.4, 0.4)] {
            list.append(.sampled("\(name) part", { ($0 * 2 / 5, $1 * 2 / 5) }) { (left + 0.4 * $0, top + 0.4 * $1) })
        }
        list.append(.sampled("upside down", { ($0, $1) }) { ($0, 0.999 - $1) })
        list.append(.sampled("turned", { ($1, $0) }) { ($1, $0) })
        for (name, width, height) in [
            ("tiny", 64, 64), ("smaller than can be judged", 9, 5), ("a line", 1500, 64), ("a column", 65, 2100),
            ("a long strip", 9000, 70), ("one pixel", 1, 1),
        ] {
            list.append(.sampled(name, { _, _ in (width, height) }))
        }
        return list
    }()

    static let screens: [UltrasoundImage] = {
        var list: [UltrasoundImage] = []
        for (index, fan) in DrawnFan.typical.enumerated() {
            for background in [0, 40] as [UInt8] {
                var screen = DrawnScreen(width: 640, height: 480, background: background, seed: UInt64(index + 1))
                screen.fill { fan.contains($0 * 1.6, $1 * 1.6) }
                screen.chrome()
                list.append(screen.image)
            }
        }
        var linear = DrawnScreen(width: 640, height: 480)
        linear.fill { $0 > 150 && $0 < 470 && $1 > 60 && $1 < 400 }
        list.append(linear.image)
        var whole = DrawnScreen(width: 320, height: 300)
        whole.fill { _, _ in true }
        list.append(whole.image)
        return list
    }()

    private func examine(_ plane: GreyPlane, _ source: UltrasoundImage) {
        let image = UltrasoundImage(
            luma: plane,
            chroma: nil,
            facts: ImageFacts(format: source.facts.format, width: plane.width, height: plane.height)
        )
        let examination = ImagePipeline.examine(image)
        guard let area = examination.scanArea else { return }
        #expect(area.confidence >= 0 && area.confidence <= 1)
        #expect(area.outline.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        #expect(area.box.x >= 0 && area.box.y >= 0 && area.box.width > 0 && area.box.height > 0)
        #expect(area.box.x + area.box.width <= plane.width && area.box.y + area.box.height <= plane.height)
    }

    @Test("A drawn screen, however altered, is examined to the end", arguments: alterations)
    func drawn(_ alteration: Alteration) {
        for screen in Self.screens { examine(alteration.apply(screen.luma), screen) }
    }

    @Test(
        "A real picture, however altered, is examined to the end",
        .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: real pictures are not altered"),
        arguments: alterations
    )
    func real(_ alteration: Alteration) throws {
        for name in [
            "us-real/liver-annotated/normal_011.jpg", "us-real/breast-busi/malignant_76_.png",
            "us-real/handheld-itkpocus/interson-image.jpg",
            "us-labelled/nc-lung-pocovid-md/Cov-Atlas-pleural.mp4_f38.png",
        ] {
            let picture = try #require(GatheredPictures.picture(GatheredPictures.root.appending(path: name)))
            examine(alteration.apply(picture.luma), picture)
        }
    }
}
