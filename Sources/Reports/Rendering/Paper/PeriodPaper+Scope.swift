import Grading
import Typesetting

extension PeriodPaper {
    /// What kind of report it is.
    var kindName: String {
        switch report.kind {
        case .exam: word(.examReport)
        case .institution: word(.institutionReport)
        case .network: word(.networkReport)
        case .technician: PaperWord.technicianReport.text[language]
        case .device: PaperWord.deviceReport.text[language]
        case .region: PaperWord.regionReport.text[language]
        }
    }

    /// Whom or what it is about, with what it is narrowed to.
    var scopeName: String {
        let place = report.institution?.name
        let whole =
            if let subject = report.subject {
                subject.name[language] + (place.map { " · \($0)" } ?? "")
            } else {
                place ?? word(.network)
            }
        return ([whole] + cutNames).joined(separator: " · ")
    }

    private var cutNames: [String] {
        guard let cuts = report.cuts else { return [] }
        let ownership: PaperWord? = cuts.ownership.map { $0 == .isPublic ? .isPublic : .nonPublic }
        return [
            ownership?.text[language], cuts.county?.name[language], cuts.examType?.name[language],
            cuts.section.map { Optional($0).displayName[language] },
        ].compactMap { $0 }
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
        func own(_ word: PaperWord) -> String { word.text[language] }
        let (none, unnamed) = (own(.notRegistered), own(.notNamed))
        let divisions = [
            Division(
                title: word(.byInstitution),
                name: word(.institution),
                rows: report.byInstitution,
                isRanked: true,
                nameless: none
            ),
            Division(
                title: own(.byTechnician),
                name: own(.technician),
                rows: report.byTechnician ?? [],
                isRanked: true,
                nameless: unnamed
            ),
            Division(title: own(.byDevice), name: own(.device), rows: report.byDevice ?? [], nameless: unnamed),
            Division(title: own(.byOwnership), name: own(.ownership), rows: report.byOwnership ?? [], nameless: none),
            Division(title: own(.byCounty), name: own(.county), rows: report.byCounty ?? [], nameless: none),
            Division(
                title: word(.byExamType),
                name: word(.examType),
                rows: report.byExamType,
                nameless: word(.unknownType)
            ),
            Division(
                title: own(.bySection),
                name: word(.section),
                rows: report.bySection ?? [],
                nameless: word(.sectionUnknown),
                most: PeriodPage.rowLimit
            ),
        ]
        return divisions.filter { !$0.rows.isEmpty }
    }

    /// Waiting times by stage against targets, and the list of what came late; nothing where nobody asked for them.
    func waits(_ flow: inout PaperFlow) throws(TypesettingError) {
        guard let waits = report.waits, !waits.stages.isEmpty else { return }
        func own(_ word: PaperWord) -> String { word.text[language] }
        try flow.heading(own(.waits))
        var rows: [[String]] = []
        for line in waits.stages {
            let parts = [
                (line.all, Self.name(of: line.stage).text[language]), (line.day, own(.byDay)),
                (line.night, own(.byNight)),
            ]
            for (index, (part, name)) in parts.enumerated() where index == 0 || !part.isEmpty {
                rows.append([
                    index == 0 ? name : "    \(name)",
                    index == 0 ? line.target.map { Numbers.duration(seconds: $0) } ?? "–" : "",
                    part.seconds.map { Numbers.duration(seconds: $0.p50) } ?? "–",
                    part.seconds.map { Numbers.duration(seconds: $0.p95) } ?? "–",
                    part.within.map(Numbers.percent) ?? "–", part.late.map(String.init) ?? "–", String(part.open),
                ])
            }
        }
        let titles = [
            word(.stage), own(.target), word(.median), word(.p95), own(.withinTarget), own(.late), own(.stillOpen),
        ]
        try flow.table(PaperTable(titles, rows: rows))
        try flow.note("\(own(.byNight)): \(waits.nightFrom)–\(waits.nightUntil)")
        guard !waits.late.isEmpty else { return try flow.note(own(.lateNone)) }
        try flow.heading(own(.lateOnes))
        let shown = waits.late.prefix(PeriodWaitPanels.mostShown)
        let late = shown.map { item in
            [
                Self.place(item.place, of: item.technician), Self.name(of: item.stage).text[language],
                item.since.minute,
                Numbers.duration(seconds: item.seconds) + (item.open ? " (\(own(.stillOpen)))" : ""),
                Numbers.duration(seconds: item.target),
            ]
        }
        let table = PaperTable(
            [
                (word(.file), .words), (word(.stage), .words),
                (word(.received), .figures), (own(.took), .figures), (own(.target), .figures),
            ],
            rows: late
        )
        try flow.table(table)
        try more(waits.lateCount - shown.count, &flow)
    }

    private static func name(of stage: WaitingStage) -> PaperWord {
        switch stage {
        case .answered: .waitAnswered
        case .graded: .waitGraded
        case .claimed: .waitClaimed
        case .reviewed: .waitReviewed
        case .readCritical: .waitCritical
        case .readFlagged: .waitFlagged
        case .readSampled: .waitSampled
        case .reported: .waitReported
        }
    }
}
