package import Grading

/// The training plan of one institution as its head prints it: what to teach whom, and why.
package struct TrainingPlanSheet: Sendable {
    /// The institution's code.
    package var institution: String
    /// Its registered name; nil where it has none.
    package var name: String?
    /// When the plan was made, by the home's clock.
    package var madeAt: ReportTime
    /// How many days back exams were looked at.
    package var days: Int
    /// The plan of the institution as a whole; nil where no exam came.
    package var whole: TrainingPlan?
    /// One plan a technician.
    package var technicians: [TrainingPlan]
    package var classes: [ClassProposal]
    /// Registered names by technician's code.
    package var names: [String: String]
    /// The program's version.
    package var program: String

    /// Joins the parts.
    package init(
        institution: String,
        name: String?,
        madeAt: ReportTime,
        days: Int,
        whole: TrainingPlan?,
        technicians: [TrainingPlan],
        classes: [ClassProposal],
        names: [String: String],
        program: String
    ) {
        (self.institution, self.name, self.madeAt, self.days) = (institution, name, madeAt, days)
        (self.whole, self.technicians, self.classes) = (whole, technicians, classes)
        (self.names, self.program) = (names, program)
    }

    /// The sheet as one HTML file in both languages, or as a PDF in one; the same plan gives the same bytes.
    ///
    /// Throws `notAllowed` for any other form.
    package func rendered(as format: ReportFormat, language: Language) throws(ReportError) -> [UInt8] {
        switch format {
        case .html: return Array(TrainingPlanPage(sheet: self, language: language).document.utf8)
        case .pdf: return try TrainingPlanPrint(sheet: self, language: language).bytes()
        case .table, .json, .jsonl, .csv:
            throw ReportError(code: .notAllowed, message: "a training plan's sheet is html or pdf")
        }
    }
}
