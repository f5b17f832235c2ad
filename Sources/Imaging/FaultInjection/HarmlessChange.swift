/// A change of a whole picture that says nothing of how it was scanned: another screen around it, another way into a file.
///
/// What the first pass says of a picture must not depend on it. The scan area lies on other pixels afterwards, and its own
/// pixels are the same but for what each change names.
package struct HarmlessChange: Sendable, Identifiable {
    /// Word for tables and JSON, lower case with underscores.
    package let id: String
    /// What it is, in a few English words.
    package let name: String
    /// Makes the change.
    private let change: @Sendable (UltrasoundImage) throws(ImagingError) -> UltrasoundImage

    private init(
        _ id: String,
        _ name: String,
        _ change: @escaping @Sendable (UltrasoundImage) throws(ImagingError) -> UltrasoundImage
    ) {
        self.id = id
        self.name = name
        self.change = change
    }

    /// The changed picture; throws what the JPEG codec throws.
    package func apply(to image: UltrasoundImage) throws(ImagingError) -> UltrasoundImage { try change(image) }

    /// Every change, in the order of the tables.
    package static let all = [
        HarmlessChange("mirrored", "left and right exchanged") { image in image.mirrored() },
        HarmlessChange("black_border", "a black border around it") { image in image.bordered(by: 0) },
        HarmlessChange("grey_ground", "on the grey ground (40) of a viewer") { image in image.bordered(by: 40) },
        HarmlessChange("page", "on a white page (235)") { image in image.bordered(by: 235) },
        HarmlessChange("title_bar", "under a grey bar with a title") { image in image.titled() },
        HarmlessChange("side_panel", "beside a grey panel of thumbnails") { image in image.withThumbnails() },
        HarmlessChange("frame", "within a thin grey frame") { image in image.framed() },
        HarmlessChange("raised_black", "black at 8, as video levels have it") { image in
            image.mapped { 8 + $0 * 247 / 255 }
        },
        HarmlessChange("grain", "a frame grabber's grain of σ 1 grey") { image in
            var source = SplitMix64(seed: 1, stream: 0x4752_4149)
            return image.mapped { $0 + source.normal() }
        },
        HarmlessChange("jpeg_85", "saved as JPEG of quality 85") { image throws(ImagingError) in
            try image.compressed(quality: 85)
        },
    ]
}

extension UltrasoundImage {
    /// Border on either side, and above and below, as shares of the width.
    private static let sideBorder = 0.12
    private static let levelBorder = 0.06
    /// Height of a title bar and of the black below it, as shares of the picture's height.
    private static let barHeight = 0.07
    private static let barGap = 0.025
    /// Width of a panel beside the picture as a share of the picture's width.
    private static let panelWidth = 0.16

    fileprivate func mirrored() -> UltrasoundImage {
        let width = luma.width
        return moved(width: width, height: luma.height, ground: 0) { x, y in (width - 1 - x, y) }
    }

    /// In the middle of a larger picture of one grey.
    fileprivate func bordered(by grey: UInt8) -> UltrasoundImage {
        let side = Int((Self.sideBorder * Double(luma.width)).rounded(.up))
        let level = Int((Self.levelBorder * Double(luma.width)).rounded(.up))
        return moved(width: luma.width + 2 * side, height: luma.height + 2 * level, ground: grey) { x, y in
            (x + side, y + level)
        }
    }

    /// Below a bar with words on it.
    fileprivate func titled() -> UltrasoundImage {
        let bar = max(14, Int((Self.barHeight * Double(luma.height)).rounded()))
        let top = bar + max(4, Int((Self.barGap * Double(luma.height)).rounded()))
        let image = moved(width: luma.width, height: luma.height + top, ground: 0) { x, y in (x, y + top) }
        var plane = image.luma
        let width = plane.width
        for index in 0..<bar * width { plane.pixels[index] = 74 }
        // Letters of five by seven blocks, of which about half are set.
        let block = max(1, bar / 14)
        var source = SplitMix64(seed: 1, stream: 0x5445_5854)
        for letter in 0..<max(0, min(40, width / (6 * block) - 2)) where letter % 9 != 8 {
            for cell in 0..<35 where source.unit() < 0.5 {
                let (left, row) = ((1 + letter) * 6 * block + cell % 5 * block, bar / 4 + cell / 5 * block)
                for y in row..<row + block {
                    for x in left..<left + block { plane.pixels[y * width + x] = 230 }
                }
            }
        }
        return UltrasoundImage(luma: plane, chroma: image.chroma, facts: image.facts)
    }

    /// To the right of a panel with small copies of itself.
    fileprivate func withThumbnails() -> UltrasoundImage {
        let panel = max(12, Int((Self.panelWidth * Double(luma.width)).rounded()))
        let gap = max(4, panel / 10)
        let image = moved(width: luma.width + panel + gap, height: luma.height, ground: 0) { x, y in
            (x + panel + gap, y)
        }
        var plane = image.luma
        let width = plane.width
        for y in 0..<plane.height {
            for x in 0..<panel { plane.pixels[y * width + x] = 54 }
        }
        let step = Double(luma.width) / Double(max(1, panel - 3 * gap))
        let rows = max(1, Int(Double(luma.height) / step))
        for top in stride(from: gap, through: plane.height - rows - gap, by: rows + 2 * gap) {
            for y in 0..<rows {
                for x in 0..<panel - 3 * gap {
                    let from = min(luma.height - 1, Int(Double(y) * step)) * luma.width
                    let source = from + min(luma.width - 1, Int(Double(x) * step))
                    plane.pixels[(top + y) * width + gap + x] = luma.pixels[source]
                }
            }
        }
        return UltrasoundImage(luma: plane, chroma: image.chroma, facts: image.facts)
    }

    /// Within a line of one pixel, next to the edge and a little way from the picture.
    fileprivate func framed() -> UltrasoundImage {
        let space = max(4, luma.width / 50)
        let image = moved(width: luma.width + 2 * space, height: luma.height + 2 * space, ground: 0) { x, y in
            (x + space, y + space)
        }
        var plane = image.luma
        let (width, height, inset) = (plane.width, plane.height, 1)
        for x in inset..<width - inset {
            for y in [inset, height - 1 - inset] { plane.pixels[y * width + x] = 120 }
        }
        for y in inset..<height - inset {
            for x in [inset, width - 1 - inset] { plane.pixels[y * width + x] = 120 }
        }
        return UltrasoundImage(luma: plane, chroma: image.chroma, facts: image.facts)
    }

    /// Each grey changed; rounded and held within 0 to 255.
    fileprivate func mapped(_ change: (Float) -> Float) -> UltrasoundImage {
        var plane = luma
        for index in plane.pixels.indices {
            plane.pixels[index] = UInt8(max(0, min(255, change(Float(plane.pixels[index])).rounded())))
        }
        return UltrasoundImage(luma: plane, chroma: chroma, facts: facts)
    }

    /// Every pixel at another place of a picture that is one grey elsewhere.
    private func moved(
        width: Int,
        height: Int,
        ground: UInt8,
        to place: (_ x: Int, _ y: Int) -> (x: Int, y: Int)
    ) -> UltrasoundImage {
        var plane = GreyPlane(width: width, height: height, pixels: [UInt8](repeating: ground, count: width * height))
        var bits = [UInt8](repeating: 0, count: (width * height + 7) / 8)
        var warm = bits
        for y in 0..<luma.height {
            for x in 0..<luma.width {
                let target = place(x, y)
                let index = target.y * width + target.x
                plane.pixels[index] = luma.pixels[y * luma.width + x]
                guard let chroma, chroma.contains(x: x, y: y) else { continue }
                bits[index >> 3] |= 1 << UInt8(index & 7)
                if chroma.isWarm(x: x, y: y) { warm[index >> 3] |= 1 << UInt8(index & 7) }
            }
        }
        var facts = facts
        (facts.width, facts.height) = (width, height)
        return UltrasoundImage(
            luma: plane,
            chroma: chroma.map { ChromaMask(width: width, height: height, bits: bits, warm: warm, count: $0.count) },
            facts: facts
        )
    }
}
