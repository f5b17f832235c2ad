internal import COpenSSL

/// A running SHA-256 (FIPS 180-4) over bytes that arrive in pieces.
///
/// One digest is used by one task at a time. libcrypto fails only when the
/// process is out of memory or has no SHA-256 provider; both are reported as
/// `DigestError` rather than hidden.
package struct SHA256: ~Copyable {
    private let state: OpaquePointer

    /// Starts an empty digest.
    package init() throws(DigestError) {
        guard let state = sono_sha256_new() else { throw DigestError(operation: "SHA-256") }
        self.state = state
    }

    deinit { sono_sha256_free(state) }

    /// Adds bytes to what has been hashed so far.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) throws(DigestError) {
        guard sono_sha256_update(state, bytes.baseAddress, bytes.count) == 0 else {
            throw DigestError(operation: "SHA-256")
        }
    }

    /// The digest of all that was added; the state is used up.
    package consuming func finish() throws(DigestError) -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard sono_sha256_final(state, &bytes) == 0 else { throw DigestError(operation: "SHA-256") }
        return Digest(bytes: bytes)
    }

    /// The digest of one whole piece of bytes.
    package static func digest(of bytes: some Sequence<UInt8>) throws(DigestError) -> Digest {
        var hash = try SHA256()
        let whole = Array(bytes)
        var failure: DigestError?
        whole.withUnsafeBytes { buffer in
            do throws(DigestError) { try hash.update(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        return try hash.finish()
    }

    /// The digest of a string's UTF-8 bytes.
    package static func digest(of text: String) throws(DigestError) -> Digest {
        try digest(of: text.utf8)
    }
}

/// The 32 bytes of a SHA-256 or HMAC-SHA-256.
package struct Digest: Hashable, Sendable {
    /// Exactly 32 bytes, most significant first.
    package let bytes: [UInt8]

    /// Lower-case hexadecimal, 64 characters.
    package var hex: String { bytes.hexadecimal }

    /// The first 64 bits as a big-endian number.
    package var leading64: UInt64 { bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}

/// libcrypto refused an operation.
package struct DigestError: Error, CustomStringConvertible {
    /// What was asked for.
    package let operation: String
    package var description: String { "libcrypto could not compute \(operation): out of memory, or no provider" }
}

/// HMAC-SHA-256 (RFC 2104).
package enum HMACSHA256 {
    /// The authentication code of `message` under `key`.
    package static func code(key: [UInt8], message: some Sequence<UInt8>) throws(DigestError) -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        let message = Array(message)
        guard sono_hmac_sha256(key, key.count, message, message.count, &bytes) == 0 else {
            throw DigestError(operation: "HMAC-SHA-256")
        }
        return Digest(bytes: bytes)
    }
}

/// Random bytes from libcrypto's generator.
package enum StrongRandom {
    /// `count` unpredictable bytes.
    package static func bytes(_ count: Int) throws(DigestError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard sono_random(&bytes, count) == 0 else { throw DigestError(operation: "random bytes") }
        return bytes
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal, two characters a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
