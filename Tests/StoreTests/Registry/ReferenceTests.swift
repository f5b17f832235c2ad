import Store
import Testing

@Suite("By what people and places are known")
struct ReferenceTests {
    @Test(
        "Institution and code are parted at the first slash, whatever follows it",
        arguments: [
            ("C01/zhang", "C01", "zhang"), ("C01/a/b", "C01", "a/b"), ("x/\u{301}y", "x", "\u{301}y"),
            ("青禾镇卫生院/张 丽", "青禾镇卫生院", "张 丽"),
        ]
    )
    func parted(text: String, institution: String, code: String) throws {
        let reference = try #require(RegistryReference(institutionAndCode: text))
        #expect(reference == RegistryReference(institution: institution, code: code))
        #expect(Learner(text) == Learner(institution: institution, technician: code))
        #expect(try RegistryReference(text: text, of: .device) == reference)
        #expect(reference.text == text)
    }

    @Test(
        "Where a part is missing or blank nobody is named",
        arguments: ["zhang", "C01/", "/zhang", "C01/ ", " /x", ""]
    )
    func incomplete(text: String) {
        #expect(RegistryReference(institutionAndCode: text) == nil)
        #expect(Learner(text) == nil)
        #expect(throws: StoreError.self) { try RegistryReference(text: text, of: .technician) }
    }

    @Test("A folder's name holds no slash, by its bytes", arguments: ["x/y", "x/\u{301}y", ".x", ".", "", "x\0y"])
    func unsafe(name: String) {
        #expect(!FileName.isSafe(name))
        let safe = FileName.safe(name)
        #expect(!safe.utf8.contains(0x2F) && !safe.utf8.contains(0) && !safe.isEmpty)
        let mistake = InstitutionRecord.mistake(in: RegistryReference(name))
        #expect(mistake != nil)
    }

    @Test("A safe name stays as it is, and one that means another folder does not")
    func safe() {
        #expect(FileName.safe("青禾镇卫生院 2") == "青禾镇卫生院 2")
        #expect(FileName.safe("..") == "_..")
        #expect(FileName.safe("a b:c") { $0 == ":" } == "a b_c")
    }
}
