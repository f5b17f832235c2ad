import Foundation
import Imaging
import Testing

struct GeneralisedContrastTests {
    /// Grey on a 60 dB display of Rayleigh envelopes of a mean intensity, one at each of `count` even quantiles.
    private func histogram(meanIntensity: Double, count: Int = 200_000) -> [Int] {
        var bins = [Int](repeating: 0, count: GeneralisedContrast.bins)
        for index in 0..<count {
            let intensity = -meanIntensity * log(1 - (Double(index) + 0.5) / Double(count))
            let grey = 200 + 10 * log10(max(1e-12, intensity)) * 255 / 60
            bins[Int(min(255, max(0, grey.rounded()))) / 8] += 1
        }
        return bins
    }

    /// Closed form (domain reference §1.10): |e^−t − e^(−t/r)| at t = ln(1/r) ÷ (1/r − 1), r the ratio of intensities.
    @Test(arguments: [(3.0, 0.249), (6, 0.471), (10, 0.697), (15, 0.865), (20, 0.945)])
    func rayleighEnvelopesGiveTheClosedForm(decibels: Double, expected: Double) throws {
        let inside = histogram(meanIntensity: pow(10, -decibels / 10))
        let value = try #require(GeneralisedContrast.contrast(inside, histogram(meanIntensity: 1)))
        // 32 bins tell a little less than the densities do.
        #expect(abs(value - expected) < 0.015)
    }

    @Test func sameDistributionGivesNought() {
        let same = histogram(meanIntensity: 0.5, count: 1000)
        #expect(GeneralisedContrast.contrast(same, same) == 0)
    }

    @Test func fewerThanAThousandSamplesAreNotMeasured() {
        let few = histogram(meanIntensity: 1, count: 999)
        #expect(GeneralisedContrast.contrast(few, histogram(meanIntensity: 1)) == nil)
        #expect(GeneralisedContrast.contrast([Int](repeating: 0, count: 32), few) == nil)
    }

    @Test func squareFillsItsHullAndACornerThreeQuartersOfIts() {
        #expect(GeneralisedContrast.solidity(of: [0, 1, 32, 33], side: 32) == 1)
        // Three unit blocks in an L: the hull cuts the missing one in half.
        #expect(abs(GeneralisedContrast.solidity(of: [0, 32, 33], side: 32) - 3 / 3.5) < 1e-9)
        #expect(GeneralisedContrast.solidity(of: [], side: 32) == 0)
    }

    @Test func fluidInSpeckleStandsOutWhateverTheGreyMap() throws {
        func cyst(_ map: @escaping (Double) -> Double) -> Double? {
            DrawnScan.speckle.map { grey, x, y in
                // Whole blocks of the view, which halves the picture.
                let inside = (192..<320).contains(x) && (192..<320).contains(y)
                return map(inside ? grey * 0.1 : grey)
            }.measured()["gcnr"]
        }
        let plain = try #require(cyst { $0 })
        let bent = try #require(cyst { 255 * pow($0 / 255, 0.8) })
        #expect(plain > 0.9)
        #expect(abs(plain - bent) < 0.05)
    }

    @Test(
        "A round cyst of known contrast in Rayleigh speckle reads as its closed form, rim or no rim",
        arguments: [(30.0, 0.992)]
    )
    func roundCyst(decibels: Double, expected: Double) throws {
        let cyst = DrawnScan.speckle.map { grey, x, y in
            let (across, down) = (Double(x) - 256, Double(y) - 264)
            return across * across + down * down < 72 * 72 ? grey - decibels * 255 / 60 : grey
        }
        let value = try #require(cyst.clipped().measured()["gcnr"])
        // The view halves the picture, and one realisation has few independent speckles.
        #expect(abs(value - expected) < 0.05, "\(value)")
    }

    @Test func evenTissueHasNothingToCompare() {
        #expect(DrawnScan.speckle.measured()["gcnr"] == nil)
    }
}
