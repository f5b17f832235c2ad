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

    /// Cards of graded images with problems, gravest first.
    private(set) var attention: [Entry] = []
    /// Cards of images that the machine is unsure about, in the clinic's order.
    private(set) var unsure: [Entry] = []
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
        let open = counting.filter { $0.image.grade.status != .graded }
        let fine = counting.filter { $0.image.grade.status == .graded && !Self.needsAttention($0.image) }
        attentionCount = problems.count
        unsureCount = open.count
        goodCount = fine.count
        var bytes = 0
        for (index, entry) in (problems + open + fine).enumerated() {
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
            default: good.append(entry)
            }
        }
        rows.sort { $0.number < $1.number }
    }

    /// How many images have a card.
    var cardCount: Int { attention.count + unsure.count + good.count }

    /// Whether a technician should look at a graded image: a finding beyond a note, a repeated picture, or level D.
    private static func needsAttention(_ image: ExamImage) -> Bool {
        guard image.grade.status == .graded else { return false }
        return image.grade.level == .d || image.duplicate != nil
            || image.grade.findings.contains { $0.severity > .info }
    }

    /// The gravest severity as a number, then the points lost.
    private static func gravity(of image: ExamImage) -> Double {
        let severity = image.grade.findings.map(\.severity).max() ?? .info
        let rank = Double(Severity.allCases.firstIndex(of: severity) ?? 0)
        return rank * 1000 + (100 - (image.grade.score ?? 0))
    }
}
