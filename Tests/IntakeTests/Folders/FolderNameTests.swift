import Intake
import Testing

private func type(_ part: String) -> String? { ["abdomen", "obstetrics-level2"].contains(part) ? part : nil }

@Suite("Exam folder names")
struct FolderNameTests {
    @Test(
        "date, id and type are told apart",
        arguments: [
            ("20260315_E1024_abdomen", "2026-03-15", "E1024", "abdomen"),
            ("20260315_E1024", "2026-03-15", "E1024", nil),
            ("E1024_abdomen", nil, "E1024", "abdomen"),
            ("E1024", nil, "E1024", nil),
            ("20260315_ward_3_E1024_obstetrics-level2", "2026-03-15", "ward_3_E1024", "obstetrics-level2"),
            ("20260230_E1", nil, "20260230_E1", nil),  // 30 February is no day
            ("20240229_E1", "2024-02-29", "E1", nil),
            ("20230229_E1", nil, "20230229_E1", nil),
            ("20261301_E1", nil, "20261301_E1", nil),
            ("2026031_E1", nil, "2026031_E1", nil),
            ("abdomen", nil, "abdomen", nil),  // a lone part is the id, whatever it looks like
            ("20260315", nil, "20260315", nil),
            ("张三_腹部", nil, "张三_腹部", nil),
            ("_", nil, "_", nil),
        ] as [(String, String?, String, String?)]
    )
    func parts(name: String, date: String?, id: String, examType: String?) {
        let parsed = FolderName(name, examType: type)
        #expect(parsed.date == date)
        #expect(parsed.examID == id)
        #expect(parsed.examType == examType)
    }

    @Test(
        "a file name gives the section without number and ending",
        arguments: [
            ("01_abd.liver.porta1.jpg", "abd.liver.porta1"),
            ("abd.gb.long.png", "abd.gb.long"),
            ("abd.gb.long", "abd.gb"),  // the last part of up to four letters is taken for an ending
            ("第一肝门.jpg", "第一肝门"),
            ("0003_x.JPEG", "x"),
            ("IMG_0001.jpg", "IMG_0001"),
            ("0001.jpg", nil),
            ("12_", nil),
            (".jpg", ".jpg"),
        ] as [(String, String?)]
    )
    func sections(file: String, label: String?) {
        #expect(SectionName(file).label == label)
    }
}
