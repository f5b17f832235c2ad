package import Imaging

/// Which spoiled pictures people read blind, to learn how strong a fault has to be before they reject a picture.
///
/// A picture is shown once untouched and then with some of the faults, each in one shape and at one strength: over several
/// pictures every fault comes in every shape and at every strength. More showings of one picture would let a reader compare.
package struct BlindReading: Sendable {
    /// One picture to be read.
    package struct Stimulus: Sendable {
        /// nil for the untouched picture.
        package let fault: InjectedFault?
        /// The fault's shape; nil for the untouched picture.
        package let shape: InjectedFault.Shape?
        /// 0 for the untouched picture.
        package let strength: Double
    }

    /// Rising, each above 0 and at most `InjectedFault.greatestStrength`.
    package let strengths: [Double]
    /// Faults that each picture gets.
    package let faults: Int
    /// Seed of noise and of the order.
    package let seed: UInt64

    /// A plan; the strengths are sorted, those that cannot be drawn left out.
    package init(strengths: [Double] = [0.25, 0.5, 1, 1.5, 2], faults: Int = 6, seed: UInt64 = 1) {
        self.strengths = Set(strengths.filter { $0 > 0 && $0 <= InjectedFault.greatestStrength }).sorted()
        self.faults = min(max(1, faults), InjectedFault.all.count)
        self.seed = seed
    }

    /// What is shown of one picture, the untouched first.
    ///
    /// - Parameter number: The picture's place among all, from 0; it chooses faults, shapes and strengths, which take turns.
    package func stimuli(of number: Int) -> [Stimulus] {
        let all = InjectedFault.all
        return [Stimulus(fault: nil, shape: nil, strength: 0)]
            + (0..<(strengths.isEmpty ? 0 : faults)).map { turn in
                // Whole rounds of all faults: every fault comes equally often.
                let place = number * faults + turn
                let fault = all[place % all.count]
                let round = place / all.count
                return Stimulus(
                    fault: fault,
                    shape: fault.shapes[round / strengths.count % fault.shapes.count],
                    strength: strengths[(round + place) % strengths.count]
                )
            }
    }

    /// A picture as a stimulus shows it.
    ///
    /// - Parameters:
    ///   - stimulus: One of `stimuli(of:)`.
    ///   - site: The untouched picture and its scan area.
    ///   - number: The picture's place among all, from 0.
    /// - Throws: What a codec throws, for faults that encode.
    package func picture(
        _ stimulus: Stimulus,
        of site: FaultSite,
        number: Int
    ) throws(ImagingError) -> UltrasoundImage {
        guard let fault = stimulus.fault, let shape = stimulus.shape else { return site.image }
        return try fault.inject(
            into: site,
            strength: stimulus.strength,
            shape: shape,
            seed: seed &+ UInt64(truncatingIfNeeded: number)
        )
    }
}
