/// Takes JSON objects one by one out of a stream of bytes: one alone, the members of an array, or one a line.
///
/// It only finds where each begins and ends, so that one that is broken does not take the next ones with it; whether
/// an object is right is for its reader.
package struct ObjectScanner {
    /// One object, or what stands where one should be.
    package struct Piece: Sendable, Equatable {
        /// The line on which it begins, from 1.
        package let line: Int
        /// The object's bytes; empty where `problem` says that there is none.
        package let bytes: [UInt8]
        /// Why it cannot be read; nil where it may be tried.
        package let problem: String?
    }

    /// An object with more bytes than this is refused.
    package static let largest = 1 << 20

    private let read: () throws -> [UInt8]?
    private var pending: [UInt8] = []
    private var position = 0
    private var line = 1
    private var arrayLine: Int?
    private var hasEnded = false

    /// Scans what `read` gives piece by piece until it gives nil.
    package init(_ read: @escaping () throws -> [UInt8]?) { self.read = read }

    /// The next object; nil at the end.
    ///
    /// - Throws: what reading throws.
    package mutating func next() throws -> Piece? {
        while let byte = try take() {
            switch byte {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: ","):
                if arrayLine == nil { return try refuse("there is a comma between objects that are not in [ ]") }
            case UInt8(ascii: "["):
                if arrayLine != nil { return try refuse("there is a [ inside the list; only objects stand there") }
                arrayLine = line
            case UInt8(ascii: "]"):
                if arrayLine == nil { return try refuse("there is a ] without its [") }
                arrayLine = nil
            case UInt8(ascii: "{"): return try object()
            case 0xEF where line == 1 && position == 1:  // byte order mark
                _ = try take()
                _ = try take()
            default: return try refuse("this is no object { … }")
            }
        }
        if let open = arrayLine {
            arrayLine = nil
            return Piece(line: open, bytes: [], problem: "the list has no ]: its end is missing")
        }
        return nil
    }

    /// The object whose first brace was just taken.
    private mutating func object() throws -> Piece {
        let start = line
        var nesting = Nesting()
        var bytes = [UInt8(ascii: "{")]
        nesting.enter(bytes[0])
        while let byte = try take() {
            bytes.append(byte)
            if byte == UInt8(ascii: "\n") {
                line += 1
                if nesting.isInText { return Piece(line: start, bytes: [], problem: "a text in it has no closing \"") }
            }
            nesting.enter(byte)
            if nesting.isClosed {
                let problem = nesting.repeatedKey.map { "\($0) stands in it twice" }
                return Piece(line: start, bytes: problem == nil ? bytes : [], problem: problem)
            }
            if bytes.count >= Self.largest {
                return abandon(bytes, from: start, "it is longer than 1 MiB, or has no }")
            }
        }
        return abandon(bytes, from: start, "it has no }: its end is missing")
    }

    /// Gives an object up, and goes on with the line after its first one if another object begins there.
    private mutating func abandon(_ bytes: [UInt8], from start: Int, _ problem: String) -> Piece {
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end + 1 < bytes.count, bytes[end + 1] == bytes[0] {
            pending = Array(bytes[(end + 1)...]) + pending[position...]
            position = 0
            line = start + 1
        }
        return Piece(line: start, bytes: [], problem: problem)
    }

    /// Passes over the rest of a line.
    private mutating func refuse(_ problem: String) throws -> Piece {
        let start = line
        while let byte = try take() {
            guard byte == UInt8(ascii: "\n") else { continue }
            line += 1
            break
        }
        return Piece(line: start, bytes: [], problem: problem)
    }

    private mutating func take() throws -> UInt8? {
        while position >= pending.count {
            if hasEnded { return nil }
            guard let more = try read() else {
                hasEnded = true
                return nil
            }
            (pending, position) = (more, 0)
        }
        defer { position += 1 }
        return pending[position]
    }
}

/// Where in an object a scan is: how deep, whether in a text, and which keys it has seen.
private struct Nesting {
    private(set) var isInText = false
    /// The first key that an object has twice.
    private(set) var repeatedKey: String?
    private var isEscaped = false
    private var text: [UInt8] = []
    /// The keys of each open object; nil for an open array.
    private var open: [Set<[UInt8]>?] = []
    private var hasBegun = false

    var isClosed: Bool { hasBegun && open.isEmpty }

    mutating func enter(_ byte: UInt8) {
        if isInText {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInText = false
                return
            }
            text.append(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): (isInText, text) = (true, [])
        case UInt8(ascii: "{"):
            open.append([])
            hasBegun = true
        case UInt8(ascii: "["): open.append(Set<[UInt8]>?.none)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): if !open.isEmpty { open.removeLast() }
        case UInt8(ascii: ":"):
            guard var keys = open.last ?? nil else { return }
            if !keys.insert(text).inserted, repeatedKey == nil { repeatedKey = String(decoding: text, as: UTF8.self) }
            open[open.count - 1] = keys
        default: break
        }
    }
}
