/// Which duplicates are listed.
package struct DuplicateFilter: Sendable, Hashable {
    /// Institution as displayed, of either picture; nil for all.
    package var institution: String?
    /// Receipt of the exam of one of the pictures.
    package var from: Timestamp?
    /// The moment after the last.
    package var until: Timestamp?

    /// All duplicates unless narrowed.
    package init(institution: String? = nil, from: Timestamp? = nil, until: Timestamp? = nil) {
        self.institution = institution
        self.from = from
        self.until = until
    }
}

/// A stored picture and whose it is.
package struct PicturePlace: Sendable, Hashable {
    package var imageID: Int64
    package var institution: FileName
    package var examID: String
    package var folder: FileName
    /// When the exam was first received.
    package var receivedAt: Timestamp
    package var name: FileName
    /// 1 for the first bytes of that name, one more for each correction.
    package var version: Int
    package var sha256: String
    package var duplicate: DuplicateKind
}

/// Two images that show the same picture.
package struct DuplicatePair: Sendable, Hashable {
    /// The one of the earlier number.
    package var first: PicturePlace
    package var second: PicturePlace
    /// Whether the files are the same, byte by byte.
    package var isSameBytes: Bool
    /// Bits in which the fingerprints differ, 0–256; 0 for the same bytes.
    package var bits: Int
    /// Whether one is the other's mirror image.
    package var isMirrored: Bool
    /// How the two stand to each other; each alone may have a graver mark by a third picture.
    package var kind: DuplicateKind
}

/// A picture of the same patient that an image repeats.
package struct RepeatedPicture: Sendable, Hashable {
    package var name: FileName
    /// The exam that it belongs to; nil for the image's own.
    package var examID: String?
}
