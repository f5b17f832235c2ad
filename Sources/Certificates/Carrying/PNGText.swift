/// Texts in a PNG's international text chunks (`iTXt`, PNG specification §11.3.3.4), uncompressed.
package enum PNGText {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The picture with a credential baked in as Open Badges has it, before its `IEND`; nil where it is no whole PNG.
    package static func carrying(_ token: String, in png: [UInt8]) -> [UInt8]? {
        var end: Int?
        forEachChunk(of: png) { chunk in if chunk.isType("IEND", in: png) { end = chunk.start } }
        guard let end else { return nil }
        // Keyword, 0, not compressed, method 0, no language, no translated keyword.
        let data = Array(CarriedCredential.pngKeyword.utf8) + [0, 0, 0, 0, 0] + Array(token.utf8)
        let typed = Array("iTXt".utf8) + data
        let chunk = bytes(UInt32(data.count)) + typed + bytes(Compression.crc32(typed))
        return png[..<end] + chunk + png[end...]
    }

    /// The texts of a keyword, up to the picture's end.
    static func texts(_ keyword: String, in png: [UInt8]) -> [String] {
        let head = Array(keyword.utf8) + [0, 0, 0]
        var texts: [String] = []
        forEachChunk(of: png) { chunk in
            guard chunk.isType("iTXt", in: png), png[chunk.data].starts(with: head) else { return }
            // The language and the translated keyword, each with its 0, come before the text.
            let rest = png[chunk.data].dropFirst(head.count)
            let parts = rest.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3 { texts.append(String(decoding: parts[2], as: UTF8.self)) }
        }
        return texts
    }

    /// One chunk: where it begins, and its data.
    private struct Chunk {
        let start: Int
        let data: Range<Int>

        func isType(_ type: String, in png: [UInt8]) -> Bool { png[start + 4..<start + 8].elementsEqual(type.utf8) }
    }

    /// Goes through the chunks up to `IEND`, or to one that is not whole.
    private static func forEachChunk(of png: [UInt8], _ body: (Chunk) -> Void) {
        guard png.starts(with: signature) else { return }
        var start = signature.count
        while start + 12 <= png.count {
            let length = png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= png.count - start - 12 else { return }
            let chunk = Chunk(start: start, data: start + 8..<start + 8 + length)
            body(chunk)
            if chunk.isType("IEND", in: png) { return }
            start += 12 + length
        }
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }
}
