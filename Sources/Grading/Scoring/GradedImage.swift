package import Imaging

/// One image's result: the JSON object of the contract, schema `sonograde.grade/1`.
///
/// `status` decides what is there: `graded` has score, level and items; `unsure` and `unreadable` have none of
/// them; `unreadable` has `error` and nothing measured. Absent values are absent keys, never null.
package struct GradedImage: Sendable, Codable, Equatable {
    /// Whether a grade could be given.
    package enum Status: String, Sendable, Codable, CaseIterable {
        case graded, unsure, unreadable
    }

    /// The contract's name and version.
    package static let schemaID = "sonograde.grade/1"

    package var schema = Self.schemaID
    /// The path as the user gave it joined with the rest; names that are not UTF-8 are shown as GB18030.
    package var path: String
    /// Base64 of the raw path bytes; only where they are not UTF-8.
    package var pathRaw: String?
    /// SHA-256 of the file's bytes, hexadecimal; nil when the file could not be read to its end.
    package var sha256: String?
    package var status: Status
    /// Section id or the clinic's own label; nil when unknown.
    package var section: String?
    /// What the file's header said; nil when that could not be read.
    package var image: ImageFacts?
    package var scanArea: ScanAreaSummary?
    /// Metric id → value, rounded to 4 decimals.
    package var metrics: [String: Double]?
    /// 0–100, rounded to 0.1.
    package var score: Double?
    package var level: Level?
    package var items: [ItemScore]?
    package var findings: [Finding]
    package var triage: Triage
    package var rubric: RubricReference?
    /// Version of the program that graded.
    package var program: String?
    /// What the device usually shows of the metrics that the rubric relates to it, so that the grade can be recomputed
    /// from itself; nil where only written limits held.
    package var baseline: Baseline?
    /// Only for `unreadable`.
    package var error: ImagingError?
    /// Where findings are, for drawing.
    package var marks: [Mark]?
    /// The scan area's outline, for drawing.
    package var outline: [PixelPoint]?

    enum CodingKeys: String, CodingKey {
        case schema, path, sha256, status, section, image, metrics, score, level, items, findings, triage, rubric
        case program, baseline, error, marks, outline
        case pathRaw = "path_raw"
        case scanArea = "scan_area"
    }

    /// Joins the parts; what does not apply stays nil.
    package init(
        path: String,
        pathRaw: String? = nil,
        sha256: String? = nil,
        status: Status,
        section: String? = nil,
        image: ImageFacts? = nil,
        scanArea: ScanAreaSummary? = nil,
        metrics: [String: Double]? = nil,
        score: Double? = nil,
        level: Level? = nil,
        items: [ItemScore]? = nil,
        findings: [Finding] = [],
        triage: Triage,
        rubric: RubricReference? = nil,
        program: String? = nil,
        baseline: Baseline? = nil,
        error: ImagingError? = nil,
        marks: [Mark]? = nil,
        outline: [PixelPoint]? = nil
    ) {
        self.path = path
        self.pathRaw = pathRaw
        self.sha256 = sha256
        self.status = status
        self.section = section
        self.image = image
        self.scanArea = scanArea
        self.metrics = metrics
        self.score = score
        self.level = level
        self.items = items
        self.findings = findings
        self.triage = triage
        self.rubric = rubric
        self.program = program
        self.baseline = baseline
        self.error = error
        self.marks = marks
        self.outline = outline
    }
}

/// The scan area as the contract shows it.
package struct ScanAreaSummary: Sendable, Codable, Equatable {
    package var shape: ScanArea.Shape
    package var box: PixelBox
    /// 0–1, rounded to 0.01.
    package var confidence: Double

    /// The public part of a scan area.
    package init(shape: ScanArea.Shape, box: PixelBox, confidence: Double) {
        self.shape = shape
        self.box = box
        self.confidence = confidence
    }
}

/// A level by score: A 甲 ≥ 90 > B 乙 ≥ 80 > C 丙 ≥ 60 > D 不合格 (limits are the rubric's).
package enum Level: String, Sendable, Codable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"

    /// A is the best, so D < C < B < A.
    package static func < (left: Level, right: Level) -> Bool { left.rawValue > right.rawValue }
}

/// One weighted part of the score.
package struct ItemScore: Sendable, Codable, Equatable {
    /// The rubric item's id.
    package var id: String
    /// Its weight before renormalising over what applies.
    package var weight: Double
    /// 0–1.
    package var score: Double

    /// One item's result.
    package init(id: String, weight: Double, score: Double) {
        self.id = id
        self.weight = weight
        self.score = score
    }
}

/// How grave a finding is.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    case info, minor, major, critical

    /// info < minor < major < critical.
    package static func < (left: Severity, right: Severity) -> Bool {
        Self.allCases.firstIndex(of: left).unsafelyUnwrapped < Self.allCases.firstIndex(of: right).unsafelyUnwrapped
    }
}

/// One thing found on an image.
package struct Finding: Sendable, Codable, Equatable {
    /// Where a limit comes from.
    package enum LimitOrigin: Sendable, Codable, Equatable {
        /// The rubric's own number.
        case absolute
        /// The named snapshot of a device's baseline.
        case baseline(snapshot: String)

        /// Reads `absolute` or `baseline:SNAPSHOT`.
        package init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            self = text.hasPrefix("baseline:") ? .baseline(snapshot: String(text.dropFirst(9))) : .absolute
        }

        /// Writes `absolute` or `baseline:SNAPSHOT`.
        package func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .absolute: try single.encode("absolute")
            case .baseline(let snapshot): try single.encode("baseline:\(snapshot)")
            }
        }
    }

    /// Code of the taxonomy (domain reference §3.3), such as `GAIN_HIGH`.
    package var code: String
    package var severity: Severity
    /// Metric id; nil for findings that no metric made (a duplicate, an unknown layout).
    package var metric: String?
    package var value: Double?
    /// The limit that was passed.
    package var limit: Double?
    /// The limit within which it would have been good: the warn limit; nil in older grades.
    package var target: Double?
    package var limitOrigin: LimitOrigin?
    /// Points of the 100 that it cost; 0 where it only flags.
    package var deduction: Double
    /// What to do about it, in the language asked for; nil where the rubric has none.
    package var advice: String?

    enum CodingKeys: String, CodingKey {
        case code, severity, metric, value, limit, target, deduction, advice
        case limitOrigin = "limit_origin"
    }

    /// A finding.
    package init(
        code: String,
        severity: Severity,
        metric: String? = nil,
        value: Double? = nil,
        limit: Double? = nil,
        target: Double? = nil,
        limitOrigin: LimitOrigin? = nil,
        deduction: Double = 0,
        advice: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.metric = metric
        self.value = value
        self.limit = limit
        self.target = target
        self.limitOrigin = limitOrigin
        self.deduction = deduction
        self.advice = advice
    }
}

/// Where an image goes next.
package struct Triage: Sendable, Codable, Equatable {
    /// The two ways.
    package enum Route: String, Sendable, Codable, CaseIterable { case pass, review }

    package var route: Route
    /// Why an expert looks: finding codes, `level_D`, `score_low`, `unsure`, `unreadable`, `sampled`.
    package var reasons: [String]
    /// Probability with which the image would have come to an expert: 1 when flagged, the sampling share otherwise.
    ///
    /// Only in a home, where a draw takes place.
    package var inclusionProbability: Double?

    enum CodingKeys: String, CodingKey {
        case route, reasons
        case inclusionProbability = "inclusion_probability"
    }

    /// A route with its reasons.
    package init(route: Route, reasons: [String], inclusionProbability: Double? = nil) {
        self.route = route
        self.reasons = reasons
        self.inclusionProbability = inclusionProbability
    }
}

/// Which rubric judged.
package struct RubricReference: Sendable, Codable, Equatable, Hashable {
    package var id: String
    package var version: String
    /// SHA-256 of the rubric file's bytes, hexadecimal.
    package var sha256: String

    /// A reference.
    package init(id: String, version: String, sha256: String) {
        self.id = id
        self.version = version
        self.sha256 = sha256
    }
}
