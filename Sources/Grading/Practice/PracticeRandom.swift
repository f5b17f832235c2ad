internal import Imaging

/// The random source of exercises and papers: one seed gives one sequence on every machine and with every compiler.
///
/// The standard library's shuffle may change from one version to the next; a paper must not.
package struct PracticeRandom: Sendable {
    private var source: SplitMix64

    /// Starts the sequence of a seed for one purpose.
    package init(seed: UInt64, purpose: String) {
        // FNV-1a, 64 bits.
        let stream = purpose.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        source = SplitMix64(seed: seed, stream: stream)
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 { source.next() }

    /// A whole number of 0 ..< count, evenly distributed; count is at least 1.
    package mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: source.next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A number between two others.
    package mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + Double(source.next() >> 11) * 0x1p-53 * (range.upperBound - range.lowerBound)
    }

    /// The elements in a random order.
    ///
    /// Source: R. Durstenfeld, Commun. ACM 7 (1964) 420.
    package mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var result = Array(elements)
        for last in result.indices.reversed().dropLast() { result.swapAt(last, below(last + 1)) }
        return result
    }
}
