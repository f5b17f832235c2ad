import Grading
import Reports
import Testing

@Suite("Words of reports") struct WordTests {
    private func places(in text: String) -> Set<Substring> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first
            }
        )
    }

    @Test("Every word is there in both languages, with the same places to fill", arguments: Word.allCases)
    func complete(word: Word) {
        let text = word.text
        #expect(!text.zh.isEmpty && !text.en.isEmpty)
        #expect(places(in: text.zh) == places(in: text.en))
        #expect(!text.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } || word == .chinese)
        let hasHan = text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(hasHan || word == .english)
    }

    @Test("Every metric that a rubric may name has a plain name")
    func metricNames() {
        #expect(Set(KnownMetrics.ids).subtracting(MetricNames.ids) == [])
    }
}
