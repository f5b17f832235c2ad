/// Fills the numbers of a finding into the rubric's wording.
enum AdviceText {
    /// What may stand in braces.
    ///
    /// `value`: what was measured. `limit`: the limit that was passed. `target`: the warn limit, where it would be good
    /// again. `db`: the way in decibels of gain, for metrics in grey levels: from the value to what is usual where a baseline
    /// gives the limit, else to the target. A metric's id stands for what that was measured at.
    static let placeholders = ["value", "limit", "target", "db"]

    /// Grey levels a decibel on the usual display range of 60 dB: 255 / 60 (domain reference §1.3).
    static let greyPerDecibel = 255.0 / 60

    /// The numbers of one finding, in its metric's unit.
    struct Numbers {
        /// What was measured.
        let value: Double
        /// The limit that was passed.
        let limit: Double
        /// The warn limit.
        let target: Double
        /// What `db` leads to.
        let aim: Double
    }

    /// Advice on what is only suspected: log odds past no more than their warn limit are no fact to a technician.
    static func suspected(_ advice: LocalizedText) -> LocalizedText {
        LocalizedText(zh: "疑似，请对照图像确认：" + advice.zh, en: "Only a suspicion, look whether it is so: " + advice.en)
    }

    /// Only other metrics' values filled in: what is left of braces is for `plain` to leave out.
    static func filled(_ wording: String, values: [String: Double]) -> String {
        guard wording.utf8.contains(UInt8(ascii: "{")), !values.isEmpty else { return wording }
        var result = ""
        forEachPart(of: wording) { part, isPlaceholder in
            result += isPlaceholder ? values[part].map { number($0.rounded()) } ?? "{\(part)}" : part
        }
        return result
    }

    /// The wording with numbers; without a measured value placeholders stay out.
    static func filled(_ wording: String, numbers: Numbers, values: [String: Double]) -> String {
        var result = ""
        forEachPart(of: wording) { part, isPlaceholder in
            guard isPlaceholder else { return result += part }
            switch part {
            case "value": result += number(numbers.value)
            case "limit": result += number(numbers.limit)
            case "target": result += number(numbers.target)
            case "db": result += number(max(1, (abs(numbers.value - numbers.aim) / greyPerDecibel).rounded()))
            default: result += values[part].map { number($0.rounded()) } ?? "{\(part)}"
            }
        }
        return result
    }

    /// Whether a wording speaks of decibels, which only values in grey levels can be turned into.
    static func usesDecibels(_ text: LocalizedText) -> Bool {
        [text.zh, text.en].contains { wording in
            var isUsed = false
            forEachPart(of: wording) { part, isPlaceholder in isUsed = isUsed || isPlaceholder && part == "db" }
            return isUsed
        }
    }

    /// Names in braces that mean nothing here.
    static func unknownPlaceholders(in wording: String) -> [String] {
        var unknown: [String] = []
        forEachPart(of: wording) { part, isPlaceholder in
            if isPlaceholder, !placeholders.contains(part) { unknown.append(part) }
        }
        return unknown
    }

    /// A number with about three digits, as a person writes it: 181, 12.5, 0.62.
    static func number(_ value: Double) -> String {
        let magnitude = abs(value)
        let scale: Double = magnitude >= 100 ? 1 : magnitude >= 10 ? 10 : magnitude >= 0.1 ? 100 : 10_000
        let rounded = (value * scale).rounded() / scale
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return "\(Int64(rounded))" }
        return "\(rounded)"
    }

    /// Cuts a wording into plain parts and the names in braces.
    private static func forEachPart(of wording: String, _ body: (String, Bool) -> Void) {
        // Braces are single bytes, and looking for bytes needs no table of characters.
        let bytes = wording.utf8
        guard bytes.contains(UInt8(ascii: "{")) else { return body(wording, false) }
        var rest = bytes[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            body(String(wording[rest.startIndex..<open]), false)
            body(String(wording[bytes.index(after: open)..<close]), true)
            rest = rest[bytes.index(after: close)...]
        }
        body(String(wording[rest.startIndex...]), false)
    }
}
