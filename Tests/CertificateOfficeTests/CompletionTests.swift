import CertificateOffice
import Foundation
import Grading
import Store
import Testing

@Suite("Who has completed a course")
struct CompletionTests {
    private func completed(_ desk: OfficeHome) throws -> [String] {
        try desk.store.courseCompletions(since: "2026-01-01", on: "2026-11-22")
            .map { "\($0.institution)/\($0.technician) \($0.course.id)" }
    }

    @Test(
        "Hours and marks complete a course; a certificate in force does whatever is asked later, a revoked one does not"
    )
    func completions() throws {
        let desk = try OfficeHome()
        #expect(try completed(desk) == ["C01/zhang T03A", "C02/wang T03A"])
        let certificates = try desk.office().issue(course: "T03A", to: nil).issued
        #expect(certificates.map(\.technician) == ["zhang", "wang"])
        // wang has 60 points of theory; more are asked for afterwards.
        try desk.store.changeCourse(id: "T03A", at: Timestamp(OfficeHome.now)) { $0.rules.theoryPass = 700 }
        #expect(try completed(desk) == ["C01/zhang T03A", "C02/wang T03A"])
        let number = try #require(certificates.first?.number)
        _ = try desk.store.revokeCertificate(number: number, reason: "代考", at: Timestamp(OfficeHome.now))
        #expect(try completed(desk) == ["C02/wang T03A"])
    }
}
