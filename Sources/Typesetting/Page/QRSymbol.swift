internal import CQREncode

/// A QR code (ISO/IEC 18004) as squares.
package struct QRSymbol: Sendable, Equatable {
    /// Light modules that must surround the code on every side.
    package static let quietZone = 4

    /// Modules a side, 21–177, without the quiet zone.
    package let side: Int
    /// `side * side` modules, row-major; true is dark.
    package let modules: [Bool]

    /// Encodes a text as bytes at level M: up to 15 % of the modules may be unreadable.
    ///
    /// Throws `TypesettingError` where the text is empty or longer than a code holds (2,331 bytes).
    package init(_ text: String) throws(TypesettingError) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw TypesettingError(
                message: bytes.isEmpty
                    ? "a QR code needs a text"
                    : "\(bytes.count) bytes are more than a QR code holds; use a shorter address"
            )
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        guard let data = code.pointee.data else { throw TypesettingError(message: "the QR code could not be made") }
        modules = UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
    }

    /// Dark stretches of a row as ranges of columns.
    package func darkRuns(row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...side {
            let isDark = column < side && modules[row * side + column]
            if isDark {
                start = start ?? column
            } else if let first = start {
                runs.append(first..<column)
                start = nil
            }
        }
        return runs
    }

    /// The library's version.
    static var library: String { QRcode_APIVersionString().map { String(cString: $0) } ?? "?" }
}
