import Grading

/// Words of plots.
enum PlotText {
    /// Height of ordinary words in points.
    static let size = 11.0

    /// About how wide a text is in points: full-width characters take the body's height, others six tenths of it.
    static func width(of text: String, size: Double) -> Double {
        Double(TerminalWidth.of(text)) * size * 0.52
    }

    /// The text, or its beginning with “…” where it is wider than `width` points.
    static func fitted(_ text: String, width: Double, size: Double = Self.size) -> String {
        guard Self.width(of: text, size: size) > width else { return text }
        var kept = text
        while !kept.isEmpty, Self.width(of: kept + "…", size: size) > width { kept.removeLast() }
        return kept + "…"
    }

    /// Both wordings fitted.
    static func fitted(_ text: LocalizedText, width: Double, size: Double = Self.size) -> LocalizedText {
        LocalizedText(zh: fitted(text.zh, width: width, size: size), en: fitted(text.en, width: width, size: size))
    }

    /// The same in both languages.
    static func same(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }

    /// A span's label as an axis has room for: `3月`/`Mar` of a month, `3/2` of a day, else the label itself.
    static func span(_ label: String) -> LocalizedText {
        let parts = label.split(separator: "-").compactMap { Int($0) }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard label.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }), parts.count >= 2,
            months.indices.contains(parts[1] - 1)
        else { return same(label) }
        return parts.count == 2
            ? LocalizedText(zh: "\(parts[1])月", en: months[parts[1] - 1]) : same("\(parts[1])/\(parts[2])")
    }

    /// Sentences in one, the languages each in their own way.
    static func joined(_ sentences: [LocalizedText]) -> LocalizedText {
        LocalizedText(zh: sentences.map(\.zh).joined(), en: sentences.map(\.en).joined(separator: " "))
    }

    /// Names in a row.
    static func list(_ names: [LocalizedText]) -> LocalizedText {
        LocalizedText(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
}
