import Grading

/// A piece of HTML.
///
/// Whatever is put into a literal is escaped, so that a clinic's text can't become markup.
struct Markup: Sendable, ExpressibleByStringInterpolation {
    /// The HTML.
    private(set) var html: String

    /// The literal as it stands.
    init(stringLiteral value: String) { html = value }

    /// The literal with its values, escaped by their kind.
    init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

    /// Pieces one after the other.
    init(_ pieces: some Sequence<Markup>) {
        html = ""
        for piece in pieces { html += piece.html }
    }

    /// Base64, digits, or other text that holds nothing to escape.
    init(trusted: String) { html = trusted }

    /// No markup.
    static let none: Markup = ""

    /// Whether there is nothing to show.
    var isEmpty: Bool { html.isEmpty }

    /// Adds a piece at the end.
    mutating func append(_ piece: Markup) { html += piece.html }

    /// Collects the parts of a literal.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: String) { html += literal }

        /// Markup goes in as it is.
        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        /// Pieces go in one after the other.
        mutating func appendInterpolation(_ markups: [Markup]) { for markup in markups { html += markup.html } }

        /// A number.
        mutating func appendInterpolation(_ number: Int) { html += String(number) }

        /// Text is escaped; also right inside a quoted attribute.
        mutating func appendInterpolation(_ text: String) { html += Markup.escaped(text) }

        /// Both wordings, of which the page's switch shows one; only once where they are the same.
        mutating func appendInterpolation(_ text: LocalizedText) {
            if text.zh == text.en {
                html += Markup.escaped(text.zh)
            } else {
                html += "<span class=\"zh\" lang=\"zh\">\(Markup.escaped(text.zh))</span>"
                html += "<span class=\"en\" lang=\"en\">\(Markup.escaped(text.en))</span>"
            }
        }

        /// Both wordings of one of our words.
        mutating func appendInterpolation(_ word: Word) { appendInterpolation(word.text) }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in ForeignText.visible(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Sequence where Element == Markup {
    /// The pieces with a separator between them.
    func joined(by separator: Markup) -> Markup {
        var result = Markup.none
        for (index, piece) in enumerated() {
            if index > 0 { result.append(separator) }
            result.append(piece)
        }
        return result
    }
}
