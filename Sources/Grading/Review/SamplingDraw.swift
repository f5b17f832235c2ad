package import Digests

/// The random draw of pictures for experts: one secret seed for each institution and month.
///
/// Whether a picture is drawn depends on the seed and on the picture's identity alone: not on the order of arrival, not
/// on other pictures, not on the grade (domain reference §4.1). The commitment is made public when the month begins; the
/// seed can be shown afterwards, so that anybody can check every draw.
package struct SamplingDraw: Sendable {
    /// The seed of this institution and month; secret until the month is over.
    package let seed: Digest
    /// SHA-256 of the seed's 32 bytes, for the audit trail.
    package let commitment: Digest
    /// The share of pictures to draw, 0–1.
    package let share: Double
    private let bound: UInt64

    /// Derives the seed of an institution and a month: HMAC-SHA-256 under the home's master seed over the institution,
    /// a line feed, and the month as `yyyy-MM`.
    ///
    /// `share` is held to 0…1; a share that is no number draws everything, because no picture may slip by unseen.
    package init(masterSeed: [UInt8], institution: String, month: String, share: Double) throws(DigestError) {
        let seed = try HMACSHA256.code(key: masterSeed, message: Array("\(institution)\n\(month)".utf8))
        try self.init(seed: seed, share: share)
    }

    /// The draw of a seed that is known, to check a month that is over.
    package init(seed: Digest, share: Double) throws(DigestError) {
        self.seed = seed
        commitment = try SHA256.digest(of: seed.bytes)
        self.share = share.isNaN ? 1 : min(1, max(0, share))
        // Exact: scaling a Double by a power of two does not round. 1 has no 64-bit bound and is asked for first.
        bound = self.share >= 1 ? .max : UInt64(self.share * 0x1p64)
    }

    /// Whether a picture is drawn: the first 64 bits of HMAC-SHA-256(seed, identity) lie below share · 2^64.
    ///
    /// The identity is whatever names a picture for good, the same whenever it is asked.
    package func draws(_ identity: String) throws(DigestError) -> Bool {
        if share >= 1 { return true }
        return try HMACSHA256.code(key: seed.bytes, message: identity.utf8).leading64 < bound
    }
}
