/// Recognises a probe held in air (domain reference §1.20).
///
/// Without contact nothing comes back but reverberation of the probe's own face, which lies in the first
/// quarter of the depth, and the receiver's noise, which comes up gradually with the gain towards depth.
/// Between them there is nothing at all. Both are alike on neighbouring lines; tissue is not.
enum AirContact {
    /// Depth bands and sectors across in which means are compared.
    private static let bands = 16
    private static let sectors = 16
    /// Bands that reverberation may fill.
    private static let nearBands = 4
    /// Successive bands without any echo below it, an eighth of the depth and more.
    private static let emptyBands = 3
    /// Grey above the background up to which a band is empty.
    private static let emptyGrey = 6.0
    /// Difference between neighbouring sectors, beyond their common trend, up to which a band is structureless:
    /// against its brightness, and in grey.
    private static let evenShare = 0.1
    private static let evenGrey = 2.0
    /// Largest part of the noise's brightness that comes up from one band to the next; tissue starts at once.
    private static let largestRise = 0.4
    /// The same where nothing at all comes from the first half of the depth: no tissue begins behind that.
    private static let largestFarRise = 0.6

    /// Whether the scan area shows reverberation and noise only.
    ///
    /// - Parameters:
    ///   - outline: The scan area in grid cells.
    ///   - picture: The picture.
    ///   - background: Its background grey.
    static func isInAir(_ outline: ScanOutline, picture: ReducedPicture, background: Int) -> Bool {
        // Hardly any picture is empty across a whole band of its upper half: nearly all are done here.
        let candidates = [nearBands, nearBands + 2]
        guard
            candidates.contains(where: { band in
                stride(from: 1, to: sectors, by: 4).allSatisfy {
                    (mean(outline, picture: picture, band: band, sector: $0) ?? 0) <= Double(background) + 2 * emptyGrey
                }
            })
        else { return false }

        var echoes: [Double] = []
        var even: [Bool] = []
        for band in 0..<bands {
            // The outermost sectors mix with the background.
            let values = (1..<(sectors - 1)).compactMap {
                mean(outline, picture: picture, band: band, sector: $0).map { $0 - Double(background) }
            }
            guard values.count >= sectors / 2 else { return false }
            let average = values.reduce(0, +) / Double(values.count)
            var bends = 0.0
            for index in 1..<(values.count - 1) {
                let bend = values[index - 1] - 2 * values[index] + values[index + 1]
                // A second difference of independent values has six times their variance.
                bends += bend * bend / 6
            }
            echoes.append(average)
            even.append((bends / Double(values.count - 2)).squareRoot() <= max(evenGrey, evenShare * average))
        }
        func isEmpty(_ band: Int) -> Bool { even[band] && echoes[band] <= emptyGrey }
        guard
            let start = (0...nearBands).first(where: { first in
                (first..<(first + emptyBands)).allSatisfy { isEmpty($0) }
            }), (start..<bands).allSatisfy({ even[$0] })
        else { return false }
        let deep = Array(echoes[start...])
        let most = deep.max() ?? 0
        guard most > emptyGrey else {
            // Nothing at all below: then what lies above must be reverberation, alike on all lines.
            return (1..<max(1, start)).allSatisfy { even[$0] }
        }
        let firstNoise = (start..<bands).first { !isEmpty($0) } ?? bands
        let rise = firstNoise >= start + bands / 2 ? largestFarRise : largestRise
        return zip(deep, deep.dropFirst()).allSatisfy { $1 - $0 <= rise * most }
    }

    private static func mean(_ outline: ScanOutline, picture: ReducedPicture, band: Int, sector: Int) -> Double? {
        var sum = 0
        var count = 0
        for j in 0..<4 {
            let line = ScanLine((Double(sector) + (Double(j) + 0.5) / 4) / Double(sectors), of: outline.geometry)
            for i in 0..<4 {
                let point = line.point((Double(band) + (Double(i) + 0.5) / 4) / Double(bands))
                guard point.x >= max(0, outline.minX), point.x < min(Double(picture.width), outline.maxX),
                    point.y >= max(0, outline.minY), point.y < min(Double(picture.height), outline.maxY)
                else { continue }
                sum += Int(picture.mean[Int(point.y) * picture.width + Int(point.x)])
                count += 1
            }
        }
        return count >= 6 ? Double(sum) / Double(count) : nil
    }
}
