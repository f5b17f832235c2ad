import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

/// `report technician`.
struct TechnicianReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "technician",
        abstract: "Report on one technician over a period.",
        discussion: """
            The code is the one that the clinic writes into exam.json; it need not be registered.

            Example:
              sonograde report technician C01/zhang --format html --output zhang.html
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var cuts: ExamCutOptions
    @OptionGroup var output: ReportOutput
    @Argument(help: ArgumentHelp("Institution and code.", valueName: "institution/code")) var technician: String

    func run() throws {
        let (institution, code) = try PlaceAndCode.read(technician, what: "technician")
        try PeriodReportWriting(home: home, period: period, output: output)
            .write(.technician(institution: institution, code: code), exams: cuts, institutions: nil)
    }
}

/// `report device`.
struct DeviceReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device",
        abstract: "Report on one device over a period.",
        discussion: """
            The code is the one that the clinic writes into exam.json; it need not be registered.

            Example:
              sonograde report device C01/US2 --month 2026-03
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var cuts: ExamCutOptions
    @OptionGroup var output: ReportOutput
    @Argument(help: ArgumentHelp("Institution and code.", valueName: "institution/code")) var device: String

    func run() throws {
        let (institution, code) = try PlaceAndCode.read(device, what: "device")
        try PeriodReportWriting(home: home, period: period, output: output)
            .write(.device(institution: institution, code: code), exams: cuts, institutions: nil)
    }
}

/// `report institution`.
struct InstitutionReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "institution",
        abstract: "Report on one institution over a period.",
        discussion: "Example:\n  sonograde report institution C01 --month 2026-03 --format csv"
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var cuts: ExamCutOptions
    @OptionGroup var output: ReportOutput
    @Argument(help: "The institution's folder name in the inbox.") var id: String

    func run() throws {
        try PeriodReportWriting(home: home, period: period, output: output)
            .write(.institution(id), exams: cuts, institutions: nil)
    }
}

/// `report region`.
struct RegionReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "Report on all institutions of a county, prefecture or province over a period.",
        discussion: """
            The region is a code of GB/T 2260: 510115 is a county; 510100 a prefecture and 510000 a province with all \\
            counties below. An institution is in a county where it is registered there.

            Example:
              sonograde report region 510115 --month 2026-03 --ownership public
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var cuts: ExamCutOptions
    @Option(help: "Only public or non-public institutions.") var ownership: Ownership?
    @OptionGroup var output: ReportOutput
    @Argument(help: ArgumentHelp("Six digits of GB/T 2260, or the name: 温江区, 成都市.", valueName: "place")) var region:
        String

    func run() throws {
        let code = try CountyCode.read(region, option: "the region")
        try PeriodReportWriting(home: home, period: period, output: output)
            .write(.region(code), exams: cuts, institutions: (ownership, nil))
    }
}

/// `report network`.
struct NetworkReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Report on all institutions over a period.",
        discussion: """
            Example:
              sonograde report network --month 2026-03 --format html --output network.html
              sonograde report network --county 510115 --ownership non_public
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var cuts: ExamCutOptions
    @Option(help: "Only public or non-public institutions.") var ownership: Ownership?
    @Option(
        help: ArgumentHelp("Only of this county (GB/T 2260; 510100: all below), by code or name.", valueName: "place")
    )
    var county: String?
    @OptionGroup var output: ReportOutput

    func run() throws {
        let code = try county.map { try CountyCode.read($0, option: "--county") }
        try PeriodReportWriting(home: home, period: period, output: output)
            .write(.network, exams: cuts, institutions: (ownership, code))
    }
}

/// Makes a period's report and hands it out.
struct PeriodReportWriting {
    let home: HomeOption
    let period: PeriodOption
    let output: ReportOutput

    /// Writes the report on a subject, narrowed by what was asked for.
    func write(
        _ subject: ReportRequest.Subject,
        exams: ExamCutOptions,
        institutions: (ownership: Ownership?, county: String?)?
    ) throws {
        let opened = try OpenHome.forReading(try home.home())
        let clock = ReportClock(zone: opened.settings.timezone)
        let request = ReportRequest(
            subject,
            span: try period.span(clock: clock),
            ownership: institutions?.ownership,
            county: institutions?.county,
            examType: try exams.knownExamType,
            section: try exams.knownSection,
            now: Timestamp(Date())
        )
        let language = output.language.language(home: opened.settings.language)
        do {
            let report = try PeriodReporting(opened: opened, clock: clock).report(request)
            try output.write(try report.rendered(as: output.form, language: language, columns: output.columns))
        } catch let error as StoreError where error.code == .notFound {
            throw Failure(.no, "\(error)")
        }
    }
}

extension PeriodReporting {
    /// The writer of an opened home.
    init(opened: OpenHome, clock: ReportClock) {
        self.init(
            store: opened.store,
            library: opened.library,
            clock: clock,
            targets: opened.settings.targets,
            program: Sonograde.version
        )
    }
}
