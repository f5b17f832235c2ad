import Foundation
import Testing

/// Reads a page as far as the tests need: tags in balance, attributes, text.
struct PageReader {
    let html: String

    init(_ bytes: [UInt8]) throws {
        html = try #require(String(bytes: bytes, encoding: .utf8))
    }

    /// Occurrences of a text.
    func count(of text: String) -> Int { html.components(separatedBy: text).count - 1 }

    /// Values that are not numbers although they should be, shown or drawn.
    var notNumbers: Int { [">nan", "\"nan", " nan", ">inf", "\"inf", ",inf"].map(count).reduce(0, +) }

    /// The first tag that is not closed, or closed without being open; nil when all are in balance.
    var firstUnbalancedTag: String? {
        let void: Set<Substring> = ["meta", "input", "img", "!doctype"]
        var open: [Substring] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return String(tag) }
            } else if !void.contains(name) && !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.last.map(String.init)
    }

    /// Values of an attribute, in the order of the page.
    func values(of attribute: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// Whatever the page would have to load from elsewhere, or run.
    var outsideParts: [String] {
        let forbidden = [
            "http:", "https:", "url(", "@import", "<script", "<link", "<iframe", "<object", "javascript:", "srcset",
        ]
        let loaded = (values(of: "src") + values(of: "href")).filter {
            !$0.hasPrefix("data:image/jpeg;base64,") && !$0.hasPrefix("data:image/png;base64,") && !$0.hasPrefix("#")
        }
        // A pattern within the page itself.
        let text = html.lowercased().replacing("url(#", with: "")
        return forbidden.filter { text.contains($0) } + loaded
    }
}
