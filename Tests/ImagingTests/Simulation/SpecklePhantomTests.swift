import Foundation
import Imaging
import Testing

@Suite("Speckle phantom")
struct SpecklePhantomTests {
    @Test(
        "golden pictures: these seeds give these pixels on every machine",
        arguments: [
            (AnatomyPreset.liverPorta, ProbeShape.convex, 0xCED6_DF10_30B6_8BA0 as UInt64),
            (.fourChamber, .sector, 0x455C_5A6C_26E2_7E71), (.thyroidLong, .linear, 0xF9F1_C820_A08B_3DB4),
            (.breast, .trapezoid, 0x33F6_8B3F_8C59_EC97),
            (.bladder, .microConvex, 0x3FAA_2D99_5153_D603),
        ]
    )
    func golden(anatomy: AnatomyPreset, probe: ProbeShape, hash: UInt64) throws {
        var recipe = PhantomRecipe(anatomy: anatomy)
        recipe.probe = probe
        recipe.seed = 20_260_302
        recipe.chrome.calipers = true
        let found = fingerprint(try recipe.render().grey.pixels)
        #expect(found == hash, "the fingerprint is 0x\(String(found, radix: 16))")
    }

    @Test("the same recipe twice gives the same picture, another seed another one")
    func seeds() throws {
        let one = try plainRecipe(seed: 1).render().grey
        #expect(try plainRecipe(seed: 1).render().grey == one)
        let other = try plainRecipe(seed: 2).render().grey
        let changed = zip(one.pixels, other.pixels).filter { $0 != $1 }.count
        #expect(changed > one.pixels.count / 3)
    }

    @Test("uniform medium: envelope SNR is Rayleigh's 1.913 and the level's σ is 5.57 dB")
    func rayleigh() {
        let phantom = SpecklePhantom.uniform(depths: 600, lines: 400, seed: 9)
        let levels = phantom.decibels.map(Double.init)
        let envelope = levels.map { pow(10, $0 / 20) }
        // About 12,000 independent cells, so σ of these estimates is near 1 %.
        #expect(abs(mean(envelope) / deviation(envelope) - 1.913) < 0.05)
        #expect(abs(deviation(levels) - 5.57) < 0.15)
        #expect(abs(mean(envelope.map { $0 * $0 }) - 1) < 0.05)
    }

    @Test("compounding three looks narrows the level's σ to 2.79 dB")
    func compounding() {
        var settings = SpecklePhantom.Settings()
        settings.looks = 3
        let phantom = SpecklePhantom.uniform(depths: 600, lines: 400, settings: settings, seed: 9)
        #expect(abs(deviation(phantom.decibels.map(Double.init)) - 2.79) < 0.1)
    }

    @Test("speckle in a fan widens with depth, speckle of a linear probe by far less")
    func widening() throws {
        func width(_ probe: ProbeShape, top: Bool) throws -> Double {
            var recipe = plainRecipe(.qualityPhantom)
            recipe.probe = probe
            recipe.depth = 10
            let picture = try recipe.render()
            // Rows left of the middle, away from the cysts' columns.
            let share = top ? 0.2 : 0.9
            let y = Int(picture.layout.pixel(x: 0, z: 10 * share).y)
            let x = Int(picture.layout.pixel(x: 0, z: 0).x)
            return horizontalWidth(picture.grey, rows: (y - 12)..<(y + 12), columns: (x - 28)..<(x + 28))
        }
        let convex = try width(.convex, top: false) / width(.convex, top: true)
        #expect(convex > 1.6)
        let linear = try width(.linear, top: false) / width(.linear, top: true)
        #expect(linear < convex)
    }

    /// The lag at which the horizontal autocorrelation falls to one half.
    private func horizontalWidth(_ plane: GreyPlane, rows: Range<Int>, columns: Range<Int>) -> Double {
        func covariance(_ lag: Int) -> Double {
            var products: [Double] = []
            for y in rows {
                let row = columns.map { Double(plane.pixels[y * plane.width + $0]) }
                let middle = mean(row)
                for x in 0..<(row.count - lag) { products.append((row[x] - middle) * (row[x + lag] - middle)) }
            }
            return mean(products)
        }
        let full = covariance(0)
        var last = 1.0
        for lag in 1..<20 {
            let value = covariance(lag) / full
            if value < 0.5 { return Double(lag - 1) + (last - 0.5) / (last - value) }
            last = value
        }
        return 20
    }

    @Test("the picture is lit inside the stated geometry and black outside it", arguments: ProbeShape.allCases)
    func geometry(probe: ProbeShape) throws {
        var recipe = plainRecipe(.qualityPhantom)
        recipe.probe = probe
        let picture = try recipe.render()
        var litInside = 0
        var inside = 0
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let lit = picture.grey.pixels[y * picture.width + x] > 0
                if isInside(picture.layout.geometry, x: Double(x), y: Double(y)) {
                    inside += 1
                    if lit { litInside += 1 }
                } else {
                    #expect(!lit, "a lit pixel at \(x), \(y) outside the \(probe.rawValue) outline")
                }
            }
        }
        #expect(inside > 20_000)
        #expect(Double(litInside) > 0.93 * Double(inside))
    }

    private func isInside(_ geometry: ScanGeometry, x: Double, y: Double) -> Bool {
        let slack = 0.75
        switch geometry {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            let radius = hypot(x - apexX, y - apexY)
            let angle = atan2(y - apexY, x - apexX)
            let turn = slack / max(1, radius)
            return radius >= innerRadius - slack && radius <= outerRadius + slack && angle >= startAngle - turn
                && angle <= endAngle + turn
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let v = (y - topLeft.y) / (bottomLeft.y - topLeft.y)
            let left = topLeft.x + (bottomLeft.x - topLeft.x) * v
            let right = topRight.x + (bottomRight.x - topRight.x) * v
            return y >= topLeft.y - slack && y <= bottomLeft.y + slack && x >= left - slack && x <= right + slack
        }
    }

    @Test("a cropped picture is ultrasound to all four corners", arguments: ProbeShape.allCases)
    func cropped(probe: ProbeShape) throws {
        var recipe = plainRecipe(.spleen)
        recipe.probe = probe
        recipe.chrome.style = .cropped
        let picture = try recipe.render()
        #expect(picture.shape == .fullFrame)
        for (cornerX, cornerY) in [
            (0, 0), (picture.width - 12, 0), (0, picture.height - 12), (picture.width - 12, picture.height - 12),
        ] {
            var lit = 0
            for y in cornerY..<(cornerY + 12) {
                for x in cornerX..<(cornerX + 12) where picture.grey.pixels[y * picture.width + x] > 10 { lit += 1 }
            }
            #expect(lit > 100)
        }
    }

    @Test("behind a cyst it is brighter, behind a stone darker than beside them")
    func attenuation() throws {
        let stone = try plainRecipe(.gallstone, seed: 3).render()
        let lines = stone.beamLines
        // The stone lies near the middle line; its shadow is the darkest column of the far third.
        let far = (0..<lines).map { stone.beamMean(depths: 0.85..<0.98, lines: $0..<($0 + 1)) }
        #expect((far.min() ?? 255) < 30)
        let bladder = try plainRecipe(.bladder, seed: 3).render()
        let behind = bladder.beamMean(depths: 0.86..<0.96, lines: (lines / 2 - 8)..<(lines / 2 + 8))
        let beside = bladder.beamMean(depths: 0.86..<0.96, lines: 4..<20)
        #expect(behind > beside + 10)
    }
}
