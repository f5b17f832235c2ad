/// Pages and what is said about them.
///
/// The same value gives the same bytes on machines with the same fonts and libraries; which these were stands in the PDF's
/// keywords.
package struct PageDocument: Sendable, Equatable {
    package var title: String
    /// Who is responsible for the content; empty where nobody is named.
    package var author: String
    package var subject: String
    /// The program that made it and its version.
    package var program: String
    /// ISO 8601 with a zone, `2026-03-05T14:03:22+08:00`; the only time in the file.
    package var created: String
    package var pages: [Page]

    /// Joins the parts.
    package init(title: String, author: String, subject: String, program: String, created: String, pages: [Page]) {
        self.title = title
        self.author = author
        self.subject = subject
        self.program = program
        self.created = created
        self.pages = pages
    }
}
