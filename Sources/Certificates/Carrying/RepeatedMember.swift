internal import Foundation

/// Looks for members that stand twice in one object of a JSON text.
///
/// Readers disagree which of the two counts, so one could show a person what another one never checked.
enum RepeatedMember {
    /// The name of the first such member of a text that a JSON reader takes; nil where there is none.
    static func first(in json: [UInt8]) -> String? {
        // The names of each object around the place; nil for an array.
        var around: [Set<String>?] = []
        var place = 0
        var awaitsName = false
        while place < json.count {
            switch json[place] {
            case UInt8(ascii: "{"):
                around.append([])
                awaitsName = true
            case UInt8(ascii: "["):
                around.append(nil)
                awaitsName = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = around.popLast()
                awaitsName = false
            case UInt8(ascii: ","): awaitsName = around.last.map { $0 != nil } ?? false
            case UInt8(ascii: "\""):
                let end = self.end(ofTextAt: place, in: json)
                if awaitsName {
                    let name = self.text(json[place..<end])
                    if around.last??.contains(name) ?? false { return name }
                    around[around.count - 1]?.insert(name)
                    awaitsName = false
                }
                place = end
                continue
            default: break
            }
            place += 1
        }
        return nil
    }

    /// The place behind a text's last quotation mark.
    private static func end(ofTextAt start: Int, in json: [UInt8]) -> Int {
        var place = start + 1
        while place < json.count, json[place] != UInt8(ascii: "\"") {
            place += json[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place + 1, json.count)
    }

    /// A text without its escapes; as it stands where it is none.
    private static func text(_ literal: ArraySlice<UInt8>) -> String {
        (try? JSONDecoder().decode(String.self, from: Data(literal))) ?? String(decoding: literal, as: UTF8.self)
    }
}
