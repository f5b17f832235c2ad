import Foundation
import Intake
import Testing

@Suite("institution, technician, device, teacher")
struct RegistryCommandTests {
    private let home: TrialHome

    init() throws {
        home = try TrialHome()
        _ = try run(["institution", "add", "C01", "--title", "青禾镇卫生院", "--ownership", "公立", "--county", "510115"])
    }

    @discardableResult
    private func run(_ arguments: [String], status: Int32 = 0) throws -> Program.Run {
        let run = try Program.run(arguments, environment: ["SONOGRADE_HOME": home.path])
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return run
    }

    private func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let path = home.scratch.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func lines(_ kind: String, _ more: [String] = []) throws -> [[String: Any]] {
        try run([kind, "list", "--format", "jsonl"] + more).output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("What is added is listed with what it means; taken again the answer is no, a wrong value is wrong usage")
    func added() throws {
        let place = try #require(try lines("institution").first)
        #expect(place["ownership"] as? String == "public")
        #expect(place["county_name"] as? String == "四川省成都市温江区")
        #expect(place["contract"] as? String == "unknown")
        #expect(place["state"] as? String == "in_service")
        let taken = try run(["institution", "add", "C01"], status: 2)
        #expect(taken.errors.contains("sonograde institution change"))
        let county = try run(["institution", "change", "C01", "--county", "510122"], status: 64)
        #expect(county.errors.contains("510116 四川省成都市双流区"))
        let identity = "11010519491231002X"
        try run(["technician", "add", "C01/zhang", "--name", "张丽", "--identity", identity])
        #expect(try lines("technician").map { $0["identity"] as? String } == ["110***********002X"])
        #expect(try !run(["technician", "list", "--format", "table"]).output.contains("110***"))
        let slip = try run(["technician", "add", "zhang", "--name", "张"], status: 64)
        #expect(slip.errors.contains("C01/zhang"))
        let slash = try run(["institution", "add", "x/\u{301}y"], status: 64)
        #expect(slash.errors.contains("no slash"), "\(slash.errors)")
        #expect(try run(["technician", "retire", "C01/zhang"]).errors.contains("C01/zhang：已改为离职"))
        #expect(try run(["technician", "retire", "C01/zhang"]).errors.contains("C01/zhang：原本就是离职"))
        #expect(try lines("technician").isEmpty)
        #expect(try lines("technician", ["--with-retired"]).map { $0["state"] as? String } == ["retired"])
        try run(["technician", "retire", "C01/zhang", "--undo"])
        #expect(try lines("technician").count == 1)
    }

    @Test("A name in Latin letters is kept as written, by option or table; other letters are refused, '' takes it away")
    func latinNames() throws {
        try run(["technician", "add", "C01/lv", "--name", "吕淑芬", "--latin-name", "LÜ Shu-fen"])
        try run(["technician", "add", "C01/aynur", "--name", "阿依努尔·买买提"])
        for wrong in ["张丽", "ＺＨＡＮＧ Li", "Иванов", "ZHANG 3", " - ", "ZHANG\u{202E}Li"] {
            let refused = try run(["technician", "change", "C01/lv", "--latin-name", wrong], status: 64)
            #expect(refused.errors.contains("latin_name"), "\(wrong): \(refused.errors)")
        }
        let table = try file("latin.csv", "机构编号,人员编号,姓名拼音\nC01,aynur,Aynur Memet\n".utf8)
        try run(["technician", "import", table])
        func names() throws -> [String?] { try lines("technician").map { $0["latin_name"] as? String } }
        #expect(try names() == ["Aynur Memet", "LÜ Shu-fen"])
        #expect(try run(["technician", "export"]).output.contains("吕淑芬,LÜ Shu-fen,"))
        try run(["technician", "change", "C01/lv", "--latin-name", ""])
        #expect(try names() == ["Aynur Memet", nil])
        #expect(try run(["doctor", "--dump"]).output.contains(#""latin_name":"Aynur Memet""#))
        try run(["audit", "verify"])
    }

    @Test("An institution's English name is kept as written; one that is not English is refused")
    func englishTitles() throws {
        for wrong in ["青禾镇卫生院", "Больница", "Qinghe（North）", "№ 3", "Qinghe 镇"] {
            let refused = try run(["institution", "add", "C09", "--english-title", wrong], status: 64)
            #expect(refused.errors.contains("english_title"), "\(wrong): \(refused.errors)")
        }
        let name = "People's Hospital No. 3 (North), Chengdu"
        try run(["institution", "add", "C09", "--title", "第三人民医院", "--english-title", name])
        let table = try file("english.csv", "编号,英文名称\nC08,Qinghe Health Centre\n".utf8)
        try run(["institution", "import", table])
        let titles = try lines("institution").compactMap { $0["english_title"] as? String }
        #expect(titles.sorted() == [name, "Qinghe Health Centre"])
        try run(["audit", "verify"])
    }

    @Test("Exported, changed in one cell and imported, only that changes; imported again nothing does")
    func aroundTheTable() throws {
        let rare = "𠮷田 \"阿\", ئۇيغۇر བོད་ཡིག ꆈꌠ"
        for (code, name) in [("zhang", "张丽"), ("li", rare), ("=1+1", "'=引号"), ("-x", "赵"), ("q", "x\"\u{301},=1+1")] {
            try run(["technician", "add", "--name", name, "--", "C01/\(code)"])
        }
        try run(["technician", "retire", "C01/-x"])
        let before = try lines("technician", ["--with-retired"])
        let table = try run(["technician", "export"]).output
        let same = try file("same.csv", table.utf8)
        #expect(try run(["technician", "import", same]).errors.contains("新增 0 条，修改 0 条，未变 5 条"))
        let changed = try file("changed.csv", table.replacing("张丽", with: "张莉").utf8)
        let trial = try run(["technician", "import", changed, "--check"])
        #expect(trial.errors.contains("仅检查，未写入：新增 0 条，修改 1 条，未变 4 条"))
        #expect(try run(["technician", "export"]).output == table)
        try run(["technician", "import", changed])
        #expect(try run(["technician", "import", changed]).errors.contains("新增 0 条，修改 0 条，未变 5 条"))
        let after = try lines("technician", ["--with-retired"])
        #expect(
            after.map { $0["name"] as? String } == before.map { $0["name"] as? String }.map { $0 == "张丽" ? "张莉" : $0 }
        )
        #expect(after.map { $0["state"] as? String } == before.map { $0["state"] as? String })
        let list = try run(["technician", "list", "--with-retired", "--format", "csv"]).output
        let rows = CSVTable.rows(list).map(\.cells)
        #expect(rows.count == 6)
        #expect(Set(rows.map(\.count)).count == 1, "\(rows)")
        #expect(try run(["audit", "verify"]).status == 0)
    }

    @Test("A table with wrong lines is refused as a whole, each of them by its number")
    func wrongLines() throws {
        let table = """
            institution,code,name,role,employed_from
            C01,good,好,技师,2024/3/1
            C01,bad,,护士,2024-02-30
            C01,,无,技师,
            C99,li,李,技师,
            C01,good,又,技师,
            """
        let path = try file("people.csv", table.utf8)
        let run = try run(["technician", "import", path], status: 64)
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.hasPrefix("\(path):3: ") }.count == 3, "\(run.errors)")
        for line in 4...6 { #expect(lines.contains { $0.hasPrefix("\(path):\(line): ") }, "\(run.errors)") }
        #expect(lines.last?.contains("4 wrong lines; nothing was written") == true)
        #expect(try self.lines("technician").isEmpty)
        let head = try file("head.csv", "institution,code,nmae\n".utf8)
        let refused = try self.run(["technician", "import", head], status: 64)
        #expect(refused.errors.contains("no column is called nmae"))
    }

    @Test("A table that a Chinese spreadsheet saved is read: Chinese heads, GB18030, days as it writes them")
    func chineseSpreadsheet() throws {
        // 机构编号,名称,签约日期,合同截止 / C02,青山院,2026/3/1,2027/2/28
        let gbk: [UInt8] =
            [
                0xBB, 0xFA, 0xB9, 0xB9, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC7, 0xA9, 0xD4,
                0xBC,
            ]
            + [0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBA, 0xCF, 0xCD, 0xAC, 0xBD, 0xD8, 0xD6, 0xB9, 0x0D, 0x0A]
            + Array("C02,".utf8) + [0xC7, 0xE0, 0xC9, 0xBD, 0xD4, 0xBA] + Array(",2026/3/1,2027/2/28\r\n".utf8)
        try run(["institution", "import", try file("机构.csv", gbk)])
        let place = try #require(try lines("institution").last)
        #expect(place["title"] as? String == "青山院")
        #expect(place["contract_from"] as? String == "2026-03-01")
        #expect(place["contract_until"] as? String == "2027-02-28")
    }

    @Test("A Chinese home writes Chinese heads and words, which come back unchanged; English on request")
    func chineseTable() throws {
        try run(["technician", "add", "C01/zhang", "--name", "张丽", "--role", "physician", "--sex", "female"])
        try run(["technician", "add", "C01/li", "--name", "李强"])
        try run(["technician", "retire", "C01/li"])
        let table = try run(["technician", "export"]).output
        #expect(table.contains("机构编号,人员编号,姓名,"))
        #expect(table.contains("C01,zhang,张丽,,医师,女,") && table.contains("C01,li,李强,,技师,"))
        #expect(table.contains(",是\r\n") && table.contains(",否\r\n"))
        let same = try file("人员.csv", table.utf8)
        #expect(try run(["technician", "import", same]).errors.contains("新增 0 条，修改 0 条，未变 2 条"))
        let english = try run(["technician", "export", "--lang", "en"]).output
        #expect(english.contains("institution,code,name,") && english.contains(",physician,female,"))
        let places = try run(["institution", "export"]).output
        #expect(places.contains("公立"))
        #expect(try run(["institution", "import", try file("机构.csv", places.utf8)]).errors.contains("未变 1 条"))
        let listed = try run(["technician", "list", "--with-retired", "--format", "table"]).output
        #expect(listed.contains("在职") && listed.contains("已离职") && !listed.contains("在用"))
    }

    @Test("The head of list is read too: 编号 with institution and code in one cell")
    func listedHead() throws {
        let table = try file("list.csv", "编号,姓名\nC01/zhang,张丽\nC01/li,李强\n".utf8)
        #expect(try run(["technician", "import", table]).errors.contains("新增 2 条"))
        let alone = try file("alone.csv", "编号,姓名\nzhang,张丽\n".utf8)
        let refused = try run(["technician", "import", alone], status: 64)
        #expect(refused.errors.contains("zhang names no institution; write INSTITUTION/CODE"))
        let place = try file("place.csv", "编号,名称\nC05,五院\n".utf8)
        #expect(try run(["institution", "import", place]).errors.contains("新增 1 条"))
    }

    @Test("An Excel workbook is told as one, not by its bytes")
    func workbook() throws {
        for (name, head) in [("a.xlsx", [0x50, 0x4B, 0x03, 0x04]), ("b.xls", [0xD0, 0xCF, 0x11, 0xE0])]
            as [(String, [UInt8])]
        {
            let book = try file(name, head + [UInt8](repeating: 0, count: 200))
            for arguments in [["technician", "import", book], ["course", "import", "T03A", book]] {
                let refused = try run(arguments, status: 64)
                #expect(refused.errors.contains("这是 Excel 工作簿，请在 Excel 中另存为 CSV"), "\(refused.errors)")
                #expect(!refused.errors.contains("\\u{0}"))
            }
        }
    }

    @Test("A region and a county are named by code or by name; a name of several places asks for the code")
    func places() throws {
        for place in ["510115", "温江区", "四川省成都市温江区", "成都市", "四川省"] {
            try run(["report", "region", place, "--format", "json"])
        }
        let several = try run(["report", "region", "朝阳区", "--format", "json"], status: 64)
        #expect(several.errors.contains("110105 北京市朝阳区"))
        let none = try run(["report", "region", "没有市", "--format", "json"], status: 64)
        #expect(none.errors.contains("or a name such as 温江区"))
        try run(["report", "network", "--county", "温江区", "--format", "json"])
    }

    @Test("Codes that exams name and nobody registered are listed with their exams")
    func seen() throws {
        let folder = home.inbox + "/C07/20260315_E1_abdomen"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let image = try TrialPictures.jpeg(1)
        try Data(image).write(to: URL(fileURLWithPath: folder + "/01_abd.liver.porta1.jpg"))
        let manifest = #"{"technicianId": "li", "deviceId": "US-9"}"#
        try Data(manifest.utf8).write(to: URL(fileURLWithPath: folder + "/exam.json"))
        _ = try home.watchOnce()
        let people = try lines("technician")
        #expect(people.map { $0["code"] as? String } == ["li"])
        #expect(people.map { $0["state"] as? String } == ["not_registered"])
        #expect(people.map { $0["exams"] as? Int } == [1])
        #expect(try lines("device").map { $0["code"] as? String } == ["US-9"])
        #expect(try lines("institution").map { $0["state"] as? String } == ["in_service", "not_registered"])
        #expect(try run(["technician", "list", "--format", "table"]).output.contains("未登记（1 份检查）"))
    }

    @Test("An expert's own institution that nobody knows is accepted with a remark, since it may be a slip")
    func conflictOfInterest() throws {
        let slip = try run(["expert", "add", "wang", "--institution", "C1", "--institution", "C01"])
        #expect(slip.errors.contains("机构 C1 未登记，也未上传过图像"))
        #expect(!slip.errors.contains("机构 C01 "))
        let table = try file("experts.csv", "id,name,institutions\nli,李,C01;C9\n".utf8)
        #expect(try run(["expert", "import", table]).errors.contains("机构 C9 未登记，也未上传过图像"))
        #expect(try lines("expert").map { $0["institutions"] as? [String] } == [["C01", "C9"], ["C01", "C1"]])
    }

    @Test("Counties are looked up by name and by code")
    func counties() throws {
        #expect(try run(["county", "温江", "--format", "table"]).output == "510115  四川省成都市温江区\n")
        #expect(try run(["county", "510122", "--format", "csv"]).output.contains("510116,四川省成都市双流区"))
        try run(["county", "亚特兰蒂斯"], status: 2)
    }
}
