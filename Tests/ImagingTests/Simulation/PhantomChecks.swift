import Foundation
import Imaging

/// FNV-1a, 64 bits: enough to pin down a golden picture.
func fingerprint(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}

/// A recipe with the scan alone on black, so that statistics meet no text.
func plainRecipe(_ anatomy: AnatomyPreset = .liver, seed: UInt64 = 5, faults: [ImageFault] = []) -> PhantomRecipe {
    var recipe = PhantomRecipe(anatomy: anatomy)
    recipe.seed = seed
    recipe.width = 400
    recipe.height = 320
    recipe.chrome.style = .none
    recipe.faults = faults
    return recipe
}

extension PhantomPicture {
    /// Mean of the beam-space grey over a range of rows and columns.
    func beamMean(depths: Range<Double> = 0..<1, lines: Range<Int>? = nil) -> Double {
        let rows = Int(depths.lowerBound * Double(beamDepths))..<Int(depths.upperBound * Double(beamDepths))
        let columns = lines ?? 0..<beamLines
        var sum = 0.0
        for row in rows {
            for line in columns { sum += Double(beam[row * beamLines + line]) }
        }
        return sum / Double(rows.count * columns.count)
    }
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func deviation(_ values: [Double]) -> Double {
    let middle = mean(values)
    return mean(values.map { ($0 - middle) * ($0 - middle) }).squareRoot()
}
