/// A fault of technique that is put into the pixels of a real picture, to learn what the first pass makes of it.
///
/// Strength 0 is the untouched picture and 1 the strength at which a person would reject it; above 1 it goes on growing.
/// The same picture, area, strength, shape and seed give the same pixels. What is drawn within the scan area leaves every
/// other pixel as it was; compression, resizing, stretching and the photo of a screen change the whole picture, as they do
/// in the world. Nothing here calls a metric or shares one's assumptions: every fault comes in several shapes, in rows
/// and columns of the picture as well as along scan lines.
package struct InjectedFault: Sendable, Identifiable {
    /// One way in which the fault appears.
    package struct Shape: Sendable, Identifiable {
        /// Word for tables and JSON, lower case, unique within the fault.
        package let id: String
        /// Puts the fault into a picture; the strength is above 0 and finite.
        let apply: @Sendable (FaultSite, Double, UInt64) throws(ImagingError) -> UltrasoundImage

        init(
            _ id: String,
            _ apply: @escaping @Sendable (FaultSite, Double, UInt64) throws(ImagingError) -> UltrasoundImage
        ) {
            self.id = id
            self.apply = apply
        }
    }

    /// Greatest strength that is drawn; a greater one is taken for it.
    package static let greatestStrength = 4.0

    /// Word for tables and JSON, lower case with underscores.
    package let id: String
    /// What it is, in a few English words.
    package let name: String
    /// What strength 1 is, in a few English words.
    package let rejectStrength: String
    /// Finding codes that name it rightly.
    package let codes: Set<String>
    /// The ways in which it appears; at least one.
    package let shapes: [Shape]

    /// Every fault, in the order of the tables.
    package static let all: [InjectedFault] = [
        overGain, underGain, depthRamp, depthBand, lostContact, shadow, lowContrast, saturation, blur, upscaledCopy,
        enlarged, noise, fewLevels, compression, stretched, screenPhoto,
    ]

    /// Puts the fault into a picture.
    ///
    /// - Parameters:
    ///   - site: The untouched picture and its scan area.
    ///   - strength: From 0 (untouched) over 1 (to be rejected); what is not finite or below 0 counts as 0.
    ///   - shape: One of `shapes`.
    ///   - seed: Seed of what is random in it.
    /// - Returns: The spoiled picture; its facts are those of the file that it would be stored in.
    /// - Throws: What a codec throws, for faults that encode.
    package func inject(
        into site: FaultSite,
        strength: Double,
        shape: Shape,
        seed: UInt64
    ) throws(ImagingError) -> UltrasoundImage {
        guard strength.isFinite, strength > 0 else { return site.image }
        return try shape.apply(site, min(strength, Self.greatestStrength), seed)
    }

    /// Puts the fault into one picture within its scan area; throws `decoderFailed` when the outline holds no pixel.
    package func inject(
        into image: UltrasoundImage,
        area: ScanArea,
        strength: Double,
        shape: Shape,
        seed: UInt64
    ) throws(ImagingError) -> UltrasoundImage {
        guard let site = FaultSite(image: image, area: area) else {
            throw ImagingError(code: .decoderFailed, message: "the scan area encloses no pixel")
        }
        return try inject(into: site, strength: strength, shape: shape, seed: seed)
    }
}
