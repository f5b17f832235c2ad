internal import Foundation
internal import Grading

/// The signed credential that a file carries: a JWT, our JSON file, or a PNG or PDF that was exported.
struct CarriedCredential {
    let token: CredentialToken
    /// The JSON file as it was given; nil for the other kinds, which show nothing beside the token.
    private let file: [UInt8]?

    /// The keyword of a PNG's text chunk that Open Badges bakes a credential into.
    static let pngKeyword = "openbadgecredential"
    /// The comment before a PDF's `startxref`.
    static let pdfMark = "%sonograde-credential "
    /// Most bytes of a JSON file that is looked at.
    private static let largestJSON = 4 << 20

    /// Looks into a file by its first bytes.
    ///
    /// Throws `unreadable` with what was expected.
    init(in bytes: [UInt8]) throws(CertificateError) {
        if bytes.starts(with: PNGText.signature) {
            let texts = PNGText.texts(Self.pngKeyword, in: bytes)
            (token, file) = (try Self.only(texts, of: "picture"), nil)
        } else if bytes.starts(with: "%PDF-".utf8) {
            let texts = PDFComment.texts(Self.pdfMark, in: bytes)
            (token, file) = (try Self.only(texts, of: "PDF"), nil)
        } else if bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") {
            guard bytes.count <= Self.largestJSON, let read = Self.read(bytes) else {
                throw Self.unreadable("the JSON is not the one of a certificate; export writes it with --format json")
            }
            if let name = RepeatedMember.first(in: bytes) {
                throw Self.unreadable("the JSON has a member twice, \(name), and nobody can say which one counts")
            }
            // The number stands twice in the file.
            guard read.number == read.credential.statement.number else {
                throw Self.unreadable("the file's two numbers are not the same")
            }
            (token, file) = (try CredentialToken(read.jwt), bytes)
        } else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Self.unreadable("a JWT, a JSON file of export, or an exported PDF or PNG is")
            }
            (token, file) = (try CredentialToken(text), nil)
        }
    }

    /// Whether the file shows the signed credential and nothing else beside the token, in whatever layout.
    ///
    /// Throws `library`.
    func shows(_ credential: CertificateCredential) throws(CertificateError) -> Bool {
        guard let file else { return true }
        do {
            let wanted = try CredentialFile(credential, token: token.text).bytes()
            let objects = try [file, wanted].map { try JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary }
            return objects[0] == objects[1]
        } catch {
            throw CertificateError(code: .library, message: "a JSON file could not be compared: \(error)")
        }
    }

    private static func read(_ bytes: [UInt8]) -> CredentialFile? {
        let file = try? JSONDecoder().decode(CredentialFile.self, from: Data(bytes))
        return file?.schema == CredentialFile.schemaID ? file : nil
    }

    /// The token of a file that carries one and no other one.
    private static func only(_ texts: [String], of kind: String) throws(CertificateError) -> CredentialToken {
        guard let text = texts.first else {
            throw unreadable("the \(kind) carries no credential; verify the number that is printed on it")
        }
        guard texts.allSatisfy({ $0 == text }) else {
            throw unreadable("the \(kind) carries several credentials; verify the number that is printed on it")
        }
        return try CredentialToken(text)
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
        guard let place = pdf.places(of: Array("startxref".utf8)).last,
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return pdf[..<place] + Array((CarriedCredential.pdfMark + token + "\n").utf8) + pdf[place...]
    }

    /// The texts behind a mark, each up to its line's end.
    static func texts(_ mark: String, in pdf: [UInt8]) -> [String] {
        pdf.places(of: Array(mark.utf8)).map { place in
            String(decoding: pdf[(place + mark.utf8.count)...].prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
        }
    }
}

extension [UInt8] {
    /// Where a sequence of bytes stands, in order.
    fileprivate func places(of wanted: [UInt8]) -> [Int] {
        var places: [Int] = []
        let (all, mark) = (Data(self), Data(wanted))
        var from = all.startIndex
        while let found = all.range(of: mark, in: from..<all.endIndex) {
            places.append(found.lowerBound - all.startIndex)
            from = found.upperBound
        }
        return places
    }
}
