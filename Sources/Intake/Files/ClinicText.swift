internal import Foundation

/// Text as the programs of clinics' desktops save it.
package enum ClinicText {
    /// Reads UTF-8, UTF-16 with its mark, or GB18030; nil when it is none of them.
    package static func read(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return String(data: Data(bytes), encoding: .utf16)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        return String(validating: body, as: UTF8.self) ?? RawPath.decodeGB18030(body)
    }
}
