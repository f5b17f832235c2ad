import Imaging

/// A third of one of a fingerprint's words: what an index looks fingerprints up by.
///
/// Two fingerprints that differ in at most 23 bits have one of the twelve parts with at most one bit that differs, since
/// two in each of twelve are 24. So all near fingerprints are found by looking every part up as it is and with each of its
/// bits turned: 268 look-ups, however many fingerprints there are.
struct FingerprintPart {
    /// Which word, 0–3.
    let word: Int
    /// Bits below the part.
    let shift: Int
    /// Bits of the part, all set.
    let mask: Int64

    /// The parts of all words.
    static let all: [FingerprintPart] = (0..<4).flatMap { word in
        [
            FingerprintPart(word: word, shift: 43, mask: (1 << 21) - 1),
            FingerprintPart(word: word, shift: 22, mask: (1 << 21) - 1),
            FingerprintPart(word: word, shift: 0, mask: (1 << 22) - 1),
        ]
    }

    /// Most bits for which no near fingerprint is missed.
    static let reach = 2 * all.count - 1

    /// Numbers that one look-up takes: the part as it is, and with each of its 21 or 22 bits turned.
    var lookUps: Int { mask.nonzeroBitCount + 1 }

    /// The part as SQL; the index and the look-up must say it in the same words.
    var expression: String { "((word_\(word) >> \(shift)) & \(mask))" }

    /// The numbers to look up for a fingerprint.
    func values(of print: PictureFingerprint) -> [Int64] {
        let own = Int64(truncatingIfNeeded: print.words[word] >> UInt64(shift)) & mask
        return [own] + (0..<mask.nonzeroBitCount).map { own ^ (1 << Int64($0)) }
    }
}
