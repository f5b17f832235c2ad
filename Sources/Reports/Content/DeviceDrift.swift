package import Grading

/// What a device shows differently than when its baseline was closed.
///
/// A matter for whoever keeps the device; it counts for no technician and no image.
package struct DeviceDrift: Sendable, Codable, Equatable {
    /// One metric that moved.
    package struct Metric: Sendable, Codable, Equatable {
        /// The metric's id.
        package var metric: String
        /// `watch` or `moved`.
        package var verdict: PopulationStability.Verdict
        /// Population stability index, rounded to 0.001.
        package var psi: Double
        /// The index that chance alone exceeds once in 10 000 times, rounded to 0.001.
        package var chance: Double
        /// Medians in the metric's unit.
        package var before: Double
        package var now: Double
        /// MADs in the metric's unit.
        package var madBefore: Double
        package var madNow: Double
        /// When the first image after the change was received; nil where there is no one clear moment.
        package var since: ReportTime?

        enum CodingKeys: String, CodingKey {
            case metric, verdict, psi, chance, before, now, since
            case madBefore = "mad_before"
            case madNow = "mad_now"
        }

        /// One metric's drift.
        package init(_ metric: String, _ drift: MetricDrift, since: ReportTime?) {
            self.metric = metric
            verdict = drift.stability.verdict
            psi = (drift.stability.index * 1000).rounded() / 1000
            chance = (drift.stability.chance * 1000).rounded() / 1000
            (before, now) = (drift.before.median, drift.now.median)
            (madBefore, madNow) = (drift.before.mad, drift.now.mad)
            self.since = since
        }
    }

    package var institution: String
    package var device: String
    /// nil where the clinic states none.
    package var preset: String?
    /// Section id.
    package var section: String
    /// Name of the snapshot that the images are held against.
    package var snapshot: String
    /// Ordinary images that the snapshot was made of.
    package var referenceImages: Int
    /// Ordinary images since.
    package var images: Int
    /// Farthest first; at least one.
    package var metrics: [Metric]

    enum CodingKeys: String, CodingKey {
        case institution, device, preset, section, snapshot, images, metrics
        case referenceImages = "reference_images"
    }

    /// One device's drift with a preset and a section.
    package init(
        institution: String,
        device: String,
        preset: String?,
        section: String,
        snapshot: String,
        referenceImages: Int,
        images: Int,
        metrics: [Metric]
    ) {
        self.institution = institution
        self.device = device
        self.preset = preset
        self.section = section
        self.snapshot = snapshot
        self.referenceImages = referenceImages
        self.images = images
        self.metrics = metrics.sorted { ($1.psi, $0.metric) < ($0.psi, $1.metric) }
    }

    /// Device and preset in one word.
    package var name: String { preset.map { "\(device) / \($0)" } ?? device }
}
