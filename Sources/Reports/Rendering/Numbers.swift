package import Grading

/// Numbers as people read them: a point as decimal mark in both languages, no grouping.
package enum Numbers {
    /// A fixed number of decimals, 0–6: `fixed(2.5, decimals: 2)` is `2.50`.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % scale)
        let padding = String(repeating: "0", count: decimals - fraction.count)
        return "\(sign)\(scaled / scale).\(padding)\(fraction)"
    }

    /// A score: one decimal.
    package static func score(_ value: Double) -> String { fixed(value, decimals: 1) }

    /// A measured value: about three digits, without trailing zeros.
    package static func measured(_ value: Double) -> String {
        let size = abs(value)
        let decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        let text = fixed(value, decimals: decimals)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }
        return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
    }

    /// A share 0–1 in per cent: one decimal below 10 %, none above.
    package static func percent(_ share: Double) -> String {
        "\(fixed(share * 100, decimals: share > 0 && share < 0.0995 ? 1 : 0)) %"
    }

    /// A share 0–1 in per cent with so many decimals, whatever its size: for tables whose rows are to be compared.
    package static func percent(_ share: Double, decimals: Int) -> String {
        "\(fixed(share * 100, decimals: decimals)) %"
    }

    /// An interval of shares in per cent: `1.3–7.9 %`.
    package static func percent(_ interval: ShareInterval) -> String {
        "\(fixed(interval.low * 100, decimals: 1))–\(fixed(interval.high * 100, decimals: 1)) %"
    }

    /// A span in the two largest units that matter: `48 s`, `12 min`, `3 h 05 min`, `2 d 4 h`.
    package static func duration(seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e12 else { return "–" }
        let whole = max(0, Int(seconds.rounded()))
        if whole < 60 { return "\(whole) s" }
        if whole < 600 { return whole % 60 == 0 ? "\(whole / 60) min" : "\(whole / 60) min \(whole % 60) s" }
        if whole < 3600 { return "\(whole / 60) min" }
        if whole < 86_400 {
            let minutes = whole % 3600 / 60
            return minutes == 0 ? "\(whole / 3600) h" : "\(whole / 3600) h \(minutes) min"
        }
        let hours = whole % 86_400 / 3600
        return hours == 0 ? "\(whole / 86_400) d" : "\(whole / 86_400) d \(hours) h"
    }
}
