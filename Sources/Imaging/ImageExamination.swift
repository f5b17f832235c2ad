/// All that Imaging says of one picture: a value, without pixels.
package struct ImageExamination: Sendable, Codable, Equatable {
    /// What the file said.
    package var facts: ImageFacts
    /// Where the ultrasound is; nil when none was found.
    package var scanArea: ScanArea?
    /// What the metrics measured; empty when there is no scan area to measure.
    package var measurements: Measurements
    /// What was recognised about the picture as a whole.
    package var conditions: Set<Condition>
    /// How bright each scan line is next to the transducer; nil where that could not be measured.
    package var nearProfile: NearProfile?
    /// By what the picture is known again; nil where it was not taken, or there is too little to know it by.
    package var fingerprint: PictureFingerprint?

    /// Joins the parts.
    package init(
        facts: ImageFacts,
        scanArea: ScanArea?,
        measurements: Measurements = Measurements(),
        conditions: Set<Condition> = [],
        nearProfile: NearProfile? = nil,
        fingerprint: PictureFingerprint? = nil
    ) {
        self.facts = facts
        self.scanArea = scanArea
        self.measurements = measurements
        self.conditions = conditions
        self.nearProfile = nearProfile
        self.fingerprint = fingerprint
    }
}

/// A property of the whole picture that decides whether and how it is graded.
///
/// The raw values are finding codes of the contract.
package enum Condition: String, Sendable, Codable, CaseIterable {
    /// No ultrasound in it: a photo, a drawing, a document. → `unsure`.
    case notUltrasound = "NOT_ULTRASOUND"
    /// One value all over (standard deviation below 4). → graded, D.
    case blank = "BLANK"
    /// Probe in air: reverberation near the face, nothing below; without a scan area where nothing else is drawn. → graded, D.
    case inAir = "IN_AIR"
    /// The scan area could not be found surely. → `unsure`.
    case geometryUncertain = "GEOM_UNCERTAIN"
    /// Width or height under 64 pixels. → `unsure`.
    case tooSmall = "TOO_SMALL"
    /// Two B-mode parts side by side; the left one was measured.
    case dualLayout = "LAYOUT_DUAL"
    /// Four parts. → `unsure`.
    case quadLayout = "LAYOUT_QUAD"
    /// Two or more above each other. → `unsure`.
    case stackedLayout = "LAYOUT_STACK"
    /// Spectral Doppler or M-mode strip. → `unsure`.
    case spectralLayout = "LAYOUT_SPECTRAL"
    /// A rendered surface. → `unsure`.
    case render3D = "LAYOUT_3D"
}
