import Foundation
import Imaging
import Testing

/// One fault in one of its shapes.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let fault: InjectedFault
    let shape: InjectedFault.Shape

    var testDescription: String { "\(fault.id), \(shape.id)" }

    static let all = InjectedFault.all.flatMap { fault in fault.shapes.map { FaultCase(fault: fault, shape: $0) } }

    /// Faults that change the whole picture, as they do in the world.
    var isWhole: Bool { ["upscaled", "enlarged", "compression", "aspect", "screen_photo"].contains(fault.id) }

    func spoiled(_ strength: Double, seed: UInt64 = 1) throws -> UltrasoundImage {
        try fault.inject(into: FaultScene.site, strength: strength, shape: shape, seed: seed)
    }
}

@Suite("Faults put into a picture")
struct InjectedFaultTests {
    @Test("ids, names and codes are told once each, and every code is spelled like one")
    func identities() {
        #expect(InjectedFault.all.count == 16)
        #expect(Set(InjectedFault.all.map(\.id)).count == 16)
        for fault in InjectedFault.all {
            #expect(Set(fault.shapes.map(\.id)).count == fault.shapes.count && fault.shapes.count >= 3)
            #expect(!fault.codes.isEmpty && fault.codes.allSatisfy { $0 == $0.uppercased() })
        }
    }

    @Test("strength 0, below it or not a number leaves every pixel as it was", arguments: FaultCase.all)
    func neutral(one: FaultCase) throws {
        for strength in [0, -1, Double.nan, .infinity, -.infinity] {
            let same = try one.spoiled(strength)
            #expect(same.luma == FaultScene.image.luma && same.chroma == FaultScene.image.chroma)
            #expect(same.facts == FaultScene.image.facts)
        }
    }

    @Test("pixels outside the outline stay as they were", arguments: FaultCase.all.filter { !$0.isWhole })
    func outside(one: FaultCase) throws {
        let inside = Set(FaultScene.site.pixels)
        for strength in [0.5, 1, 3] {
            let spoiled = try one.spoiled(strength)
            let changed = spoiled.luma.pixels.indices.filter {
                !inside.contains($0) && spoiled.luma.pixels[$0] != FaultScene.image.luma.pixels[$0]
            }
            #expect(changed.isEmpty)
        }
    }

    @Test("the stronger, the further from the untouched picture", arguments: FaultCase.all)
    func growing(one: FaultCase) throws {
        let distances = try [0.25, 0.5, 0.75, 1, 1.5].map { try FaultScene.distance(of: one.spoiled($0)) }
        #expect(distances.allSatisfy { $0 > 0 })
        for (weaker, stronger) in zip(distances, distances.dropFirst()) {
            #expect(stronger > weaker, "\(distances)")
        }
    }

    @Test("the same seed gives the same pixels, the greatest strength is defined", arguments: FaultCase.all)
    func reproducible(one: FaultCase) throws {
        let first = try one.spoiled(1, seed: 7)
        let second = try one.spoiled(1, seed: 7)
        #expect(first.luma == second.luma && first.chroma == second.chroma && first.facts == second.facts)
        let far = try one.spoiled(1e9)
        #expect(far.luma.pixels.count == far.luma.width * far.luma.height)
        #expect(far.facts.width == far.luma.width && far.facts.height == far.luma.height)
        // A picture of one pixel is spoiled without a trap.
        let tiny = try #require(FaultScene.speck)
        _ = try one.fault.inject(into: tiny, strength: 1, shape: one.shape, seed: 1)
    }

    @Test("another seed draws other noise")
    func seeds() throws {
        for one in FaultCase.all where one.fault.id == "noise" {
            #expect(try one.spoiled(1, seed: 1).luma != one.spoiled(1, seed: 2).luma)
        }
    }

    @Test("an outline that holds no pixel is refused with a clear line")
    func emptyOutline() throws {
        var area = FaultScene.area
        area.outline = []
        #expect(throws: ImagingError.self) {
            _ = try InjectedFault.noise.inject(
                into: FaultScene.image,
                area: area,
                strength: 1,
                shape: InjectedFault.noise.shapes[0],
                seed: 1
            )
        }
    }
}
