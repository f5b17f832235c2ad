internal import Foundation

/// What an exam folder's name says: `[yyyymmdd_]examId[_examType]` (docs/intake.md).
package struct FolderName: Sendable, Equatable {
    /// `yyyy-MM-dd`; nil when the first part is not a valid date.
    package var date: String?
    /// What is left of the name, underscores included; never empty.
    package var examID: String
    /// Exam type id; nil when the last part is not in the list.
    package var examType: String?

    /// Reads a name.
    ///
    /// - Parameters:
    ///   - name: the folder's name.
    ///   - examType: maps a part of a name to an exam type id of docs/intake.md's list, nil when it is none.
    package init(_ name: String, examType lookUp: (String) -> String?) {
        var parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1, let date = Self.date(parts[0]) {
            self.date = date
            parts.removeFirst()
        }
        if parts.count > 1, let last = parts.last, let type = lookUp(last) {
            examType = type
            parts.removeLast()
        }
        let rest = parts.joined(separator: "_")
        examID = rest.isEmpty ? name : rest
    }

    /// `yyyy-MM-dd` of eight digits that are a real day from 1900 to 2199, else nil.
    static func date(_ text: String) -> String? {
        let digits = Array(text.utf8)
        guard digits.count == 8, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= days[month - 1] else { return nil }
        return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
    }
}

/// What an image's file name says: `[nn_]section.ext`.
package struct SectionName: Sendable, Equatable {
    /// The name without number and extension; nil when nothing is left.
    package var label: String?

    /// Reads the last component of an image's path.
    package init(_ fileName: String) {
        var stem = Substring(fileName)
        if let dot = stem.lastIndex(of: "."), dot > stem.startIndex, stem[stem.index(after: dot)...].count <= 5 {
            stem = stem[..<dot]
        }
        if let underscore = stem.firstIndex(of: "_") {
            let number = stem[..<underscore]
            if !number.isEmpty, number.count <= 4, number.allSatisfy({ $0.isASCII && $0.isNumber }) {
                stem = stem[stem.index(after: underscore)...]
            }
        }
        let digitsOnly = stem.allSatisfy { $0.isASCII && $0.isNumber }
        label = stem.isEmpty || digitsOnly ? nil : String(stem)
    }
}
