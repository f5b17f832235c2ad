import Foundation
import Imaging
import Testing

struct ColourAliasingTests {
    /// A vessel of 200 × 60 pixels in a grey linear picture, stored as PNG; `flow` is −1…1 by place, wrapped beyond.
    ///
    /// The map goes from black over red to yellow, and from black over blue to cyan.
    private func measured(_ flow: (_ x: Int, _ y: Int) -> Double) throws -> Measurements {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill { x, y in x > 100 && x < 540 && y > 40 && y < 440 }
        var rgb = screen.pixels.flatMap { [$0, $0, $0] }
        for y in 200..<260 {
            for x in 220..<420 {
                var speed = flow(x - 220, y - 200)
                if speed > 1 { speed -= 2 }
                if speed < -1 { speed += 2 }
                let strong = UInt8(60 + 195 * abs(speed))
                let green = UInt8(max(0, 2 * abs(speed) - 1) * 220)
                let colour = speed > 0 ? [strong, green, 0] : [0, green, strong]
                if abs(speed) > 0.15 { rgb.replaceSubrange(3 * (y * 640 + x)..<3 * (y * 640 + x) + 3, with: colour) }
            }
        }
        let file = try PNGEncoder.encode(rgb: rgb, width: 640, height: 480)
        let image = try ImageDecoder.decode(.bytes(file), limits: DecodingLimits())
        return ImagePipeline.examine(image).measurements
    }

    @Test func flowThatWrapsAliases() throws {
        // 1.6 times the scale in the middle of the vessel: an island of the other colour, bright at its border.
        let value = try #require(try measured { _, y in 1.6 * (1 - pow(Double(y - 30) / 30, 2)) }["cfm.alias"])
        #expect(value > 15)
    }

    @Test func flowInBothDirectionsDoesNot() throws {
        let value = try #require(try measured { x, _ in 0.95 * sin(Double(x) / 32) }["cfm.alias"])
        #expect(value < 1)
    }

    @Test func oneDirectionAloneIsNotMeasured() throws {
        #expect(try measured { _, y in 0.9 * (1 - pow(Double(y - 30) / 30, 2)) }["cfm.alias"] == nil)
    }
}
