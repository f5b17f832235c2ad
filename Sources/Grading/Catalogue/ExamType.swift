/// One kind of examination that clinics hand in.
package struct ExamType: Sendable, Equatable {
    /// Short stable id in lower-case ASCII with hyphens (`obstetrics-level2`); an underscore never occurs,
    /// because folder names are cut there.
    package let id: String
    /// What a person calls it.
    package let name: LocalizedText
    /// Other spellings that mean this type, lower case; the id and both names need not be listed.
    package let aliases: [String]
    /// First parts of the section ids that belong to it (`abd` for `abd.gb.long`).
    package let sectionFamilies: [String]
}

/// One standard section (切面): a plane that an examination is expected to show.
package struct Section: Sendable, Equatable {
    /// Stable id, `<exam>.<organ>.<plane>`, lower-case ASCII.
    package let id: String
    /// What a person calls it.
    package let name: LocalizedText
    /// Other spellings that mean this section.
    package let aliases: [String]

    /// The part of the id before the first full stop.
    package var family: String { String(id.prefix { $0 != "." }) }
}

/// What a clinic's label for a section turned out to mean.
package enum SectionLabel: Sendable, Equatable {
    /// A section of the catalogue.
    case known(Section)
    /// The clinic's own wording, kept as it was written.
    case own(String)
    /// No label at all.
    case none

    /// The text that a grade's `section` shows: the id, the clinic's wording, or nil.
    package var text: String? {
        switch self {
        case .known(let section): section.id
        case .own(let label): label
        case .none: nil
        }
    }
}
