import Dispatch
import Imaging
import Synchronization
import Testing

@Suite("Dead elements of a transducer")
struct DeadElementsTests {
    /// 12 dB in grey levels at a dynamic range of 60 dB: 12 · 255 / 60.
    private static let twelveDecibels: UInt8 = 51

    /// Polar views of one machine's ordinary pictures: the usual sections of an abdomen, each with its own seed.
    private static func views(seed: Int, count: Int) -> [PolarView] {
        let sections: [AnatomyPreset] = [.liver, .kidney, .gallbladder, .spleen, .leftLiver, .pancreas, .hepaticVeins]
        return views((0..<count).map { (sections[$0 % sections.count], seed * 10_000 + $0) })
    }

    private static func views(_ pictures: [(section: AnatomyPreset, seed: Int)]) -> [PolarView] {
        let count = pictures.count
        let found = Mutex([PolarView?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let recipe = plainRecipe(pictures[index].section, seed: UInt64(pictures[index].seed))
            guard let picture = try? recipe.render() else { return }
            let image = UltrasoundImage(
                luma: picture.grey,
                chroma: nil,
                facts: ImageFacts(format: .png, width: picture.width, height: picture.height)
            )
            let finding = ScanAreaFinder.find(in: image)
            guard let area = finding.scanArea, let mask = finding.mask,
                !finding.conditions.contains(.geometryUncertain)
            else { return }
            let view = PolarResampler.view(of: image, area: area, mask: mask)
            found.withLock { $0[index] = view }
        }
        return found.withLock { $0.compactMap(\.self) }
    }

    /// A few more than are needed, should a scan area not be sure.
    private static let stacks = [views(seed: 1, count: 156), views(seed: 2, count: 66)]

    /// The view with lines that have lost 12 dB, as far as there is anything to lose.
    private static func damaged(_ view: PolarView, lines: ClosedRange<Int>) -> PolarView {
        var samples = view.samples
        for row in 0..<PolarView.depths {
            for line in lines {
                let place = row * PolarView.lines + line
                samples[place] -= min(samples[place], twelveDecibels)
            }
        }
        return PolarView(samples: samples, valid: view.valid, geometry: view.geometry)
    }

    private static func profiles(stack: Int, count: Int, dead: ClosedRange<Int>? = nil) throws -> [NearProfile] {
        let views = stacks[stack].map { view in dead.map { damaged(view, lines: $0) } ?? view }
        let profiles = views.compactMap { NearProfile($0) }.prefix(count)
        try #require(profiles.count == count, "\(stacks[stack].count) of the pictures have a sure scan area")
        return Array(profiles)
    }

    @Test("a healthy transducer gives no alarm", arguments: [(0, 60), (0, 150), (1, 60)])
    func healthy(stack: Int, count: Int) throws {
        let profiles = try Self.profiles(stack: stack, count: count)
        #expect(DeadElements.find(in: profiles) == [])
    }

    @Test("three dead lines are found, and where", arguments: [(0, 60), (0, 150), (1, 60)])
    func dead(stack: Int, count: Int) throws {
        for lines in [60...62, 128...130, 199...201] {
            let profiles = try Self.profiles(stack: stack, count: count, dead: lines)
            let dips = try #require(DeadElements.find(in: profiles))
            try #require(dips.count == 1, "\(lines): \(dips)")
            #expect(dips[0].first == lines.lowerBound && dips[0].last == lines.upperBound, "\(dips)")
            #expect(dips[0].depth > 0.1 && dips[0].deviation < -6, "\(dips)")
        }
    }

    @Test("two places are two dips, and the outer tenth on each side does not count")
    func places() throws {
        let views = Self.stacks[0].map { Self.damaged(Self.damaged($0, lines: 60...63), lines: 180...181) }
            .map { Self.damaged($0, lines: 5...9) }
        let dips = try #require(DeadElements.find(in: views.compactMap { NearProfile($0) }))
        #expect(dips.map(\.first) == [60, 180] && dips.map(\.last) == [63, 181])
    }

    @Test("fewer than sixty pictures say nothing")
    func tooFew() throws {
        let profiles = try Self.profiles(stack: 0, count: 60, dead: 128...130)
        #expect(DeadElements.find(in: Array(profiles.dropLast())) == nil)
        #expect(DeadElements.find(in: []) == nil)
    }

    @Test("a stack of equal profiles, and one without values, are no alarm")
    func degenerate() throws {
        let flat = try #require(NearProfile(hundredths: [UInt8](repeating: 100, count: 256)))
        #expect(DeadElements.find(in: Array(repeating: flat, count: 60)) == [])
        let empty = try #require(NearProfile(hundredths: [UInt8](repeating: 0, count: 256)))
        #expect(DeadElements.find(in: Array(repeating: empty, count: 60)) == nil)
        // 7 % is less than what counts, 20 % is more; equal profiles have no noise to hide in.
        for (value, dips) in [(UInt8(93), 0), (80, 1)] {
            var hundredths = [UInt8](repeating: 100, count: 256)
            for line in 100...102 { hundredths[line] = value }
            let profile = try #require(NearProfile(hundredths: hundredths))
            #expect(DeadElements.find(in: Array(repeating: profile, count: 60))?.count == dips)
        }
    }

    @Test("four sections again and again, whose anatomy lies in the same places, give no alarm", arguments: [3, 8, 23])
    func fewSections(first: Int) throws {
        // The exams that script/whole-way draws for one machine: 16 of four pictures.
        let sections: [AnatomyPreset] = [.liverPorta, .spleen, .kidney, .pancreas]
        let pictures = (0..<16).flatMap { exam in
            sections.enumerated().map { ($0.element, (first + exam / 2 * 5 + exam % 2) * 10 + $0.offset + 1) }
        }
        let profiles = Self.views(pictures).compactMap { NearProfile($0) }
        #expect(DeadElements.find(in: profiles) == [], "\(profiles.count) profiles")
    }

    /// Profiles of speckle alone, as wide and as strong as in drawn pictures: deviation 7 %, correlated over seven lines; what
    /// `shade` says is taken off.
    private static func speckled(
        _ count: Int,
        seed: UInt64,
        shade: (_ picture: Int, _ line: Int) -> Double = { _, _ in 0 }
    ) -> [NearProfile] {
        var random = SplitMix64(seed: seed)
        return (0..<count).compactMap { picture in
            let grains = (0..<262).map { _ in Double(random.next() >> 11) / Double(1 << 53) - 0.5 }
            return NearProfile(
                hundredths: (0..<256).map { line in
                    let noise = grains[line..<line + 7].reduce(0, +) * 0.074 / (7.0 / 12).squareRoot()
                    return UInt8((100 * (1 + noise) * (1 - shade(picture, line))).rounded())
                }
            )
        }
    }

    @Test("no alarm in five hundred stacks of nothing but speckle")
    func falseAlarms() {
        let alarms = (0..<500).count { DeadElements.find(in: Self.speckled(60, seed: UInt64($0))) != [] }
        #expect(alarms == 0)
    }

    @Test("what half of the pictures have in one place is anatomy, what all have is the transducer")
    func shares() throws {
        for (share, isDead) in [(0.5, false), (0.65, false), (1, true)] {
            for seed in 0..<20 {
                let profiles = Self.speckled(80, seed: UInt64(seed)) { picture, line in
                    (118...121).contains(line) && Double(picture) < share * 80 ? 0.2 : 0
                }
                let dips = try #require(DeadElements.find(in: profiles))
                #expect(dips.contains { $0.first >= 116 && $0.last <= 123 } == isDead, "\(share) \(seed) \(dips)")
            }
        }
    }

    @Test("lines that lack an eighth of their brightness in every picture are found in at least nine stacks of ten")
    func sensitivity() {
        let found = (0..<100).count { seed in
            let profiles = Self.speckled(60, seed: UInt64(1000 + seed)) { _, line in
                (90...93).contains(line) ? 0.125 : 0
            }
            return DeadElements.find(in: profiles)?.contains { $0.first >= 88 && $0.last <= 95 } ?? false
        }
        #expect(found >= 90, "\(found)")
    }
}
