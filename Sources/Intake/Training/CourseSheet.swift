package import Grading
package import Store

/// A course's book as a table: one line a person, with hours by session and marks by attempt.
///
/// The columns are `technician` (`C01/zhang`), `name`, `hours_1`…, `theory_1`, `theory_1_on`, `theory_1_by`, `theory_2`…
/// and the same of `practical`; Chinese heads are read too. An empty cell says nothing.
package enum CourseSheet {
    /// What a column holds.
    private enum Column: Equatable {
        case technician, name
        case hours(Int)
        case mark(CoursePart, Int)
        case day(CoursePart, Int)
        case marker(CoursePart, Int)

        func head(_ language: Language) -> String {
            switch (self, language) {
            case (.technician, .zh): "技术人员"
            case (.technician, .en): "technician"
            case (.name, .zh): "姓名"
            case (.name, .en): "name"
            case (.hours(let number), .zh): "学时\(number)"
            case (.hours(let number), .en): "hours_\(number)"
            case (.mark(let part, let attempt), .zh): "\(part.name.zh)\(attempt)"
            case (.mark(let part, let attempt), .en): "\(part.rawValue)_\(attempt)"
            case (.day(let part, let attempt), .zh): "\(part.name.zh)\(attempt)日期"
            case (.day(let part, let attempt), .en): "\(part.rawValue)_\(attempt)_on"
            case (.marker(let part, let attempt), .zh): "\(part.name.zh)\(attempt)考官"
            case (.marker(let part, let attempt), .en): "\(part.rawValue)_\(attempt)_by"
            }
        }
    }

    /// All columns that a course's table can have.
    private static func columns(of course: CourseRecord) -> [Column] {
        var columns: [Column] = [.technician, .name] + course.sessions.indices.map { .hours($0 + 1) }
        for part in CoursePart.allCases where course.rules.pass(part) != nil {
            for attempt in 1...course.rules.mostAttempts {
                columns += [.mark(part, attempt), .day(part, attempt), .marker(part, attempt)]
            }
        }
        return columns
    }

    /// What a table says.
    package struct Reading: Sendable, Hashable {
        package var entries: [CourseEntry] = []
        /// Every cell that cannot be read.
        package var problems: [CourseEntryProblem] = []
    }

    /// Reads a table; its first row has the heads.
    ///
    /// - Parameters:
    ///   - rows: the rows of cells; a row's line is its number from 1.
    ///   - day: the day of marks that have none beside them; nil where nobody said.
    ///   - marker: who gave marks that name nobody; nil where nobody said.
    package static func read(
        _ rows: [[String]],
        of course: CourseRecord,
        day: String? = nil,
        marker: String? = nil
    ) -> Reading {
        var reading = Reading()
        let known = columns(of: course)
        var columns: [Column?] = []
        for head in rows.first ?? [] {
            let name = CSVTable.cell(head)
            let column = known.first { Language.allCases.map($0.head).contains(name) }
            if column == nil, !name.isEmpty {
                let parts = CoursePart.allCases.filter { course.rules.pass($0) != nil }.map(\.rawValue)
                let marks = parts.map { ", \($0)_1, \($0)_1_on, \($0)_1_by" }.joined()
                let all = "technician, name, hours_1 to hours_\(course.sessions.count)\(marks)"
                reading.problems.append(
                    CourseEntryProblem(
                        line: 1,
                        technician: course.id,
                        message: "no column is called \(name); columns are \(all) and so on up to the last attempt"
                    )
                )
            } else if let column, columns.contains(column) {
                reading.problems.append(
                    CourseEntryProblem(line: 1, technician: course.id, message: "the column \(name) stands there twice")
                )
            }
            columns.append(column)
        }
        if !columns.contains(.technician) {
            reading.problems.append(
                CourseEntryProblem(line: 1, technician: course.id, message: "the column technician (技术人员) is missing")
            )
        }
        guard reading.problems.isEmpty else { return reading }
        var lines: [String: Int] = [:]
        for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            var line = Line(number: index + 1, day: day, marker: marker)
            if row.dropFirst(columns.count).contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
                line.problems.append("has more cells than the first line; put quotes around a text with a comma")
            }
            for (column, cell) in zip(columns, row) where column != nil {
                if let column { line.take(CSVTable.cell(cell), column) }
            }
            let entry = line.entry()
            if let first = lines[entry.name], line.problems.isEmpty {
                line.problems.append("stands in line \(first) already")
            }
            lines[entry.name] = lines[entry.name] ?? line.number
            reading.entries.append(entry)
            reading.problems += line.problems.map {
                CourseEntryProblem(line: line.number, technician: entry.name, message: $0)
            }
        }
        return reading
    }

    /// The table of a course's book, which `read` reads again; who left is not in it.
    package static func rows(_ standings: [CourseStanding], of course: CourseRecord, language: Language) -> [[String]] {
        let present = standings.filter { $0.withdrawnAt == nil }
        let used = present.flatMap(\.marks).filter { $0.annulledAt == nil }.map(\.attempt).max() ?? 1
        let columns = columns(of: course).filter { column in
            switch column {
            case .mark(_, let attempt), .day(_, let attempt), .marker(_, let attempt): attempt <= used
            default: true
            }
        }
        let lines = present.map { standing in
            columns.map { column -> String in
                func mark(_ part: CoursePart, _ attempt: Int) -> CourseMark? {
                    standing.marks.first { $0.part == part && $0.attempt == attempt && $0.annulledAt == nil }
                }
                switch column {
                case .technician: return standing.technician
                case .name: return standing.name
                case .hours(let session): return standing.attendance[session].map(Tenths.text) ?? ""
                case .mark(let part, let attempt): return mark(part, attempt).map { Tenths.text($0.tenths) } ?? ""
                case .day(let part, let attempt): return mark(part, attempt)?.day ?? ""
                case .marker(let part, let attempt): return mark(part, attempt)?.markedBy ?? ""
                }
            }
        }
        return [columns.map { $0.head(language) }] + lines
    }

    /// One person's line while it is read.
    private struct Line {
        let number: Int
        let day: String?
        let marker: String?
        var problems: [String] = []
        private var technician = ""
        private var attendance: [Int: Int] = [:]
        private var marks: [CoursePart: [Int: (tenths: Int?, day: String?, marker: String?)]] = [:]

        init(number: Int, day: String?, marker: String?) {
            self.number = number
            self.day = day
            self.marker = marker
        }

        mutating func take(_ text: String, _ column: Column) {
            guard !text.isEmpty else { return }
            switch column {
            case .technician: technician = text
            case .name: break
            case .hours(let session):
                guard let tenths = Tenths.read(text) else {
                    return problems.append("hours_\(session): \(text) is no number of hours, such as 6 or 6.5")
                }
                attendance[session] = tenths
            case .mark(let part, let attempt):
                guard let tenths = Tenths.read(text) else {
                    return problems.append(
                        "\(part.rawValue)_\(attempt): \(text) is no mark from 0 to 100, such as 86 or 86.5"
                    )
                }
                marks[part, default: [:]][attempt, default: (nil, nil, nil)].tenths = tenths
            case .day(let part, let attempt):
                guard let day = DayText.read(text) else {
                    return problems.append("\(part.rawValue)_\(attempt)_on: \(text) is no day; write yyyy-MM-dd")
                }
                marks[part, default: [:]][attempt, default: (nil, nil, nil)].day = day
            case .marker(let part, let attempt):
                marks[part, default: [:]][attempt, default: (nil, nil, nil)].marker = text
            }
        }

        /// The entry; what is missing is added to the problems.
        mutating func entry() -> CourseEntry {
            var noted: [CourseEntry.Mark] = []
            for part in CoursePart.allCases {
                for (attempt, cells) in (marks[part] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    let name = "\(part.rawValue)_\(attempt)"
                    guard let tenths = cells.tenths else {
                        problems.append("\(name) is empty, though a day or an examiner stands beside it")
                        continue
                    }
                    guard let day = cells.day ?? day else {
                        problems.append("\(name) has no day; fill \(name)_on or give --on yyyy-MM-dd")
                        continue
                    }
                    noted.append(
                        CourseEntry.Mark(
                            part: part,
                            tenths: tenths,
                            attempt: attempt,
                            day: day,
                            markedBy: cells.marker ?? marker
                        )
                    )
                }
            }
            let reference = try? RegistryReference(text: technician, of: .technician)
            if reference == nil { problems.append("write the technician as INSTITUTION/CODE, such as C01/zhang") }
            return CourseEntry(
                line: number,
                institution: reference?.institution ?? technician,
                technician: reference?.code ?? "",
                enrols: true,
                attendance: attendance,
                marks: noted
            )
        }
    }
}
