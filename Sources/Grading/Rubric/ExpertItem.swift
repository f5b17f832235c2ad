/// Something that only an expert judges.
package struct ExpertItem: Sendable, Equatable {
    /// Unique in its rubric, also among the machine's items.
    package let id: String
    package let name: LocalizedText
    /// Above 0.
    package let weight: Double
    /// Where it must be answered; elsewhere it may be.
    package let when: Applicability
    /// What must be at hand for it to be judged; nil for the picture alone.
    package let needs: ExpertNeed?
    /// The finding that a failed item gives; nil for none.
    package let code: String?
    /// What makes it up, by section; patterns each once, in the rubric's order.
    package let criteria: [SectionCriteria]

    /// The criteria on a section; empty where the item is answered as a whole.
    ///
    /// Of several patterns that fit, the one that says most of the section counts; of equals, the first.
    package func criteria(of section: String?) -> [ExpertCriterion] {
        guard let section else { return [] }
        var closest: SectionCriteria?
        for entry in criteria where entry.sections.matches(section) {
            guard entry.sections.fixedLength > closest?.sections.fixedLength ?? -1 else { continue }
            closest = entry
        }
        return closest?.criteria ?? []
    }
}

/// What an expert needs beside the picture.
package enum ExpertNeed: String, Sendable, CaseIterable {
    /// The text of the exam's report.
    case report
}

/// An expert item's criteria on some sections.
package struct SectionCriteria: Sendable, Equatable {
    /// Which sections.
    package let sections: SectionPattern
    /// Ids unique; empty where the item is answered as a whole.
    package let criteria: [ExpertCriterion]
}

/// One yes-or-no question that makes up an expert item.
package struct ExpertCriterion: Sendable, Equatable {
    /// Unique in its section; without a full stop, which parts it from the item's id in an answer.
    package let id: String
    /// A short phrase that is true of a good picture.
    package let name: LocalizedText
}
