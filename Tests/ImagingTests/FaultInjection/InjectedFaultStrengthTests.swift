import Foundation
import Imaging
import Testing

@Suite("Strength of the faults put in")
struct InjectedFaultStrengthTests {
    private func spoiled(_ fault: InjectedFault, _ shape: String, _ strength: Double) throws -> UltrasoundImage {
        let shape = try #require(fault.shapes.first { $0.id == shape })
        return try fault.inject(into: FaultScene.site, strength: strength, shape: shape, seed: 5)
    }

    @Test("added gain is 64 grey at the strength of rejection and leaves black alone")
    func addedGain() throws {
        let half = try spoiled(.overGain, "added", 0.5)
        let full = try spoiled(.overGain, "added", 1)
        for index in FaultScene.site.pixels {
            let before = Int(FaultScene.image.luma.pixels[index])
            #expect(Int(half.luma.pixels[index]) == (before == 0 ? 0 : min(255, before + 32)))
            #expect(Int(full.luma.pixels[index]) == (before == 0 ? 0 : min(255, before + 64)))
        }
        let under = try spoiled(.underGain, "subtracted", 1)
        for index in FaultScene.site.pixels {
            #expect(Int(under.luma.pixels[index]) == max(0, Int(FaultScene.image.luma.pixels[index]) - 64))
        }
    }

    @Test("the shapes of gain have the same mean at the same strength")
    func sameMean() throws {
        for (fault, first) in [(InjectedFault.overGain, "added"), (.underGain, "subtracted")] {
            for strength in [0.5, 1] {
                let mean = FaultScene.litMean(of: try spoiled(fault, first, strength))
                for shape in ["multiplied", "gamma"] {
                    #expect(abs(FaultScene.litMean(of: try spoiled(fault, shape, strength)) - mean) < 1)
                }
            }
        }
    }

    @Test("a ramp is ±175 grey at the end and nothing in the other half")
    func ramp() throws {
        for (shape, change) in [("far-bright-depth", 175), ("near-dark-depth", -175)] {
            let image = try spoiled(.depthRamp, shape, 1)
            for (index, place) in zip(FaultScene.site.pixels, FaultScene.site.places) {
                let before = Int(FaultScene.image.luma.pixels[index])
                let after = Int(image.luma.pixels[index])
                let towardsEnd = change > 0 ? place.depth : 1 - place.depth
                if towardsEnd < 0.5 { #expect(after == before) }
                if towardsEnd > 0.99, before > 0 { #expect(abs(after - max(0, min(255, before + change))) <= 2) }
            }
        }
    }

    @Test("a band is 115 grey in its middle, half of it at half its width, nothing beyond")
    func band() throws {
        let image = try spoiled(.depthBand, "bright-50-narrow", 1)
        for (index, place) in zip(FaultScene.site.pixels, FaultScene.site.places) {
            let before = Int(FaultScene.image.luma.pixels[index])
            guard before > 0, before < 140 else { continue }
            let offset = abs(place.depth - 0.5)
            let rise = Int(image.luma.pixels[index]) - before
            if offset < 0.002 { #expect(rise >= 113) }
            if abs(offset - 0.03) < 0.001 { #expect(abs(rise - 57) <= 5) }
            if offset > 0.0601 { #expect(rise == 0) }
        }
    }

    @Test("lost contact takes a fifth of the lines, a shadow nine twentieths below its depth")
    func lines() throws {
        let contact = try spoiled(.lostContact, "left-lines-black", 1)
        for (index, place) in zip(FaultScene.site.pixels, FaultScene.site.places) {
            if place.line < 0.18 { #expect(contact.luma.pixels[index] == 0) }
            if place.line > 0.2 { #expect(contact.luma.pixels[index] == FaultScene.image.luma.pixels[index]) }
        }
        let shadow = try spoiled(.shadow, "two-lines-20", 1)
        var dark = 0
        var deep = 0
        for (index, place) in zip(FaultScene.site.pixels, FaultScene.site.places) {
            let before = FaultScene.image.luma.pixels[index]
            if place.depth < 0.2 { #expect(shadow.luma.pixels[index] == before) }
            guard place.depth > 0.3, before > 40 else { continue }
            deep += 1
            if Double(shadow.luma.pixels[index]) < 0.5 * Double(before) { dark += 1 }
        }
        #expect(abs(Double(dark) / Double(deep) - 0.45) < 0.06)
    }

    @Test("a pixel made black carries no colour")
    func colour() throws {
        #expect(FaultScene.image.chroma?.count == 37)
        #expect(try spoiled(.lostContact, "middle-lines-dimmed", 1).chroma?.count == 37)
        #expect(try spoiled(.lostContact, "middle-columns-black", 1).chroma?.count == 36)
    }

    @Test("contrast is left to 25 %, a tenth of the area is white, 10 levels remain")
    func greys() throws {
        func deviation(_ image: UltrasoundImage) -> Double {
            let values = FaultScene.site.pixels.map { Double(image.luma.pixels[$0]) }
            let mean = values.reduce(0, +) / Double(values.count)
            return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
        }
        let pulled = try spoiled(.lowContrast, "pulled", 1)
        #expect(abs(deviation(pulled) / deviation(FaultScene.image) - 0.25) < 0.01)
        for shape in InjectedFault.saturation.shapes {
            let white = try spoiled(.saturation, shape.id, 1)
            let count = FaultScene.site.pixels.count { white.luma.pixels[$0] == 255 }
            // More by the pixels that share the last grey value.
            #expect((0.1..<0.13).contains(Double(count) / Double(FaultScene.site.pixels.count)))
        }
        for (strength, most) in [(0.5, 51), (1, 10)] {
            for shape in ["cut-off", "spread"] {
                let few = try spoiled(.fewLevels, shape, strength)
                let values = Set(FaultScene.site.pixels.map { few.luma.pixels[$0] })
                #expect(values.count <= most && values.count > most / 2)
            }
        }
    }

    @Test("noise has its deviation, salt and pepper its share")
    func noise() throws {
        for shape in ["white", "coarse"] {
            let noisy = try spoiled(.noise, shape, 1)
            let changes = FaultScene.site.pixels
                .filter { (60...150).contains(FaultScene.image.luma.pixels[$0]) }
                .map { Double(noisy.luma.pixels[$0]) - Double(FaultScene.image.luma.pixels[$0]) }
            let variance = changes.reduce(0) { $0 + $1 * $1 } / Double(changes.count)
            #expect(abs(variance.squareRoot() - 14) < 1)
        }
        let salted = try spoiled(.noise, "salt-and-pepper", 1)
        let hit = FaultScene.site.pixels.count {
            salted.luma.pixels[$0] != FaultScene.image.luma.pixels[$0]
        }
        #expect(abs(Double(hit) / Double(FaultScene.site.pixels.count) - 0.02) < 0.004)
    }

    @Test("compression says its quality where the file says it, and hides it in a PNG")
    func compression() throws {
        #expect(try spoiled(.compression, "jpeg", 1).facts.jpegQuality == 5)
        #expect(try spoiled(.compression, "jpeg", 0.5).facts.jpegQuality == 53)
        let wrapped = try spoiled(.compression, "as-png", 1)
        #expect(wrapped.facts.format == .png && wrapped.facts.jpegQuality == nil)
        #expect(try spoiled(.compression, "twice-other-grid", 1).facts.jpegQuality == 92)
    }

    @Test("a stretched picture is 12 % longer one way, with its colour where it was")
    func aspect() throws {
        let wider = try spoiled(.stretched, "wider", 1)
        #expect(wider.luma.width == 269 && wider.luma.height == 180)
        // Six columns become seven, the single pixel one or two.
        #expect((42...44).contains(wider.chroma?.count ?? 0))
        #expect(try spoiled(.stretched, "lower", 1).luma.height == 161)
    }

    @Test("blur kernels sum to 1 and have the deviation asked for", arguments: [0.3, 0.5, 1, 2, 3.7])
    func kernels(deviation: Double) {
        for weights in [PlaneFilter.box(deviation: deviation), PlaneFilter.gaussian(deviation: deviation)] {
            let reach = Double(weights.count / 2)
            #expect(weights.count % 2 == 1)
            #expect(abs(weights.reduce(0, +) - 1) < 1e-5)
            let variance = weights.enumerated().reduce(0.0) {
                $0 + Double($1.element) * (Double($1.offset) - reach) * (Double($1.offset) - reach)
            }
            // A Gaussian of less than a pixel loses its shape on whole pixels.
            if deviation >= 1 || weights == PlaneFilter.box(deviation: deviation) {
                #expect(abs(variance.squareRoot() - deviation) < 0.02)
            }
        }
    }

    @Test(
        "a plane resized and back keeps a level field and its mean",
        arguments: PlaneResizing.allCases
    )
    func resizing(way: PlaneResizing) {
        let flat = way.resized(GreyPlane(width: 37, height: 23, filledWith: 77), width: 15, height: 40)
        #expect(flat.width == 15 && flat.height == 40 && flat.pixels.allSatisfy { $0 == 77 })
        let steps = GreyPlane(width: 4, height: 1, pixels: [10, 20, 30, 40])
        #expect(way.resized(steps, width: 4, height: 1) == steps)
    }
}
