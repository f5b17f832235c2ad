/// A ZIP archive (PKWARE APPNOTE 6.3) written in memory: the same files and day give the same bytes.
///
/// Names are UTF-8 and say so. No ZIP64: at most 65,535 files and 4 GiB.
package struct ZIPArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0
    /// All files' date in DOS form, at 00:00.
    private let day: UInt16

    private static let utf8Names: UInt16 = 1 << 11
    /// 2.0: deflate and folders.
    private static let version: UInt16 = 20
    /// Made on Unix: unpackers that go by the maker's system (Debian's `unzip`) take names of another one for CP850.
    private static let maker: UInt16 = 3 << 8 | version
    /// A plain file that its owner may write and everybody read (`-rw-r--r--`), where Unix keeps it.
    private static let attributes: UInt32 = 0o100644 << 16

    /// An empty archive whose files are of a day; a year before 1980 becomes 1980.
    package init(year: Int, month: Int, day: Int) {
        let years = min(max(year - 1980, 0), 127)
        self.day = UInt16(years << 9 | (month & 15) << 5 | day & 31)
    }

    /// Adds a file, deflated where that makes it smaller.
    ///
    /// Throws `refused` for more than an archive without ZIP64 holds, and for a name that is empty, leads out of the
    /// folder, or is too long.
    package mutating func add(_ bytes: [UInt8], as name: String) throws(CertificateError) {
        let nameBytes = Array(name.utf8)
        guard (1...1024).contains(nameBytes.count), !name.hasPrefix("/"),
            !name.split(separator: "/").contains("..")
        else { throw CertificateError(code: .refused, message: "an archive cannot have this name", identity: name) }
        let packed = try Compression.deflate(bytes)
        let isSmaller = packed.count < bytes.count
        let data = isSmaller ? packed : bytes
        guard count < 65_535, body.count + data.count + directory.count + 2048 < 1 << 32 else {
            throw CertificateError(code: .refused, message: "the archive would be too large; export fewer at once")
        }
        var common = Self.little(Self.version) + Self.little(Self.utf8Names) + Self.little(UInt16(isSmaller ? 8 : 0))
        common += Self.little(UInt16(0)) + Self.little(day) + Self.little(Compression.crc32(bytes))
        common += Self.little(UInt32(data.count)) + Self.little(UInt32(bytes.count))
        common += Self.little(UInt16(nameBytes.count)) + Self.little(UInt16(0))
        directory += Self.little(UInt32(0x0201_4B50)) + Self.little(Self.maker) + common
        // No comment, first disk, no text.
        directory += [UInt8](repeating: 0, count: 6) + Self.little(Self.attributes)
        directory += Self.little(UInt32(body.count)) + nameBytes
        body += Self.little(UInt32(0x0403_4B50)) + common + nameBytes + data
        count += 1
    }

    /// The whole archive.
    package var bytes: [UInt8] {
        var end = Self.little(UInt32(0x0605_4B50)) + Self.little(UInt32(0))
        end += Self.little(UInt16(count)) + Self.little(UInt16(count))
        end += Self.little(UInt32(directory.count)) + Self.little(UInt32(body.count)) + Self.little(UInt16(0))
        return body + directory + end
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
