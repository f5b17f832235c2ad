/// The exam types and standard sections that Sonograde knows (domain reference §2.1–2.10).
///
/// Data only: which sections an exam must show is the rubric's to say (`required_sections`).
package enum ExamCatalogue {
    /// Every exam type, in the order of the documentation.
    package static let examTypes: [ExamType] = [
        type("abdomen", "腹部", "Abdomen", ["abd", "腹部超声", "abdominal", "上腹部"], ["abd"]),
        type("obstetrics", "产科", "Obstetrics, level not stated", ["ob", "产科超声", "obstetric"], ["ob"]),
        type(
            "obstetrics-first",
            "早孕期（11–13⁺⁶周）",
            "First trimester (11–13⁺⁶ weeks)",
            ["ob1", "ob-first", "早孕", "早孕期", "nt"],
            ["ob1"]
        ),
        type(
            "obstetrics-level1",
            "产科Ⅰ级",
            "Obstetrics level Ⅰ (biometry)",
            ["ob-level1", "产科一级", "产科1级"],
            ["ob"]
        ),
        type(
            "obstetrics-level2",
            "产科Ⅱ级",
            "Obstetrics level Ⅱ (lethal anomalies)",
            ["ob-level2", "产科二级", "产科2级"],
            ["ob"]
        ),
        type(
            "obstetrics-level3",
            "产科Ⅲ级",
            "Obstetrics level Ⅲ (systematic)",
            ["ob-level3", "产科三级", "产科3级", "系统筛查"],
            ["ob"]
        ),
        type("gynaecology", "妇科", "Gynaecology", ["gyn", "gynecology", "妇科超声"], ["gyn"]),
        type(
            "thyroid",
            "甲状腺及颈部",
            "Thyroid and neck",
            ["thy", "甲状腺", "neck", "颈部"],
            ["thy", "neck", "parathyroid", "salivary"]
        ),
        type("breast", "乳腺", "Breast", ["乳腺超声"], ["breast"]),
        type("carotid", "颈动脉", "Carotid and vertebral arteries", ["car", "颈部血管", "颈动脉超声"], ["car"]),
        type("limb-vein", "四肢静脉", "Limb veins", ["vein", "dvt", "下肢静脉", "上肢静脉"], ["vein"]),
        type("echo", "超声心动图", "Echocardiography", ["心脏", "心脏超声", "tte", "echocardiography"], ["echo"]),
        type("lung", "肺", "Lung", ["肺部", "肺超声", "lus"], ["lung"]),
        type("fast", "创伤快速评估", "Trauma (FAST, eFAST)", ["efast", "创伤"], ["fast", "efast"]),
        type("hip", "婴幼儿髋关节", "Infant hip (Graf)", ["graf", "髋关节"], ["hip"]),
        type("msk", "肌骨", "Musculoskeletal", ["肌肉骨骼", "肌骨超声"], ["msk"]),
        type("neonatal-head", "新生儿颅脑", "Neonatal head", ["neohead", "新生儿头颅"], ["neohead"]),
    ]

    /// Every section, in the order of the documentation.
    package static let sections: [Section] =
        abdomen + obstetrics + firstTrimester + gynaecology + neck + breast + vessels + heart + lung + otherRegions

    private static let typesByName: [String: ExamType] = {
        var table: [String: ExamType] = [:]
        for type in examTypes {
            for name in [type.id, type.name.zh, type.name.en] + type.aliases { table[folded(name)] = type }
        }
        return table
    }()

    private static let sectionsByID = Dictionary(sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every spelling → the sections that it may mean, in catalogue order.
    private static let sectionsByName: [String: [Section]] = {
        var table: [String: [Section]] = [:]
        for section in sections {
            var spellings: Set<String> = []
            for name in [section.id, section.name.zh, section.name.en] + section.aliases {
                spellings.insert(folded(name))
                spellings.insert(folded(withoutParentheses(name)))
            }
            for spelling in spellings { table[spelling, default: []].append(section) }
        }
        return table
    }()

    /// The exam type of an id, a name or an alias in any case; nil when it is unknown.
    package static func examType(_ label: String) -> ExamType? { typesByName[folded(label)] }

    /// The section of exactly this id; nil when it is unknown.
    package static func section(id: String) -> Section? { sectionsByID[id] }

    /// The sections that an exam type may show; all of them when the type is nil or unknown.
    package static func sections(of examType: String?) -> [Section] {
        guard let examType, let type = Self.examType(examType) else { return sections }
        return sections.filter { type.sectionFamilies.contains($0.family) }
    }

    /// What a clinic's label for a section means.
    ///
    /// Ids and both languages' names are recognised in any case, with full-width or half-width brackets, and with a
    /// running number before (`03_`) or a copy number behind (`(2)`, `_2`). A wording that fits several sections is
    /// known only if the exam type leaves one of them. What is not recognised stays the clinic's own label, without
    /// the running number.
    package static func label(_ text: String, examType: String? = nil) -> SectionLabel {
        let trimmed = trimmingSpace(text)
        if trimmed.isEmpty { return .none }
        if let known = lookUp(trimmed, examType: examType) { return .known(known) }
        let unnumbered = withoutRunningNumber(trimmed)
        for candidate in [unnumbered, withoutCopyNumber(unnumbered), withoutCopyNumber(trimmed)] {
            if let known = lookUp(candidate, examType: examType) { return .known(known) }
        }
        return .own(unnumbered)
    }

    private static func lookUp(_ text: String, examType: String?) -> Section? {
        guard let candidates = sectionsByName[folded(text)] else { return nil }
        if candidates.count == 1 { return candidates[0] }
        guard let examType, let type = Self.examType(examType) else { return nil }
        let fitting = candidates.filter { type.sectionFamilies.contains($0.family) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    // MARK: spelling

    /// Lower case, half-width brackets, no spaces: what two spellings of one name share.
    static func folded(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "（": result.append("(")
            case "）": result.append(")")
            case " ", "\u{3000}", "\t": continue
            default: result.append(character)
            }
        }
        return result
    }

    private static func withoutParentheses(_ text: String) -> String {
        var result = ""
        var depth = 0
        for character in text {
            switch character {
            case "(", "（": depth += 1
            case ")", "）": depth = max(0, depth - 1)
            default: if depth == 0 { result.append(character) }
            }
        }
        return trimmingSpace(result)
    }

    /// `03_x`, `03-x`, `03 x`, `03.x` → `x`; a text of digits alone stays.
    private static func withoutRunningNumber(_ text: String) -> String {
        let rest = text.drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex != text.startIndex, let separator = rest.first, "_- .".contains(separator) else {
            return text
        }
        let name = trimmingSpace(String(rest.dropFirst()))
        return name.isEmpty ? text : name
    }

    /// `x(2)`, `x_2`, `x-2`, `x 2` → `x`; anything else as it is.
    private static func withoutCopyNumber(_ text: String) -> String {
        var rest = text[...]
        let bracketed = rest.last == ")" || rest.last == "）"
        if bracketed { rest = rest.dropLast() }
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits <= 4 else { return text }
        rest = rest.dropLast(digits)
        guard let separator = rest.last, bracketed ? "(（".contains(separator) : "_- ".contains(separator) else {
            return text
        }
        let name = trimmingSpace(String(rest.dropLast()))
        return name.isEmpty ? text : name
    }

    private static func trimmingSpace(_ text: String) -> String {
        let spaces: Set<Character> = [" ", "\t", "\n", "\r", "\r\n", "\u{3000}"]
        var rest = text[...]
        while let first = rest.first, spaces.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, spaces.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }

    // MARK: writing entries

    private static func type(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ aliases: [String],
        _ families: [String]
    ) -> ExamType {
        ExamType(id: id, name: LocalizedText(zh: zh, en: en), aliases: aliases, sectionFamilies: families)
    }

    static func one(_ id: String, _ zh: String, _ en: String, _ aliases: [String] = []) -> Section {
        Section(id: id, name: LocalizedText(zh: zh, en: en), aliases: aliases)
    }

    /// The right and the left section of a pair: `#` in the id becomes `r` and `l`, in the names 右 and 左, right and left.
    static func pair(_ id: String, _ zh: String, _ en: String, _ aliases: [String] = []) -> [Section] {
        [("r", "右", "right"), ("l", "左", "left")].map { letter, chinese, english in
            one(
                replacingMark(id, letter),
                replacingMark(zh, chinese),
                replacingMark(en, english),
                aliases.map { replacingMark($0, chinese) }
            )
        }
    }

    private static func replacingMark(_ text: String, _ side: String) -> String {
        text.split(separator: "#", omittingEmptySubsequences: false).joined(separator: side)
    }
}
