package import Grading

/// The institution that handed in.
package struct InstitutionReference: Sendable, Codable, Equatable {
    /// Its folder's name in the inbox.
    package var id: String
    /// Its name as registered; the id again when it isn't registered.
    package var name: String
    /// Whether the network knows it; what an unknown one hands in is graded all the same, and marked.
    package var registered: Bool

    /// An institution.
    package init(id: String, name: String, registered: Bool) {
        self.id = id
        self.name = name
        self.registered = registered
    }
}

/// A kind of exam.
package struct ExamTypeReference: Sendable, Codable, Equatable {
    /// Short id of docs/intake.md, such as `abdomen`.
    package var id: String
    /// Its name in both languages.
    package var name: LocalizedText

    /// An exam type.
    package init(id: String, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}

/// A standard section (切面).
package struct SectionReference: Sendable, Codable, Equatable {
    /// Id such as `abd.liver.porta1`, or the clinic's own label.
    package var id: String
    /// Its name in both languages; nil for a label that isn't in the list of sections.
    package var name: LocalizedText?

    /// A section; leave the name out for the clinic's own label.
    package init(id: String, name: LocalizedText? = nil) {
        self.id = id
        self.name = name
    }
}
