import ArgumentParser
import Grading
import Reports

struct ReadingSumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sum",
        abstract: "Say from which strength readers reject a picture, fault by fault, and how far they agree.",
        discussion: """
            One line a fault and strength: how many pictures were read how often, the share that noticed a weakness, and the \
            share that rejected the picture with its 95 % interval. Then the strength at which half and three quarters \
            reject: shares are kept from falling with the strength, and between two strengths taken on the straight line. \
            Lines without a verdict count as not read. Each file of answers is one reader and belongs to the key before it; \
            several keys, each with its answers, are summed together.

            Example:
              sonograde rubric reading sum may-key.csv wang.csv liu.csv --format json
              sonograde rubric reading sum may-key.csv wang.csv june-key.csv liu.csv
            """
    )

    @Argument(
        help: ArgumentHelp("The table that `rubric reading make` wrote, then the readers' answers.", valueName: "file")
    )
    var files: [String]
    @Option(name: .customLong("format"), help: "Form of the answer.") var format: SummaryFormat = .table

    func run() throws {
        let readings = try ReadingTables.readings(files)
        guard !readings.isEmpty else { throw Failure(.usage, "nobody has answered yet: no line has a verdict") }
        let sums = ReadingSums(readings)
        if format == .json { return Terminal.line(try CanonicalJSON.text(sums)) }
        Terminal.write(Self.text(of: sums))
    }

    private static func text(of sums: ReadingSums) -> String {
        var table = TextTable([
            ("fault", .left), ("strength", .right), ("pictures", .right), ("readings", .right), ("noticed", .right),
            ("rejected", .right), ("95 %", .left),
        ])
        if let untouched = sums.untouched { table.add(cells("none", untouched)) }
        for fault in sums.faults { for row in fault.rows { table.add(cells(fault.fault, row)) } }
        var limits = TextTable([("fault", .left), ("half reject at", .right), ("three quarters at", .right)])
        for fault in sums.faults {
            limits.add([fault.fault, strength(fault.halfRejectAt), strength(fault.mostRejectAt)])
        }
        var lines = table.text() + "\n" + limits.text() + "\n" + String.counted(sums.readers, "reader")
        if let agreement = sums.agreement {
            let kappa = agreement.kappa.map { Numbers.fixed($0, decimals: 2) } ?? "–"
            lines +=
                "; the same verdict on \(Numbers.percent(agreement.same)) of \(agreement.pairs) pairs, "
                + "Cohen's κ (quadratic) \(kappa)"
        }
        return lines + "\n"
    }

    private static func cells(_ fault: String, _ row: ReadingSums.Row) -> [String] {
        let interval = ShareInterval(wilson: row.rejected, of: row.readings)
        return [
            fault, Numbers.fixed(row.strength, decimals: 2), "\(row.pictures)", "\(row.readings)",
            Numbers.percent(Double(row.noticed) / Double(row.readings)), Numbers.percent(row.share),
            interval.map { "\(Numbers.percent($0.low))–\(Numbers.percent($0.high))" } ?? "",
        ]
    }

    private static func strength(_ strength: Double?) -> String {
        strength.map { Numbers.fixed($0, decimals: 2) } ?? "not reached"
    }
}
