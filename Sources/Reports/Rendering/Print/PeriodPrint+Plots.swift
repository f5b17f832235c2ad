import Grading
import Typesetting

extension PeriodPrint {
    /// What is read in one minute; nothing for an empty period.
    func minute(_ flow: inout PrintFlow) throws(TypesettingError) {
        let lines = PeriodSummary(report).lines
        guard !lines.isEmpty else { return }
        try flow.heading(word(.inOneMinute))
        for line in lines {
            try flow.paragraph([
                PageText.Run("[\(line.state.word[language])] ", isBold: true, colour: Self.colour(of: line.state)),
                PageText.Run(line.text[language]),
            ])
        }
        flow.skip(8)
    }

    /// The plots one below the other, each with its title and how it is to be read.
    func plots(_ flow: inout PrintFlow) throws(TypesettingError) {
        for plot in PeriodPlots(report).all {
            try flow.heading(plot.drawing.title[language], following: flow.height(of: plot.drawing) + 30)
            flow.plot(plot.drawing)
            try flow.paragraph([PageText.Run(plot.caption[language])])
            try flow.note(plot.note[language])
        }
    }

    private static func colour(of state: PeriodSummary.State) -> PageColour {
        switch state {
        case .act: PageColour(0xb3261e)
        case .watch: PageColour(0x8a5a00)
        case .good: PageColour(0x17703a)
        case .plain: PrintFlow.soft
        }
    }
}
