/// The IJG quality setting that a JPEG's quantisation tables come from (domain reference §1.15).
enum JPEGQuality {
    /// The 1–100 whose scaled Annex K tables are nearest, by the sum of squared differences; exact for IJG encoders.
    ///
    /// `tables` are one (grey) or two (luma, chroma) tables of 64 divisors in natural order. Nil without a table.
    /// Of two equally near settings the higher is taken, as the tables of 100 are a floor to many encoders' own.
    static func nearest(to tables: [[UInt16]]) -> Int? {
        guard !tables.isEmpty, tables.allSatisfy({ $0.count == 64 && !$0.contains(0) }) else { return nil }
        var best: (quality: Int, error: Int)?
        for quality in (1...100).reversed() {
            let error = zip(tables, [luminance, chrominance]).reduce(0) { sum, pair in
                sum + distance(from: pair.0, to: pair.1, quality: quality, atMost: (best?.error ?? .max) - sum)
            }
            if best.map({ error < $0.error }) ?? true { best = (quality, error) }
            if error == 0 { break }
        }
        return best?.quality
    }

    /// `S = 5000/Q` below 50, by integer division, else `200 − 2Q`; divisor = clamp((S·base + 50)/100, 1, 255).
    private static func distance(from table: [UInt16], to base: [UInt8], quality: Int, atMost limit: Int) -> Int {
        let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
        var sum = 0
        for index in 0..<64 {
            let expected = min(255, max(1, (scale * Int(base[index]) + 50) / 100))
            let difference = Int(table[index]) - expected
            sum += difference * difference
            if sum > limit { break }
        }
        return sum
    }

    /// ITU-T T.81, table K.1.
    private static let luminance: [UInt8] = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ]

    /// ITU-T T.81, table K.2.
    private static let chrominance: [UInt8] = [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
        24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ]
}
