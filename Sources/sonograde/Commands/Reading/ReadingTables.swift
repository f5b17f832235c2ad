import Grading
import Intake

/// The tables of a blind reading: what is behind the numbers, and what readers answered.
enum ReadingTables {
    /// Columns of the table of what is behind the numbers.
    static let keyColumns = ["number", "file", "fault", "shape", "strength"]

    private struct Stimulus {
        let fault: String?
        let strength: Double
    }

    /// Joins readers' answers to what they were shown; lines without a verdict were not read.
    ///
    /// - Parameter files: A table that `rubric reading make` wrote, known by its column `fault`, then the answers to it, each
    ///   file one reader; then perhaps another such table with its answers.
    static func readings(_ files: [String]) throws(Failure) -> [ReadingSums.Reading] {
        var readings: [ReadingSums.Reading] = []
        var key: (name: String, shown: [String: Stimulus])?
        for file in files {
            let rows = CSVTable.rows(try InputFile.text(file))
            let head = rows.first?.cells.map(CSVTable.cell) ?? []
            let body = rows.dropFirst()
            if head.contains("fault") {
                key = (file, try shown(body, head: head, in: file))
            } else if let key {
                readings += try answers(body, head: head, in: file, to: key.shown, named: key.name)
            } else {
                throw Failure(
                    .usage,
                    "\(file): give the table that `rubric reading make` wrote before the answers to it"
                )
            }
        }
        return readings
    }

    private static func answers(
        _ rows: ArraySlice<CSVTable.Row>,
        head: [String],
        in file: String,
        to shown: [String: Stimulus],
        named key: String
    ) throws(Failure) -> [ReadingSums.Reading] {
        let columns = try places(of: ["number", "verdict"], in: head, of: file)
        var readings: [ReadingSums.Reading] = []
        var seen: Set<String> = []
        for row in rows {
            let (number, verdict) = (cell(row, columns[0]), cell(row, columns[1]))
            if verdict.isEmpty { continue }
            guard let stimulus = shown[number] else {
                throw Failure(.usage, "\(file), line \(row.line): \(key) has no number \(number)")
            }
            guard let value = Int(verdict).flatMap(ReadingSums.Verdict.init(rawValue:)) else {
                throw Failure(.usage, "\(file), line \(row.line): the verdict is \(verdict); allowed are 0, 1 and 2")
            }
            guard seen.insert(number).inserted else {
                throw Failure(.usage, "\(file), line \(row.line): number \(number) is answered twice")
            }
            readings.append(
                ReadingSums.Reading(
                    reader: file,
                    picture: "\(key) \(number)",
                    fault: stimulus.fault,
                    strength: stimulus.strength,
                    verdict: value
                )
            )
        }
        return readings
    }

    private static func shown(
        _ rows: ArraySlice<CSVTable.Row>,
        head: [String],
        in file: String
    ) throws(Failure) -> [String: Stimulus] {
        let columns = try places(of: ["number", "fault", "strength"], in: head, of: file)
        var shown: [String: Stimulus] = [:]
        for row in rows {
            guard let strength = Double(cell(row, columns[2])), strength.isFinite, strength >= 0 else {
                throw Failure(.usage, "\(file), line \(row.line): the strength is no number")
            }
            let fault = cell(row, columns[1])
            shown[cell(row, columns[0])] = Stimulus(fault: fault == "none" ? nil : fault, strength: strength)
        }
        return shown
    }

    private static func places(of columns: [String], in head: [String], of file: String) throws(Failure) -> [Int] {
        var places: [Int] = []
        for column in columns {
            guard let place = head.firstIndex(of: column) else {
                throw Failure(.usage, "\(file): the first line has no column \(column)")
            }
            places.append(place)
        }
        return places
    }

    private static func cell(_ row: CSVTable.Row, _ column: Int) -> String {
        row.cells.indices.contains(column) ? CSVTable.cell(row.cells[column]) : ""
    }
}
