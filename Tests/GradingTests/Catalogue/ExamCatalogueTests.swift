import Foundation
import Grading
import Testing

@Suite struct ExamCatalogueTests {
    @Test func `ids are stable words and unique`() {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-")
        let types = ExamCatalogue.examTypes.map(\.id)
        let sections = ExamCatalogue.sections.map(\.id)
        #expect(Set(types).count == types.count && Set(sections).count == sections.count)
        for id in types + sections { #expect(id.allSatisfy(allowed.contains), "\(id)") }
        for type in types { #expect(!type.contains("_"), "folder names are cut at underscores") }
    }

    @Test func `every section belongs to an exam type and every type has sections`() {
        let families = Set(ExamCatalogue.examTypes.flatMap(\.sectionFamilies))
        for section in ExamCatalogue.sections { #expect(families.contains(section.family), "\(section.id)") }
        for type in ExamCatalogue.examTypes { #expect(!ExamCatalogue.sections(of: type.id).isEmpty, "\(type.id)") }
    }

    @Test func `ids, both names and aliases of every type and section lead back to it`() {
        for type in ExamCatalogue.examTypes {
            for label in [type.id, type.name.zh, type.name.en, type.id.uppercased()] + type.aliases {
                #expect(ExamCatalogue.examType(label)?.id == type.id, "\(label)")
            }
            for section in ExamCatalogue.sections(of: type.id) {
                for label in [section.id, section.name.zh, section.name.en] + section.aliases {
                    #expect(ExamCatalogue.label(label, examType: type.id) == .known(section), "\(type.id): \(label)")
                }
            }
        }
    }

    @Test(arguments: [
        ("03_第一肝门", "abd.liver.porta1"), ("第一肝门（右肋缘下斜切）", "abd.liver.porta1"),
        ("第一肝门(右肋缘下斜切)(2)", "abd.liver.porta1"), ("ABD.GB.LONG", "abd.gb.long"),
        ("12-abd.gb.long_2", "abd.gb.long"), ("胆囊长轴 3", "abd.gb.long"), (" 左叶工字结构 ", "abd.liver.gongzi"),
        ("Gallbladder long axis", "abd.gb.long"), ("右肾", "abd.kidney.long.r"), ("abd.kidney.tr.l", "abd.kidney.tr.l"),
    ])
    func `a clinic's spelling is recognised`(_ label: String, _ id: String) {
        #expect(ExamCatalogue.label(label, examType: "abdomen").text == id)
    }

    @Test(arguments: [
        ("01_IMG_0012", "IMG_0012"), ("肝右叶包块", "肝右叶包块"), ("20260315", "20260315"), ("2", "2"), ("abd", "abd"),
        ("abd.gb", "abd.gb"), ("(2)", "(2)"),
    ])
    func `an unknown label stays the clinic's own`(_ label: String, _ own: String) {
        #expect(ExamCatalogue.label(label, examType: "abdomen") == .own(own))
    }

    @Test(arguments: ["", "  ", "\u{3000}\n"])
    func `no label is none`(_ label: String) {
        #expect(ExamCatalogue.label(label) == .none)
    }

    @Test func `a wording of two exams is known only where the exam type decides`() {
        #expect(ExamCatalogue.label("四腔心", examType: "echo").text == "echo.a4c")
        #expect(ExamCatalogue.label("四腔心", examType: "产科Ⅱ级").text == "ob.heart.4c")
        #expect(ExamCatalogue.label("四腔心", examType: "obstetrics-first").text == "ob1.heart.4c")
        #expect(ExamCatalogue.label("四腔心") == .own("四腔心"))
    }

    @Test(arguments: [
        ("abd.*", "abd.gb.long", true), ("*.pw", "car.r.cca.pw", true), ("car.*.va.*", "car.l.va.long", true),
        ("car.*.va.*", "car.l.cca.long", false), ("abd.gb.long", "abd.gb.long", true), ("abd.gb", "abd.gb.long", false),
        ("*", "x", true), ("**", "x", true), ("a*a", "a", false), ("a*a", "aa", true), ("*b*b*", "abcb", true),
        ("*b*b*", "abc", false), ("a*b*c", "axbxc", true), ("a*b*c", "acb", false),
    ])
    func `a pattern fits whole ids`(_ pattern: String, _ id: String, _ fits: Bool) throws {
        #expect(try #require(SectionPattern(pattern)).matches(id) == fits)
    }

    @Test(arguments: ["", "abd.?", "Abd.*", "abd/*", "[a]", "abd gb"])
    func `a pattern with other characters is refused`(_ pattern: String) {
        #expect(SectionPattern(pattern) == nil)
    }

    /// With `SONOGRADE_WRITE_DOCS=1` the file is written anew before it is compared.
    @Test func `docs sections is what the catalogue says`() throws {
        let made = SectionsDocument.markdown(of: try RubricLibrary())
        if ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1" {
            try made.write(to: Repository.root.appending(path: "docs/sections.md"), atomically: true, encoding: .utf8)
        }
        let written = String(decoding: try Repository.bytes("docs/sections.md"), as: UTF8.self)
        #expect(written == made, "SONOGRADE_WRITE_DOCS=1 swift test -c release --filter ExamCatalogue")
    }
}
