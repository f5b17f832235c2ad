/// Images that somebody has to look at before anything else, and where they lie.
package struct UrgentFindings: Sendable, Codable, Equatable {
    /// How many images are listed at most of each kind.
    package static let mostListed = 200

    /// What became of an image with such a finding.
    package enum State: String, Sendable, Codable, CaseIterable, Comparable {
        /// No expert has read it.
        case waiting
        /// An expert has read it, and the finding stands.
        case read
        /// An expert has read it and rejected the finding.
        case rejected

        package static func < (left: State, right: State) -> Bool {
            Self.allCases.firstIndex(of: left).unsafelyUnwrapped < Self.allCases.firstIndex(of: right).unsafelyUnwrapped
        }
    }

    /// One image.
    package struct Image: Sendable, Codable, Equatable {
        package var institution: String
        /// The exam's folder below the institution's inbox folder.
        package var folder: String
        package var file: String
        package var technician: String?
        /// The finding's codes.
        package var codes: [String]
        package var received: ReportTime
        package var state: State

        /// An image.
        package init(
            institution: String,
            folder: String,
            file: String,
            technician: String? = nil,
            codes: [String],
            received: ReportTime,
            state: State
        ) {
            self.institution = institution
            self.folder = folder
            self.file = file
            self.technician = technician
            self.codes = codes
            self.received = received
            self.state = state
        }

        /// `INSTITUTION/FOLDER/FILE`.
        package var place: String { "\(institution)/\(folder)/\(file)" }
    }

    /// Images of one kind.
    package struct Group: Sendable, Codable, Equatable {
        /// All of them.
        package var count: Int
        /// Of these, images that no expert has read.
        package var waiting: Int
        /// Of these, images of which an expert rejected the finding.
        package var rejected: Int
        /// What no expert has rejected.
        package var standing: Int { max(0, count - rejected) }
        /// The first `mostListed`: what waits first, then the newest.
        package var images: [Image]

        /// Fixes the order.
        package init(count: Int, waiting: Int, rejected: Int, images: [Image]) {
            self.count = count
            self.waiting = waiting
            self.rejected = rejected
            self.images = Array(
                images.sorted { ($0.state, $1.received, $0.place) < ($1.state, $0.received, $1.place) }
                    .prefix(UrgentFindings.mostListed)
            )
        }
    }

    /// Critical findings but the one below and unreadable files; nil where there are none.
    package var critical: Group?
    /// The same picture in another patient's exam; nil where there is none.
    package var duplicates: Group?

    /// Both kinds; nil where there is neither.
    package init?(critical: Group?, duplicates: Group?) {
        if critical == nil, duplicates == nil { return nil }
        self.critical = critical
        self.duplicates = duplicates
    }
}
