import ArgumentParser
import Foundation
import Grading
import Intake
import Store

struct RegradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regrade",
        abstract: "Grade images again from their originals; the old grades are kept.",
        discussion: """
            Without --rubric each image is graded by the rubric that is in force for its exam's type: the built-in ones, \
            and those in the home's rubrics/ folder, which go first. Answers that change are written anew.

            Example:
              sonograde regrade --home /srv/sonograde --exam-type thyroid
              sonograde regrade --institution C01 --rubric stricter.yaml
            """
    )

    @OptionGroup var home: HomeOption
    @Option(help: "Only images of this institution.") var institution: String?
    @Option(help: "Only images of the exams with this id or folder name.") var exam: String?
    @Option(name: .customLong("exam-type"), help: "Only images of exams of this type.") var examType: String?
    @Option(help: "Grade by this rubric: an id, or a YAML file.") var rubric: String?

    func run() throws {
        let home = try home.home()
        let lock = try HomeLock(home: home)
        defer { withExtendedLifetime(lock) {} }
        let opened = try OpenHome.forWriting(home)
        let wake = try WakeUp()
        let signals = StopSignals(wake)
        defer { withExtendedLifetime(signals) {} }
        let chosen = try rubric.map { try RubricChoice.rubric($0, library: opened.library) }

        var filters = [RegradeFilter(institution: institution, examType: examType)]
        if let exam {
            let records = try opened.store.exams(named: exam, institution: institution)
            guard !records.isEmpty else { throw Failure(.no, "no exam has the id or folder name \(exam)") }
            filters = records.map { RegradeFilter(institution: institution, exam: $0.id, examType: examType) }
        }
        let progress = ProgressLine("images")
        let regrading = Regrading(room: opened.room())
        var total = Regrading.Summary()
        for filter in filters {
            let summary = try regrading.run(filter, rubric: chosen, stop: wake) { progress.update(done: $0) }
            total.regraded += summary.regraded
            total.unchanged += summary.unchanged
            total.passedOver += summary.passedOver
            total.failed += summary.failed
        }
        progress.clear()
        let seen = total.regraded + total.unchanged + total.passedOver + total.failed.count
        if seen == 0, institution != nil || exam != nil || examType != nil {
            throw Failure(.no, "no image is of what was named; see: sonograde status --home \(home.path)")
        }
        for failure in total.failed { Terminal.remark("\(failure.sha256): \(failure.reason)") }
        Terminal.line(
            "regraded \(total.regraded), unchanged \(total.unchanged), passed over \(total.passedOver), failed \(total.failed.count)"
        )
        if !total.failed.isEmpty { throw ExitCode(ExitStatus.doneWithRemarks.rawValue) }
    }
}
