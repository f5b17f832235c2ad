import Imaging
import Testing

@Suite("Means of cells") struct CellMeansTests {
    @Test(
        "A cell is the rounded mean of its pixels, times the gain, whatever its side",
        arguments: [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 40]
    )
    func meansAreThoseOfTheDefinition(scale: Int) {
        var random = SplitMix64(seed: UInt64(scale))
        // Nothing, or a rest of columns and rows, is left beyond the last cell.
        for (width, height) in [(6 * scale, 3 * scale), (7 * scale + scale / 2, 2 * scale + scale / 3)] {
            let pixels = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
            let luma = GreyPlane(width: width, height: height, pixels: pixels)
            let (across, down) = (width / scale, height / scale)
            for gain in [1, 2, 16] {
                let means = CellMeans.of(luma, scale: scale, width: across, height: down, gain: gain)
                #expect(means.count == across * down)
                for row in 0..<down {
                    for column in 0..<across {
                        var sum = 0
                        for y in 0..<scale {
                            for x in 0..<scale { sum += Int(pixels[(row * scale + y) * width + column * scale + x]) }
                        }
                        let exact = min(255, Double(gain * sum) / Double(scale * scale))
                        // A half by rounding, and what the reciprocal in whole numbers loses.
                        #expect(abs(Double(means[row * across + column]) - exact) < 0.53)
                    }
                }
            }
        }
    }

    @Test("White stays white and black black", arguments: [1, 5, 9, 33])
    func extremesStay(scale: Int) {
        for grey: UInt8 in [0, 255] {
            let luma = GreyPlane(width: 8 * scale, height: 2 * scale, filledWith: grey)
            let means = CellMeans.of(luma, scale: scale, width: 8, height: 2, gain: 1)
            #expect(means == [UInt8](repeating: grey, count: 16))
        }
    }
}
