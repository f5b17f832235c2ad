/// A name or relative path as it stands on disk, with the text that is shown for it.
///
/// Two names are the same when their bytes are: Unicode normal forms stay apart, as they do on a Linux disk.
package struct FileName: Sendable, Hashable, Comparable {
    /// The bytes on disk; no NUL, never beginning with `/`.
    package let bytes: [UInt8]
    /// What people read: the name itself, or its GB18030 reading where the bytes are not UTF-8.
    package let display: String

    /// A name whose bytes may be anything a Linux path allows.
    package init(bytes: [UInt8], display: String) {
        self.bytes = bytes
        self.display = display
    }

    /// A name that is UTF-8.
    package init(_ name: String) {
        bytes = Array(name.utf8)
        display = name
    }

    /// Whether the bytes are well-formed UTF-8 and equal to what is shown.
    package var isPlain: Bool { bytes.elementsEqual(display.utf8) }

    /// Whether words can be a file's or folder's name of their own: not empty, no slash, NUL or dot first.
    ///
    /// Asked of the unicode scalars: to a `Character`, a slash with a combining mark behind it is no slash.
    package static func isSafe(_ words: String) -> Bool {
        let scalars = words.unicodeScalars
        return !scalars.isEmpty && scalars.first != "." && !scalars.contains { $0 == "/" || $0 == "\0" }
    }

    /// Words as one file's or folder's name: an underscore for each slash, NUL and what else is named.
    package static func safe(_ words: String, alsoWithout others: (Unicode.Scalar) -> Bool = { _ in false }) -> String {
        var name = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            name.append(scalar == "/" || scalar == "\0" || others(scalar) ? "_" : scalar)
        }
        let text = String(name)
        return [".", "..", ""].contains(text) ? "_" + text : text
    }

    package static func == (left: FileName, right: FileName) -> Bool { left.bytes == right.bytes }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
    package static func < (left: FileName, right: FileName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
