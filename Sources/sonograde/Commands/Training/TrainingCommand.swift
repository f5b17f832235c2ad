import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct TrainingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "What to teach whom, and whether it helped.",
        discussion: """
            A plan follows from somebody's own images; an evaluation compares those before a course with those after it.

            Example:
              sonograde training plan --institution C01
              sonograde course enrol T03A --proposed
              sonograde training evaluate T03A
              sonograde training transcript C01/zhang
            """,
        subcommands: [
            TrainingPlanCommand.self, TrainingEvaluate.self, TrainingTranscript.self, TrainingCompetition.self,
        ]
    )
}

extension OpenHome {
    /// The desk for training.
    var trainingDesk: TrainingDesk { TrainingDesk(store: store, clock: ReportClock(zone: settings.timezone)) }
}

struct TrainingCompetition: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "competition",
        abstract: "Rank who took part in a course or a contest by theory and practice.",
        discussion: """
            First attempts count. The better practical mark decides between equal totals; true equals share a rank. Who \
            lacks a mark stands last, without a rank.

            Example:
              sonograde training competition JS26 --theory-weight 40
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Option(name: .customLong("theory-weight"), help: "Percent of the total that theory makes, 0 to 100.")
    var theoryWeight = 40
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        guard (0...100).contains(theoryWeight) else { throw Failure(.usage, "--theory-weight is 0 to 100") }
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let lines = try answering { try opened.trainingDesk.competition(course: id, theoryWeight: theoryWeight) }
        try RowOutput.write(lines.map(CompetitionRow.init), as: output.format) { rows in
            let heads =
                language == .zh
                ? ["名次", "技术人员", "姓名", "单位", "理论", "操作", "总分"]
                : ["rank", "technician", "name", "institution", "theory", "practical", "total"]
            var table = TextTable(zip(heads, 0...).map { ($0, [0, 4, 5, 6].contains($1) ? .right : .left) })
            for row in rows {
                table.add([
                    row.rank.map { "\($0)" } ?? "–", row.technician, row.name, row.institution, row.theory ?? "–",
                    row.practical ?? "–", row.total ?? "–",
                ])
            }
            Terminal.write(table.text(columns: Terminal.columns))
        }
    }
}

/// A line of a competition's list, as the command writes it.
private struct CompetitionRow: OutputRow {
    let rank: Int?
    let technician: String
    let name: String
    let institution: String
    let theory: String?
    let practical: String?
    let total: String?

    init(_ line: CompetitionLine) {
        rank = line.rank
        technician = line.entrant.technician
        name = line.entrant.name
        institution = line.entrant.institution
        theory = line.entrant.theory.map(Tenths.text)
        practical = line.entrant.practical.map(Tenths.text)
        total = line.total.map(Self.points)
    }

    /// Points from thousandths, with no more decimals than are needed: `75.6`.
    private static func points(_ thousandths: Int) -> String {
        guard thousandths % 1000 != 0 else { return "\(thousandths / 1000)" }
        var decimals = "\(1000 + thousandths % 1000)".dropFirst()
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(thousandths / 1000).\(decimals)"
    }

    static let columns = ["rank", "technician", "name", "institution", "theory", "practical", "total"]
    var cells: [String] {
        [rank.map { "\($0)" } ?? "", technician, name, institution, theory ?? "", practical ?? "", total ?? ""]
    }
}
