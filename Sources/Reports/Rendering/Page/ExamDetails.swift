import Grading

/// The small print of an exam: who and when, by which rubric, what "first pass" means.
struct ExamDetails {
    let report: ExamReport

    /// Two panels, last on the page.
    var markup: Markup {
        """
        <section class="panel"><h2>\(Word.details)</h2><dl class="pairs identity">\(identity.map(pair))</dl></section>
        <section class="panel"><h2>\(Word.technical)</h2><p class="note">\(Word.firstPassWhy)\
        \(report.final == nil ? Markup.none : " \(Word.finalWhy)")</p>
        <dl class="pairs">\(technical.map(pair))</dl></section>
        """
    }

    private func pair(_ word: Word, _ value: Markup) -> Markup {
        "<dt>\(word)</dt><dd>\(value)</dd>"
    }

    private var identity: [(Word, Markup)] {
        let exam = report.exam
        let institution: Markup = "\(report.institution.name)\(idBehindName)"
        var pairs: [(Word, Markup)] = [(.institution, institution), (.examNumber, "\(exam.id)")]
        func add(_ word: Word, _ text: String?) {
            if let text { pairs.append((word, "\(text)")) }
        }
        func add(_ word: Word, _ time: ReportTime?) {
            if let time { pairs.append((word, "\(time.minute) (UTC\(time.zone))")) }
        }
        add(.examDate, exam.date)
        pairs.append((.examType, "\(exam.type?.name ?? Word.examTypeUnknown.text)"))
        add(.folder, exam.folder)
        add(.pseudonym, exam.pseudonym)
        add(.technician, exam.technician)
        add(.device, exam.device)
        add(.transducer, exam.transducer)
        add(.preset, exam.preset)
        add(.performed, report.times.performed)
        add(.received, report.times.received)
        add(.graded, report.times.graded)
        add(.answered, report.times.first)
        add(.answeredNewest, report.times.newest)
        return pairs
    }

    private var idBehindName: Markup {
        let institution = report.institution
        let id: Markup = institution.name == institution.id ? .none : " (\(institution.id))"
        return institution.registered ? id : "\(id) · \(Word.unregistered)"
    }

    private var technical: [(Word, Markup)] {
        var pairs: [(Word, Markup)] = report.rubrics.map { rubric in
            (.rubric, "\(rubric.id) \(rubric.version) <span class=\"hash\">SHA-256 \(rubric.sha256)</span>")
        }
        pairs.append((.program, "\(report.program)"))
        return pairs
    }
}
