/// The terminal graphics protocol of kitty (https://sw.kovidgoyal.net/kitty/graphics-protocol).
///
/// Written here instead of taken from libchafa, which sends raw samples: a PNG is a tenth of that, which counts over a
/// network, and the terminal scales it to its cells.
enum KittyGraphics {
    /// Most bytes of base64 in one sequence.
    private static let chunk = 4096

    /// Shows a PNG in a box of cells at the cursor, which stays; the terminal answers nothing.
    static func show(png: [UInt8], columns: Int, rows: Int) -> [UInt8] {
        let text = base64(png)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 64 + text.count / chunk * 16)
        var start = 0
        while start < text.count {
            let end = min(text.count, start + chunk)
            let more = end < text.count ? 1 : 0
            // a=T: transmit and show; f=100: PNG; C=1: the cursor stays; q=2: no answer, which would pass for keys.
            let keys = start == 0 ? "a=T,f=100,q=2,C=1,c=\(columns),r=\(rows),m=\(more)" : "q=2,m=\(more)"
            bytes += Array("\u{1B}_G\(keys);".utf8)
            bytes += text[start..<end]
            bytes += Array("\u{1B}\\".utf8)
            start = end
        }
        return bytes
    }

    /// Takes all pictures off the screen and out of the terminal's memory.
    static let clear = Array("\u{1B}_Ga=d,d=A,q=2\u{1B}\\".utf8)

    /// RFC 4648, with padding.
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
            for place in 0..<4 {
                text.append(place <= count ? letters[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return text
    }
}
