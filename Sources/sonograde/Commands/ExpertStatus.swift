import Grading
import Intake
import Reports
import Store

/// The experts' part of `status`.
struct ExpertStatus: Encodable {
    /// Things that wait, and since when the oldest does.
    struct Pile: Encodable {
        let count: Int
        let oldest: String?
        fileprivate let seconds: Double?

        enum CodingKeys: String, CodingKey { case count, oldest }

        init(_ pile: OpenReviews.Pile?, now: Timestamp) {
            count = pile?.count ?? 0
            oldest = pile?.oldest?.text
            seconds = pile?.oldest.map { Double(now.milliseconds - $0.milliseconds) / 1000 }
        }

        /// `7` or `7 (1 d 2 h)`.
        fileprivate func text(in language: Language) -> String {
            seconds.map { "\(count) (\(Numbers.duration(seconds: $0)[language]))" } ?? "\(count)"
        }
    }

    let critical: Pile
    let flagged: Pile
    let sampled: Pile
    let disputes: Pile
    let consultations: Pile
    let held: Int
    let readToday: Int
    let readThisMonth: Int
    /// First readings of this month.
    let agreement: LevelAgreement

    enum CodingKeys: String, CodingKey {
        case critical, flagged, sampled, disputes, consultations, held, agreement
        case readToday = "read_today"
        case readThisMonth = "read_this_month"
    }

    /// Asks a store; days and months begin by the home's clock.
    init(_ store: Store, clock: ReportClock, now: Timestamp) throws {
        let open = try store.openReviews(institution: nil)
        critical = Pile(open.waiting[.critical], now: now)
        flagged = Pile(open.waiting[.flagged], now: now)
        sampled = Pile(open.waiting[.sampled], now: now)
        disputes = Pile(open.disputes, now: now)
        consultations = Pile(open.consultations, now: now)
        held = try store.queueCounts(at: now).held
        let day = clock.time(now).date
        let counts = try store.readingCounts(
            day: clock.start(of: day) ?? now,
            month: clock.start(of: String(day.prefix(7))) ?? now
        )
        readToday = counts.today
        readThisMonth = counts.thisMonth
        agreement = LevelAgreement.counting(
            counts.levels.map { (machine: $0.machine, expert: $0.expert, images: $0.images) }
        )
    }

    /// At most four lines.
    func lines(in language: Language) -> [String] {
        let isChinese = language == .zh
        let waiting = critical.count + flagged.count + sampled.count
        let piles = [(critical, "严重", "critical"), (flagged, "送审", "flagged"), (sampled, "抽检", "sampled")]
            .filter { $0.0.count > 0 }
        let parts = piles.map { pile, chinese, english in
            "\(isChinese ? chinese : english) \(pile.text(in: language))"
        }
        let head = isChinese ? "待复核 \(waiting)" : "\(waiting) to review"
        let said = parts.joined(separator: isChinese ? "，" : ", ")
        let whole = head + (isChinese ? "：" : ": ") + said
        // Beside the title in 80 columns; else the parts have a line of their own, so that no number is torn apart.
        var lines = parts.isEmpty ? [head] : TerminalWidth.of(whole) <= 68 ? [whole] : [head, said]
        if held + readThisMonth > 0 {
            lines.append(
                isChinese
                    ? "正在看 \(held)；已看 今天 \(readToday)，本月 \(readThisMonth)"
                    : "\(held) held now; read \(readToday) today, \(readThisMonth) this month"
            )
        }
        if disputes.count + consultations.count > 0 {
            lines.append(
                isChinese
                    ? "申诉未结 \(disputes.text(in: language))，会诊待回复 \(consultations.text(in: language))"
                    : "disputes open \(disputes.text(in: language)), consultations open \(consultations.text(in: language))"
            )
        }
        if let share = agreement.share {
            let coefficient = agreement.ac2.map { ac2 in
                let hundredths = Int((ac2 * 100).rounded())
                let digits = String(abs(hundredths) % 100)
                return (isChinese ? "，" : ", ") + "AC2 \(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100)."
                    + String(repeating: "0", count: 2 - digits.count) + digits
            }
            let percent = Numbers.percent(share)
            lines.append(
                (isChinese
                    ? "本月初筛与专家等级相同 \(percent)（\(agreement.pairs) 张）"
                    : "this month first pass and expert give the same level on \(percent) of \(agreement.pairs)")
                    + (coefficient ?? "")
            )
        }
        return lines
    }

    /// Each figure by its name in the JSON form.
    var figures: [(String, String)] {
        let piles = [
            ("critical", critical), ("flagged", flagged), ("sampled", sampled), ("disputes", disputes),
            ("consultations", consultations),
        ]
        var list = piles.flatMap { name, pile in
            [("experts.\(name).count", "\(pile.count)"), ("experts.\(name).oldest", pile.oldest ?? "")]
        }
        list += [
            ("experts.held", "\(held)"), ("experts.read_today", "\(readToday)"),
            ("experts.read_this_month", "\(readThisMonth)"), ("experts.agreement.pairs", "\(agreement.pairs)"),
            ("experts.agreement.share", agreement.share.map { "\($0)" } ?? ""),
            ("experts.agreement.ac2", agreement.ac2.map { "\($0)" } ?? ""),
        ]
        return list
    }
}
