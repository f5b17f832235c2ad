import ArgumentParser
import Imaging

/// Strengths of faults, as `--strengths` has them.
struct StrengthList {
    /// As they were given.
    let numbers: [Double]

    /// Reads numbers with commas between them; throws what `--strengths` has to be.
    init(_ text: String) throws(ValidationError) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard numbers.count <= 16,
            numbers.allSatisfy({ $0.map { $0 > 0 && $0 <= InjectedFault.greatestStrength } ?? false })
        else {
            throw ValidationError(
                "--strengths is \(text); give 1 to 16 numbers above 0 and up to \(Int(InjectedFault.greatestStrength))"
            )
        }
        self.numbers = numbers.compactMap { $0 }
    }
}
