import Foundation
import Imaging
import Testing

@Suite("Courses on the command line")
struct CourseCommandTests {
    /// A home with two technicians, a teacher of another house and one of their own, and a course of two days.
    private func home() throws -> TrialHome {
        let home = try TrialHome()
        try done(home, "institution add C01 --title 成都东区医院")
        try done(home, "technician add C01/zhang --name 张敏")
        try done(home, "technician add C01/li --name 李强")
        try done(home, "teacher add chen --name 陈静 --workplace 温江区人民医院")
        try done(home, "teacher add own --name 自己 --workplace C01")
        try done(
            home,
            "course add T03A --title 质控班 --topic T03 --session 2026-10-12=8 --session 2026-10-13=8=上机 --teacher chen"
        )
        return home
    }

    @discardableResult
    private func done(_ home: TrialHome, _ command: String) throws -> String {
        let run = try home.run(command.split(separator: " ").map(String.init))
        #expect(run.status == 0, "\(command): \(run.errors)")
        return run.output
    }

    /// Runs what is to be refused; the lines on stderr.
    private func refused(_ home: TrialHome, _ status: Int32, _ command: String) throws -> String {
        let run = try home.run(command.split(separator: " ").map(String.init))
        #expect(run.status == status, "\(command): \(run.errors)")
        #expect(run.output.isEmpty)
        return run.errors
    }

    @Test("From the announcement to a standing that says who has completed it, and why the others have not")
    func wholeWay() throws {
        let home = try home()
        try done(home, "course enrol T03A C01/zhang C01/li")
        try done(home, "course attend T03A C01/zhang")
        try done(home, "course attend T03A C01/li --session 1 --hours 6.5")
        try done(home, "course mark T03A C01/zhang --theory 86 --practical 78.5 --on 2026-10-13 --by chen")
        let all = try done(home, "course standing T03A --on 2026-10-13 --format json --lang en")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(all.utf8)) as? [[String: Any]])
        #expect(rows.map { $0["technician"] as? String } == ["C01/li", "C01/zhang"])
        #expect(rows.map { $0["eligible"] as? Bool } == [false, true])
        #expect(rows.map { $0["attended"] as? String } == ["6.5", "16"])
        let reasons = try #require(rows[0]["reasons"] as? [[String: String]])
        #expect(reasons.map { $0["code"] } == ["attendance", "no_theory_mark", "no_practical_mark"])
        #expect(reasons.first?["text"] == "attended 6.5 h, 12.8 of 16 h are needed")
        let one = try home.run(["course", "standing", "T03A", "C01/li", "--on", "2026-10-13", "--format", "table"])
        #expect(one.status == 2)
        #expect(one.output.contains("出勤6.5学时，少于要求的12.8学时"))
        let evaluation = try done(home, "training evaluate T03A --format json")
        #expect(try RequiredKeys(schema: "training-evaluation").missing(in: evaluation) == [])
        #expect(evaluation.contains(#""verdict":"too_few""#))
        let transcript = try done(home, "training transcript C01/zhang --format csv")
        #expect(transcript.contains("C01/zhang,T03A,质控班,2026-10-12,2026-10-13,16,16,86,78.5,"))
        let ranking = try done(home, "training competition T03A --format csv --theory-weight 50")
        #expect(ranking.contains("1,C01/zhang,张敏,成都东区医院,86,78.5,82.25"))
        #expect(try done(home, "audit verify").contains("sound"))
    }

    @Test("A book goes out as a table and comes in again; wrong lines are all named and nothing is written")
    func table() throws {
        let home = try home()
        let file = home.scratch.path + "/book.csv"
        func write(_ text: String) throws { try text.write(toFile: file, atomically: true, encoding: .utf8) }
        try write("technician,hours_1,hours_2,theory_1,practical_1\nC01/zhang,8,8,86,70\nC01/li,8,,55,\n")
        try done(home, "course import T03A \(file) --on 2026-10-13 --by chen")
        let book = try done(home, "course export T03A --lang en")
        #expect(book.contains("technician,name,hours_1,hours_2,theory_1,theory_1_on,theory_1_by"))
        #expect(book.contains("C01/li,李强,8,,55,2026-10-13,chen,,,"))
        for language in ["en", "zh"] {
            try write(try done(home, "course export T03A --lang \(language)"))
            let again = try home.run(["course", "import", "T03A", file])
            #expect(again.errors.contains("T03A：新报名 0 人，登记出勤 0 次、成绩 0 项"))
            #expect(try done(home, "course export T03A --lang en") == book)
        }
        try write("technician,hours_1,theory_1\nC01/zhang,9,\nC01/who,8,\nC01/li,,50\nzhang,x,\n")
        let errors = try refused(home, 2, "course import T03A \(file) --on 2026-10-13 --by chen")
        #expect(errors.contains("line 2: C01/zhang: session 1: 9 h attended, but it had 8 h"))
        #expect(errors.contains("line 3: C01/who: is not registered"))
        #expect(errors.contains("line 4: C01/li: theory attempt 1 has a mark of 55"))
        #expect(errors.contains("line 5: zhang/: hours_1: x is no number of hours"))
        #expect(errors.contains("5 entries were refused; nothing was written"))
        #expect(try done(home, "course export T03A --lang en") == book)
    }

    @Test(
        "What is wrong with all lines of a book is said once, with where else it is; a Chinese Excel's bytes are read"
    )
    func sharedProblem() throws {
        let home = try home()
        for number in 1...6 { try done(home, "technician add C01/T\(number) --name 学员") }
        let file = home.scratch.path + "/book.csv"
        let lines = (1...6).map { "C01/T\($0),8,86\n" }.joined()
        // 技术人员,学时1,理论1 in GB18030.
        let head: [UInt8] = [
            0xBC, 0xBC, 0xCA, 0xF5, 0xC8, 0xCB, 0xD4, 0xB1, 0x2C, 0xD1, 0xA7, 0xCA, 0xB1, 0x31, 0x2C, 0xC0, 0xED, 0xC2,
            0xDB, 0x31, 0x0A,
        ]
        try Data(head + Array(lines.utf8)).write(to: URL(fileURLWithPath: file))
        let errors = try refused(home, 2, "course import T03A \(file) --on 2026-10-13")
        #expect(errors.split(separator: "\n").count == 3, "\(errors)")
        #expect(errors.contains("line 2: C01/T1: say who gave the theory mark: --by TEACHER"))
        #expect(errors.contains("the same of 5 more: line 3, line 4, line 5, line 6, line 7"))
        #expect(errors.contains("6 entries were refused; nothing was written"))
        let run = try home.run(["course", "import", "T03A", file, "--on", "2026-10-13", "--by", "chen"])
        #expect(run.errors.contains("T03A：新报名 6 人，登记出勤 6 次、成绩 6 项，未变 0 项"), "\(run.errors)")
    }

    @Test("Bad input gets one line that says what to do")
    func refusals() throws {
        let home = try home()
        #expect(
            try refused(home, 64, "course add TO1 --title x --topic T01 --session 2026-10-12=8").contains(
                "without O and I"
            )
        )
        #expect(try refused(home, 64, "course add T04 --title x --topic T01 --session soon=8").contains("yyyy-MM-dd"))
        #expect(try refused(home, 64, "course enrol T03A zhang").contains("INSTITUTION/CODE, such as C01/zhang"))
        #expect(try refused(home, 2, "course enrol T03A C01/who").contains("sonograde technician add C01/who"))
        #expect(try refused(home, 2, "course attend T03A C01/zhang").contains("enrol first"))
        try done(home, "course enrol T03A C01/zhang")
        #expect(
            try refused(home, 2, "course mark T03A C01/zhang --theory 86 --on 2026-10-13 --by own").contains(
                "own is of C01 too"
            )
        )
        #expect(
            try refused(home, 64, "course mark T03A C01/zhang --theory 8x --on 2026-10-13").contains(
                "one decimal place"
            )
        )
        #expect(try refused(home, 2, "course standing T99").contains("course list"))
        #expect(try refused(home, 2, "training evaluate T03A --technician C01/li").contains("does not take part"))
        try done(home, "course cancel T03A --reason 停课")
        #expect(try refused(home, 2, "course mark T03A C01/zhang --theory 86").contains("called off"))
    }

    /// A liver with 18 dB too much gain.
    private func bright(_ seed: Int) throws -> [UInt8] {
        var recipe = PhantomRecipe(anatomy: .liverPorta)
        (recipe.seed, recipe.width, recipe.height) = (UInt64(seed), 400, 320)
        recipe.chrome.style = .none
        recipe.faults = [try ImageFault(.gain, strength: 18)]
        return try PNGEncoder.encode(try recipe.render().grey)
    }

    @Test("Findings of dropped exams turn into a plan, and the plan's technicians into a course")
    func plan() throws {
        let home = try home()
        // One after the other: what is dropped together is received in any order.
        for exam in 0..<3 {
            let drop = try TrialDrop()
            let folder = "C01/2026031\(exam)_E\(exam)_abdomen"
            for image in 0..<2 {
                try drop.write(try bright(exam * 2 + image), to: "\(folder)/0\(image)_abd.liver.porta1.png")
            }
            let manifest = #"{"schema": "sonograde.exam/1", "examType": "abdomen", "technicianId": "zhang"}"#
            try drop.write(manifest, to: "\(folder)/exam.json")
            try drop.drop(into: home)
            let watched = try home.watchOnce()
            #expect([0, 1].contains(watched.status), "\(watched.errors)")
        }
        let plan = try object(try done(home, "training plan --technician C01/zhang --format json"))
        #expect(plan["schema"] as? String == "sonograde.training-plan/1")
        let planText = try done(home, "training plan --format json")
        #expect(try RequiredKeys(schema: "training-plan").missing(in: planText) == [])
        let technicians = try #require(plan["technicians"] as? [[String: Any]])
        #expect(technicians.count == 1)
        #expect(technicians.first?["name"] as? String == "张敏")
        #expect(technicians.first?["images"] as? Int == 6)
        #expect(technicians.first?["has_enough_images"] as? Bool == false)
        let needs = try #require(technicians.first?["needs"] as? [[String: Any]])
        let need = try #require(needs.first { ($0["consecutive_exams"] as? [String]) == ["E0", "E1", "E2"] })
        #expect(need["above_median"] as? Bool == false)
        let topic = try #require(need["topic"] as? String)
        try done(home, "course add K26 --title 专题班 --topic \(topic) --session 2026-10-12=8")
        let enrolled = try home.run(["course", "enrol", "K26", "--proposed"])
        #expect(enrolled.errors.contains("K26：新报名 1 人"))
        let people = try done(home, "training plan --institution C01 --format table")
        #expect(people.contains("C01/zhang 张敏  3例检查，6幅图像"))
        #expect(people.contains("连续3例检查出现（E0…E2）"))
        #expect(try refused(home, 2, "training plan --institution C07").contains("no exam of C07"))
    }

    @Test("A table keeps numbers below zero as numbers, and makes text of what a spreadsheet would work out")
    func cells() throws {
        let home = try TrialHome()
        try done(home, "institution add C01 --title 成都东区医院")
        for (number, name) in ["=1+1", "-1+1", "-", "+86", "-5", "-0.1448"].enumerated() {
            try done(home, "technician add C01/T\(number) --name=\(name)")
        }
        let table = try done(home, "technician list --format csv")
        for cell in ["'=1+1", "'-1+1", "'-", "'+86", "-5", "-0.1448"] {
            #expect(table.contains(",\(cell),"), "\(cell) in \(table)")
        }
    }
}
