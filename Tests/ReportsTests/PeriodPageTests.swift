import Grading
import Reports
import Testing

@Suite("A period's page") struct PeriodPageTests {
    private func page(_ report: PeriodReport, language: Language = .zh) throws -> PageReader {
        try PageReader(report.rendered(as: .html, language: language))
    }

    @Test("The page needs nothing from outside and its tags are in balance", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let page = try page(Fixtures.network(), language: language)
        #expect(page.outsideParts == [])
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.count(of: "&lt;") == 0)
    }

    @Test("A bar is as long as its share, with the interval over it")
    func bars() throws {
        let page = try page(Fixtures.network())
        // 143 of 485 images; 18 of 20 exams with its interval .699–.972.
        #expect(page.count(of: "<rect class=\"bar B\" width=\"294.8\" height=\"14\"/>") == 1)
        #expect(
            page.count(
                of: "<rect class=\"bar \" width=\"900.0\" height=\"14\"/>"
                    + "<path class=\"whisker\" d=\"M699.0 7H972.1M699.0 3V11M972.1 3V11\"/>"
            ) == 1
        )
    }

    @Test("Institutions too small for a rank say so")
    func tooSmall() throws {
        let page = try page(Fixtures.network())
        #expect(page.count(of: Word.tooFew.text.zh) == 1)
        #expect(page.count(of: "康炜医院 (未登记机构)") == 1)
        #expect(page.count(of: Word.unknownType.text.zh) == 1)
    }

    @Test("An empty period says so in every format", arguments: Language.allCases)
    func empty(language: Language) throws {
        let report = PeriodReport(
            institution: InstitutionReference(id: "c", name: "c", registered: true),
            period: Fixtures.march,
            counts: PeriodCounts(),
            program: "0.1.0"
        )
        #expect(report.kind == .institution)
        let page = try page(report, language: language)
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.count(of: Word.emptyPeriod.text[language]) == 1)
        #expect(page.notNumbers == 0)
        let table = try PageReader(report.rendered(as: .table, language: language))
        #expect(table.count(of: Word.emptyPeriod.text[language]) == 1)
        let csv = try PageReader(report.rendered(as: .csv, language: language))
        #expect(csv.html.split(separator: "\r\n").count == 2)
        #expect(try JSONFile(report.rendered(as: .json, language: language)).violations == [])
    }

    @Test("The same report gives the same bytes", arguments: ReportFormat.allCases)
    func deterministic(format: ReportFormat) throws {
        let first = try Fixtures.network().rendered(as: format, language: .en)
        for _ in 0..<3 { #expect(try Fixtures.network().rendered(as: format, language: .en) == first) }
    }

    @Test("Hostile institution names stay text")
    func escaping() throws {
        var report = Fixtures.network()
        report.byInstitution[0].name = LocalizedText(zh: "<script>\"肝\"</script>", en: "<img src=x>")
        let page = try page(report)
        #expect(page.count(of: "<script") == 0 && page.count(of: "<img") == 0)
        #expect(page.firstUnbalancedTag == nil)
    }
}
