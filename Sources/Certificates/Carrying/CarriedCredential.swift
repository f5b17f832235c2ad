internal import Foundation
internal import Grading

/// The signed credential that a file carries: a JWT, our JSON file, or a PNG or PDF that was exported.
struct CarriedCredential {
    let token: CredentialToken
    /// What the file shows beside the token as that which is signed; nil where it shows nothing.
    let shown: CertificateCredential?

    /// The keyword of a PNG's text chunk that Open Badges bakes a credential into.
    static let pngKeyword = "openbadgecredential"
    /// The comment before a PDF's `startxref`.
    static let pdfMark = "%sonograde-credential "

    /// Looks into a file by its first bytes.
    ///
    /// Throws `unreadable` with what was expected.
    init(in bytes: [UInt8]) throws(CertificateError) {
        if bytes.starts(with: PNGText.signature) {
            guard let text = PNGText.text(Self.pngKeyword, in: bytes) else {
                throw Self.unreadable("the picture carries no credential; verify the number that is printed on it")
            }
            (token, shown) = (try CredentialToken(text), nil)
        } else if bytes.starts(with: "%PDF-".utf8) {
            guard let text = PDFComment.text(Self.pdfMark, in: bytes) else {
                throw Self.unreadable("the PDF carries no credential; verify the number that is printed on it")
            }
            (token, shown) = (try CredentialToken(text), nil)
        } else if bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") {
            guard let file = try? JSONDecoder().decode(CredentialFile.self, from: Data(bytes)) else {
                throw Self.unreadable("the JSON is not the one of a certificate; export writes it with --format json")
            }
            // The number stands twice in the file.
            guard file.number == file.credential.statement.number else {
                throw Self.unreadable("the file's two numbers are not the same")
            }
            (token, shown) = (try CredentialToken(file.jwt), file.credential)
        } else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Self.unreadable("a JWT, a JSON file of export, or an exported PDF or PNG is")
            }
            (token, shown) = (try CredentialToken(text), nil)
        }
    }

    private static func unreadable(_ why: String) -> CertificateError {
        CertificateError(code: .unreadable, message: "this is no signed certificate: \(why)")
    }
}

/// A PDF's comment that carries a text.
package enum PDFComment {
    /// The PDF with a credential as a comment before its last `startxref`, where no offset changes; nil where the
    /// bytes have no such place.
    package static func carrying(_ token: String, in pdf: [UInt8]) -> [UInt8]? {
        let mark = Array("startxref".utf8)
        guard let place = pdf.lastRange(of: mark)?.lowerBound, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return pdf[..<place] + Array((CarriedCredential.pdfMark + token + "\n").utf8) + pdf[place...]
    }

    /// The text behind a mark, up to the line's end; the last one of the file.
    static func text(_ mark: String, in pdf: [UInt8]) -> String? {
        guard let start = pdf.lastRange(of: Array(mark.utf8))?.upperBound else { return nil }
        return String(validating: pdf[start...].prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Where a sequence of bytes stands last.
    fileprivate func lastRange(of wanted: [UInt8]) -> Range<Int>? {
        guard !wanted.isEmpty, count >= wanted.count else { return nil }
        var start = count - wanted.count
        while start >= 0 {
            if self[start] == wanted[0], self[start..<start + wanted.count].elementsEqual(wanted) {
                return start..<start + wanted.count
            }
            start -= 1
        }
        return nil
    }
}
