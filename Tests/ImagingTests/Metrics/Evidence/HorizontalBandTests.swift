import Foundation
import Imaging
import Testing

struct HorizontalBandTests {
    /// Grey 100 ± 10 in turn: every block has mean 100 and deviation 10.
    private static let board = DrawnScan { x, y in (x + y) % 2 == 0 ? 110 : 90 }

    private func band(_ scan: DrawnScan) throws -> HorizontalBand { try #require(MetricEvidence(scan.input()).band) }

    /// 60 grey in one block and 28 in those beside it: the cosine of 6 % of the depth (1.92 blocks), 0.5 + 0.5 cos(π/1.92).
    private func slider(_ grey: Double, _ y: Int) -> Double {
        switch y / 8 {
        case 15: grey
        case 14, 16: (0.467 * grey).rounded()
        default: 0
        }
    }

    @Test func sliderAddsUpByHand() throws {
        let found = try band(Self.board.map { old, _, y in old + slider(60, y) })
        #expect(abs(found.contrast - log(61)) < 2e-3)
        #expect(found.isBright && !found.isInRows && found.width == 0)
        #expect(abs(found.deviation) < 1e-3)
        #expect(found.darkest == 1 && found.evenness == 1)
        #expect(abs(found.grain - log2(10)) < 1e-3)
        // log2 1.28 beside, log2 1.6 in the middle; cosine less its mean 0.2763, over its energy 0.9017.
        #expect(abs(found.ratio - 0.6948) < 2e-3)
        // −5.634 + 0.765 · 4.1109 + 3.14 · 0.6948 + 0.81 + 3.06 − 0.644 · 3.3219 + 0.973
        #expect(abs(found.odds - 2.3962) < 0.01)
        #expect(abs((found.extent.lowerBound + found.extent.upperBound) / 2 - 15.5 / 32) < 1e-9)
    }

    @Test func darkenedSliderIsAsLoudAndNotBright() throws {
        let found = try band(Self.board.map { old, _, y in old - slider(60, y) })
        #expect(abs(found.contrast - log(61)) < 2e-3 && !found.isBright)
        #expect(found.ratio > 0.9 && abs(found.deviation) < 1e-3)
    }

    @Test func oddsGrowWithTheSlider() throws {
        let odds = try [0.0, 15, 30, 45, 60].map { grey in
            try band(Self.board.map { old, _, y in old + slider(grey, y) }).odds
        }
        #expect(isRising(odds) && odds[4] - odds[0] > 3)
    }

    @Test func layerThatScalesItsTextureSpeaksLess() throws {
        let added = try band(Self.board.map { old, _, y in old + slider(60, y) })
        let scaled = try band(Self.board.map { old, _, y in old * (1 + slider(60, y) / 100) })
        #expect(abs(scaled.deviation - scaled.ratio) < 0.02)
        #expect(scaled.odds < added.odds - 1)
    }

    @Test func layerInHalfOfTheLinesSpeaksLess() throws {
        let through = try band(Self.board.map { old, _, y in old + slider(60, y) })
        let half = try band(Self.board.map { old, x, y in x < 150 ? old + slider(60, y) : old })
        #expect(abs(half.evenness) < 1e-3 && half.odds < through.odds - 1)
    }

    @Test func slopeHasNoBand() throws {
        let found = try band(Self.board.map { old, _, y in old + Double(y) / 4 - 32 })
        #expect(found.contrast == 0 && found.odds < -4)
    }

    @Test func bandInPictureRowsOfAFanIsFoundInRows() throws {
        let fan = ScanGeometry.fan(
            apexX: 200,
            apexY: 0,
            innerRadius: 40,
            outerRadius: 300,
            startAngle: .pi / 2 - 0.6,
            endAngle: .pi / 2 + 0.6
        )
        let box = PixelBox(x: 20, y: 30, width: 360, height: 270)
        var samples = [UInt8](repeating: 0, count: 256 * 256)
        for depth in 0..<256 {
            for line in 0..<256 {
                let row = fan.point(line: (Double(line) + 0.5) / 256, depth: (Double(depth) + 0.5) / 256).y
                let offset = ((row - 30) / 270 - 0.5) / 0.06
                let cosine = abs(offset) < 1 ? 0.5 + 0.5 * cos(.pi * offset) : 0
                samples[depth * 256 + line] = UInt8(100 + 50 * cosine + ((line + depth) % 2 == 0 ? 10 : -10))
            }
        }
        let view = PolarView(samples: samples, valid: [UInt8](repeating: 1, count: 256 * 256), geometry: fan)
        let levels = MetricEvidence(Self.board.input()).levels
        let found = try #require(
            HorizontalBand.find(polar: PolarStatistics(view: view), levels: levels, geometry: fan, box: box)
        )
        #expect(found.isInRows && found.isBright)
        #expect(abs((found.extent.lowerBound + found.extent.upperBound) / 2 - 0.5) < 0.04)
        let outline = found.outline(geometry: fan, box: box)
        #expect(outline.allSatisfy { $0.x.isFinite && $0.y > 130 && $0.y < 200 })
    }

    @Test func nineColumnsAreTooFew() {
        #expect(MetricEvidence(Self.board.input { x, _ in x < 72 }).band == nil)
        #expect(MetricEvidence(Self.board.input { x, _ in x < 80 }).band != nil)
    }
}
