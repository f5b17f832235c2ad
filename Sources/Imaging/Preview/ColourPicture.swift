/// An 8-bit RGB picture: `height` rows × `width` columns × 3 samples, row-major, top-left first.
struct ColourPicture {
    let width: Int
    let height: Int
    let samples: [UInt8]

    /// Wraps samples.
    init(width: Int, height: Int, samples: [UInt8]) {
        precondition(samples.count == width * height * 3, "a colour picture holds width × height × 3 samples")
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// Has a C call fill all samples.
    init(
        width: Int,
        height: Int,
        fill: (UnsafeMutablePointer<UInt8>?) throws(ImagingError) -> Void
    ) throws(ImagingError) {
        var failure: ImagingError?
        let samples = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
            do throws(ImagingError) {
                try fill(buffer.baseAddress)
                count = width * height * 3
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        self.init(width: width, height: height, samples: samples)
    }

    /// The picture turned upright.
    func turned(_ orientation: Orientation) -> ColourPicture {
        if orientation == .upright { return self }
        let turnedWidth = orientation.swapsSides ? height : width
        let turnedHeight = orientation.swapsSides ? width : height
        let steps = orientation.sourceSteps(width: width, height: height)
        var turned: [UInt8] = []
        turned.reserveCapacity(samples.count)
        for y in 0..<turnedHeight {
            for x in 0..<turnedWidth {
                let stored = 3 * (steps.origin + x * steps.perColumn + y * steps.perRow)
                turned.append(contentsOf: samples[stored..<stored + 3])
            }
        }
        return ColourPicture(width: turnedWidth, height: turnedHeight, samples: turned)
    }

    /// The picture at a smaller size, each pixel the mean of the area that it covers.
    ///
    /// Both sides must be at most the present ones. Separable, in fixed point, so the same on every machine.
    func reduced(width newWidth: Int, height newHeight: Int) -> ColourPicture {
        precondition(newWidth <= width && newHeight <= height, "a picture is never enlarged")
        if newWidth == width, newHeight == height { return self }
        let columns = Coverage.all(from: width, to: newWidth)
        let rows = Coverage.all(from: height, to: newHeight)
        let stored = samples.span
        var reduced = [UInt8](repeating: 0, count: newWidth * newHeight * 3)
        var line = [UInt64](repeating: 0, count: width * 3)
        for (y, row) in rows.enumerated() {
            var sums = line.mutableSpan
            for index in 0..<width &* 3 { sums[index] = 0 }
            for (offset, weight) in row.weights.enumerated() {
                let start = (row.first &+ offset) &* width &* 3
                for index in 0..<width &* 3 {
                    sums[index] = sums[index] &+ UInt64(weight) &* UInt64(stored[start &+ index])
                }
            }
            for (x, column) in columns.enumerated() {
                for channel in 0..<3 {
                    var sum: UInt64 = 0
                    for (offset, weight) in column.weights.enumerated() {
                        sum = sum &+ UInt64(weight) &* sums[(column.first &+ offset) &* 3 &+ channel]
                    }
                    let area = UInt64(width) &* UInt64(height)
                    reduced[(y &* newWidth &+ x) &* 3 &+ channel] = UInt8(
                        truncatingIfNeeded: (sum &+ area / 2) / area
                    )
                }
            }
        }
        return ColourPicture(width: newWidth, height: newHeight, samples: reduced)
    }

    /// Which old samples lie below one new sample, and by how much.
    private struct Coverage {
        let first: Int
        let weights: [UInt32]

        /// In units of 1/`new` of an old sample: a new sample covers `old` units, an old one `new`.
        static func all(from old: Int, to new: Int) -> [Coverage] {
            (0..<new).map { index in
                let start = index * old
                let end = start + old
                let first = start / new
                let last = (end - 1) / new
                let weights = (first...last).map { sample in
                    UInt32(min(end, (sample + 1) * new) - max(start, sample * new))
                }
                return Coverage(first: first, weights: weights)
            }
        }
    }
}
