internal import Glibc
package import Store

/// A path as it stands on disk: bytes, which need not be UTF-8.
///
/// Clinics' archives carry GBK names; a Swift `String` would repair and so lose them. Compared by bytes.
package struct RawPath: Sendable, Hashable, Comparable {
    /// No trailing slash (but for `/`), no NUL.
    package let bytes: [UInt8]

    /// A path by its bytes; trailing slashes are dropped.
    package init(bytes: some Sequence<UInt8>) {
        var bytes = Array(bytes)
        while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        self.bytes = bytes
    }

    /// A path that is UTF-8.
    package init(_ text: String) { self.init(bytes: text.utf8) }

    /// This path with a component or relative path behind it.
    package func appending(_ component: [UInt8]) -> RawPath {
        if bytes.isEmpty { return RawPath(bytes: component) }
        let slash = UInt8(ascii: "/")
        return RawPath(bytes: bytes.last == slash ? bytes + component : bytes + [slash] + component)
    }

    /// This path with a UTF-8 component or relative path behind it.
    package func appending(_ component: String) -> RawPath { appending(Array(component.utf8)) }

    /// What stands behind the last slash.
    package var lastComponent: [UInt8] {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes }
        return Array(bytes[(slash + 1)...])
    }

    /// The path without its last component; empty where there is none.
    package var parent: RawPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return RawPath(bytes: []) }
        return RawPath(bytes: slash == 0 ? bytes[...0] : bytes[..<slash])
    }

    /// Whether the bytes are well-formed UTF-8.
    package var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// What people read: UTF-8 as it is, else read as GB18030, else with the odd bytes percent-escaped.
    package var display: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if let text = Self.decodeGB18030(bytes) { return text }
        return bytes.map { byte in
            let isPlain = byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "%")
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }

    /// The bytes and their reading as the store keeps them.
    package var fileName: FileName { FileName(bytes: bytes, display: display) }

    /// Base64 of the bytes; nil where they are UTF-8 and nothing would be gained.
    package var rawBase64: String? { isUTF8 ? nil : Self.base64(bytes) }

    /// Calls a C function with the path, NUL-terminated.
    package func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { buffer in
            // The array holds at least the terminator, so there is a base address.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    package static func < (left: RawPath, right: RawPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// GB18030 read by the system's iconv; nil when the bytes are not GB18030 either.
    static func decodeGB18030(_ bytes: [UInt8]) -> String? {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
        var inputLeft = input.count
        var outputLeft = output.count
        let capacity = output.count
        let failed = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                var source = from.baseAddress
                var target = to.baseAddress
                return iconv(converter, &source, &inputLeft, &target, &outputLeft) == -1
                    || inputLeft != 0
            }
        }
        guard !failed else { return nil }
        return String(validating: output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let isFill = index > group.count
                text.append(isFill ? UInt8(ascii: "=") : digits[Int(value >> UInt32(18 - 6 * index) & 63)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
