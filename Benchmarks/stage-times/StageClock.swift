import Glibc

/// CPU time of stages, picture by picture: the least of several rounds, so that what else the machine does counts little.
struct StageClock {
    /// Milliseconds of one stage, one entry a picture that got there.
    private(set) var stages: [(name: String, pictures: [Int: Double])] = []
    /// The picture that is being timed.
    var picture = 0

    /// Times a piece of work under a stage's name.
    mutating func time<Result>(_ stage: String, _ work: () throws -> Result) rethrows -> Result {
        let begin = Self.now()
        let result = try work()
        let spent = Self.now() - begin
        if let index = stages.firstIndex(where: { $0.name == stage }) {
            stages[index].pictures[picture] = min(stages[index].pictures[picture] ?? .infinity, spent)
        } else {
            stages.append((stage, [picture: spent]))
        }
        return result
    }

    /// Mean over all pictures, median and largest over those that got there.
    static func summary(_ pictures: [Int: Double], of count: Int) -> (mean: Double, median: Double, largest: Double) {
        let sorted = pictures.values.sorted()
        guard let largest = sorted.last else { return (0, 0, 0) }
        return (sorted.reduce(0, +) / Double(max(1, count)), sorted[sorted.count / 2], largest)
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
    }
}
