/// Whether somebody has completed a course, with every reason why not.
package struct Eligibility: Sendable, Hashable {
    /// One thing that is missing.
    package enum Obstacle: Sendable, Hashable {
        /// The person left the course.
        case withdrawn
        /// The course was called off.
        case calledOff
        /// The course ends on a later day, `yyyy-MM-dd`.
        case notEnded(String)
        /// Too few hours, all in tenths.
        case attendance(attended: Int, needed: Int, hours: Int)
        /// No mark yet, though one of at least `needed` tenths is asked for.
        case noMark(CoursePart, needed: Int)
        /// The best mark is too low; how many attempts are left.
        case lowMark(CoursePart, best: Int, needed: Int, attemptsLeft: Int)
    }

    /// What is missing; empty where nothing is.
    package var obstacles: [Obstacle]
    /// Whether nothing is missing.
    package var isEligible: Bool { obstacles.isEmpty }

    /// Decides by the course's rules.
    ///
    /// - Parameters:
    ///   - endsOn: the course's last day.
    ///   - day: the day that is judged from; nil where the course's end does not matter.
    package init(
        _ progress: CourseProgress,
        rules: CourseRules,
        isCalledOff: Bool = false,
        endsOn: String = "",
        on day: String? = nil
    ) {
        var found: [Obstacle] = []
        if progress.isWithdrawn { found.append(.withdrawn) }
        if isCalledOff { found.append(.calledOff) }
        if let day, day < endsOn { found.append(.notEnded(endsOn)) }
        if progress.attended * 100 < progress.hours * rules.attendancePercent {
            // The least whole tenth that is enough.
            let needed = (progress.hours * rules.attendancePercent + 99) / 100
            found.append(.attendance(attended: progress.attended, needed: needed, hours: progress.hours))
        }
        for part in CoursePart.allCases {
            guard let needed = rules.pass(part) else { continue }
            guard let best = progress.best(part) else {
                found.append(.noMark(part, needed: needed))
                continue
            }
            if best < needed {
                let left = max(0, rules.mostAttempts - (progress.marks[part]?.count ?? 0))
                found.append(.lowMark(part, best: best, needed: needed, attemptsLeft: left))
            }
        }
        obstacles = found
    }
}

extension Eligibility.Obstacle {
    /// A name for programs.
    package var code: String {
        switch self {
        case .withdrawn: "withdrawn"
        case .calledOff: "called_off"
        case .notEnded: "not_ended"
        case .attendance: "attendance"
        case .noMark(let part, _): "no_\(part.rawValue)_mark"
        case .lowMark(let part, _, _, _): "low_\(part.rawValue)_mark"
        }
    }

    /// One line for people.
    package var text: LocalizedText {
        switch self {
        case .withdrawn: LocalizedText(zh: "已退出培训", en: "left the course")
        case .calledOff: LocalizedText(zh: "培训已取消", en: "the course was called off")
        case .notEnded(let day): LocalizedText(zh: "培训\(day)才结束", en: "the course ends on \(day)")
        case .attendance(let attended, let needed, let hours):
            LocalizedText(
                zh: "出勤\(Tenths.text(attended))学时，少于要求的\(Tenths.text(needed))学时（共\(Tenths.text(hours))学时）",
                en: "attended \(Tenths.text(attended)) h, \(Tenths.text(needed)) of \(Tenths.text(hours)) h are needed"
            )
        case .noMark(let part, let needed):
            LocalizedText(
                zh: "无\(part.name.zh)考核成绩（合格线\(Tenths.text(needed))分）",
                en: "no \(part.name.en) mark (\(Tenths.text(needed)) needed)"
            )
        case .lowMark(let part, let best, let needed, let left):
            LocalizedText(
                zh: "\(part.name.zh)考核\(Tenths.text(best))分，低于合格线\(Tenths.text(needed))分"
                    + (left > 0 ? "，还可补考\(left)次" : "，补考机会已用完"),
                en: "\(part.name.en) mark \(Tenths.text(best)), \(Tenths.text(needed)) needed; "
                    + (left > 0 ? "\(left) more \(left == 1 ? "attempt" : "attempts")" : "no attempt left")
            )
        }
    }
}
