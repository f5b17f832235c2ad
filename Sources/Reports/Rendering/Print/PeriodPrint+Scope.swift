import Grading
import Typesetting

extension PeriodPrint {
    /// What kind of report it is.
    var kindName: String { report.kindName[language] }

    /// Whom or what it is about, with what it is narrowed to.
    var scopeName: String {
        ([report.scopeName] + report.cutNames).map { $0[language] }.joined(separator: " · ")
    }

    /// One way in which a period's images are divided.
    struct Division {
        let title: String
        /// Over the rows' names.
        let name: String
        let rows: [PeriodRow]
        var isRanked = false
        /// Stands for an empty id.
        let nameless: String
        /// Rows that are printed at most.
        var most = Int.max
    }

    /// The divisions that have rows, in the order in which they are printed.
    var divisions: [Division] {
        let institutions = Division(
            title: word(.byInstitution),
            name: word(.institution),
            rows: report.byInstitution,
            isRanked: true,
            nameless: own(.unregistered)
        )
        let types = Division(
            title: word(.byExamType),
            name: word(.examType),
            rows: report.byExamType,
            nameless: word(.unknownType)
        )
        let others = report.parts.map { part in
            Division(
                title: own(part.title),
                name: own(part.column),
                rows: part.rows,
                isRanked: part.title == .byTechnician,
                nameless: own(part.unknown),
                most: part.title == .bySection ? PeriodPage.rowLimit : .max
            )
        }
        return ([institutions, types] + others).filter { !$0.rows.isEmpty }
    }

    private func own(_ word: ScopeWord) -> String { word.text[language] }

    /// Waiting times by stage against targets, and the list of what came late; nothing where nobody asked for them.
    func waits(_ flow: inout PrintFlow) throws(TypesettingError) {
        guard let waits = report.waits, !waits.stages.isEmpty else { return }
        try flow.heading(own(.waits))
        var rows: [[String]] = []
        for line in waits.stages {
            let parts = [
                (line.all, line.stage.name[language]), (line.day, own(.day)), (line.night, own(.night)),
            ]
            for (index, (part, name)) in parts.enumerated() where index == 0 || !part.isEmpty {
                rows.append([
                    index == 0 ? name : "    \(name)",
                    index == 0 ? line.target.map { Numbers.duration(seconds: $0)[language] } ?? "–" : "",
                    part.seconds.map { Numbers.duration(seconds: $0.p50)[language] } ?? "–",
                    part.seconds.map { Numbers.duration(seconds: $0.p95)[language] } ?? "–",
                    part.within.map(Numbers.percent) ?? "–", part.late.map(String.init) ?? "–", String(part.open),
                ])
            }
        }
        let titles = [
            word(.stage), own(.target), word(.median), word(.p95), own(.onTime), own(.lateColumn), own(.stillOpen),
        ]
        try flow.table(PrintTable(titles, rows: rows))
        try flow.note("\(own(.night)): \(waits.nightFrom)–\(waits.nightUntil)")
        guard !waits.late.isEmpty else { return try flow.note(own(.lateNone)) }
        try flow.heading(own(.late))
        let shown = waits.late.prefix(PeriodWaitPanels.mostShown)
        let late = shown.map { item in
            [
                Self.place(item.place, of: item.technician), item.stage.name[language], item.since.minute,
                Numbers.duration(seconds: item.seconds)[language] + (item.open ? " (\(own(.stillWaiting)))" : ""),
                Numbers.duration(seconds: item.target)[language],
            ]
        }
        let table = PrintTable(
            [
                (word(.file), .words), (word(.stage), .words),
                (word(.received), .figures), (own(.took), .figures), (own(.target), .figures),
            ],
            rows: late
        )
        try flow.table(table)
        try more(waits.lateCount - shown.count, &flow)
    }
}
