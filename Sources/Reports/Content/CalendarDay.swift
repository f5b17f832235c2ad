/// A day of the Gregorian calendar, without a clock or a zone.
package struct CalendarDay: Sendable, Equatable, Hashable, Comparable, CustomStringConvertible {
    /// 1–9999.
    package let year: Int
    /// 1–12.
    package let month: Int
    /// 1–31.
    package let day: Int

    /// Reads `2026-03-05`; nil for anything else, also for a day that no month has.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        let digits = bytes.indices.filter { $0 != 4 && $0 != 7 }.map { Int(bytes[$0]) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        guard year >= 1, (1...12).contains(month), (1...Self.length(of: month, year: year)).contains(day) else {
            return nil
        }
    }

    /// A day by its number; nil outside of the years 1–9999.
    package init?(number: Int) {
        let (year, month, day) = ReportTime.civil(day: number)
        guard (1...9999).contains(year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Days since 1970-01-01, a Thursday.
    package var number: Int { ReportTime.day(year: year, month: month, day: day) }

    /// 0 for Monday … 6 for Sunday.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    /// Earlier days come first.
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `2026-03-05`.
    package var description: String {
        let year = String(repeating: "0", count: 4 - String(year).count) + String(year)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// `2026年3月5日`.
    package var chinese: String { "\(year)年\(month)月\(day)日" }

    /// In characters, as the last line of a Chinese document has it: `二〇二六年三月五日`.
    package var chineseCharacters: String {
        let digits = Array("〇一二三四五六七八九")
        let yearText = String(String(year).compactMap { $0.wholeNumberValue.map { digits[$0] } })
        func count(_ number: Int) -> String {
            let (tens, ones) = (number / 10, number % 10)
            let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
            return head + (ones == 0 ? "" : String(digits[ones]))
        }
        return "\(yearText)年\(count(month))月\(count(day))日"
    }

    /// `5 March 2026`.
    package var english: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day) \(months[month - 1]) \(year)"
    }

    private static func length(of month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
