import Grading
package import Typesetting

extension CertificateSheet {
    /// Dots an inch of `png` where nothing else is asked for.
    package static let dotsPerInch = 200

    /// The sheet as a PDF of one page.
    ///
    /// The same sheet gives the same bytes on a machine with the same fonts and libraries; these stand in the file's
    /// metadata. Throws `ReportError` with what to do where a value may not be printed, a character has no font, a supplied
    /// picture cannot be read, or the texts are too long for one page.
    package func pdf() throws(ReportError) -> [UInt8] {
        let document = try document()
        do throws(TypesettingError) { return try document.pdf() } catch { throw Self.error(error) }
    }

    /// The sheet as a PNG picture.
    ///
    /// - Parameter dotsPerInch: 36–600.
    /// - Throws: as `pdf()`.
    package func png(dotsPerInch: Int = Self.dotsPerInch) throws(ReportError) -> [UInt8] {
        let document = try document()
        do throws(TypesettingError) { return try document.png(dotsPerInch: dotsPerInch) } catch {
            throw Self.error(error)
        }
    }

    /// The page and what the PDF says of itself.
    package func document() throws(ReportError) -> PageDocument {
        try check()
        let title = CertificateWord.title.text
        do throws(TypesettingError) {
            return PageDocument(
                title: "\(title.zh) \(number)",
                author: issuer.name.chinese,
                subject: "\(holder.name.chinese) · \(course.name.chinese)",
                program: program,
                // The day of issue, whenever it is drawn: the same certificate is the same file.
                created: "\(issued)T00:00:00Z",
                pages: [try CertificateDrawing(sheet: self).page()]
            )
        } catch {
            throw Self.error(error)
        }
    }

    private static func error(_ error: TypesettingError) -> ReportError {
        ReportError(code: .cannotBeDrawn, message: error.message)
    }

    // MARK: - What may be printed

    private func check() throws(ReportError) {
        func refuse(_ message: String) throws(ReportError) {
            throw ReportError(code: .notAllowed, message: "certificate \(number): \(message)")
        }
        if let identity = holder.maskedIdentity, !identity.contains("*") {
            try refuse("the identity number is not masked; give it as 510***********1234")
        }
        if course.until < course.from { try refuse("the course ends on \(course.until), before it begins") }
        if let expires, expires < issued { try refuse("it expires on \(expires), before it is issued") }
        for (name, text) in [
            ("number", number), ("name of the holder", holder.name.chinese),
            ("name of the course", course.name.chinese),
            ("name of the issuer", issuer.name.chinese), ("address for verification", verification),
        ] where text.allSatisfy(\.isWhitespace) {
            try refuse("the \(name) is empty")
        }
        for text in texts where ForeignText.visible(text) != text {
            try refuse("“\(ForeignText.visible(text))” holds control characters; take them out")
        }
        for mark in [assessment.theory, assessment.practical].compactMap(\.self) where !(0...100).contains(mark) {
            try refuse("a mark of \(mark); marks are 0–100")
        }
        for amount in [course.hours, course.credits?.points].compactMap(\.self) where !(amount > 0 && amount < 10_000) {
            try refuse("\(amount) hours or credits; leave them out where there are none")
        }
    }

    private var texts: [String] {
        let names = [
            holder.name, holder.employer, holder.post, course.name, course.host, issuer.name, issuer.signatory,
        ]
        return names.compactMap(\.self).flatMap { [$0.chinese, $0.english ?? ""] }
            + [
                number, holder.gender, holder.maskedIdentity, course.projectNumber, course.credits?.kind, verification,
                replaces,
            ].compactMap(\.self)
    }
}
