/// By which numbers training is proposed (domain reference §3.3).
package struct TrainingPlanRules: Sendable, Hashable {
    /// How many codes are proposed at most for their rate, and as many for their rows of exams.
    package var mostCodes: Int
    /// On how many images a code has to be, to be proposed for its rate: where the median is 0, one image lies above it.
    package var leastFound: Int
    /// In how many consecutive exams of a technician a code has to be, to be proposed whatever its rate.
    package var leastRun: Int
    /// Below this many images nobody's rate is compared, and nobody's enters the median (domain reference §4.8).
    package var leastImages: Int
    /// Fewer rates than this have no median that anybody could be compared with.
    package var leastPeers: Int

    /// Three codes, on three images, three exams in a row, twenty images, three peers.
    package static let usual = TrainingPlanRules(
        mostCodes: 3,
        leastFound: 3,
        leastRun: 3,
        leastImages: 20,
        leastPeers: 3
    )

    /// Rules of a plan.
    package init(mostCodes: Int, leastFound: Int, leastRun: Int, leastImages: Int, leastPeers: Int) {
        self.mostCodes = mostCodes
        self.leastFound = leastFound
        self.leastRun = leastRun
        self.leastImages = leastImages
        self.leastPeers = leastPeers
    }
}

/// A finding that somebody should be trained for, and why.
package struct TrainingNeed: Sendable, Equatable {
    package var code: String
    /// Images with it.
    package var images: Int
    /// Images that were looked at: those since the last completed course on the code's topic.
    package var examined: Int
    /// The course since which images count; nil where none on the topic was completed, and of an institution.
    package var since: CompletedCourse?
    /// 95 % by Wilson.
    package var interval: ShareInterval
    /// The median of the peers' rates, 0–1; nil where too few peers have enough images that count.
    package var median: Double?
    /// Whether the interval lies above the median and the code is one of the most frequent ones of that kind.
    package var isFrequent: Bool
    /// The exams of a technician's longest row of consecutive ones with it, where that is long enough; else empty.
    package var run: [String]
    /// How often such a row would come about among as many exams of somebody with the network's median share of exams with
    /// the code, 0–1; nil without a row, and where there are too few peers.
    ///
    /// See `RunChance`.
    package var runByChance: Double?

    /// Share of images with it, 0–1.
    package var share: Double { Double(images) / Double(examined) }
}

/// What one technician, or one institution as a whole, should be trained for.
package struct TrainingPlan: Sendable, Equatable {
    /// How often a code was found.
    package struct Count: Sendable, Hashable {
        package var code: String
        package var images: Int
    }

    package var institution: String
    /// nil for an institution as a whole.
    package var technician: String?
    package var exams: Int
    package var images: Int
    /// All findings that training mends, most frequent first: the bars of a Pareto diagram.
    package var counts: [Count]
    /// What is proposed: first for the rate, by the number of images, then for rows of exams, the longest first.
    package var needs: [TrainingNeed]
    /// Findings that speak of the device; they are for its service, not for training.
    package var equipment: [Count]
    /// Whether there are enough images to compare rates at all.
    package var hasEnoughImages: Bool
    /// Whether there are enough peers to compare with.
    package var hasPeers: Bool
    /// What the technician was taught lately, and what was found since, by topic; empty for an institution.
    package var taught: [TaughtTopic]

    /// What to teach, in the order of the needs.
    package var topics: [TrainingTopic] {
        var topics: [TrainingTopic] = []
        for need in needs {
            if let topic = TrainingTopic.mending(need.code), !topics.contains(topic) { topics.append(topic) }
        }
        return topics
    }
}

/// A topic that so many of an institution's technicians need that a class there is worth it.
package struct ClassProposal: Sendable, Equatable {
    package var institution: String
    package var topic: TrainingTopic
    /// Codes of those who need it.
    package var technicians: [String]
    /// How many technicians of the institution were looked at.
    package var considered: Int
}

/// Proposes training.
package enum TrainingPlanner {
    /// The plan of each history, in the same order.
    ///
    /// A code is proposed where the lower end of its Wilson interval lies above the median of all histories' rates, for
    /// the most frequent of such codes, or where it was found in enough consecutive exams of a technician's; exams of
    /// several people in a row say nothing. What was found before the end of a completed course on a code's topic counts
    /// neither for its rate, nor for the median, nor for a row. All histories must be of one kind: technicians, or
    /// institutions.
    package static func plans(_ histories: [FindingHistory], rules: TrainingPlanRules = .usual) -> [TrainingPlan] {
        let tallies = histories.map { Tally($0) }
        let hasPeers = histories.count { $0.images >= rules.leastImages } >= rules.leastPeers
        let levels = hasPeers ? levels(of: tallies, rules: rules) : [:]
        return tallies.map { plan(of: $0, levels: levels, hasPeers: hasPeers, rules: rules) }
    }

    /// A history with what is counted of it.
    private struct Tally {
        let history: FindingHistory
        let counts: [String: Int]
        /// Images and exams that count, of topics where these are not all.
        private let settled: [String: (images: Int, exams: Int)]

        init(_ history: FindingHistory) {
            self.history = history
            counts = history.counts
            var settled: [String: (images: Int, exams: Int)] = [:]
            for topic in history.exams.reduce(into: Set<String>(), { $0.formUnion($1.settledTopics) }) {
                let exams = history.exams(countingFor: topic)
                settled[topic] = (exams.reduce(0) { $0 + $1.images }, exams.count)
            }
            self.settled = settled
        }

        /// How many images and exams count for a topic.
        func size(_ topic: String?) -> (images: Int, exams: Int) {
            topic.flatMap { settled[$0] } ?? (history.images, history.exams.count)
        }
    }

    /// What is usual in the network: the median share of images with a code, and of exams with it.
    private struct Level {
        var images: Double
        var exams: Double
    }

    /// The level of each code that was found; those of which too few histories hold enough images have none.
    private static func levels(of tallies: [Tally], rules: TrainingPlanRules) -> [String: Level] {
        var levels: [String: Level] = [:]
        for code in tallies.reduce(into: Set<String>(), { $0.formUnion($1.counts.keys) }) {
            let topic = TrainingTopic.mending(code)?.id
            let peers = tallies.filter { $0.size(topic).images >= rules.leastImages }
            guard peers.count >= rules.leastPeers else { continue }
            levels[code] = Level(
                images: median(peers.map { Double($0.counts[code] ?? 0) / Double($0.size(topic).images) }),
                exams: median(
                    peers.map { peer in
                        guard peer.counts[code] != nil else { return 0 }
                        let exams = peer.history.exams(countingFor: topic).count { $0.count(code) > 0 }
                        return Double(exams) / Double(peer.size(topic).exams)
                    }
                )
            )
        }
        return levels
    }

    private static func plan(
        of tally: Tally,
        levels: [String: Level],
        hasPeers: Bool,
        rules: TrainingPlanRules
    ) -> TrainingPlan {
        let history = tally.history
        let images = history.images
        let counts = tally.counts.map { TrainingPlan.Count(code: $0.key, images: $0.value) }
            .sorted { ($1.images, $0.code) < ($0.images, $1.code) }
        let taught = counts.filter { TrainingTopic.mending($0.code) != nil }
        let all = taught.compactMap { count -> TrainingNeed? in
            let topic = TrainingTopic.mending(count.code)?.id
            let size = tally.size(topic)
            guard let interval = ShareInterval(wilson: count.images, of: size.images) else { return nil }
            let longest = history.technician == nil ? [] : history.longestRun(of: count.code)
            let run = longest.count >= rules.leastRun ? longest : []
            let level = levels[count.code]
            return TrainingNeed(
                code: count.code,
                images: count.images,
                examined: size.images,
                since: topic.flatMap { history.lastCourse(on: $0) },
                interval: interval,
                median: level?.images,
                isFrequent: size.images >= rules.leastImages && count.images >= rules.leastFound
                    && (level.map { interval.low > $0.images } ?? false),
                run: run.map(\.exam),
                runByChance: run.isEmpty
                    ? nil : level.map { RunChance.share(run: run.count, among: size.exams, chance: $0.exams) }
            )
        }
        let frequent = Array(all.filter(\.isFrequent).prefix(rules.mostCodes))
        let others = all.filter { need in !need.run.isEmpty && !frequent.contains { $0.code == need.code } }
            .sorted { ($1.run.count, $1.images, $0.code) < ($0.run.count, $0.images, $1.code) }.prefix(rules.mostCodes)
            .map { need in
                var need = need
                need.isFrequent = false
                return need
            }
        return TrainingPlan(
            institution: history.institution,
            technician: history.technician,
            exams: history.exams.count,
            images: images,
            counts: taught,
            needs: frequent + others,
            equipment: counts.filter { $0.code.hasPrefix("DEVICE_") },
            hasEnoughImages: images >= rules.leastImages,
            hasPeers: hasPeers,
            taught: TaughtTopic.all(in: history)
        )
    }

    /// Topics that at least two technicians and a third of an institution's need, most needed first.
    package static func classes(_ plans: [TrainingPlan]) -> [ClassProposal] {
        let byInstitution = Dictionary(grouping: plans.filter { $0.technician != nil }, by: \.institution)
        return byInstitution.sorted { $0.key < $1.key }.flatMap { institution, plans in
            TrainingTopic.all.compactMap { topic -> ClassProposal? in
                let needing = plans.filter { $0.topics.contains(topic) }.compactMap(\.technician)
                guard needing.count >= 2, needing.count * 3 >= plans.count else { return nil }
                return ClassProposal(
                    institution: institution,
                    topic: topic,
                    technicians: needing,
                    considered: plans.count
                )
            }
            .sorted { ($1.technicians.count, $0.topic.id) < ($0.technicians.count, $1.topic.id) }
        }
    }

    /// The middle value, or the mean of the two in the middle; the values must not be empty.
    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
