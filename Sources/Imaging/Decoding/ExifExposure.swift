/// What an Exif block says of a camera: a scanner that exports has no shutter, no aperture and no lens.
package enum ExifExposure {
    /// The pointer to the Exif directory in the first one.
    private static let directoryTag = 0x8769
    /// Exposure time, f-number, sensitivity, shutter speed, aperture, focal length (Exif 2.32, §4.6.5).
    private static let cameraTags: Set<Int> = [0x829A, 0x829D, 0x8827, 0x9201, 0x9202, 0x920A]
    /// SHORT and the four kinds of number that these tags may be.
    private static let numberTypes: Set<Int> = [3, 4, 5, 9, 10]
    /// Fewest of the tags: one may be left over from somebody's editing.
    private static let fewest = 2

    /// Whether a TIFF structure records how a picture was exposed.
    ///
    /// Maker and model say nothing: scanners write theirs. Only the first directory and the Exif directory are walked,
    /// every offset is checked, and what cannot be read is no camera.
    package static func isCamera(tiff block: [UInt8]) -> Bool {
        guard let reader = TIFFReader(block), let first = reader.long(at: 4) else { return false }
        var exposure: Int?
        for offset in entries(reader, at: first) where reader.short(at: offset) == directoryTag {
            exposure = reader.long(at: offset + 8)
        }
        guard let exposure else { return false }
        var found: Set<Int> = []
        for offset in entries(reader, at: exposure) {
            guard let tag = reader.short(at: offset), cameraTags.contains(tag),
                let type = reader.short(at: offset + 2), numberTypes.contains(type),
                let values = reader.long(at: offset + 4), values >= 1, values <= 4,
                let value = reader.long(at: offset + 8)
            else { continue }
            // A rational's numerator stands elsewhere; 0 stands for "not known".
            let isRational = type == 5 || type == 10
            guard let number = isRational ? reader.long(at: value) : value, number != 0 else { continue }
            found.insert(tag)
        }
        return found.count >= fewest
    }

    /// Where the entries of a directory stand that the block holds whole.
    private static func entries(_ reader: TIFFReader, at directory: Int) -> [Int] {
        guard let count = reader.short(at: directory) else { return [] }
        return (0..<count).map { directory + 2 + $0 * 12 }.filter { reader.long(at: $0 + 8) != nil }
    }
}
