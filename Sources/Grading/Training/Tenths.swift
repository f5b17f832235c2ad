/// Whole tenths as people write them.
package enum Tenths {
    /// `865` → `86.5`, `860` → `86`.
    package static func text(_ tenths: Int) -> String {
        tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    /// Reads `86`, `86.5`, `86.0`; nil for a sign, more places, or anything else.
    package static func read(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard isPlain, parts.count <= 2, parts[0].count <= 6, let whole = Int(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * 10 }
        guard let first = parts[1].first?.wholeNumberValue, parts[1].dropFirst().allSatisfy({ $0 == "0" }) else {
            return nil
        }
        return whole * 10 + first
    }
}
