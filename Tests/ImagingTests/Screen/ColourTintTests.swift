import Imaging
import Testing

@Suite("A tint in place of grey")
struct ColourTintTests {
    /// A fan on black, coloured where `isColoured` says of its grey and place.
    private static func picture(
        warm: Bool,
        _ isColoured: (_ grey: UInt8, _ x: Int, _ y: Int) -> Bool
    ) -> UltrasoundImage {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in fan.contains(x, y) }
        var bits = [UInt8](repeating: 0, count: 1024 * 768 / 8)
        var count = 0
        for index in screen.pixels.indices where isColoured(screen.pixels[index], index % 1024, index / 1024) {
            bits[index >> 3] |= 1 << UInt8(index & 7)
            count += 1
        }
        let chroma = ChromaMask(width: 1024, height: 768, bits: bits, warm: warm ? bits : nil, count: count)
        return UltrasoundImage(luma: screen.image.luma, chroma: chroma, facts: screen.image.facts)
    }

    @Test("B-mode in shades of one colour is found as in grey", arguments: [true, false])
    func tinted(warm: Bool) throws {
        let tinted = Self.picture(warm: warm) { grey, _, _ in grey >= 45 }
        let grey = Self.picture(warm: warm) { _, _, _ in false }
        let tint = try #require(ColourTint(luma: tinted.luma, chroma: tinted.chroma))
        #expect(tint.isTint && tint.explained == 1)
        let finding = ImagePipeline.scanArea(of: tinted)
        #expect(finding.conditions.isEmpty)
        #expect(finding.scanArea == ScanAreaFinder.find(in: grey).scanArea)
        #expect(finding.mask == ScanAreaFinder.find(in: grey).mask)
    }

    @Test("Colour over a part of the tissue, dark and light alike, is no tint")
    func doppler() throws {
        let flow = Self.picture(warm: true) { _, x, y in (400..<620).contains(x) && (300..<520).contains(y) }
        let tint = try #require(ColourTint(luma: flow.luma, chroma: flow.chroma))
        #expect(!tint.isTint)
    }

    @Test("A picture with a coloured corner is not looked at for a tint")
    func logo() {
        let logo = Self.picture(warm: true) { _, x, y in x < 60 && y < 60 }
        #expect(ColourTint(luma: logo.luma, chroma: logo.chroma) == nil)
    }
}
