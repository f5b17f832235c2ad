/// What an Exif block says about turning.
enum ExifOrientation: Equatable {
    /// A usable tag, or none at all (upright).
    case orientation(Orientation)
    /// The block or the tag makes no sense; the picture is taken as it is stored.
    case unreadable

    /// Reads tag 274 of the first directory of a TIFF structure (TIFF 6.0, §2).
    ///
    /// Every offset is checked against the block, and only the first directory is walked, so no block costs more than
    /// its own length.
    init(tiff block: [UInt8]) {
        guard let reader = TIFFReader(block), let directory = reader.long(at: 4),
            let count = reader.short(at: directory)
        else {
            self = .unreadable
            return
        }
        for entry in 0..<count {
            let offset = directory + 2 + entry * 12
            guard let tag = reader.short(at: offset), let type = reader.short(at: offset + 2),
                let values = reader.long(at: offset + 4)
            else {
                self = .unreadable
                return
            }
            guard tag == 274 else { continue }
            // A SHORT (3) by the standard; some writers use LONG (4) or SLONG (9). All stand in the entry itself.
            let value =
                switch type {
                case 3: reader.short(at: offset + 8)
                case 4, 9: reader.long(at: offset + 8)
                default: Int?.none
                }
            guard values == 1, let value, let orientation = Orientation(rawValue: value) else {
                self = .unreadable
                return
            }
            self = .orientation(orientation)
            return
        }
        self = .orientation(.upright)
    }
}
