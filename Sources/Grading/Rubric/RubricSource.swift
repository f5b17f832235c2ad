/// The bytes of one rubric file and the name to call it by.
package struct RubricSource: Sendable, Equatable {
    /// Shown in messages: a path, or a file name.
    package let name: String
    /// The file's bytes, UTF-8.
    package let bytes: [UInt8]

    /// Wraps a file's bytes.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Wraps a text.
    package init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}
