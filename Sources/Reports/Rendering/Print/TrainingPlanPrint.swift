import Grading
import Typesetting

/// An institution's training plan as sheets to print and to sign, in one language.
struct TrainingPlanPrint {
    let sheet: TrainingPlanSheet
    let language: Language

    /// The PDF's bytes.
    func bytes() throws(ReportError) -> [UInt8] {
        do throws(TypesettingError) {
            return try document().pdf()
        } catch {
            throw ReportError(code: .cannotBeDrawn, message: error.message)
        }
    }

    private func document() throws(TypesettingError) -> PageDocument {
        var flow = PrintFlow(language: language)
        try flow.paragraph([PageText.Run(sheet.title[language])], size: 9, colour: PrintFlow.soft)
        try flow.paragraph([PageText.Run(sheet.scope, isBold: true)], size: 18)
        try flow.note(sheet.span[language])
        try flow.heading(Word.inOneMinute.text[language])
        for line in sheet.minute {
            try flow.paragraph(
                [
                    PageText.Run("\(line.state.word[language])  ", isBold: true), PageText.Run(line.text[language]),
                ]
            )
        }
        if let drawing = sheet.pareto {
            try flow.heading(drawing.title[language], following: flow.height(of: drawing))
            flow.plot(drawing)
            try flow.note(drawing.summary[language])
        }
        try table(TrainingPlanSheet.topicTitle, TrainingPlanSheet.topicColumns, sheet.topicRows, &flow)
        try table(TrainingPlanSheet.personTitle, TrainingPlanSheet.personColumns, sheet.personRows, &flow)
        flow.skip(8)
        try flow.note(sheet.smallPrint[language])
        flow.skip(18)
        let signed = LocalizedText(
            zh: "负责人签字：____________________    日期：____________",
            en: "Signed by the head: ____________________    Date: ____________"
        )
        try flow.paragraph([PageText.Run(signed[language])])
        let title = "\(sheet.title[language]) \(sheet.scope)"
        return PageDocument(
            title: title,
            author: "",
            subject: sheet.madeAt.date,
            program: sheet.program,
            created: sheet.madeAt.iso8601,
            pages: flow.finished(foot: "\(title) · \(sheet.madeAt.date)")
        )
    }

    private func table(
        _ title: LocalizedText,
        _ columns: [LocalizedText],
        _ rows: [[LocalizedText]],
        _ flow: inout PrintFlow
    ) throws(TypesettingError) {
        guard !rows.isEmpty else { return }
        try flow.heading(title[language])
        // The last column of persons holds figures and stays on one line.
        let table = PrintTable(
            columns.enumerated().map { index, column in
                (column[language], columns.count > 3 && index == columns.count - 1 ? .figures : .words)
            },
            rows: rows.map { $0.map { $0[language] } }
        )
        try flow.table(table)
    }
}
