import Foundation
import Imaging
import Testing

@Suite("Faults of made pictures")
struct ImageFaultTests {
    @Test("strength 0 of every fault leaves every byte as it was", arguments: ImageFault.Kind.allCases)
    func neutral(kind: ImageFault.Kind) throws {
        let clean = try plainRecipe().fileBytes()
        #expect(try plainRecipe(faults: [ImageFault(kind, strength: 0)]).fileBytes() == clean)
    }

    @Test("every fault at half its range changes the file", arguments: ImageFault.Kind.allCases)
    func effective(kind: ImageFault.Kind) throws {
        let clean = try plainRecipe().fileBytes()
        let strength = max(1, (kind.range.upperBound / 2).rounded())
        let strong = kind.range.contains(strength) ? strength : kind.range.upperBound
        #expect(try plainRecipe(faults: [ImageFault(kind, strength: strong)]).fileBytes() != clean)
    }

    @Test("gain lifts unclipped grey by 255/60 a decibel", arguments: [-3.0, 2, 5])
    func gain(decibels: Double) throws {
        let clean = try plainRecipe().render()
        let louder = try plainRecipe(faults: [ImageFault(.gain, strength: decibels)]).render()
        var worst = 0.0
        for (before, after) in zip(clean.beam, louder.beam) where before > 25 && before < 230 {
            worst = max(worst, abs(Double(after - before) - decibels * 255 / 60))
        }
        #expect(worst < 0.01)
    }

    @Test("gain never lowers a pixel and saturates in the end")
    func gainIsMonotone() throws {
        var means: [Double] = []
        for decibels in [-30.0, -15, 0, 10, 20, 35] {
            means.append(try plainRecipe(faults: [ImageFault(.gain, strength: decibels)]).render().beamMean())
        }
        #expect(means == means.sorted())
        #expect((means.last ?? 0) > 225)
    }

    @Test(
        "contact loss darkens exactly its share of the lines, where it is told to",
        arguments: [
            (0.25, ImageFault.Place.left), (0.1, .right), (0.4, .middle), (0.2, .edges),
        ]
    )
    func contact(share: Double, place: ImageFault.Place) throws {
        let picture = try plainRecipe(faults: [ImageFault(.contactLoss, strength: share, place: place)]).render()
        let lines = picture.beamLines
        let dark = (0..<lines).filter { picture.beamMean(depths: 0.35..<0.7, lines: $0..<($0 + 1)) < 8 }
        let expected = Int((share * Double(lines)).rounded())
        #expect(dark.count == expected)
        switch place {
        case .left: #expect(dark.first == 0 && dark.last == expected - 1)
        case .right: #expect(dark.first == lines - expected && dark.last == lines - 1)
        case .middle: #expect(abs((dark.first ?? 0) + (dark.last ?? 0) - (lines - 1)) <= 1)
        case .edges: #expect(dark.first == 0 && dark.last == lines - 1 && !dark.contains(lines / 2))
        }
    }

    @Test("a shadow begins at its depth and has its width")
    func shadow() throws {
        let clean = try plainRecipe().render()
        let shaded = try plainRecipe(faults: [ImageFault(.shadow, strength: 0.3, depth: 0.4)]).render()
        let lines = shaded.beamLines
        let dark = (0..<lines).filter { shaded.beamMean(depths: 0.45..<0.75, lines: $0..<($0 + 1)) < 8 }
        #expect(dark.count == Int((0.3 * Double(lines)).rounded()))
        #expect(shaded.beamMean(depths: 0..<0.39) == clean.beamMean(depths: 0..<0.39))
    }

    @Test("TGC faults tilt the depth profile the way they say")
    func tgc() throws {
        func tilt(_ faults: [ImageFault]) throws -> Double {
            let picture = try plainRecipe(faults: faults).render()
            return picture.beamMean(depths: 0.7..<0.8) - picture.beamMean(depths: 0.2..<0.3)
        }
        let level = try tilt([])
        #expect(abs(level) < 20)
        // Half the depth apart, so half of 16 dB: 34 grey.
        #expect(abs(try tilt([ImageFault(.tgcFar, strength: -16)]) - level + 34) < 4)
        #expect(abs(try tilt([ImageFault(.tgcNear, strength: -16)]) - level - 34) < 4)
    }

    @Test("a TGC slider lifts its band and nothing else")
    func band() throws {
        let clean = try plainRecipe().render()
        let banded = try plainRecipe(faults: [ImageFault(.tgcBand, strength: 8, depth: 0.5)]).render()
        #expect(abs(banded.beamMean(depths: 0.46..<0.54) - clean.beamMean(depths: 0.46..<0.54) - 34) < 2)
        #expect(banded.beamMean(depths: 0..<0.4) == clean.beamMean(depths: 0..<0.4))
        #expect(banded.beamMean(depths: 0.6..<1) == clean.beamMean(depths: 0.6..<1))
    }

    @Test("the dynamic range scales contrast about parenchyma's grey")
    func dynamicRange() throws {
        func spread(_ faults: [ImageFault]) throws -> Double {
            // Plain tissue: nothing is black, where a changed range could not show.
            let picture = try plainRecipe(faults: faults).render()
            return deviation(picture.beam.map(Double.init))
        }
        let usual = try spread([])
        #expect(try spread([ImageFault(.dynamicRangeLow, strength: 25)]) > 1.4 * usual)
        #expect(abs(try spread([ImageFault(.dynamicRangeHigh, strength: 60)]) / usual - 0.5) < 0.05)
    }

    @Test("in air: bands near the face, nothing in the lower two thirds")
    func inAir() throws {
        let picture = try plainRecipe(faults: [ImageFault(.inAir, strength: 1)]).render()
        #expect(picture.beamMean(depths: 0..<0.25) > 30)
        #expect(picture.beamMean(depths: 0.33..<1) < 2)
    }

    @Test("wasted depth: the same anatomy in the upper part, darkness below")
    func wastedDepth() throws {
        let picture = try plainRecipe(faults: [ImageFault(.wastedDepth, strength: 0.5)]).render()
        #expect(picture.layout.depth == 30)
        #expect(picture.beamMean(depths: 0.1..<0.45) > 60)
        #expect(picture.beamMean(depths: 0.65..<1) < 12)
    }

    @Test("receiver noise fills what was free of echoes")
    func electronicNoise() throws {
        func lumen(_ strength: Double) throws -> Double {
            let picture = try plainRecipe(.bladder, faults: [ImageFault(.electronicNoise, strength: strength)]).render()
            let middle = picture.beamLines / 2
            return picture.beamMean(depths: 0.4..<0.5, lines: (middle - 6)..<(middle + 6))
        }
        let levels = [try lumen(0), try lumen(25), try lumen(40)]
        #expect(levels[0] < 5)
        #expect(levels == levels.sorted() && levels[2] > 30)
    }

    // MARK: the finished picture

    @Test("image noise has the standard deviation that it says")
    func noise() throws {
        let flat = GreyPlane(width: 300, height: 200, filledWith: 120)
        let noisy = ImageFault.spoil(flat, with: [try ImageFault(.noise, strength: 9)], seed: 4)
        let values = noisy.pixels.map(Double.init)
        #expect(abs(deviation(values) - 9) < 0.2)
        #expect(abs(mean(values) - 120) < 0.2)
    }

    @Test("blur spreads a point to the σ that it says and keeps its sum")
    func blur() throws {
        var point = GreyPlane(width: 41, height: 41, filledWith: 0)
        for y in 19...21 { for x in 19...21 { point.pixels[y * 41 + x] = 255 } }
        let spread = ImageFault.spoil(point, with: [try ImageFault(.blur, strength: 2)], seed: 1)
        var sum = 0.0
        var second = 0.0
        for y in 0..<41 {
            for x in 0..<41 {
                let value = Double(spread.pixels[y * 41 + x])
                sum += value
                second += value * Double((x - 20) * (x - 20))
            }
        }
        #expect(abs(sum - 9 * 255) < 0.02 * 9 * 255)
        // Variance of the 3-pixel square, 2/3, plus σ².
        #expect(abs(second / sum - (4 + 2.0 / 3)) < 0.35)
    }

    @Test("posterising by n bits leaves 256 >> n levels, white still white", arguments: [1.0, 3, 5])
    func posterise(bits: Double) throws {
        let ramp = GreyPlane(width: 256, height: 1, pixels: (0...255).map { UInt8($0) })
        let coarse = ImageFault.spoil(ramp, with: [try ImageFault(.posterise, strength: bits)], seed: 1)
        #expect(Set(coarse.pixels).count == 256 >> Int(bits))
        #expect(coarse.pixels.first == 0 && coarse.pixels.last == 255)
    }

    @Test("saturation drives its share of the lit pixels to white")
    func saturation() throws {
        let ramp = GreyPlane(width: 200, height: 2, pixels: (0..<400).map { UInt8($0 % 200) })
        let stretched = ImageFault.spoil(ramp, with: [try ImageFault(.saturation, strength: 0.25)], seed: 1)
        let white = stretched.pixels.filter { $0 == 255 }.count
        #expect(abs(Double(white) / 398 - 0.25) < 0.01)
    }

    @Test("resampling removes fine detail and keeps the mean")
    func resampling() throws {
        let clean = try plainRecipe(.qualityPhantom).render().grey
        var last = Double.infinity
        for strength in [0.0, 0.3, 0.5, 0.75] {
            let fault = try ImageFault(.resampling, strength: strength)
            let worn = ImageFault.spoil(clean, with: [fault], seed: 1)
            var steps: [Double] = []
            for index in 1..<worn.pixels.count {
                steps.append(Double(abs(Int(worn.pixels[index]) - Int(worn.pixels[index - 1]))))
            }
            let detail = mean(steps)
            #expect(detail < last)
            last = detail
            #expect(abs(mean(worn.pixels.map(Double.init)) - mean(clean.pixels.map(Double.init))) < 1)
        }
    }

    @Test("blank at full strength is one value all over")
    func blank() throws {
        let picture = try plainRecipe(faults: [ImageFault(.blank, strength: 1)]).render()
        #expect(Set(picture.grey.pixels).count == 1)
    }

    // MARK: the file

    @Test("the jpeg fault's quality stands in the file's tables")
    func jpegQuality() throws {
        var recipe = plainRecipe(faults: [try ImageFault(.jpeg, strength: 65)])
        recipe.format = .jpeg
        let picture = try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits())
        #expect(picture.facts.jpegQuality == 35)
    }

    @Test("a PNG with the jpeg fault wraps the damaged pixels")
    func wrappedJPEG() throws {
        let recipe = plainRecipe(faults: [try ImageFault(.jpeg, strength: 80)])
        let picture = try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits())
        #expect(picture.facts.format == .png)
        let clean = try recipe.render().grey
        #expect(picture.luma != clean)
        let worst = zip(picture.luma.pixels, clean.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(worst > 20)
    }

    @Test("a truncated file ends early for the decoder", arguments: [PhantomRecipe.FileFormat.png, .jpeg])
    func truncated(format: PhantomRecipe.FileFormat) throws {
        var recipe = plainRecipe(faults: [try ImageFault(.truncated, strength: 0.4)])
        recipe.format = format
        let bytes = try recipe.fileBytes()
        let error = #expect(throws: ImagingError.self) {
            try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits())
        }
        #expect(error?.code == .truncated)
    }

    @Test("a wrong extension is told by the bytes; a web page is no picture")
    func wrongKind() throws {
        let swapped = plainRecipe(faults: [try ImageFault(.wrongExtension, strength: 1)])
        let picture = try ImageDecoder.decode(.bytes(try swapped.fileBytes()), limits: DecodingLimits())
        #expect(swapped.format == .png && picture.facts.format == .jpeg)
        let page = try plainRecipe(faults: [ImageFault(.notAnImage, strength: 1)]).fileBytes()
        let error = #expect(throws: ImagingError.self) {
            try ImageDecoder.decode(.bytes(page), limits: DecodingLimits())
        }
        #expect(error?.code == .unsupportedFormat)
    }

    /// A fault as its maker writes it, before any check.
    struct Wish: Sendable {
        let kind: ImageFault.Kind
        let strength: Double
        var place: ImageFault.Place?
        var depth: Double?
    }

    @Test(
        "a strength outside its range, a place or a depth that a fault does not have: refused in one line",
        arguments: [
            Wish(kind: .gain, strength: 99), Wish(kind: .contactLoss, strength: -0.1),
            Wish(kind: .blur, strength: 1, place: .left), Wish(kind: .gain, strength: 1, depth: 0.5),
            Wish(kind: .shadow, strength: 0.2, depth: 1.5), Wish(kind: .noise, strength: .nan),
        ]
    )
    func refused(wish: Wish) {
        do {
            let fault = try ImageFault(wish.kind, strength: wish.strength, place: wish.place, depth: wish.depth)
            Issue.record("accepted: \(fault)")
        } catch {
            #expect(error.message.hasPrefix("fault \(wish.kind.rawValue)"))
            #expect(!error.message.contains("\n"))
        }
    }
}
