internal import Reports
internal import Store

/// A period's critical findings and pictures of several patients, put as people read them.
struct UrgentSum {
    let findings: [PeriodUrgent]
    let clock: ReportClock

    private static let duplicate = "DUP_CROSS_PATIENT"

    /// The report's part; nil where there is nothing.
    ///
    /// - Throws: `StoreError`, since images are looked up by name.
    func findings(in store: Store) throws -> UrgentFindings? {
        UrgentFindings(
            critical: try group(findings.filter { $0.code != Self.duplicate }, in: store),
            duplicates: try group(findings.filter { $0.code == Self.duplicate }, in: store)
        )
    }

    private func group(_ findings: [PeriodUrgent], in store: Store) throws -> UrgentFindings.Group? {
        // An image counts once, by the finding of which least is known.
        let images = Dictionary(grouping: findings, by: \.image).map { image, findings in
            (
                image: image, codes: findings.map(\.code).sorted(),
                received: findings[0].receivedAt, state: Self.state(findings)
            )
        }
        guard !images.isEmpty else { return nil }
        let listed = images.sorted { ($0.state, $1.received, $1.image) < ($1.state, $0.received, $0.image) }
            .prefix(UrgentFindings.mostListed)
        let places = try store.places(exams: [], images: listed.map(\.image)).images
        return UrgentFindings.Group(
            count: images.count,
            waiting: images.count { $0.state == .waiting },
            rejected: images.count { $0.state == .rejected },
            images: listed.compactMap { item in
                guard let place = places[item.image], let file = place.file else { return nil }
                return UrgentFindings.Image(
                    institution: place.institution,
                    folder: place.folder,
                    file: file,
                    technician: place.technician,
                    codes: item.codes,
                    received: clock.time(item.received),
                    state: item.state
                )
            }
        )
    }

    private static func state(_ findings: [PeriodUrgent]) -> UrgentFindings.State {
        switch findings.map(\.state.rawValue).min().flatMap(PeriodUrgent.State.init) {
        case .waiting, nil: .waiting
        case .read: .read
        case .rejected: .rejected
        }
    }
}
