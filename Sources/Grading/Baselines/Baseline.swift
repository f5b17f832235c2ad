/// What one device, preset and section usually shows: median and MAD of each metric over its ordinary images.
///
/// Taken from one snapshot, so that the same bytes, rubric, program and snapshot give the same grade.
package struct Baseline: Sendable, Codable, Equatable {
    /// Fewest images whose median may replace a written limit (domain reference §1).
    package static let leastImages = 30
    /// Turns a MAD into the standard deviation of a normal distribution: 1 / Φ⁻¹(3/4).
    package static let deviationsPerMAD = 1.4826

    /// One metric's usual values.
    package struct Usual: Sendable, Codable, Equatable {
        /// Images that had a value.
        package var images: Int
        /// In the metric's unit.
        package var median: Double
        /// Median of the absolute distances from the median, in the metric's unit; 0 or more.
        package var mad: Double

        /// One metric's usual values.
        package init(images: Int, median: Double, mad: Double) {
            self.images = images
            self.median = median
            self.mad = mad
        }

        /// Median and MAD of values; nil where none is finite.
        ///
        /// Of an even number the two in the middle are averaged.
        package init?(of values: [Double]) {
            var sorted = values.filter(\.isFinite)
            guard !sorted.isEmpty else { return nil }
            sorted.sort()
            let median = Self.middle(of: sorted)
            self.init(
                images: sorted.count,
                median: median,
                mad: Self.middle(of: sorted.map { abs($0 - median) }.sorted())
            )
        }

        private static func middle(of sorted: [Double]) -> Double {
            let half = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
        }

    }

    /// The snapshot's name, unique in its home.
    package var snapshot: String
    /// Metric id → usual values.
    package var metrics: [String: Usual]
    /// Fewest images of a metric from which a limit is taken; `Baseline.leastImages` in every home.
    ///
    /// It does not go into a grade: only a trial by somebody's own pictures may ask for fewer, and says so.
    private let least: Int

    private enum CodingKeys: String, CodingKey { case snapshot, metrics }

    /// A baseline.
    package init(snapshot: String, metrics: [String: Usual], least: Int = Self.leastImages) {
        self.snapshot = snapshot
        self.metrics = metrics
        self.least = least
    }

    /// Reads the baseline that a grade keeps, of a home.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            snapshot: try fields.decode(String.self, forKey: .snapshot),
            metrics: try fields.decode([String: Usual].self, forKey: .metrics)
        )
    }

    /// A metric's usual values; nil where no limit may be taken from them.
    func usual(of metric: String) -> Usual? {
        guard let usual = metrics[metric], usual.images >= least, usual.median.isFinite, usual.mad.isFinite,
            usual.mad >= 0
        else { return nil }
        return usual
    }

    /// What a rubric asks of it; nil where that is nothing.
    func narrowed(to rubric: Rubric) -> Baseline? {
        let asked = Set(rubric.items.flatMap(\.criteria).filter { $0.baseline != nil }.map(\.metric))
        let kept = metrics.filter { asked.contains($0.key) && usual(of: $0.key) != nil }
        return kept.isEmpty ? nil : Baseline(snapshot: snapshot, metrics: kept, least: least)
    }
}
