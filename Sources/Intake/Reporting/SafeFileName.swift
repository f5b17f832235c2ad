internal import Digests

/// A clinic's code as one file's or folder's name: as it is where that is safe, and never the same for two codes.
///
/// `/`, `%`, control characters and a leading `.` become `%` and two hexadecimal digits a byte; a long name is cut and
/// ends with the beginning of its SHA-256.
enum SafeFileName {
    /// Bytes that a name may have with room for an ending: file systems allow 255.
    private static let most = 180

    /// Throws what libcrypto throws where it has no SHA-256.
    static func of(_ code: String) throws -> String {
        var bytes: [UInt8] = []
        for (index, byte) in code.utf8.enumerated() {
            let isSafe = byte >= 0x20 && byte != 0x7F && byte != 0x2F && byte != 0x25 && !(index == 0 && byte == 0x2E)
            bytes += isSafe ? [byte] : Array("%\(hex(byte >> 4))\(hex(byte & 15))".utf8)
        }
        guard !bytes.isEmpty else { return "%" }
        guard bytes.count > most else { return String(decoding: bytes, as: UTF8.self) }
        var cut = bytes.prefix(most)
        // Not within a character.
        while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
        if let last = cut.last, last & 0xC0 == 0xC0 { cut.removeLast() }
        return String(decoding: cut, as: UTF8.self) + "%~" + (try SHA256.digest(of: Array(code.utf8)).hex.prefix(16))
    }

    private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }
}
