/// How far a picture with a fault has moved from the untouched one, within its scan area: whether a person can see it.
///
/// A fault may come to nothing: a far field that was black cannot be made darker, and a smooth picture loses nothing by
/// smoothing. What nobody can see must not be asked for.
package struct FaultSight: Sendable, Equatable {
    /// Share of the area's pixels, 0–1, that changed by at least `plainStep`.
    package let moved: Double
    /// Mean of the grey steps from each pixel to the one beside it, spoiled ÷ untouched; 1 where there are none.
    package let detail: Double
    /// Root mean square of the change in grey levels.
    package let difference: Double

    /// A change of grey that is plain to see: 20 of 256 levels, about 5 dB where 60 dB are spread over them.
    package static let plainStep = 20

    /// Compares a spoiled picture with the one that it was made from; nil when its plane has another shape.
    package init?(of spoiled: UltrasoundImage, at site: FaultSite) {
        let (before, after) = (site.image.luma, spoiled.luma)
        guard before.width == after.width, before.height == after.height, !site.pixels.isEmpty else { return nil }
        var (moved, squares) = (0, 0)
        var (stepsBefore, stepsAfter) = (0, 0)
        var last = -2
        for index in site.pixels {
            let (old, new) = (Int(before.pixels[index]), Int(after.pixels[index]))
            let change = abs(new - old)
            if change >= Self.plainStep { moved += 1 }
            squares += change * change
            // The pixel before it in the list is its neighbour where both lie in one row of the outline.
            if index == last + 1 {
                stepsBefore += abs(old - Int(before.pixels[last]))
                stepsAfter += abs(new - Int(after.pixels[last]))
            }
            last = index
        }
        let count = Double(site.pixels.count)
        self.moved = Double(moved) / count
        difference = (Double(squares) / count).squareRoot()
        detail = stepsBefore == 0 ? 1 : Double(stepsAfter) / Double(stepsBefore)
    }
}

extension FaultSite {
    /// Share of the area's pixels that carry colour, 0–1.
    package var colourShare: Double {
        guard let chroma = image.chroma, !pixels.isEmpty else { return 0 }
        let coloured = pixels.count { chroma.bits[$0 >> 3] & (1 << UInt8($0 & 7)) != 0 }
        return Double(coloured) / Double(pixels.count)
    }
}
