import Foundation
import Imaging
import Testing

struct BeamEvidenceTests {
    private func evidence(_ scan: DrawnScan) -> MetricEvidence { MetricEvidence(scan.input()) }

    /// Grey 100 ± 10 in turn, so that every block has mean 100 and deviation 10.
    private static let board = DrawnScan { x, y in (x + y) % 2 == 0 ? 110 : 90 }

    @Test func partsReadMeanDeviationAndTheirRatio() throws {
        let parts = try #require(evidence(Self.board).parts)
        for part in [parts.skin, parts.near, parts.middle, parts.far, parts.bottom] {
            #expect(part.low == 100 && part.middle == 100 && part.high == 100 && part.blackShare == 0)
            #expect(abs(part.deviation - 10) < 1e-3 && abs(part.relativeDeviation - log(0.1)) < 1e-4)
        }
    }

    @Test func blackFarFieldIsTheFarPartsAlone() throws {
        let parts = try #require(evidence(Self.board.map { grey, _, y in y < 168 ? grey : 0 }).parts)
        #expect(parts.far.blackShare == 1 && parts.bottom.blackShare == 1)
        #expect(parts.middle.blackShare == 0 && parts.near.blackShare == 0)
    }

    @Test func halfAsBrightToTheRightIsAStepOfOneHalf() throws {
        let edges = try #require(evidence(DrawnScan { x, _ in x < 128 ? 100 : 50 }).edges)
        // 100 fills half of the lines and is the 70th percentile; the median line has no step, which counts as 0.03.
        #expect(abs(edges.parting - 0.5 / 0.03) < 1e-3 && abs(edges.deep - 0.5) < 1e-6 && edges.darkTail == 0)
        #expect(abs(edges.partingLine - 128) <= 6)
    }

    @Test func shadowFromTheMiddleHasADeepEdgeAndATail() throws {
        let edges = try #require(evidence(DrawnScan { x, y in x >= 192 && y >= 128 ? 10 : 100 }).edges)
        #expect(abs(edges.deep - 0.9) < 1e-6)
        // 0.9 over half of the depth.
        #expect(abs(edges.parting - 0.45 / 0.03) < 1e-3)
        // A quarter of the lines over half of the depth.
        #expect(abs(edges.darkTail - 0.125) < 1e-6)
    }

    @Test func layersAcrossThePictureAreNoEdge() throws {
        let edges = try #require(evidence(DrawnScan { _, y in y / 32 % 2 == 0 ? 120 : 60 }).edges)
        #expect(edges.parting == 0 && edges.deep == 0)
    }

    @Test("A step counts whichever way it goes: stripes on the left, brighter at one depth and darker at another")
    func stripes() throws {
        let edges = try #require(
            evidence(DrawnScan { x, y in x < 64 ? (y / 32 % 2 == 0 ? 100 : 0) : 50 }).edges
        )
        // 100 or 0 beside 50, which is the usual brightness of every depth.
        #expect(abs(edges.parting - 1 / 0.03) < 1e-2 && edges.deep == 0)
    }

    @Test func noiseOnAQuarterOfTheLinesIsToldFromSpeckle() throws {
        let speckle = try #require(evidence(DrawnScan.speckle).texture)
        #expect(speckle.leastCorrelation > 0.5)
        var random = Gaussian(seed: 5)
        let spoiled = DrawnScan.speckle.map { grey, x, _ in x < 128 ? 40 + 14 * random.next() : grey }
        let texture = try #require(evidence(spoiled).texture)
        #expect(texture.leastCorrelation < 0.25)
    }

    @Test func flatLinesAreQuieterThanTheirNeighbours() throws {
        var random = Gaussian(seed: 3)
        let rough = DrawnScan { _, _ in 0 }.map { _, _, _ in 100 + 30 * random.next() }.clipped()
        let even = try #require(evidence(rough).texture).quietest
        let flat = try #require(evidence(rough.map { grey, x, _ in x < 64 ? 20 : grey }).texture).quietest
        #expect(even > 0.5 && flat == 0)
    }

    @Test func nearlyNothingValidHasNoSuchEvidence() {
        let few = MetricEvidence(Self.board.input { x, _ in x < 16 })
        #expect(few.parts == nil && few.edges == nil && few.texture == nil)
        let none = MetricEvidence(Self.board.input { _, _ in false })
        #expect(none.parts == nil && none.edges == nil && none.texture == nil && none.band == nil)
    }
}
