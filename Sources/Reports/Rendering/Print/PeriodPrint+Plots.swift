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

    /// What a plot needs beside its drawing: title, caption and note, a line or two each.
    private static let besidePlot = 80.0
    /// How small a plot may become so that it still finds room on a sheet.
    private static let leastScale = 0.8

    /// The plots one below the other, each with its title and how it is to be read.
    ///
    /// So that no sheet stays half empty, a smaller plot that fits comes before a larger one that does not, and the next
    /// one is drawn a little smaller where that is all that it takes.
    func plots(_ flow: inout PrintFlow) throws(TypesettingError) {
        var waiting = PeriodPlots(report).all
        while !waiting.isEmpty {
            let room = flow.left - Self.besidePlot
            func scale(_ plot: PeriodPlots.Plot) -> Double { room / max(1, flow.height(of: plot.drawing)) }
            let index =
                waiting.firstIndex { scale($0) >= 1 } ?? waiting.firstIndex { scale($0) >= Self.leastScale } ?? 0
            let plot = waiting.remove(at: index)
            let shrink = scale(plot) >= Self.leastScale ? min(1, scale(plot)) : 1
            let following = flow.height(of: plot.drawing) * shrink + 30
            try flow.heading(plot.drawing.title[language], following: following)
            flow.plot(plot.drawing, shrink: shrink)
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
