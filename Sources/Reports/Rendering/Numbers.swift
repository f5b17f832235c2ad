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

    /// A share 0–1 in per cent as it stands beside its interval or limits: with the same one decimal, `95.8 %`.
    package static func percentBesideInterval(_ share: Double) -> String { percent(share, decimals: 1) }

    /// A standard error in per cent: one decimal, as many as it takes below that to be more than 0, at most three.
    static func percentOfError(_ error: Double) -> String {
        let decimals = (1...3).first { fixed(error * 100, decimals: $0).contains { "123456789".contains($0) } } ?? 1
        return "\(fixed(error * 100, decimals: decimals)) %"
    }

    /// An interval of shares in per cent: `1.3–7.9 %`.
    package static func percent(_ interval: ShareInterval) -> String {
        "\(fixed(interval.low * 100, decimals: 1))–\(fixed(interval.high * 100, decimals: 1)) %"
    }

    /// A span in the two largest units that matter: `48 s`, `12 min`, `3 h 5 min`, `2 d 4 h`; 48 秒, 12 分, 3 小时 5 分, 2 天 4 小时.
    package static func duration(seconds: Double) -> LocalizedText {
        guard seconds.isFinite, abs(seconds) < 1e12 else { return LocalizedText(zh: "–", en: "–") }
        let whole = max(0, Int(seconds.rounded()))
        func words(_ parts: (count: Int, zh: String, en: String)...) -> LocalizedText {
            let told = parts.enumerated().filter { $0.offset == 0 || $0.element.count > 0 }.map(\.element)
            return LocalizedText(
                zh: told.map { "\($0.count) \($0.zh)" }.joined(separator: " "),
                en: told.map { "\($0.count) \($0.en)" }.joined(separator: " ")
            )
        }
        switch whole {
        case 0: return LocalizedText(zh: "不到 1 秒", en: "under 1 s")
        case ..<60: return words((whole, "秒", "s"))
        case ..<600: return words((whole / 60, "分", "min"), (whole % 60, "秒", "s"))
        case ..<3600: return words((whole / 60, "分", "min"))
        case ..<86_400: return words((whole / 3600, "小时", "h"), (whole % 3600 / 60, "分", "min"))
        default: return words((whole / 86_400, "天", "d"), (whole % 86_400 / 3600, "小时", "h"))
        }
    }

    /// Within which span something happened: `duration`, but a second at least.
    package static func duration(within seconds: Double) -> LocalizedText { duration(seconds: max(1, seconds)) }
}
