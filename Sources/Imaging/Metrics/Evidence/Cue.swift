/// One number of the evidence that speaks for or against a fault; what the log odds are added up from.
package struct Cue: Sendable {
    /// A name of one or two words, for tables of coefficients.
    package let id: String
    /// What it is, in words that fit into a formula.
    package let words: String
    /// How the words' terms are worked out, a sentence or two each; empty where the words say all.
    let definitions: [String]
    /// Whether it speaks of a part of the depth.
    let isOfDepthParts: Bool
    /// Reads it; nil where it cannot be told.
    package let value: @Sendable (MetricEvidence) -> Double?

    private init(
        _ id: String,
        _ words: String,
        _ definitions: [String] = [],
        isOfDepthParts: Bool = false,
        _ value: @escaping @Sendable (MetricEvidence) -> Double?
    ) {
        self.id = id
        self.words = words
        self.definitions = definitions
        self.isOfDepthParts = isOfDepthParts
        self.value = value
    }

    private static func part(
        _ id: String,
        _ words: String,
        _ value: @escaping @Sendable (DepthParts) -> Double
    ) -> Cue {
        Cue(id, words, isOfDepthParts: true) { $0.parts.map(value) }
    }

    /// All of them, for learning coefficients.
    package static let all: [Cue] = [
        whiteShare, entropy, brightBlocks, tissueDeviation, relativeDeviation, parting, deepEdge, darkTail, shadedShare,
        quietest, uncorrelated, skinBlack, skinHigh, middleHigh, farLow, farHigh, farBlack, bottomBlack,
        farDeviation, farMiddle, bottomMiddle, farTop, nearMiddle, skinMiddle, nearTop, farNearRatio,
        farMiddleRatio, nearMiddleRatio, bottomRatio, bottomMiddleRatio, skinMiddleRatio, bottomMiddleLow,
        skinMiddleLow,
        bottomFar, bandContrast, bandDeviation, bandRatio, bandDarkest,
        bandEvenness, bandWidth, bandGrain, bandBright,
    ]

    // Of the whole picture.
    static let whiteShare = Cue("white", "share of samples within 2 grey of white") {
        $0.polar.histogram.share(atLeast: $0.levels.white - 2)
    }
    static let entropy = Cue("entropy", "entropy of the histogram in bits") { $0.polar.histogram.entropy }
    static let brightBlocks = Cue("bright", "75th percentile of the means of all blocks") {
        quantile($0.tissue.means, 0.75).map(Double.init)
    }
    static let tissueDeviation = Cue("deviation", "median standard deviation within tissue blocks") {
        median($0.tissue.tissueDeviations).map(Double.init)
    }
    static let relativeDeviation = Cue(
        "relative",
        "median, over tissue blocks, of standard deviation over mean (over black, at least 2)"
    ) { evidence in
        let black = Float(evidence.levels.black)
        let tissue = evidence.tissue
        return median(zip(tissue.tissueDeviations, tissue.tissueMeans).map { $0 / max(2, $1 - black) }).map(Double.init)
    }

    // Along scan lines.
    private static let usualBrightness =
        "Usual brightness of a band (1/32 of the depth): 70th percentile of its lines' means, over black."
    private static let step =
        "Step at line j: mean of lines j + 2 to j + 5 less that of j − 6 to j − 3 in a band, over its usual brightness (at "
        + "least 12 grey)."
    static let parting = Cue(
        "parting",
        "natural logarithm of the largest mean step between scan lines over that of the median line (plus 0.03)",
        [usualBrightness, step, "Mean step: its size, 1 at most, over the bands."]
    ) { $0.edges.map { naturalLogarithm($0.parting) } }
    static let deepEdge = Cue(
        "deep-edge",
        "steepest step from one scan line to the next that 75 % of the bands of the lower half reach in one direction",
        [usualBrightness, step]
    ) { $0.edges?.deep }
    static let darkTail = Cue(
        "tail",
        "mean, over the lines, of the share of the depth that is dark from the bottom up",
        [usualBrightness, "Dark: under 35 % of it; two brighter bands in a row end the dark."]
    ) { $0.edges?.darkTail }
    static let shadedShare = Cue(
        "shaded",
        "share of the columns of lines in shadows with two sides (shadow.sides, as a share, 0.3 at most; 0 where it is absent)"
    ) { min(0.3, $0.shaded?.share ?? 0) }
    static let quietest = Cue(
        "quiet",
        "least roughness that a column and its neighbour both keep under, over the median column's (at least 2 grey)",
        ["Column: 8 lines. Roughness: standard deviation of the steps of its block means from band to band."]
    ) { $0.texture?.quietest }
    static let uncorrelated = Cue(
        "uncorrelated",
        "natural logarithm of the least column's correlation over the median one's (at least 0.1; 0.05 at least)",
        [
            "Correlation of a column: median over its blocks of 1 − D(1) ÷ D(4), D(n) the mean squared difference of samples n "
                + "lines apart."
        ]
    ) { $0.texture.map { naturalLogarithm($0.leastCorrelation) } }

    private static func naturalLogarithm(_ value: Double) -> Double {
        Double(PortableMath.log2(Float(max(0.02, value)))) * 0.693_147_180_559_945_3
    }

    // By depth.
    static let skinBlack = part("skin-black", "black share of the skin part") { $0.skin.blackShare }
    static let skinHigh = part("skin-high", "90th percentile of the skin part") { $0.skin.high }
    static let middleHigh = part("middle-high", "90th percentile of the middle part") { $0.middle.high }
    static let farLow = part("far-low", "10th percentile of the far part") { $0.far.low }
    static let farHigh = part("far-high", "90th percentile of the far part") { $0.far.high }
    static let farBlack = part("far-black", "black share of the far part") { $0.far.blackShare }
    static let bottomBlack = part("bottom-black", "black share of the bottom part") { $0.bottom.blackShare }
    /// From a twentieth of the blocks on it is certain that the compensation, or a shadow, cuts off what is there.
    static let farCut = Cue(
        "far-cut",
        "whether the far part is cut off at black",
        [
            "Cut off: share of its half-valid 8 × 8 blocks of which a quarter of the samples are at black, over 0.05, at most 1."
        ]
    ) { min(0.05, $0.blackened.share($0.polar, bands: 21..<31) ?? 0) / 0.05 }
    static let farDeviation = part("far-deviation", "far less middle standard deviation") {
        $0.far.deviation - $0.middle.deviation
    }
    static let farMiddle = part("far-middle", "far less middle median") { $0.far.middle - $0.middle.middle }
    static let bottomMiddle = part("bottom-middle", "bottom less middle median") { $0.bottom.middle - $0.middle.middle }
    static let farTop = part("far-top", "far less middle 90th percentile") { $0.far.high - $0.middle.high }
    static let nearMiddle = part("near-middle", "near less middle median") { $0.near.middle - $0.middle.middle }
    static let skinMiddle = part("skin-middle", "skin less middle median") { $0.skin.middle - $0.middle.middle }
    static let nearTop = part("near-top", "near less middle 90th percentile") { $0.near.high - $0.middle.high }
    static let farNearRatio = part("far-near-ratio", "far less near logarithm of deviation over mean") {
        $0.far.relativeDeviation - $0.near.relativeDeviation
    }
    static let farMiddleRatio = part("far-middle-ratio", "far less middle logarithm of deviation over mean") {
        $0.far.relativeDeviation - $0.middle.relativeDeviation
    }
    static let nearMiddleRatio = part("near-middle-ratio", "near less middle logarithm of deviation over mean") {
        $0.near.relativeDeviation - $0.middle.relativeDeviation
    }
    static let bottomRatio = part("bottom-ratio", "logarithm of deviation over mean in the bottom part") {
        $0.bottom.relativeDeviation
    }
    // Smearing takes deviation from all depths alike, so what one part has less than the middle tells more than what it has.
    static let bottomMiddleRatio = part("bottom-middle-ratio", "bottom less middle logarithm of deviation over mean") {
        $0.bottom.relativeDeviation - $0.middle.relativeDeviation
    }
    static let skinMiddleRatio = part("skin-middle-ratio", "skin less middle logarithm of deviation over mean") {
        $0.skin.relativeDeviation - $0.middle.relativeDeviation
    }
    // Grey that is added lifts fluid and shadow too.
    static let bottomMiddleLow = part("bottom-middle-low", "bottom less middle 10th percentile") {
        $0.bottom.low - $0.middle.low
    }
    static let skinMiddleLow = part("skin-middle-low", "skin less middle 10th percentile") {
        $0.skin.low - $0.middle.low
    }
    static let bottomFar = part("bottom-far", "bottom less far median") { $0.bottom.middle - $0.far.middle }

    // Of one slider.
    private static let bandDefinition =
        "Band: at each depth from 20 to 80 %, along the scan lines and in rows, a raised cosine of 6, 10 or 15 % of the depth is "
        + "fitted to each column of blocks with a constant, by least squares; its amplitude is the column's contrast, of grey, "
        + "of the base-2 logarithm of grey or of that of the deviation, and the median over the columns the band's. The band "
        + "with the highest odds counts."
    static let bandContrast = band("band-contrast", "natural logarithm of the band's contrast in grey plus 1") {
        $0.contrast
    }
    static let bandDeviation = band("band-deviation", "contrast of the base-2 logarithm of deviation") { $0.deviation }
    static let bandRatio = band("band-ratio", "contrast of the base-2 logarithm of grey (at least 4)") { $0.ratio }
    static let bandDarkest = band(
        "band-darkest",
        "contrast of the darkest third of the columns over that of all"
    ) { $0.darkest }
    static let bandEvenness = band(
        "band-evenness",
        "20th percentile of the columns' contrasts over their median"
    ) { $0.evenness }
    static let bandWidth = band("band-width", "number of its width (0: 6 %, 1: 10 %, 2: 15 % of the depth)") {
        $0.width
    }
    static let bandGrain = band("band-grain", "median base-2 logarithm of deviation in its middle") { $0.grain }

    static let bandBright = band("band-bright", "1 where it is brighter than what lies above and below, else 0") {
        $0.isBright ? 1 : 0
    }

    static let bandBlack = Cue(
        "band-black",
        "black share of the band where it is dark, else 0",
        [
            bandDefinition,
            "Black share: median over the columns of the share of black samples in its middle two fifths.",
        ]
    ) { evidence in
        evidence.band.map { $0.isBright ? 0 : $0.blackShare(in: evidence.input, black: evidence.levels.black) }
    }

    private static func band(
        _ id: String,
        _ words: String,
        _ value: @escaping @Sendable (HorizontalBand) -> Double
    ) -> Cue {
        Cue(id, words, [bandDefinition]) { $0.band.map(value) }
    }
}
