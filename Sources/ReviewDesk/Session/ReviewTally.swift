package import Grading

/// What an expert did in one sitting.
package struct ReviewTally: Sendable, Equatable {
    /// Seconds from the picture to the stored reading, in order.
    package private(set) var seconds: [Double] = []
    package private(set) var skipped = 0
    /// Readings where machine and expert both gave a level.
    package private(set) var comparable = 0
    /// Of these, with the same level.
    package private(set) var equal = 0

    /// Nothing done yet.
    package init() {}

    package var stored: Int { seconds.count }

    /// Counts a reading that was stored.
    package mutating func add(seconds: Double, machine: Level?, expert: Level?) {
        self.seconds.append(seconds)
        guard let machine, let expert else { return }
        comparable += 1
        if machine == expert { equal += 1 }
    }

    /// Counts an image that was left to others.
    package mutating func skip() { skipped += 1 }

    /// The middle of the times; nil without readings.
    package var median: Double? {
        let sorted = seconds.sorted()
        guard !sorted.isEmpty else { return nil }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The sitting in one line.
    package func text(_ language: Language) -> String {
        var parts: [String] = []
        switch language {
        case .zh:
            parts.append("已评阅 \(stored) 张")
            if let median { parts.append("中位用时 \(Int(median.rounded())) 秒") }
            if comparable > 0 { parts.append("等级与初筛相同 \(equal)/\(comparable)") }
            if skipped > 0 { parts.append("跳过 \(skipped) 张") }
            return parts.joined(separator: "，")
        case .en:
            parts.append("\(stored) image\(stored == 1 ? "" : "s") reviewed")
            if let median { parts.append("median \(Int(median.rounded())) s an image") }
            if comparable > 0 { parts.append("same level as the first pass: \(equal) of \(comparable)") }
            if skipped > 0 { parts.append("\(skipped) skipped") }
            return parts.joined(separator: ", ")
        }
    }
}
