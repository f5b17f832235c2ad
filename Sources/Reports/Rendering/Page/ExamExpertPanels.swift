import Grading

/// The experts' part of an exam's first screen.
struct ExamExpertPanels {
    let report: ExamReport

    /// The first pass's result under the final one; nothing where no expert has read.
    var apart: Markup {
        guard report.final != nil, report.withdrawn == nil else { return .none }
        return """
            <p class="apart"><span class="note">\(Word.firstPass)</span> \
            \(ExamCard.pill(report.score, report.level, isPlain: true))</p>

            """
    }

    /// What experts tell the technician to do, image by image.
    var advice: Markup {
        let entries = numbered.compactMap { number, image -> Markup? in
            guard let reading = image.lastReading, let advice = reading.advice else { return nil }
            let place = Word.onImage.filled(["list": String(number)])
            return """
                <li>\(advice) <span class="where"><a href="#image-\(number)">\(place)</a> · \(reading.expert)</span></li>

                """
        }
        if entries.isEmpty { return .none }
        return "<h2>\(Word.adviceToTechnician)</h2><ul class=\"advice-list\">\(entries)</ul>"
    }

    /// What is still with the experts, by image.
    var open: Markup {
        guard report.withdrawn == nil else { return .none }
        let groups: [(Word, (ExpertPart) -> Bool)] = [
            (.waitsFirst, { $0.waits == .first }), (.waitsDispute, { $0.waits == .dispute }),
            (.waitsConsultation, { $0.consultations.contains(where: \.isOpen) }),
        ]
        let lines = groups.compactMap { name, belongs -> Markup? in
            let numbers = numbered.filter { $0.1.expert.map(belongs) ?? false }.map(\.0)
            return numbers.isEmpty
                ? nil : "<li>\(name) (\(numbers.count)): \(ExamPage.links(to: numbers.prefix(20)))</li>"
        }
        if lines.isEmpty { return .none }
        return "<h3>\(Word.withExperts)</h3>\n<ul class=\"open-work\">\(lines)</ul>\n"
    }

    /// Images that count, with their numbers in the clinic's order.
    private var numbered: [(Int, ExamImage)] {
        report.images.enumerated().filter { $0.element.standing != .superseded }.map { ($0.offset + 1, $0.element) }
    }
}
