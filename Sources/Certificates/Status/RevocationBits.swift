internal import CZlib

/// The bits of one Bitstring Status List (W3C, v1.0): bit 1 says that the certificate at that place is revoked.
///
/// A list always has 131,072 places, so that its length tells nobody how many certificates there are. Place 0 is the
/// leftmost bit.
package struct RevocationBits: Sendable, Hashable {
    /// Places of a list: the least that the standard allows.
    package static let places = 131_072

    private var bytes: [UInt8]

    /// A list with these places revoked; places out of range are left out.
    package init(revoked places: some Sequence<Int> = []) {
        bytes = [UInt8](repeating: 0, count: Self.places / 8)
        for place in places where (0..<Self.places).contains(place) { bytes[place / 8] |= 0x80 >> UInt8(place % 8) }
    }

    /// Whether a place is revoked; nil for a place that no list has.
    package func isRevoked(_ place: Int) -> Bool? {
        guard (0..<Self.places).contains(place) else { return nil }
        return bytes[place / 8] & 0x80 >> UInt8(place % 8) != 0
    }

    /// The list as the standard writes it: multibase `u`, base64url of the gzip of the bits.
    ///
    /// Throws `library`.
    package func encoded() throws(CertificateError) -> String {
        "u" + Base64URL.text(try Compression.gzip(bytes))
    }

    /// Reads what the standard writes.
    ///
    /// Throws `unreadable` for another text, and for a list of another length.
    package init(encoded: String) throws(CertificateError) {
        guard encoded.hasPrefix("u"), let packed = Base64URL.bytes(encoded.dropFirst()),
            let bytes = Compression.gunzip(packed, at: Self.places / 8), bytes.count == Self.places / 8
        else { throw CertificateError(code: .unreadable, message: "this is no status list of ours") }
        self.bytes = bytes
    }
}

/// zlib's calls on whole values.
enum Compression {
    /// gzip without a name and a time.
    static func gzip(_ bytes: [UInt8]) throws(CertificateError) -> [UInt8] { try packed(bytes, by: sono_gzip) }

    /// A bare deflate stream.
    static func deflate(_ bytes: [UInt8]) throws(CertificateError) -> [UInt8] { try packed(bytes, by: sono_deflate) }

    /// What a gzip member holds; nil where it is none, or holds more than there is room for.
    static func gunzip(_ bytes: [UInt8], at most: Int) -> [UInt8]? {
        var out = [UInt8](repeating: 0, count: most)
        var count = most
        guard sono_gunzip(bytes, bytes.count, &out, &count) == 0 else { return nil }
        return Array(out.prefix(count))
    }

    /// CRC-32 as ZIP and PNG use it.
    static func crc32(_ bytes: [UInt8]) -> UInt32 { sono_crc32(bytes, bytes.count) }

    private static func packed(
        _ bytes: [UInt8],
        by call: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>?) -> Int32
    ) throws(CertificateError) -> [UInt8] {
        var count = sono_compressed_bound(bytes.count)
        var out = [UInt8](repeating: 0, count: count)
        let answer = bytes.withUnsafeBufferPointer { given in
            out.withUnsafeMutableBufferPointer { call(given.baseAddress, given.count, $0.baseAddress, &count) }
        }
        guard answer == 0 else { throw CertificateError(code: .library, message: "nothing could be compressed") }
        return Array(out.prefix(count))
    }
}
