/// One quality indicator: what is counted, over what, and where the wording is from.
package struct Indicator: Sendable, Equatable {
    /// In what its value is written.
    package enum Unit: String, Sendable, Codable, CaseIterable {
        /// A share, times 100.
        case percent
        /// So many per hundred, which may be more than a hundred.
        case perHundred = "per_hundred"
        /// So many a month.
        case perMonth = "per_month"
        case hours
        /// A coefficient of agreement, at most 1.
        case coefficient

        /// What one of the measure's own units is in this unit.
        var scale: Double { self == .percent || self == .perHundred ? 100 : 1 }
    }

    /// Which way is good.
    package enum Better: String, Sendable, Codable, CaseIterable {
        case higher, lower, neither
    }

    /// How sure the wording is.
    package enum Wording: String, Sendable, Codable, CaseIterable {
        /// Read in a published text of the document.
        case verified
        /// From memory or secondary literature.
        case unverified
        /// The network's own, or the home's.
        case own
    }

    /// How the value comes about.
    package enum Source: Sendable, Equatable {
        /// One count over another.
        case ratio(IndicatorMeasure, IndicatorMeasure)
        /// Something that is no count.
        case value(IndicatorMeasure)
        /// The data is not here; why.
        case unavailable(LocalizedText)
    }

    /// Lower-case, unique among the sets in use.
    package var id: String
    /// The document's own code; nil where it has none or it is not known.
    package var code: String?
    package var name: LocalizedText
    package var numerator: LocalizedText
    /// nil where it is no ratio.
    package var denominator: LocalizedText?
    package var unit: Unit
    package var better: Better
    package var wording: Wording
    package var source: Source
    /// What the reader has to know of the value.
    package var note: LocalizedText?

    /// An indicator.
    package init(
        id: String,
        code: String? = nil,
        name: LocalizedText,
        numerator: LocalizedText,
        denominator: LocalizedText? = nil,
        unit: Unit,
        better: Better,
        wording: Wording,
        source: Source,
        note: LocalizedText? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.numerator = numerator
        self.denominator = denominator
        self.unit = unit
        self.better = better
        self.wording = wording
        self.source = source
        self.note = note
    }
}

/// Indicators that belong together, as one file has them.
package struct IndicatorSet: Sendable, Equatable {
    package var id: String
    package var title: LocalizedText
    /// The document that they are from; nil for own ones.
    package var source: String?
    package var indicators: [Indicator]
}

/// What an indicator is to reach in a span of time.
package struct IndicatorGoal: Sendable, Equatable {
    /// The indicator's id.
    package var indicator: String
    /// How people call it; nil leaves the indicator's name.
    package var title: LocalizedText?
    /// The value that is to be reached or exceeded, in the indicator's unit.
    package var atLeast: Double?
    /// The value that is not to be exceeded.
    package var atMost: Double?
    /// First and last day of the span, `yyyy-MM-dd`.
    package var from: String
    package var until: String
    /// The institution that it is for; nil for the network.
    package var institution: String?

    /// A goal of at least one bound.
    package init(
        indicator: String,
        title: LocalizedText? = nil,
        atLeast: Double? = nil,
        atMost: Double? = nil,
        from: String,
        until: String,
        institution: String? = nil
    ) {
        self.indicator = indicator
        self.title = title
        self.atLeast = atLeast
        self.atMost = atMost
        self.from = from
        self.until = until
        self.institution = institution
    }

    /// Whether the goal speaks of a span of days within its own, and of this institution (nil: the network).
    package func applies(to institution: String?, from first: String, until last: String) -> Bool {
        self.institution == institution && from <= first && last <= until
    }
}
