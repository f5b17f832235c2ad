/// A picture enlarged by whole pixels, which adds no detail that is not there.
package enum Enlarged {
    /// Each sample becomes `times` × `times`.
    package static func picture(
        _ rgb: [UInt8],
        width: Int,
        height: Int,
        times: Int
    ) -> (rgb: [UInt8], width: Int, height: Int) {
        guard times > 1, width > 0, height > 0 else { return (rgb, width, height) }
        var large: [UInt8] = []
        large.reserveCapacity(rgb.count * times * times)
        for y in 0..<height {
            var row: [UInt8] = []
            row.reserveCapacity(width * times * 3)
            for x in 0..<width {
                let start = (y * width + x) * 3
                for _ in 0..<times { row.append(contentsOf: rgb[start..<start + 3]) }
            }
            for _ in 0..<times { large += row }
        }
        return (large, width * times, height * times)
    }
}
