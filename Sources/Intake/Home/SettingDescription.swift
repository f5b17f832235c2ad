package import Grading
package import Imaging

/// One line of docs/settings.md: what a key means and what it may hold.
package struct SettingDescription: Sendable {
    /// The kinds of value.
    package enum Kind: Sendable {
        /// Seconds, or a number with `s`, `min`, `h`.
        case duration(ClosedRange<Double>)
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        /// Hexadecimal, exactly 64 digits.
        case secret
        case timezone
        case choice([String])
        /// One of the certificates' settings, which knows its own values.
        case certificate(CertificateSetting)
        /// A time of day such as `18:00`.
        case clock
    }

    /// Dotted key, such as `sampling.share`.
    package let key: String
    package let kind: Kind
    /// Unit as shown; empty where there is none.
    package let unit: String
    /// What it decides, one English sentence.
    package let meaning: String

    /// All settings in the order of the file.
    package static let all: [SettingDescription] =
        [
            .init(
                key: "settle",
                kind: .duration(0...3600),
                unit: "seconds",
                meaning: "An exam folder is taken when nothing in it has changed for this long."
            ),
            .init(
                key: "sweep",
                kind: .duration(1...3600),
                unit: "seconds",
                meaning:
                    "The inbox is listed at least this often; the only way on NFS and SMB, where notifications are lost."
            ),
            .init(
                key: "patience",
                kind: .duration(0...86400),
                unit: "seconds",
                meaning: "An image that ends early is waited for this long after its last change, then quarantined."
            ),
            .init(
                key: "late_days",
                kind: .integer(0...365),
                unit: "days",
                meaning: "A folder name without a date means the same exam for this long, then a new one."
            ),
            .init(
                key: "workers",
                kind: .integer(0...256),
                unit: "threads",
                meaning: "Images decoded and measured at the same time; 0 means one a core."
            ),
            .init(
                key: "limits.file_mib",
                kind: .integer(1...4096),
                unit: "MiB",
                meaning: "A larger file is quarantined as too_large."
            ),
            .init(
                key: "limits.megapixels",
                kind: .integer(1...1024),
                unit: "Mpixel (2^20)",
                meaning: "A picture with more pixels is quarantined as too_large."
            ),
            .init(
                key: "limits.decoding_mib",
                kind: .integer(8...8192),
                unit: "MiB",
                meaning: "A picture whose decoding would need more memory, by its header, is quarantined as too_large."
            ),
            .init(
                key: "limits.decoding_total_mib",
                kind: .integer(8...8192),
                unit: "MiB",
                meaning: "What all workers' decoding may need together; a larger picture waits and is decoded alone."
            ),
            .init(
                key: "sampling.share",
                kind: .number(0...1),
                unit: "",
                meaning: "Share of images that experts see whatever the first pass says."
            ),
            .init(
                key: "sampling.seed",
                kind: .secret,
                unit: "64 hexadecimal digits",
                meaning:
                    "Secret key of the draw, made by init. Who knows it can foresee the sample; keep it from the clinics."
            ),
            .init(
                key: "review.lease",
                kind: .duration(1...86400),
                unit: "seconds",
                meaning: "An expert holds a claimed image for this long; then others may take it."
            ),
            .init(
                key: "baseline.close",
                kind: .choice(BaselineSchedule.allCases.map(\.rawValue)),
                unit: "",
                meaning:
                    "When what devices usually show is worked out anew: Mondays, daily or on the 1st at 00:00; off: by command."
            ),
            .init(
                key: "baseline.window",
                kind: .integer(30...100_000),
                unit: "images",
                meaning: "Most ordinary images of a device, preset and section that count for it, the newest first."
            ),
            .init(
                key: "target.answered",
                kind: .duration(targetSeconds),
                unit: "seconds",
                meaning: "An exam should be answered by the machine this soon after it was received."
            ),
            .init(
                key: "target.critical",
                kind: .duration(targetSeconds),
                unit: "seconds",
                meaning: "An image with a critical finding should be read by an expert this soon after it was received."
            ),
            .init(
                key: "target.flagged",
                kind: .duration(targetSeconds),
                unit: "seconds",
                meaning: "Any other image that the first pass flags should be read this soon after it was received."
            ),
            .init(
                key: "target.sampled",
                kind: .duration(targetSeconds),
                unit: "seconds",
                meaning: "An image that only the random draw picked should be read this soon after it was received."
            ),
            .init(
                key: "target.reported",
                kind: .duration(targetSeconds),
                unit: "seconds",
                meaning: "A reading should be in the clinic's report this soon after it was made."
            ),
            .init(
                key: "night.from",
                kind: .clock,
                unit: "time of day",
                meaning: "From here on what is received counts as received by night in reports."
            ),
            .init(
                key: "night.until",
                kind: .clock,
                unit: "time of day",
                meaning: "Up to here, the next morning where it is earlier than night.from."
            ),
            .init(
                key: "reports.monthly",
                kind: .choice(["on", "off"]),
                unit: "",
                meaning: "Whether watch writes past months' reports to outbox/_reports; off: by report schedule alone."
            ),
            .init(
                key: "timezone",
                kind: .timezone,
                unit: "IANA name",
                meaning: "Decides which month an exam was received in, and how times are shown."
            ),
            .init(
                key: "language",
                kind: .choice(["zh", "en"]),
                unit: "",
                meaning: "Language of answers and commands where none is asked for."
            ),
        ] + CertificateSetting.descriptions

    /// One minute to sixty days.
    private static let targetSeconds = 60.0...5_184_000.0

    /// The value in force, written as the file would.
    package func value(in settings: Settings) -> String {
        if case .certificate(let setting) = kind { return setting.value(in: settings.certificates) }
        return switch key {
        case "settle": Self.seconds(settings.settleSeconds)
        case "sweep": Self.seconds(settings.sweepSeconds)
        case "patience": Self.seconds(settings.patienceSeconds)
        case "late_days": "\(settings.lateDays)"
        case "workers": "\(settings.workers)"
        case "limits.file_mib": "\(settings.limits.maxFileBytes >> 20)"
        case "limits.megapixels": "\(settings.limits.maxPixels >> 20)"
        case "limits.decoding_mib": "\(settings.limits.maxDecodingBytes >> 20)"
        case "limits.decoding_total_mib": "\(settings.decodingTotalBytes >> 20)"
        case "sampling.share": "\(settings.samplingShare)"
        case "sampling.seed": settings.samplingSeed.isEmpty ? "" : "(set)"
        case "review.lease": Self.seconds(settings.reviewLeaseSeconds)
        case "baseline.close": settings.baselineClosing.rawValue
        case "baseline.window": "\(settings.baselineWindow)"
        case "target.answered": Self.seconds(settings.targets.answered)
        case "target.critical": Self.seconds(settings.targets.critical)
        case "target.flagged": Self.seconds(settings.targets.flagged)
        case "target.sampled": Self.seconds(settings.targets.sampled)
        case "target.reported": Self.seconds(settings.targets.reported)
        // In quotes: some readers of YAML take 18:00 for a number to the base of sixty.
        case "night.from": "\"\(WaitingTargets.clock(settings.targets.nightFrom))\""
        case "night.until": "\"\(WaitingTargets.clock(settings.targets.nightUntil))\""
        case "reports.monthly": settings.writesMonthlyReports ? "on" : "off"
        case "timezone": settings.timezone
        case "language": settings.language.rawValue
        default: ""
        }
    }

    /// What the value may be, for people.
    package var allowed: String {
        switch kind {
        case .duration(let range):
            "\(Self.seconds(range.lowerBound)) to \(Self.seconds(range.upperBound)) seconds, or with s, min, h"
        case .integer(let range): "whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range): "number from \(range.lowerBound) to \(range.upperBound)"
        case .secret: "exactly 64 hexadecimal digits"
        case .timezone: "an IANA time zone name such as Asia/Shanghai"
        case .certificate(let setting): setting.allowed
        case .clock: "a time from \"00:00\" to \"23:59\""
        case .choice(let choices): choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
        }
    }

    private static func seconds(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
