import Grading

/// How long a period's work took, and the worst late ones, as text for a terminal.
struct PeriodWaitTable {
    /// Late ones that a terminal shows.
    static let mostShown = 10

    let waits: WaitingTimes
    let language: Language
    /// Of the terminal; nil breaks no line.
    var columns: Int?

    /// Blocks with a blank line between them.
    var text: String { [times, late].filter { !$0.isEmpty }.joined(separator: "\n") }

    private func word(_ word: ScopeWord) -> String { word.text[language] }

    private var times: String {
        let (median, p95) = (Word.median.text[language], Word.p95.text[language])
        var table = TextTable([
            (word(.waits), .left), (word(.target), .right), (word(.stillOpen), .right),
            ("\(word(.day)) \(median)", .right), (p95, .right), (word(.onTime), .right),
            ("\(word(.night)) \(median)", .right), (p95, .right), (word(.onTime), .right),
        ])
        for line in waits.stages {
            var cells = [line.stage.name[language], line.target.map { Numbers.duration(seconds: $0)[language] } ?? ""]
            cells.append(String(line.all.open))
            for part in [line.day, line.night] {
                cells.append(part.seconds.map { Numbers.duration(seconds: $0.p50)[language] } ?? "")
                cells.append(part.seconds.map { Numbers.duration(seconds: $0.p95)[language] } ?? "")
                cells.append(part.within.map(Numbers.percent) ?? "")
            }
            table.add(cells)
        }
        return table.text(columns: columns)
    }

    private var late: String {
        guard waits.lateCount > 0 else { return "" }
        var table = TextTable([
            ("\(word(.late)) (\(waits.lateCount))", .left), (word(.stage), .left), (word(.since), .left),
            (word(.took), .right), (word(.target), .right),
        ])
        for item in waits.late.prefix(Self.mostShown) {
            table.add([
                item.place, item.stage.name[language], item.since.minute,
                Numbers.duration(seconds: item.seconds)[language] + (item.open ? " \(word(.stillWaiting))" : ""),
                Numbers.duration(seconds: item.target)[language],
            ])
        }
        return table.text(columns: columns)
    }
}
