package import Reports

/// A month's list of reports, schema `sonograde.monthly-reports/1`.
package struct MonthlyList: Sendable, Codable, Equatable {
    /// One report and where its files are.
    package struct Report: Sendable, Codable, Equatable {
        package var kind: ReportKind
        /// `network`, a county's code, an institution, or `INSTITUTION/CODE`.
        package var id: String
        package var name: String
        /// Paths below the month's folder by form.
        package var files: [String: String]
    }

    package var schema = "sonograde.monthly-reports/1"
    package var month: String
    package var writtenAt: ReportTime
    package var program: String
    package var reports: [Report]
    /// Mistakes in files of the home, which were left out of the indicators; nil where there are none.
    package var problems: [String]?

    enum CodingKeys: String, CodingKey {
        case schema, month, program, reports, problems
        case writtenAt = "written_at"
    }

    /// Joins the parts.
    package init(
        month: String,
        writtenAt: ReportTime,
        program: String,
        reports: [Report],
        problems: [String] = []
    ) {
        self.problems = problems.isEmpty ? nil : problems
        self.month = month
        self.writtenAt = writtenAt
        self.program = program
        self.reports = reports
    }
}
