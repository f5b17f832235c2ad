internal import CRasterCodecs

/// M-mode that is taken for a picture: a rectangle whose columns all show one line of tissue, one moment after the other.
///
/// In B-mode each column is another place, and speckle a beam's width away has nothing to do with it. In M-mode a column far
/// away shows the same echoes again, moved up or down by the motion. So profiles down columns a third of the width apart
/// are laid over each other at every small shift; each echo counts by its place and not by its brightness, so that a band
/// of other gain, which all columns of a B-mode picture share, weighs no more than the depths that it covers.
enum MotionSweep {
    /// Columns that are looked at, and how many of them apart those are that are compared.
    private static let columns = 12
    private static let apart = 4
    /// Places down a column.
    private static let depths = 128
    /// Places on either side of which the mean is taken off and the strength made alike.
    private static let window = 6
    /// Grey below which what is left is no echo.
    private static let leastGrey: Float = 2
    /// Greatest motion, in places.
    private static let mostMotion = 10
    /// Correlation from which two columns show the same line.
    ///
    /// The middle pair of linear and cropped pictures: 0.39 at most where seen, 0.56 with a band of other gain drawn in;
    /// of M-mode 0.7 to 1.
    private static let leastLikeness: Float = 0.62
    /// Pairs, of `columns - apart`, that must be that alike.
    private static let leastPairs = 4
    /// Least width and height of a box that is looked at, in pixels.
    private static let leastSide = 96

    /// Whether a rectangle of a picture is M-mode; false for boxes that are small or reach out of the picture.
    static func fills(_ box: PixelBox, of luma: GreyPlane) -> Bool {
        guard min(box.width, box.height) >= leastSide, box.x >= 0, box.y >= 0, box.x + box.width <= luma.width,
            box.y + box.height <= luma.height
        else { return false }
        let profiles = profiles(box, of: luma)
        var alike = 0
        let pairs = columns - apart
        for pair in 0..<pairs {
            if likeness(profiles, pair, pair + apart) >= leastLikeness { alike += 1 }
            if alike >= leastPairs { return true }
            if alike + pairs - 1 - pair < leastPairs { return false }
        }
        return false
    }

    /// The columns' profiles, one after the other: what is left without its surroundings, of one strength everywhere.
    private static func profiles(_ box: PixelBox, of luma: GreyPlane) -> [Float] {
        let pixels = luma.pixels.span
        // Sixteen pixels are summed up at once.
        let half = min(7, max(1, box.width / 256))
        var own = SIMD16<UInt8>.zero
        for lane in 0...2 * half { own[lane] = 255 }
        var means = [Float](repeating: 0, count: columns * depths)
        for place in 0..<depths {
            let first = box.y + place * box.height / depths
            let end = max(first + 1, box.y + (place + 1) * box.height / depths)
            for column in 0..<columns {
                let middle = box.x + (2 * column + 1) * box.width / (2 * columns)
                var sums = SIMD2<UInt64>.zero
                for y in first..<end {
                    let greys = pixels.lanes(at: y &* luma.width &+ middle &- half)
                    sums &+= sono_distances(greys & own, SIMD16<UInt8>.zero)
                }
                means[column * depths + place] = Float(sums.wrappedSum()) / Float((end - first) * (2 * half + 1))
            }
        }
        var result = means
        for column in 0..<columns {
            let range = column * depths..<(column + 1) * depths
            let rest = zip(means[range], smooth(means[range])).map { $0 - $1 }
            let power = smooth(rest.map { $0 * $0 }[...])
            for place in 0..<depths {
                result[range.lowerBound + place] = rest[place] / (max(0, power[place]).squareRoot() + leastGrey)
            }
        }
        return result
    }

    /// The mean of each value's surroundings, as far as there are any.
    private static func smooth(_ values: ArraySlice<Float>) -> [Float] {
        var sums: [Double] = [0]
        sums.reserveCapacity(values.count + 1)
        for value in values { sums.append(sums[sums.count - 1] + Double(value)) }
        return (0..<values.count).map { index in
            let range = max(0, index - window)..<min(values.count, index + window + 1)
            return Float((sums[range.upperBound] - sums[range.lowerBound]) / Double(range.count))
        }
    }

    /// The greatest correlation of two profiles over all shifts; −1 where one of them is empty.
    private static func likeness(_ profiles: [Float], _ one: Int, _ other: Int) -> Float {
        let values = profiles.span
        let length = depths - 2 * mostMotion
        let first = one * depths + mostMotion
        var best: Float = -1
        for shift in -mostMotion...mostMotion {
            let second = other * depths + mostMotion + shift
            var (both, left, right): (Float, Float, Float) = (0, 0, 0)
            for place in 0..<length {
                let (a, b) = (values[first &+ place], values[second &+ place])
                both += a * b
                left += a * a
                right += b * b
            }
            if left > 0, right > 0 { best = max(best, both / (left * right).squareRoot()) }
        }
        return best
    }
}
