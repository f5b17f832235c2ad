import Foundation

/// 256 bits by which the same ultrasound is known again, re-encoded, scaled, brighter, with other chrome, or mirrored.
///
/// The straightened scan area is averaged to 64 × 64 cells and freed of the median of every row, then of every column,
/// so that neither depth compensation nor a shadow makes two pictures alike. What is left counts less towards the edges,
/// because the outline found in a copy is not quite the original's. Of its two-dimensional DCT the 16 × 16 lowest
/// coefficients without those of row and column 0 give a bit each: positive or not (domain reference §1.19). Unlike a bit that says "above the median" a sign says what the mirror image has: exchanging left and right turns the
/// sign of every frequency that is odd across the lines.
package struct PictureFingerprint: Sendable, Hashable {
    /// How fingerprints are made: those of different methods are never compared.
    ///
    /// Raised with every change of the sums.
    package static let method = 1
    /// Bits of a fingerprint.
    package static let bitCount = 256
    /// Most bits in which two files of the same picture differ; docs/validity.md has the figures it was chosen by.
    ///
    /// Parts of a third of a word each follow from it by which `Store` looks fingerprints up.
    package static let mostOfCopies = 23
    /// Cells a side of the averaged area.
    static let side = 64
    /// Coefficients a side.
    static let kept = 16
    /// Least share of the cells that hold ultrasound; with less there is no fingerprint.
    private static let leastShare = 0.25
    /// Least root mean square of the cells around the medians of their rows and columns, in grey; with less what is left
    /// is noise of the coder.
    private static let leastContrast: Float = 3
    /// The bits of odd frequencies across the lines: the mirror image has the others of these.
    private static let oddLines: UInt64 = 0xAAAA_AAAA_AAAA_AAAA

    /// Four words, the first bit the highest of the first word: by rising frequency in depth, then across the lines.
    package let words: [UInt64]

    /// Wraps stored words; nil unless there are four.
    package init?(words: [UInt64]) {
        guard words.count == Self.bitCount / 64 else { return nil }
        self.words = words
    }

    /// Takes the fingerprint of a straightened picture.
    ///
    /// Nil where less than a quarter of it is ultrasound, or where nothing is left when rows and columns are level.
    package init?(_ view: PolarView) {
        guard let cells = Self.levelledCells(view) else { return nil }
        let squares = cells.reduce(0) { $0 + $1 * $1 }
        guard squares >= Self.leastContrast * Self.leastContrast * Float(cells.count) else { return nil }
        let coefficients = Self.lowCoefficients(cells)
        words = stride(from: 0, to: coefficients.count, by: 64).map { start in
            coefficients[start..<start + 64].reduce(UInt64(0)) { $0 << 1 | ($1 > 0 ? 1 : 0) }
        }
    }

    /// What the mirror image of the picture has.
    package var mirrored: PictureFingerprint {
        PictureFingerprint(known: words.map { $0 ^ Self.oddLines })
    }

    /// Bits in which two fingerprints differ, 0–256.
    package func distance(to other: PictureFingerprint) -> Int {
        var sum = 0
        for index in words.indices { sum += (words[index] ^ other.words[index]).nonzeroBitCount }
        return sum
    }

    private init(known words: [UInt64]) { self.words = words }

    /// What a cell counts, from the edges (1 ÷ 64) evenly up to the middle (63 ÷ 64), in rows and in columns.
    private static let weights: [Float] = (0..<side).map { (Float(min($0, side - 1 - $0)) + 0.5) * 2 / Float(side) }

    /// Means of 4 × 4 samples less the medians of their rows and then of their columns; 0 where there is no ultrasound.
    private static func levelledCells(_ view: PolarView) -> [Float]? {
        let (sums, counts) = cellSums(view)
        guard Double(counts.count { $0 > 0 }) >= leastShare * Double(counts.count) else { return nil }
        var cells = zip(sums, counts).map { $1 > 0 ? Float($0) / Float($1) : 0 }
        var line: [Float] = []
        line.reserveCapacity(side)
        for (start, step) in [(side, 1), (1, side)] {
            for number in 0..<side {
                line.removeAll(keepingCapacity: true)
                for index in 0..<side where counts[number * start + index * step] > 0 {
                    line.append(cells[number * start + index * step])
                }
                let middle = median(&line)
                for index in 0..<side where counts[number * start + index * step] > 0 {
                    cells[number * start + index * step] -= middle
                }
            }
        }
        return cells
    }

    /// Sum and number of the valid samples of each cell.
    private static func cellSums(_ view: PolarView) -> (sums: [Int32], counts: [Int32]) {
        var sums = [Int32](repeating: 0, count: side * side)
        var counts = sums
        let rows = PolarView.depths / side
        let columns = PolarView.lines / side
        let samples = view.samples.span
        let valid = view.valid.span
        for cell in 0..<side * side {
            let corner = cell / side * rows * PolarView.lines + cell % side * columns
            var sum: Int32 = 0
            var count: Int32 = 0
            for row in 0..<rows {
                for column in 0..<columns {
                    let index = corner &+ row &* PolarView.lines &+ column
                    sum &+= Int32(samples[index] & (0 &- valid[index]))
                    count &+= Int32(valid[index])
                }
            }
            sums[cell] = sum
            counts[cell] = count
        }
        return (sums, counts)
    }

    /// The DCT-II coefficients 1…16 of both directions of the weighted cells, depth by depth; unscaled, for only their signs count.
    private static func lowCoefficients(_ cells: [Float]) -> [Float] {
        var across = [Float](repeating: 0, count: side * kept)
        for row in 0..<side {
            for column in 0..<side {
                let grey = cells[row * side + column] * (weights[row] * weights[column])
                for frequency in 0..<kept {
                    across[row * kept + frequency] += grey * cosines[column * kept + frequency]
                }
            }
        }
        var result = [Float](repeating: 0, count: kept * kept)
        for row in 0..<side {
            for depth in 0..<kept {
                let weight = cosines[row * kept + depth]
                for frequency in 0..<kept {
                    result[depth * kept + frequency] += weight * across[row * kept + frequency]
                }
            }
        }
        return result
    }

    /// cos(π (x + ½) k ÷ 64) for x = 0…63, for each of them k = 1…16.
    private static let cosines: [Float] = (0..<side).flatMap { x in
        (1...kept).map { Float(cos(Double.pi * (Double(x) + 0.5) * Double($0) / Double(side))) }
    }

    /// The mean of the two middle values of an even number; 0 of none.
    private static func median(_ values: inout [Float]) -> Float {
        guard !values.isEmpty else { return 0 }
        values.sort()
        return (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
    }
}

extension PictureFingerprint: Codable {
    /// 64 hexadecimal digits.
    package var hex: String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        .joined()
    }

    /// Reads what `hex` wrote; nil for anything else.
    package init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
        self.init(
            words: stride(from: 0, to: 64, by: 16).compactMap { start in
                UInt64(String(decoding: digits[start..<start + 16], as: UTF8.self), radix: 16)
            }
        )
    }

    /// Reads the digits.
    package init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        guard let print = PictureFingerprint(hex: try single.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: single,
                debugDescription: "a fingerprint is 64 hexadecimal digits"
            )
        }
        self = print
    }

    /// Writes the digits.
    package func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        try single.encode(hex)
    }
}
