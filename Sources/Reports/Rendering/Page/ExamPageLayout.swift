import Grading

/// Which images become cards, with or without picture, and which become rows; each image is placed exactly once.
struct ExamPageLayout {
    /// An image with its number in the clinic's order.
    struct Entry {
        let number: Int
        let image: ExamImage
        /// Whether its preview is embedded; the first ones, as far as the page's limits reach.
        var showsPicture = false
    }

    /// Cards of scored images with problems, gravest first, each by its result as it stands.
    private(set) var attention: [Entry] = []
    /// Cards of images that the machine is unsure about, in the clinic's order.
    private(set) var unsure: [Entry] = []
    /// Wide cards without problems, on which there is something to read from an expert or the clinic.
    private(set) var remarked: [Entry] = []
    /// Cards without problems, in the clinic's order.
    private(set) var good: [Entry] = []
    /// Rows for what found no place among the cards.
    private(set) var rows: [Entry] = []
    /// Rows for images that count no more.
    private(set) var superseded: [Entry] = []
    /// How many graded images have problems, on cards and in rows.
    let attentionCount: Int
    /// How many images are unsure, on cards and in rows.
    let unsureCount: Int
    /// How many images without problems have remarks, on cards and in rows.
    let remarkedCount: Int
    /// How many images have neither, on cards and in rows.
    let goodCount: Int

    /// Sorts the images and spends the page's limits on the gravest.
    init(images: [ExamImage]) {
        let entries = images.enumerated().map { Entry(number: $0.offset + 1, image: $0.element) }
        let counting = entries.filter { $0.image.standing != .superseded }
        superseded = entries.filter { $0.image.standing == .superseded }
        let problems = counting.filter { Self.needsAttention($0.image) }.sorted { left, right in
            let (one, two) = (Self.gravity(of: left.image), Self.gravity(of: right.image))
            return one == two ? left.number < right.number : one > two
        }
        let open = counting.filter { $0.image.outcome.status != .graded }
        let rest = counting.filter { $0.image.outcome.status == .graded && !Self.needsAttention($0.image) }
        let noted = rest.filter { Self.hasRemarks($0.image) }
        let fine = rest.filter { !Self.hasRemarks($0.image) }
        attentionCount = problems.count
        unsureCount = open.count
        remarkedCount = noted.count
        goodCount = fine.count
        var bytes = 0
        for (index, entry) in (problems + open + noted + fine).enumerated() {
            guard index < ExamPage.cardLimit else {
                rows.append(entry)
                continue
            }
            var entry = entry
            let size = entry.image.preview?.jpeg.count ?? 0
            entry.showsPicture = size > 0 && bytes + size <= ExamPage.previewLimit
            if entry.showsPicture { bytes += size }
            switch index {
            case ..<problems.count: attention.append(entry)
            case ..<(problems.count + open.count): unsure.append(entry)
            case ..<(problems.count + open.count + noted.count): remarked.append(entry)
            default: good.append(entry)
            }
        }
        rows.sort { $0.number < $1.number }
    }

    /// How many images have a card.
    var cardCount: Int { attention.count + unsure.count + remarked.count + good.count }

    /// Whether a technician should look at a scored image: a finding beyond a note, a repeated picture, or level D.
    private static func needsAttention(_ image: ExamImage) -> Bool {
        let outcome = image.outcome
        return outcome.status == .graded && (image.duplicate != nil || outcome.needsAttention)
    }

    /// Whether an expert or the clinic said more than a result.
    private static func hasRemarks(_ image: ExamImage) -> Bool {
        guard let expert = image.expert else { return false }
        return expert.readings.count > 1 || !expert.disputes.isEmpty || !expert.consultations.isEmpty
            || expert.readings.contains {
                $0.advice != nil || $0.comment != nil || !$0.shortcomings.isEmpty
                    || $0.findings.contains { $0.verdict == .rejected }
            }
    }

    /// The gravest severity as a number, then the points lost.
    private static func gravity(of image: ExamImage) -> Double {
        let outcome = image.outcome
        let severity = outcome.standing.map(\.severity).max() ?? .info
        let rank = Double(Severity.allCases.firstIndex(of: severity) ?? 0)
        return rank * 1000 + (100 - (outcome.score ?? 0))
    }
}
