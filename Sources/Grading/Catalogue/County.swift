/// A county, district or city of China by GB/T 2260, as an institution's place is called.
package struct County: Sendable, Hashable {
    /// Six digits: two of the province, two of the prefecture, two of the county.
    package let code: String
    /// The county's own name: `温江区`.
    package let name: String
    /// With what it lies in: `四川省成都市温江区`.
    package let fullName: String

    /// The state of the table: the divisions in force at the end of this year (民政部, 中华人民共和国县以上行政区划代码).
    package static let tableYear = 2024

    /// The county of a code in force, or the prefecture where that has no counties (东莞市); nil for anything else.
    package static func coded(_ code: String) -> County? { CountyIndex.shared.counties[code] }

    /// The full name of a county, prefecture or province in force: `四川省成都市`; nil for anything else.
    package static func placeName(of code: String) -> String? { CountyIndex.shared.placeNames[code] }

    /// The counties, prefectures and provinces in force that are called so, by their own or their full name (`成都市`,
    /// `四川省成都市`), by code.
    package static func places(named name: String) -> [(code: String, fullName: String)] {
        let index = CountyIndex.shared
        return index.placeNames.filter { code, fullName in fullName == name || index.ownNames[code] == name }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The codes that lie in a place: itself for a county, all below it for a prefecture (`…00`) or province (`…0000`).
    package static func codes(in place: String) -> ClosedRange<String> {
        for (zeros, nines) in [("0000", "9999"), ("00", "99")] where place.hasSuffix(zeros) {
            return place...(place.dropLast(zeros.count) + nines)
        }
        return place...place
    }

    /// The counties that are called so, by their own or their full name, by code.
    package static func named(_ name: String) -> [County] {
        CountyIndex.shared.counties.values.filter { $0.name == name || $0.fullName == name }.sorted {
            $0.code < $1.code
        }
    }

    /// What a code that is no longer in force became, which may be nothing known; nil for a code that never was one.
    package static func successors(of code: String) -> [County]? {
        CountyIndex.shared.successors[code].map { $0.compactMap(coded) }
    }

    /// Every county in force whose code, name or full name holds a text, by code.
    package static func found(_ text: String) -> [County] {
        CountyIndex.shared.counties.values
            .filter { $0.code.hasPrefix(text) || $0.fullName.contains(text) }
            .sorted { $0.code < $1.code }
    }
}

/// The table by code, read once.
private struct CountyIndex: Sendable {
    var counties: [String: County] = [:]
    var successors: [String: [String]] = [:]
    /// Of counties, prefectures and provinces.
    var placeNames: [String: String] = [:]
    /// The same without what they lie in.
    var ownNames: [String: String] = [:]

    static let shared = CountyIndex()

    init() {
        var names: [String: String] = [:]
        for line in CountyTable.text.split(separator: "\n") {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 3 else { continue }
            // What became of an old code is written beside it (`-`: no county); one in force has nothing there.
            if cells[2].isEmpty {
                names[cells[0]] = cells[1]
            } else {
                successors[cells[0]] = cells[2].split(separator: ";").map(String.init)
            }
        }
        ownNames = names
        var hasParts: Set<String> = []
        for code in names.keys {
            if !code.hasSuffix("0000") { hasParts.insert("\(code.prefix(2))0000") }
            if !code.hasSuffix("00") { hasParts.insert("\(code.prefix(4))00") }
        }
        for (code, name) in names {
            // What stands above it; a province and a prefecture do not stand above themselves.
            let province = code.hasSuffix("0000") ? "" : names["\(code.prefix(2))0000"] ?? ""
            let prefecture = code.hasSuffix("00") ? "" : names["\(code.prefix(4))00"] ?? ""
            placeNames[code] = province + prefecture + name
            guard !hasParts.contains(code) else { continue }
            counties[code] = County(code: code, name: name, fullName: province + prefecture + name)
        }
    }
}
