package import Imaging

/// Baselines for trying how pictures would be judged in a home: each picture beside the others of its device.
///
/// A home judges a picture by what its device, preset and section showed before. Here nothing is known of before, so every
/// picture is judged by all other ordinary pictures of its group and never by itself or by a copy of itself: spoiled
/// pictures then meet limits that know nothing of their untouched form.
package struct LeftOutBaselines: Sendable {
    /// Most pictures of a group that a baseline is made of: what `baseline.window` is where nobody set it.
    package static let window = 300

    /// One picture.
    package struct Subject: Sendable {
        /// What stands for institution, device and preset.
        package var device: String
        /// A section of the catalogue; nil where nobody said one, which is taken as a section of its own.
        package var section: String?
        /// Metrics of the untouched picture; nil where it is not ordinary.
        package var metrics: [String: Double]?
        /// By what copies are known; nil where none was taken.
        package var fingerprint: PictureFingerprint?

        /// A picture.
        package init(
            device: String,
            section: String?,
            metrics: [String: Double]?,
            fingerprint: PictureFingerprint? = nil
        ) {
            self.device = device
            self.section = section
            self.metrics = metrics
            self.fingerprint = fingerprint
        }
    }

    /// Whose usual values.
    package struct Key: Sendable, Hashable, Comparable {
        package var device: String
        package var section: String?

        init(_ subject: Subject) { (device, section) = (subject.device, subject.section) }

        /// By device, then section; without a section first.
        package static func < (left: Key, right: Key) -> Bool {
            (left.device, left.section ?? "") < (right.device, right.section ?? "")
        }
    }

    /// How much there is of a key.
    package struct Group: Sendable, Equatable {
        package var key: Key
        /// All subjects, ordinary or not.
        package var count: Int
        /// Those that a baseline may be made of, without copies.
        package var ordinary: Int
    }

    /// Fewest pictures besides its own that make a picture's baseline.
    package let least: Int
    /// By key.
    package let groups: [Group]
    private let subjects: [Subject]
    private let panels: [Key: [Int]]

    /// Baselines among pictures.
    ///
    /// - Parameters:
    ///   - subjects: All pictures.
    ///   - least: Fewest others that make a baseline; a home needs `Baseline.leastImages`.
    ///   - window: Most pictures of a group that are looked at, spread evenly over it.
    package init(_ subjects: [Subject], least: Int = Baseline.leastImages, window: Int = Self.window) {
        self.subjects = subjects
        self.least = max(1, least)
        var panels: [Key: [Int]] = [:]
        var groups: [Group] = []
        let members = Dictionary(grouping: subjects.indices) { Key(subjects[$0]) }
        for (key, all) in members.sorted(by: { $0.key < $1.key }) {
            let ordinary = all.filter { subjects[$0].metrics != nil }
            let most = min(ordinary.count, max(window, 1))
            var panel: [Int] = []
            for place in 0..<most {
                let index = ordinary[place * ordinary.count / most]
                if !panel.contains(where: { Self.isCopy(subjects[$0], of: subjects[index]) }) { panel.append(index) }
            }
            panels[key] = panel
            groups.append(Group(key: key, count: all.count, ordinary: ordinary.count - most + panel.count))
        }
        self.panels = panels
        self.groups = groups
    }

    /// What a picture is judged by; nil where there are too few others, or no such picture.
    package func baseline(for index: Int) -> Baseline? {
        guard subjects.indices.contains(index) else { return nil }
        let own = subjects[index]
        var values = OrdinaryValues()
        for other in panels[Key(own), default: []]
        where other != index && !Self.isCopy(subjects[other], of: own) {
            if let metrics = subjects[other].metrics { values.add(metrics) }
        }
        let usual = values.usual(least: least)
        return usual.isEmpty ? nil : Baseline(snapshot: "left-out", metrics: usual, least: least)
    }

    private static func isCopy(_ one: Subject, of other: Subject) -> Bool {
        guard let one = one.fingerprint, let other = other.fingerprint else { return false }
        return one.distance(to: other) <= PictureFingerprint.mostOfCopies
            || one.mirrored.distance(to: other) <= PictureFingerprint.mostOfCopies
    }
}
