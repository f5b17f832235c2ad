/// What people's labels mean: which is better, and which category of the program's answers with them.
package enum LabelScale: Sendable, Equatable {
    /// Numbers; higher is better.
    case numbers
    /// A, B, C, D, or 甲, 乙, 丙, 不合格.
    case levels
    /// Classes from the worst to the best; those of one step are equally good.
    case classes([Set<String>])

    /// The scale of a table's labels: levels, else numbers; nil where they are neither and an order has to be told.
    package init?(of labels: some Sequence<String>) {
        let all = Set(labels)
        if all.allSatisfy({ Self.level(of: $0) != nil }) {
            self = .levels
        } else if all.allSatisfy({ Double($0)?.isFinite == true }) {
            self = .numbers
        } else {
            return nil
        }
    }

    /// Reads an order such as `bad,fair,good+very-good`: from the worst to the best, `+` joins what is equally good.
    ///
    /// nil below two steps, and where a class is named twice or is empty.
    package init?(order: String) {
        let steps = order.split(separator: ",", omittingEmptySubsequences: false).map { step in
            step.split(separator: "+", omittingEmptySubsequences: false).map { word in
                String(word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }
        }
        let words = steps.flatMap { $0 }
        guard steps.count >= 2, Set(words).count == words.count, !words.contains("") else { return nil }
        self = .classes(steps.map(Set.init))
    }

    /// Place of a label, higher for the better; nil for one that the scale does not know.
    package func rank(of label: String) -> Double? {
        switch self {
        case .numbers: Double(label).flatMap { $0.isFinite ? $0 : nil }
        case .levels: Self.level(of: label).map { Double(3 - Self.index(of: $0)) }
        case .classes(let steps): steps.firstIndex { $0.contains(label) }.map(Double.init)
        }
    }

    /// Categories that program and person have in common; 0 where there are none.
    var categoryCount: Int {
        switch self {
        case .numbers: 0
        case .levels: Level.allCases.count
        case .classes(let steps): steps.count == 2 ? 2 : 0
        }
    }

    /// The categories of a picture by person and program; nil where one of them has none.
    func categories(of picture: LabelAgreement.Labelled) -> (person: Int, program: Int)? {
        switch self {
        case .numbers: nil
        case .levels:
            Self.level(of: picture.label).flatMap { person in
                picture.outcome.level.map { (Self.index(of: person), Self.index(of: $0)) }
            }
        case .classes(let steps):
            steps.count != 2
                ? nil
                : steps.firstIndex { $0.contains(picture.label) }.map { ($0, picture.outcome.isForExpert ? 0 : 1) }
        }
    }

    private static func level(of label: String) -> Level? {
        let chinese: [String: Level] = ["甲": .a, "乙": .b, "丙": .c, "不合格": .d]
        return Level(rawValue: label) ?? chinese[label]
    }

    /// 0 for A to 3 for D.
    private static func index(of level: Level) -> Int {
        switch level {
        case .a: 0
        case .b: 1
        case .c: 2
        case .d: 3
        }
    }
}
