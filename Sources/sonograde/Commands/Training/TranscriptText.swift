import CertificateOffice
import Grading
import Reports
import Store

/// A transcript as people read it.
struct TranscriptText {
    private let transcript: Transcript
    private let rows: [TranscriptRow]
    private let language: Language

    init(_ transcript: Transcript, _ rows: [TranscriptRow], _ language: Language) {
        (self.transcript, self.rows, self.language) = (transcript, rows, language)
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Name and place, then courses, certificates and practice.
    var text: String {
        let holder = transcript.holder
        let place = transcript.institutionTitle ?? holder.institution
        let name = holder.latinName.map { "\(holder.name) \($0)" } ?? holder.name
        let head = "\(name)  \(place)  \(holder.institution)/\(holder.code)".shown
        return [head, courses, certificates, practice].joined(separator: "\n")
    }

    private var courses: String {
        guard !rows.isEmpty else { return say("尚未参加培训", "no course yet") + "\n" }
        let heads =
            language == .zh
            ? ["培训", "名称", "日期", "学时", "理论", "操作", "结业", "原因"]
            : ["course", "title", "days", "hours", "theory", "practical", "completed", "why not"]
        var table = TextTable(zip(heads, 0...).map { ($0, (3...5).contains($1) ? .right : .left) })
        for row in rows {
            let days = row.startsOn == row.endsOn ? row.startsOn : "\(row.startsOn)–\(row.endsOn)"
            table.add([
                row.course, row.title, days, "\(row.attended)/\(row.hours)", row.theory ?? "–", row.practical ?? "–",
                row.eligible ? say("合格", "yes") : say("未达到", "no"),
                row.reasons.joined(separator: say("；", "; ")),
            ])
        }
        return table.text(columns: Terminal.columns)
    }

    private var certificates: String {
        guard !transcript.certificates.isEmpty else { return say("尚无证书", "no certificate yet") + "\n" }
        let heads =
            language == .zh
            ? ["证书编号", "培训", "颁发日期", "有效期至", "状态"]
            : ["certificate", "course", "awarded on", "valid until", "state"]
        var table = TextTable(heads.map { ($0, .left) })
        for certificate in transcript.certificates {
            let record = certificate.record
            let after = record.replacedBy.map { " → \($0)" } ?? ""
            table.add([
                record.number, record.course, record.awardedOn, record.expiresOn ?? say("长期有效", "does not expire"),
                certificate.state.name[language] + after,
            ])
        }
        return table.text(columns: Terminal.columns)
    }

    private var practice: String {
        let progress = transcript.practice
        guard let days = transcript.practiceDays, let interval = progress.interval else {
            return say("尚未练习", "no practice yet") + "\n"
        }
        let share = Numbers.percent(Double(progress.right) / Double(progress.answers))
        let span = "\(Numbers.percent(interval.low))–\(Numbers.percent(interval.high))"
        let when = days.lowerBound == days.upperBound ? days.lowerBound : "\(days.lowerBound)–\(days.upperBound)"
        let agreement = progress.ac2.map {
            say("；等级一致性 AC2 ", "; agreement on levels AC2 ") + Numbers.fixed($0, decimals: 2)
        }
        return say(
            "练习：\(when)，\(progress.answers) 题，正确率 \(share)（95% 区间 \(span)）",
            "practice: \(when), \(progress.answers) exercises, \(share) right (95% interval \(span))"
        ) + (agreement ?? "") + "\n"
    }
}
