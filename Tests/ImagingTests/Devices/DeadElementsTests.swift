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
        let found = Mutex([PolarView?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let recipe = plainRecipe(sections[index % sections.count], seed: UInt64(seed * 10_000 + index))
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
}
