import Grading
import Imaging

/// The glance: what stands on top.
extension ExamPage {
    var glance: Markup {
        let fixes = report.withdrawn == nil ? report.fixFirst(atMost: Self.fixLimit) : []
        let experts = ExamExpertPanels(report: report)
        let advice = report.withdrawn == nil ? experts.advice : .none
        let hasPanel = !fixes.isEmpty || !advice.isEmpty
        return """
            <div class="glance\(hasPanel ? " two" : "")">
            <section class="panel verdict">
            <div class="lead">\(badge)
            <div>
            <h2>\(verdict)</h2>
            \(withdrawal)\(experts.apart)\(recognition)
            <ul class="facts">\(facts.map { "<li>\($0)</li>" as Markup })</ul>
            </div></div>
            \(hasPanel ? Markup.none : nothingToFix)\(sections)\(unreadable)\(experts.open)
            </section>
            \(hasPanel ? "<section class=\"panel fix\">\(advice)\(list(of: fixes))</section>" : Markup.none)
            </div>
            """
    }

    private var nothingToFix: Markup {
        report.withdrawn == nil && standing.score != nil ? "<p class=\"note\">\(Word.nothingToFix)</p>" : .none
    }

    /// The result as it stands, and what it is called.
    private var standing: (score: Double?, level: Level?, name: Word) {
        report.final.map { ($0.score, $0.level, .finalResult) } ?? (report.score, report.level, .firstPass)
    }

    private var badge: Markup {
        guard let level = standing.level, let score = standing.score, report.withdrawn == nil else {
            return "<div class=\"badge\"><span class=\"words\">\(Word.notScored)</span></div>"
        }
        let letter: Markup =
            switch level {
            case .d: "<span class=\"big\">D</span><span class=\"words zh\" lang=\"zh\">\(level.name.zh)</span>"
            default:
                "<span class=\"big\"><span class=\"zh\" lang=\"zh\">\(level.name.zh) </span>\(level.rawValue)</span>"
            }
        return """
            <div class="badge level-\(level.rawValue)">\(letter)\
            <span class="points">\(Numbers.score(score)) \(Word.points)</span>\
            <span class="tag">\(standing.name)</span></div>
            """
    }

    private var verdict: LocalizedText {
        if report.withdrawn != nil { return Word.verdictWithdrawn.text }
        return (standing.score == nil ? nil : standing.level?.verdict.text) ?? Word.verdictNone.text
    }

    private var withdrawal: Markup {
        guard let withdrawn = report.withdrawn else { return .none }
        let reason: Markup = withdrawn.reason.map { " · \(Word.reason): \($0)" } ?? .none
        return "<p>\(Word.withdrawnAt.filled(["time": withdrawn.at.minute]))\(reason)</p>"
    }

    /// Whether another institution may rely on the images; a withdrawn exam says so already.
    private var recognition: Markup {
        guard report.withdrawn == nil, let recognition = report.recognition else { return .none }
        return "<p class=\"note\">\(recognition.line)</p>"
    }

    private var facts: [Markup] {
        let counting = report.images.filter { $0.standing != .superseded }
        let unsure = counting.count { $0.grade.status == .unsure }
        var kinds = [Word.gradedCounted.filled(["n": String(counting.count - unsure)])]
        if unsure > 0 { kinds.append(Word.unsureCounted.filled(["n": String(unsure)])) }
        if !report.unreadable.isEmpty {
            kinds.append(Word.unreadableCounted.filled(["n": String(report.unreadable.count)]))
        }
        let all = Word.imagesCounted.filled(["n": String(counting.count + report.unreadable.count)])
        var facts: [Markup] = ["\(all) (\(kinds.map { "\($0)" as Markup }.joined(by: ", ")))"]
        let reviewed = counting.count(where: \.reviewed)
        if reviewed > 0 { facts.append("\(Word.toReviewCounted.filled(["n": String(reviewed)]))") }
        if let experts = report.experts {
            if experts.read > 0 { facts.append("\(Word.expertsRead.filled(["n": String(experts.read)]))") }
            // Until the first is read, all that was sent waits.
            if experts.waiting > 0, experts.read > 0 {
                facts.append("\(Word.expertsWaiting.filled(["n": String(experts.waiting)]))")
            }
        }
        if let completeness = report.final?.completeness ?? report.completeness {
            facts.append("\(Word.completeness.filled(["share": Numbers.percent(completeness)]))")
        } else {
            facts.append("\(Word.completenessUnknown)")
        }
        if let first = report.times.first {
            let span = Numbers.duration(seconds: Double(first.seconds - report.times.received.seconds))
            facts.append("\(Word.answeredAfter.filled(localized: ["span": span]))")
        }
        if let newest = report.times.newest {
            facts.append("\(Word.answeredLast.filled(["time": newest.minute]))")
        }
        return facts
    }

    private func list(of fixes: [FixFirst]) -> Markup {
        if fixes.isEmpty { return .none }
        let entries = fixes.map { fix -> Markup in
            let advice: Markup = fix.advice.map { "<div>\($0)</div>" } ?? .none
            return """
                <li><b>\(report.findingTexts.title(of: fix.code))</b> \
                <span class="number \(fix.severity.rawValue)">\(fix.severity.name)</span> \
                <span class="where">\(places(of: fix.images))</span>\(advice)</li>
                """
        }
        return "<h2>\(Word.fixFirst)</h2><ol>\(entries)</ol>"
    }

    private func places(of images: [Int]) -> Markup {
        let links = Self.links(to: images.prefix(8))
        let more: Markup =
            images.count > 8 ? " \(Word.andMore.filled(["n": String(images.count)]))" : .none
        let word: Word = images.count == 1 ? .onImage : .onImages
        // The list holds links, so the wording is split at its place.
        let wording = word.text
        func around(_ text: String) -> Markup {
            let parts = text.split(separator: "{list}", omittingEmptySubsequences: false).map(String.init)
            return "\(parts[0])\(links)\(more)\(parts.dropFirst().joined())"
        }
        return """
            <span class="zh" lang="zh">\(around(wording.zh))</span><span class="en" lang="en">\(around(wording.en))</span>
            """
    }

    /// Image numbers that lead to their cards.
    static func links(to images: some Sequence<Int>) -> Markup {
        images.map { "<a href=\"#image-\($0)\">\($0)</a>" as Markup }.joined(by: ", ")
    }

    private var sections: Markup {
        if report.withdrawn != nil { return .none }
        var result = chips(of: report.missingSections, title: .missingSections)
        result.append(
            chips(of: report.final?.substandardSections ?? report.substandardSections, title: .substandardSections)
        )
        guard result.isEmpty, report.completeness != nil else { return result }
        return "<p class=\"note\">\(Word.noMissingSections)</p>"
    }

    private func chips(of sections: [SectionReference], title: Word) -> Markup {
        guard !sections.isEmpty else { return .none }
        let chips = sections.map { "<li class=\"chip\">\(Optional($0).displayName)</li>" as Markup }
        return """
            <h3>\(title) (\(sections.count))</h3>
            <ul class="chips">\(chips)</ul>

            """
    }

    private var unreadable: Markup {
        guard !report.unreadable.isEmpty, report.withdrawn == nil else { return .none }
        return """
            <h3><a href="#unreadable">\(Word.unreadableFiles) (\(report.unreadable.count))</a></h3>
            """
    }
}
