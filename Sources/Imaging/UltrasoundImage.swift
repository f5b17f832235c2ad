/// A decoded picture as the metrics want it: luma, where there is colour, and what its file said.
package struct UltrasoundImage: Sendable {
    /// Y of BT.601 (`(77R + 150G + 29B) >> 8`, or the JPEG's own Y), after EXIF turning and over black where there was alpha.
    package let luma: GreyPlane
    /// Pixels that carry colour; nil when the file has no chromatic pixel.
    package let chroma: ChromaMask?
    /// What the file's header said.
    package let facts: ImageFacts
    /// The colour of what is dark, as far as it was looked at; nil where next to nothing has colour, and in changed pictures.
    package let blackTone: BlackTone?

    /// Joins the parts; both planes have the same shape.
    package init(luma: GreyPlane, chroma: ChromaMask?, facts: ImageFacts, blackTone: BlackTone? = nil) {
        self.luma = luma
        self.chroma = chroma
        self.facts = facts
        self.blackTone = blackTone
    }
}

/// Facts of an image file; the `image` object of the grade contract.
package struct ImageFacts: Sendable, Codable, Equatable {
    /// The kind told by the bytes.
    package var format: ImageFormat
    /// Columns after EXIF turning.
    package var width: Int
    /// Rows after EXIF turning.
    package var height: Int
    /// Frames in the file; the first is graded.
    package var frames: Int
    /// 1–100 by the nearest IJG quantisation tables; nil for lossless kinds.
    package var jpegQuality: Int?
    /// Harmless oddities met while decoding ("extraneous bytes after the image", "EXIF could not be read"), English, one clause each.
    package var notes: [String]
    /// Whether the file records how a camera exposed it.
    ///
    /// For the metrics of this run only: it is no part of the contract and is not kept.
    package var isCameraPicture = false

    enum CodingKeys: String, CodingKey {
        case format, width, height, frames, notes
        case jpegQuality = "jpeg_quality"
    }

    /// Collects the facts.
    package init(
        format: ImageFormat,
        width: Int,
        height: Int,
        frames: Int = 1,
        jpegQuality: Int? = nil,
        notes: [String] = []
    ) {
        self.format = format
        self.width = width
        self.height = height
        self.frames = frames
        self.jpegQuality = jpegQuality
        self.notes = notes
    }
}

/// The kinds of file that are decoded.
package enum ImageFormat: String, Sendable, Codable, CaseIterable {
    case png
    case jpeg
}
