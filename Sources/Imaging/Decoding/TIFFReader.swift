/// Numbers of a TIFF block in its own byte order; nil beyond its end.
struct TIFFReader {
    private let block: [UInt8]
    private let isLittleEndian: Bool

    init?(_ block: [UInt8]) {
        if block.starts(with: [0x49, 0x49, 0x2A, 0x00]) {
            isLittleEndian = true
        } else if block.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            isLittleEndian = false
        } else {
            return nil
        }
        self.block = block
    }

    func short(at offset: Int) -> Int? { number(at: offset, bytes: 2) }
    func long(at offset: Int) -> Int? { number(at: offset, bytes: 4) }

    private func number(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset <= block.count - count else { return nil }
        let bytes = block[offset..<offset + count]
        return isLittleEndian
            ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
