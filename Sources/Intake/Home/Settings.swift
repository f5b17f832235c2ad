package import Grading
package import Imaging

/// Everything that a home's `sonograde.yaml` can say; docs/settings.md has the table.
package struct Settings: Sendable, Equatable {
    /// How long nothing in an exam folder may have changed before it is taken, in seconds.
    package var settleSeconds: Double = 10
    /// How often the inbox is listed whatever the notifications say, in seconds.
    package var sweepSeconds: Double = 15
    /// How long an image that ends early is waited for, in seconds after its last change.
    package var patienceSeconds: Double = 15 * 60
    /// For how many days a folder name without a date means the same exam.
    package var lateDays: Int = 7
    /// Decoding threads; 0 means one a core.
    package var workers: Int = 0
    /// What one file may cost.
    package var limits = DecodingLimits()
    /// Bytes that all decoding workers together may need.
    package var decodingTotalBytes: Int = 96 << 20
    /// Share of images that experts see whatever the first pass says, 0–1.
    package var samplingShare: Double = 0.10
    /// Secret key of the draw, 32 bytes.
    package var samplingSeed: [UInt8] = []
    /// How long an expert's claim on an image holds, in seconds.
    package var reviewLeaseSeconds: Double = 30 * 60
    /// When a snapshot of what devices usually show is closed.
    package var baselineClosing: BaselineSchedule = .weekly
    /// Most images of a device, preset and section that a snapshot counts, 30 or more.
    package var baselineWindow: Int = 300
    /// How long work may take, and when it is night.
    package var targets = WaitingTargets()
    /// Whether a watcher writes last month's reports into the outbox.
    package var writesMonthlyReports = true
    /// IANA name of the zone that decides which month an exam was received in.
    package var timezone: String = "Asia/Shanghai"
    /// What certificates are issued with.
    package var certificates = CertificateSettings()
    /// Language of answers and commands where none is asked for.
    package var language: Language = .zh

    /// The defaults, without a sampling seed.
    package init() {}
}
