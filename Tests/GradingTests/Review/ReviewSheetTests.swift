import Grading
import Imaging
import Testing

@Suite struct ReviewSheetTests {
    private let library: RubricLibrary
    private let sound: [String: Double]

    init() throws {
        library = try RubricLibrary()
        sound = try Examples.soundMetrics()
    }

    private func sheet(
        _ section: String?,
        examType: String,
        hasReport: Bool = false,
        changes: [String: Double] = [:],
        conditions: Set<Condition> = []
    ) -> ReviewSheet {
        let rubric = library.rubric(forExamType: examType)
        let examination = Examples.examination(sound.merging(changes) { $1 }, conditions: conditions)
        let request = GradeRequest(path: "p", section: section, examType: examType)
        let image = Grader.grade(examination, as: request, by: rubric)
        return ReviewSheet(for: image, examType: examType, hasReport: hasReport, rubric: rubric)
    }

    private func needed(_ sheet: ReviewSheet) -> [String] { sheet.items.filter(\.isRequired).flatMap(\.questions) }

    @Test func `the head's plane asks Salomon's six criteria, the calipers under measurement`() {
        let sheet = sheet("ob.head.hc", examType: "obstetrics-level2")
        #expect(
            needed(sheet) == [
                "section.symmetry", "section.thalami", "section.csp", "section.no-cerebellum", "section.size",
                "annotation", "measurement.calipers",
            ]
        )
        #expect(sheet.items.map(\.id).prefix(5) == ["section", "annotation", "measurement", "colour", "report"])
        #expect(sheet.items[0].criteria[1].name == LocalizedText(zh: "丘脑显示", en: "Thalami visible"))
        #expect(sheet.items.dropFirst(5).allSatisfy { $0.judge == .firstPass && !$0.isRequired && $0.criteria.isEmpty })
        #expect(sheet.rubric == library.rubric(id: "obstetrics")?.reference)
    }

    @Test func `a section without criteria, and an unknown one, are asked as a whole`() {
        #expect(needed(sheet("thy.r.tr.mid", examType: "thyroid")) == ["section", "annotation"])
        #expect(needed(sheet(nil, examType: "abdomen")) == ["section", "annotation"])
        #expect(needed(sheet("our own label", examType: "abdomen")) == ["section", "annotation"])
        #expect(needed(sheet("breast.r.axilla", examType: "breast")) == ["section", "annotation"])
    }

    @Test func `the pattern that says most of a section counts`() {
        #expect(
            needed(sheet("breast.lesion.cfm", examType: "breast", changes: ["cfm.share": 3])) == [
                "section.depth", "section.focus", "annotation.clock", "annotation.nipple", "annotation.mark", "colour",
            ]
        )
    }

    @Test func `colour is asked where flow is to be seen, and the report where there is one`() {
        #expect(!needed(sheet("thy.nodule.tr", examType: "thyroid")).contains("colour"))
        #expect(needed(sheet("thy.nodule.tr", examType: "thyroid", changes: ["cfm.share": 1])).contains("colour"))
        #expect(needed(sheet("thy.r.cfm", examType: "thyroid")).contains("colour"))
        #expect(
            needed(sheet("ob.umb.doppler", examType: "obstetrics", conditions: [.spectralLayout])).contains("colour")
        )
        #expect(needed(sheet("abd.gb.long", examType: "abdomen", hasReport: true)).last == "report")
        // Not needed, but on the sheet: an answer is accepted.
        #expect(sheet("abd.gb.long", examType: "abdomen").items.contains { $0.id == "report" && !$0.isRequired })
    }

    @Test func `a picture that was not graded asks for the technique too`() {
        let items = ["clarity", "gain", "uniformity", "coupling", "depth"]
        for condition in [Condition.quadLayout, .geometryUncertain, .notUltrasound, .blank] {
            let sheet = sheet("abd.liver.porta1", examType: "abdomen", conditions: [condition])
            #expect(needed(sheet) == ["section.portal", "section.cbd", "annotation"] + items)
        }
    }

    @Test func `no plain picture of any catalogue section asks more than eight questions`() {
        var asked = 0
        for type in ExamCatalogue.examTypes {
            for section in ExamCatalogue.sections {
                let sheet = sheet(section.id, examType: type.id, hasReport: true)
                let questions = needed(sheet)
                #expect(questions.count <= 8, "\(type.id) \(section.id): \(questions)")
                #expect(Set(questions).count == questions.count)
                asked = max(asked, questions.count)
            }
        }
        #expect(asked == 8)
    }

    @Test func `measurement has criteria exactly where it is asked`() throws {
        for rubric in library.rubrics {
            let item = try #require(rubric.expertItems.first { $0.id == "measurement" })
            for section in ExamCatalogue.sections {
                let isAsked = item.when.sections?.contains { $0.matches(section.id) } ?? true
                if isAsked { #expect(!item.criteria(of: section.id).isEmpty, "\(rubric.id) \(section.id)") }
            }
            for entry in item.criteria where rubric.id == "general" || !library.fallback.measures(entry.sections.text) {
                #expect(
                    item.when.sections?.contains { $0.text == entry.sections.text } == true,
                    "\(entry.sections.text)"
                )
            }
        }
    }

    @Test func `a sheet reads back as it was written`() throws {
        let sheet = sheet("ob.head.hc", examType: "obstetrics", hasReport: true)
        #expect(try CanonicalJSON.value(ReviewSheet.self, from: CanonicalJSON.bytes(sheet)) == sheet)
    }
}

extension Rubric {
    /// Whether measurement has criteria under this very pattern.
    fileprivate func measures(_ pattern: String) -> Bool {
        expertItems.contains { $0.id == "measurement" && $0.criteria.contains { $0.sections.text == pattern } }
    }
}
