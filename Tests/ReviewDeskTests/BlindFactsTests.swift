import Grading
import ReviewDesk
import Store
import Testing

struct BlindFactsTests {
    @Test("What is known before the answer names neither the clinic nor the machine's opinion")
    func nothingOfTheClinic() {
        let facts = BlindFacts(
            image: 7,
            kind: .first,
            examType: "abdomen",
            section: "abd.liver.porta1",
            since: Timestamp(milliseconds: 0),
            reportText: nil,
            readings: 0
        )
        let names = Mirror(reflecting: facts).children.compactMap(\.label)
        #expect(names == ["image", "kind", "examType", "section", "since", "reportText", "readings"])
    }
}
