/// What one metric is, in the words that docs/metrics.md is made of.
package struct MetricDescription: Sendable, Equatable {
    /// Which way a picture gets worse.
    package enum Direction: String, Sendable, CaseIterable {
        /// Small values are defects.
        case higherIsBetter = "higher is better"
        /// Large values are defects.
        case lowerIsBetter = "lower is better"
        /// Both ends are defects.
        case band = "a band is good; both ends are defects"
        /// Says something of the picture, nothing of its quality.
        case neutral = "neither; describes the picture"
    }

    /// Where the numbers come from.
    package enum Input: String, Sendable, CaseIterable {
        /// The straightened scan area, valid samples only.
        case polarView = "polar view, valid samples"
        /// 32 × 32 windows of the luma plane that lie whole inside the mask.
        case nativeWindows = "32 × 32 windows of the luma plane inside the mask"
        /// Rows of the luma plane inside the mask.
        case nativeRows = "luma plane inside the mask"
        /// The file's header.
        case header = "file header"
        /// Outline and colour mask.
        case area = "scan area and colour mask"
    }

    /// Id of the contract: family, dot, name (`gain.p50`).
    package let id: String
    /// What it measures, one sentence.
    package let measures: String
    /// Unit in words: grey (one of 255), %, bit, ratio.
    package let unit: String
    /// Which way is worse.
    package let direction: Direction
    /// Every value lies in this closed range.
    package let range: ClosedRange<Double>
    /// What it is computed from.
    package let input: Input
    /// The formula in words.
    package let formula: String
    /// When there is no value, and what misleads it.
    package let failure: String
    /// Paper, standard or section of the domain reference.
    package let source: String

    /// Whether its values are log odds of a fault, a number that means nothing by itself to somebody at the machine.
    package var isLogOdds: Bool { unit == "log odds" }
}
