import Foundation
import Grading
import Store
import Testing

@Suite("What calibration reads")
struct CalibrationReadingTests {
    @Test(
        "flagged, drawn, passed and judged images come with the part that brought them, and withdrawn answers' reasons"
    )
    func parts() throws {
        let trial = try ReviewHome()
        let images = try trial.drop([.critical, .flagged, .flaggedAndDrawn, .drawn, .drawn, .nothing])
        try trial.read(images[1], grade: expertGrade(score: 41))
        try trial.read(images[3], grade: expertGrade(score: 95))
        try trial.read(images[4], grade: expertGrade(score: 70))
        // An objection brings a passed image to an expert: it stays a passed one that was not drawn.
        _ = try trial.store.dispute(image: images[5], text: "look again", by: nil, at: Moments.start)
        try trial.read(images[5], grade: expertGrade(score: 30))

        let found = try trial.store.calibrationImages(of: rubricOne, since: Timestamp(Date(timeIntervalSince1970: 0)))
        #expect(found.images.map(\.isFlagged) == [true, true, true, false, false, false])
        #expect(found.images.map(\.isDrawn) == [false, false, true, true, true, false])
        #expect(found.images.map(\.needsCorrection) == [nil, true, nil, false, true, true])
        #expect(found.images.map(\.score) == [41, 41, 41, 92.5, 92.5, 92.5])
        #expect(Set(found.images.map(\.exam)).count == 1)
        #expect(found.otherVersions == 0)

        let other = RubricReference(id: rubricOne.id, version: "9", sha256: String(repeating: "9", count: 64))
        let none = try trial.store.calibrationImages(of: other, since: Timestamp(Date(timeIntervalSince1970: 0)))
        #expect(none.images.isEmpty)
        #expect(none.otherVersions == 4)
        #expect(try trial.store.calibrationImages(of: rubricOne, since: Moments.later(days: 1)).images.isEmpty)
    }
}
