/// JSON text written piece by piece, in the form that `CanonicalJSON` promises.
///
/// Whoever writes keeps keys sorted; commas are set here.
struct JSONText {
    /// The UTF-8 so far.
    private(set) var bytes: [UInt8] = []
    /// Whether the next key or element is the first of its object or array.
    private var isFirst = true

    /// An empty text with room for a usual grade.
    init() { bytes.reserveCapacity(8192) }

    /// An object; `members` writes its keys and values.
    @inline(__always)
    mutating func object<E: Error>(_ members: (inout JSONText) throws(E) -> Void) throws(E) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        try members(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// An array of what `element` writes of each value.
    @inline(__always)
    mutating func array<Element, E: Error>(
        _ values: [Element],
        _ element: (inout JSONText, Element) throws(E) -> Void
    ) throws(E) {
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        for value in values {
            next()
            try element(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// A key of the contract, which needs no escapes; its value follows.
    mutating func key(_ name: StaticString) {
        next()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// A key that is data; its value follows.
    mutating func key(_ name: String) {
        next()
        write(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A text with its escapes.
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { append($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    mutating func write(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        write(digits: number.magnitude)
    }

    /// The shortest text that reads back as the same number; one that is not finite is refused.
    mutating func write(_ number: Double) throws(EncodingError) {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number,
                EncodingError.Context(codingPath: [], debugDescription: "a number that is not finite has no JSON")
            )
        }
        // Most numbers have at most four decimals: no other number is as short and as near to it, so no search is needed.
        let scaled = (abs(number) * 10_000).rounded()
        if scaled < 1e14, scaled / 10_000 == abs(number), number.sign == .plus || scaled > 0 {
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            write(tenThousandths: UInt(scaled))
            return
        }
        let text = number.description
        bytes.append(contentsOf: text.utf8)
        if text.hasSuffix(".0") { bytes.removeLast(2) }
    }

    private mutating func next() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func write(digits number: UInt) {
        if number >= 10 { write(digits: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func write(tenThousandths number: UInt) {
        write(digits: number / 10_000)
        var rest = number % 10_000
        if rest == 0 { return }
        bytes.append(UInt8(ascii: "."))
        var place: UInt = 1000
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
            rest %= place
            place /= 10
        }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[plain..<index])
            plain = index + 1
            escape(byte)
        }
        bytes.append(contentsOf: text[plain...])
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            for digit in [byte >> 4, byte & 15] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        default: bytes.append(byte)
        }
    }
}
