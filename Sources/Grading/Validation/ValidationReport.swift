/// What `rubric validate` found: schema `sonograde.validation/1`.
///
/// Shares are 0–1. Absent values are absent keys.
package struct ValidationReport: Sendable, Codable, Equatable {
    /// A file that told nothing.
    package struct Unusable: Sendable, Codable, Equatable {
        package var path: String
        package var reason: String

        /// A file and why.
        package init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }

    /// What was said of untouched pictures.
    package struct Untouched: Sendable, Codable, Equatable {
        /// Readable pictures.
        package var count: Int
        /// How many have each level; those that are unsure have none.
        package var levels: [String: Int]
        package var unsure: Int
        /// How many an expert looks at, whatever the sampling draws.
        package var forExpert: Int
        /// Findings above `info`, and what made pictures unsure: on how many pictures.
        package var codes: [String: Int]

        enum CodingKeys: String, CodingKey {
            case levels, unsure, codes
            case count = "n"
            case forExpert = "for_expert"
        }
    }

    /// The same pixels as PNG and as JPEG of quality 95.
    package struct CodecPair: Sendable, Codable, Equatable {
        /// Pictures that were graded at least one way.
        package var count: Int
        /// Pictures graded one way and unsure the other.
        package var statusDiffers: Int
        /// Pictures whose scores lie within 2 points; those graded one way only do not.
        package var within2: Int
        /// Greatest difference of the scores; nil where no picture was graded both ways.
        package var greatest: Double?

        enum CodingKeys: String, CodingKey {
            case within2, greatest
            case count = "n"
            case statusDiffers = "status_differs"
        }
    }

    /// What becomes of untouched pictures that were graded when something changes that must not matter.
    package struct HarmlessRow: Sendable, Codable, Equatable {
        /// The change's id.
        package var change: String
        package var name: String
        /// Pictures that were graded before.
        package var count: Int
        /// Those whose score stays within 5 points; what becomes unsure does not.
        package var within5: Int
        /// Those that become unsure.
        package var unsure: Int
        /// Those that an expert looks at now and not before, the unsure among them.
        package var forExpert: Int

        enum CodingKeys: String, CodingKey {
            case change, name, within5, unsure
            case count = "n"
            case forExpert = "newly_for_expert"
        }
    }

    /// On which share of the spoiled pictures a code is told.
    package struct CodeShare: Sendable, Codable, Equatable {
        package var code: String
        package var share: Double
    }

    /// One fault at one strength.
    package struct AtStrength: Sendable, Codable, Equatable {
        /// 1 is the strength of rejection.
        package var strength: Double
        /// Chance that an untouched picture scores above a spoiled one; ties count half, unsure is below every score.
        package var area: Double?
        /// Its 95 % interval, resampled by picture.
        package var interval: ResampledInterval?
        /// Share named with a right code.
        package var named: Double
        /// Share named with a wrong code: one above `info` that is not right and that the untouched picture does not have.
        package var misnamed: Double
        /// The wrong codes, most frequent first.
        package var wrongCodes: [CodeShare]
        /// Share sent to an expert.
        package var forExpert: Double
        package var unsure: Double

        enum CodingKeys: String, CodingKey {
            case strength, interval, named, misnamed, unsure
            case area = "auc"
            case wrongCodes = "wrong_codes"
            case forExpert = "for_expert"
        }
    }

    /// One fault.
    package struct FaultRow: Sendable, Codable, Equatable {
        package var fault: String
        package var name: String
        /// What strength 1 is.
        package var rejectStrength: String
        /// Codes that count as right.
        package var codes: [String]
        /// Spoiled pictures at each strength.
        package var count: Int
        package var strengths: [AtStrength]
        /// Steps from one strength to the next, untouched first.
        package var steps: Int
        /// Steps on which the score did not rise.
        package var notRising: Int

        enum CodingKeys: String, CodingKey {
            case fault, name, codes, strengths, steps
            case count = "n"
            case rejectStrength = "reject_strength"
            case notRising = "not_rising"
        }
    }

    /// One device, preset and section whose pictures are judged beside each other.
    package struct BaselineGroup: Sendable, Codable, Equatable {
        /// Path of the folder that stands for the device.
        package var folder: String
        /// nil where nobody said one.
        package var section: String?
        /// Files of it.
        package var count: Int
        /// Those of them that a baseline may be made of, without copies.
        package var ordinary: Int

        enum CodingKeys: String, CodingKey {
            case folder, section, ordinary
            case count = "n"
        }
    }

    /// The same pictures by the written limits and beside a baseline.
    package struct BesideBaselines: Sendable, Codable, Equatable {
        /// Fewest other ordinary pictures that made a baseline; a home needs 30.
        package var least: Int
        package var groups: [BaselineGroup]
        /// Pictures with a baseline that faults were put into.
        package var spoiled: Int
        /// Untouched pictures with a baseline, judged beside it.
        package var untouched: Untouched
        /// The same pictures by the written limits.
        package var untouchedWritten: Untouched
        /// Beside the baseline.
        package var faults: [FaultRow]
        /// The same pictures by the written limits.
        package var faultsWritten: [FaultRow]

        enum CodingKeys: String, CodingKey {
            case least, groups, spoiled, untouched, faults
            case untouchedWritten = "untouched_written"
            case faultsWritten = "faults_written"
        }
    }

    package var schema = "sonograde.validation/1"
    package var program: String?
    package var seed: UInt64
    package var unusable: [Unusable]
    package var untouched: Untouched
    /// The same by path of the folder.
    package var folders: [String: Untouched]
    package var codecs: CodecPair
    /// One for each change that must not matter.
    package var harmless: [HarmlessRow]
    /// Pictures that faults were put into.
    package var spoiled: Int
    package var faults: [FaultRow]
    /// nil where it was not asked for.
    package var baselines: BesideBaselines?
    /// nil where no labels were given.
    package var labels: LabelAgreement?
}
