import Foundation
import Imaging
import Testing

@Suite("Fingerprint of the straightened picture")
struct PictureFingerprintTests {
    /// A view by a formula of row and column; all of it ultrasound but where it says nil.
    private static func view(_ grey: (Int, Int) -> UInt8?) -> PolarView {
        var samples: [UInt8] = []
        var valid: [UInt8] = []
        for row in 0..<PolarView.depths {
            for column in 0..<PolarView.lines {
                let value = grey(row, column)
                samples.append(value ?? 0)
                valid.append(value == nil ? 0 : 1)
            }
        }
        let whole = ScanGeometry.quadrilateral(
            topLeft: PixelPoint(x: 0, y: 0),
            topRight: PixelPoint(x: 255, y: 0),
            bottomRight: PixelPoint(x: 255, y: 255),
            bottomLeft: PixelPoint(x: 0, y: 255)
        )
        return PolarView(samples: samples, valid: valid, geometry: whole)
    }

    /// Waves that grow shorter downwards, without ultrasound in the top left corner.
    private static func waves(_ row: Int, _ column: Int) -> UInt8? {
        row + column < 60
            ? nil : UInt8((row * row + 3 * column * column + 5 * row * column) >> 10 & 255)
    }

    /// The picture's fingerprint as intake takes it.
    private static func fingerprint(of plane: GreyPlane) -> PictureFingerprint? {
        ImagePipeline.examine(image(plane), takesFingerprint: true).fingerprint
    }

    private static func image(_ plane: GreyPlane) -> UltrasoundImage {
        let facts = ImageFacts(format: .png, width: plane.width, height: plane.height)
        return UltrasoundImage(luma: plane, chroma: nil, facts: facts)
    }

    private static func plane(_ recipe: PhantomRecipe) throws -> GreyPlane {
        try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits()).luma
    }

    private static func changed(_ plane: GreyPlane, _ change: (Double) -> Double) -> GreyPlane {
        GreyPlane(
            width: plane.width,
            height: plane.height,
            pixels: plane.pixels.map { UInt8(max(0, min(255, change(Double($0)).rounded()))) }
        )
    }

    private static func mirrored(_ plane: GreyPlane) -> GreyPlane {
        var pixels = plane.pixels
        for row in 0..<plane.height { pixels[row * plane.width..<(row + 1) * plane.width].reverse() }
        return GreyPlane(width: plane.width, height: plane.height, pixels: pixels)
    }

    /// Worked out with another program, in double precision; the smallest coefficient is 4.8, the rounding 10⁻².
    @Test("A view by a formula has the bits that the definition gives, and so has its mirror image")
    func golden() throws {
        let print = try #require(PictureFingerprint(Self.view(Self.waves)))
        #expect(print.hex == "6c44db3b92ee25b9496e12d9d4b6352d894b1256cca53729ccca13128cc43531")
        let turned = try #require(PictureFingerprint(Self.view { Self.waves($0, 255 - $1) }))
        #expect(turned.hex == "c6ee719138448f13e3c4b8737e1c9f8723e1b8fc660f9d836660b9b8266e9f9b")
        #expect(turned == print.mirrored)
        #expect(print.mirrored.mirrored == print)
    }

    @Test("Rows and columns that are brighter as a whole change nothing")
    func levelled() throws {
        let plain = try #require(PictureFingerprint(Self.view { Self.waves($0, $1).map { $0 / 2 } }))
        // Steps of whole cells, 4 samples each.
        let tilted = try #require(
            PictureFingerprint(
                Self.view { row, column in
                    Self.waves(row, column).map { $0 / 2 + UInt8(row / 4) + UInt8(column / 8 * 2) }
                }
            )
        )
        #expect(plain.distance(to: tilted) <= 8)
        #expect(plain.distance(to: plain) == 0)
    }

    @Test("A level view, one without ultrasound and one with too little of it have none")
    func none() {
        #expect(PictureFingerprint(Self.view { _, _ in 90 }) == nil)
        #expect(PictureFingerprint(Self.view { _, _ in nil }) == nil)
        #expect(PictureFingerprint(Self.view { $0 < 60 ? Self.waves(128, $1) : nil }) == nil)
        // Steps of one grey are what a coder leaves, not a picture.
        #expect(PictureFingerprint(Self.view { UInt8(90 + ($0 / 8 + $1 / 8) % 2) }) == nil)
    }

    @Test("It is taken where it was asked for only, and not of a picture without a sure scan area")
    func onDemand() throws {
        let image = try ImageDecoder.decode(.bytes(try plainRecipe().fileBytes()), limits: DecodingLimits())
        #expect(ImagePipeline.examine(image).fingerprint == nil)
        #expect(ImagePipeline.examine(image, takesFingerprint: true).fingerprint != nil)
        #expect(Self.fingerprint(of: GreyPlane(width: 320, height: 256, filledWith: 0)) == nil)
    }

    @Test(
        "Re-encoded, at another size, brighter, darker or with another gamma it is known again, mirrored too",
        arguments: [(.liver, 3), (.kidney, 8), (.thyroidLong, 21)] as [(AnatomyPreset, UInt64)]
    )
    func copies(anatomy: AnatomyPreset, seed: UInt64) throws {
        let plane = try Self.plane(plainRecipe(anatomy, seed: seed))
        let original = try #require(Self.fingerprint(of: plane))
        // Where the finder is not sure of a copy's area there is no fingerprint; of copies of the same size it is known.
        let finding = ScanAreaFinder.find(in: Self.image(plane))
        let (area, mask) = (try #require(finding.scanArea), try #require(finding.mask))
        func distance(_ copy: GreyPlane) throws -> Int {
            guard copy.width == plane.width, copy.height == plane.height else {
                return original.distance(to: try #require(Self.fingerprint(of: copy)))
            }
            let view = PolarResampler.view(of: Self.image(copy), area: area, mask: mask)
            return original.distance(to: try #require(PictureFingerprint(view)))
        }
        let most = PictureFingerprint.mostOfCopies
        for quality in [50, 95] {
            let bytes = try JPEGEncoder.encode(plane, quality: quality)
            #expect(try distance(ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()).luma) <= most)
        }
        for factor in [0.5, 2] {
            let (width, height) = (Int(Double(plane.width) * factor), Int(Double(plane.height) * factor))
            #expect(try distance(PlaneResizing.bilinear.resized(plane, width: width, height: height)) <= most)
        }
        #expect(try distance(Self.changed(plane) { $0 > 0 ? $0 + 20 : 0 }) <= most)
        #expect(try distance(Self.changed(plane) { 255 * pow($0 / 255, 0.8) }) <= most)
        let turned = try #require(Self.fingerprint(of: Self.mirrored(plane)))
        #expect(original.mirrored.distance(to: turned) <= most)
        #expect(original.distance(to: turned) > 2 * most)
    }

    @Test("Other exams of the same organ, and of others, are far away")
    func others() throws {
        let prints = try [(AnatomyPreset.liver, 1), (.liver, 2), (.liver, 3), (.kidney, 3), (.thyroidLong, 4)].map {
            try #require(Self.fingerprint(of: try Self.plane(plainRecipe($0.0, seed: UInt64($0.1)))))
        }
        for (index, first) in prints.enumerated() {
            for second in prints[(index + 1)...] {
                #expect(first.distance(to: second) > 2 * PictureFingerprint.mostOfCopies)
                #expect(first.distance(to: second.mirrored) > 2 * PictureFingerprint.mostOfCopies)
            }
        }
    }

    @Test("Distance is symmetric, 0 to itself, 256 to its opposite, and the same between mirror images")
    func distances() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<200 {
            let one = try #require(PictureFingerprint(words: (0..<4).map { _ in random.next() }))
            let two = try #require(PictureFingerprint(words: (0..<4).map { _ in random.next() }))
            #expect(one.distance(to: two) == two.distance(to: one))
            #expect(one.distance(to: one) == 0)
            #expect(one.distance(to: try #require(PictureFingerprint(words: one.words.map(~)))) == 256)
            #expect(one.mirrored.distance(to: two.mirrored) == one.distance(to: two))
            #expect(one.mirrored.distance(to: two) == one.distance(to: two.mirrored))
        }
    }

    @Test("It keeps itself through JSON; anything else is refused")
    func coding() throws {
        let print = try #require(PictureFingerprint(Self.view(Self.waves)))
        let bytes = try JSONEncoder().encode([print])
        #expect(bytes.count == 68)
        #expect(try JSONDecoder().decode([PictureFingerprint].self, from: bytes) == [print])
        #expect(PictureFingerprint(hex: String(print.hex.dropLast())) == nil)
        #expect(PictureFingerprint(hex: String(repeating: "x", count: 64)) == nil)
        #expect(PictureFingerprint(hex: "+" + print.hex.dropFirst()) == nil)
        #expect(PictureFingerprint(words: [1, 2, 3]) == nil)
    }
}
