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

    /// Cards with findings or without a score, gravest first.
    private(set) var attention: [Entry] = []
    /// Cards without problems, in the clinic's order.
    private(set) var good: [Entry] = []
    /// Rows for what found no place among the cards.
    private(set) var rows: [Entry] = []
    /// Rows for images that count no more.
    private(set) var superseded: [Entry] = []
    /// How many images have problems, on cards and in rows.
    let attentionCount: Int
    /// How many images have none, on cards and in rows.
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
        let fine = counting.filter { !Self.needsAttention($0.image) }
        attentionCount = problems.count
        goodCount = fine.count
        var bytes = 0
        for (index, entry) in (problems + fine).enumerated() {
            guard index < ExamPage.cardLimit else {
                rows.append(entry)
                continue
            }
            var entry = entry
            let size = entry.image.preview?.jpeg.count ?? 0
            entry.showsPicture = size > 0 && bytes + size <= ExamPage.previewLimit
            if entry.showsPicture { bytes += size }
            if index < problems.count { attention.append(entry) } else { good.append(entry) }
        }
        rows.sort { $0.number < $1.number }
    }

    /// Whether a technician should look at it: a finding beyond a note, no score, or level D.
    private static func needsAttention(_ image: ExamImage) -> Bool {
        image.grade.status != .graded || image.grade.level == .d || image.duplicate != nil
            || image.grade.findings.contains { $0.severity > .info }
    }

    /// The gravest severity as a number, then the points lost.
    private static func gravity(of image: ExamImage) -> Double {
        let severity = image.grade.findings.map(\.severity).max() ?? .info
        let rank = Double(Severity.allCases.firstIndex(of: severity) ?? 0)
        return rank * 1000 + (100 - (image.grade.score ?? 0))
    }
}
