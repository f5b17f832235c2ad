import Intake
import Testing

@Suite("exam.json")
struct ExamManifestTests {
    @Test("a whole manifest is read")
    func whole() throws {
        let manifest = try ExamManifest.read(
            Array(
                #"{"schema":"sonograde.exam/1","examId":"E1","performedAt":"2026-03-15T09:12:00+08:00","images":[{"file":"a.jpg","section":"abd.gb.long","bytes":12}],"withdrawn":true}"#
                    .utf8
            )
        )
        #expect(manifest.examId == "E1")
        #expect(manifest.performedDay == "2026-03-15")
        #expect(manifest.image(named: "a.jpg")?.section == "abd.gb.long")
        #expect(manifest.image(named: "b.jpg") == nil)
        #expect(manifest.withdrawn == true)
    }

    @Test(
        "each mistake is named",
        arguments: [
            ("not json", "it is not JSON"),
            (#"{"examId":7}"#, "`examId` must be of type String"),
            (#"{"images":[{"section":"x"}]}"#, "`images.[0]` lacks `file`"),
            (#"{"schema":"other/2"}"#, "its schema is other/2; this program reads sonograde.exam/1"),
        ]
    )
    func mistakes(text: String, message: String) {
        #expect(throws: ManifestMistake(message: message)) { try ExamManifest.read(Array(text.utf8)) }
    }
}
