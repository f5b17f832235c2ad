/// A moment with the clock that it is shown by.
///
/// In JSON and CSV it is ISO 8601 to the second with its offset, `2026-03-05T14:03:22+08:00`.
package struct ReportTime: Sendable, Equatable, Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    package var seconds: Int
    /// Seconds that the shown clock is ahead of UTC; 28,800 in Shanghai; whole minutes.
    package var offset: Int

    /// A moment shown by a clock `offset` seconds ahead of UTC.
    package init(seconds: Int, offset: Int) {
        self.seconds = seconds
        self.offset = offset
    }

    /// Earlier moments come first, whatever clock they are shown by.
    package static func < (left: ReportTime, right: ReportTime) -> Bool {
        (left.seconds, left.offset) < (right.seconds, right.offset)
    }

    /// The date by its own clock, `2026-03-05`.
    package var date: String {
        let (year, month, day) = Self.civil(day: Self.floorDivide(seconds + offset, by: 86_400))
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    /// Date and time to the minute by its own clock, as people read it: `2026-03-05 14:03`.
    package var minute: String {
        let second = seconds + offset - Self.floorDivide(seconds + offset, by: 86_400) * 86_400
        return "\(date) \(Self.padded(second / 3600, to: 2)):\(Self.padded(second / 60 % 60, to: 2))"
    }

    /// ISO 8601 to the second with the offset: `2026-03-05T14:03:22+08:00`.
    package var iso8601: String {
        let second = seconds + offset - Self.floorDivide(seconds + offset, by: 86_400) * 86_400
        let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, to: 2) }
        return "\(date)T\(clock.joined(separator: ":"))\(zone)"
    }

    /// The clock's distance from UTC: `+08:00`.
    package var zone: String {
        let minutes = abs(offset) / 60
        return "\(offset < 0 ? "-" : "+")\(Self.padded(minutes / 60, to: 2)):\(Self.padded(minutes % 60, to: 2))"
    }

    /// Year, month and day of a day counted from 1970-01-01, proleptic Gregorian.
    ///
    /// Counts in eras of 400 years from 0000-03-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    static func civil(day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = floorDivide(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The day counted from 1970-01-01 of a proleptic Gregorian date; the inverse of `civil(day:)`.
    static func day(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = floorDivide(marchYear, by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func floorDivide(_ value: Int, by divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension ReportTime: Codable {
    /// Reads `2026-03-05T14:03:22+08:00`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Self(iso8601: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(text)\" is not a time such as 2026-03-05T14:03:22+08:00"
            )
        }
        self = time
    }

    /// Writes `2026-03-05T14:03:22+08:00`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }

    /// Reads what `iso8601` writes; nil for anything else.
    package init?(iso8601 text: String) {
        let bytes = Array(text.utf8)
        let pattern = Array("dddd-dd-ddTdd:dd:ddsdd:dd".utf8)
        guard bytes.count == pattern.count else { return nil }
        var fields = [0]
        for (byte, wanted) in zip(bytes, pattern) {
            switch wanted {
            case UInt8(ascii: "d"):
                guard byte >= 48, byte <= 57 else { return nil }
                fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - 48)
            case UInt8(ascii: "s"):
                guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") else { return nil }
                fields.append(0)
            default:
                guard byte == wanted else { return nil }
                fields.append(0)
            }
        }
        guard (1...12).contains(fields[1]), (1...31).contains(fields[2]), fields[3] < 24, fields[4] < 60,
            fields[5] < 60, fields[6] < 24, fields[7] < 60
        else { return nil }
        let sign = bytes[19] == UInt8(ascii: "-") ? -1 : 1
        offset = sign * (fields[6] * 3600 + fields[7] * 60)
        let day = Self.day(year: fields[0], month: fields[1], day: fields[2])
        seconds = day * 86_400 + fields[3] * 3600 + fields[4] * 60 + fields[5] - offset
        // 31 February would come back as 3 March.
        guard iso8601 == text else { return nil }
    }
}
