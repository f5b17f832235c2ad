package import Grading

/// A course as it was announced.
package struct CourseRecord: Sendable, Hashable {
    /// One sitting of a course.
    package struct Session: Sendable, Hashable {
        /// `yyyy-MM-dd`, within the course's days.
        package var day: String
        /// Tenths of teaching hours, at least 1.
        package var hours: Int
        /// What it is about; nil where nobody said.
        package var title: String?

        /// A sitting.
        package init(day: String, hours: Int, title: String? = nil) {
            self.day = day
            self.hours = hours
            self.title = title
        }
    }

    /// Credits of continuing education (继续医学教育学分); only a project that has a number gives any.
    package struct Credits: Sendable, Hashable {
        /// Such as `Ⅰ类`.
        package var kind: String
        /// Tenths of credits, at least 1.
        package var amount: Int

        /// Credits.
        package init(kind: String, amount: Int) {
            self.kind = kind
            self.amount = amount
        }
    }

    /// 2–12 capitals and digits without O and I, a capital first: it stands in certificate numbers.
    package var id: String
    /// What the certificate calls it (培训项目名称).
    package var title: String
    /// As above, for bilingual certificates; nil where nobody said.
    package var titleEnglish: String?
    /// Ids of `TrainingTopic`, each once.
    package var topics: [String]
    package var place: String?
    /// First day, `yyyy-MM-dd`.
    package var startsOn: String
    /// Last day, `yyyy-MM-dd`.
    package var endsOn: String
    /// Number 1 first; at least one.
    package var sessions: [Session]
    /// Ids of the register's teachers.
    package var teachers: [String]
    /// Who holds the course (主办单位).
    package var organiser: String?
    /// Who carries it out (承办单位).
    package var coOrganiser: String?
    /// The project's number (继续医学教育项目编号); printed only where it was given.
    package var projectNumber: String?
    package var credits: Credits?
    package var rules: CourseRules
    package var addedAt: Timestamp
    /// When and why it was called off; nil where it was not.
    package var retiredAt: Timestamp?
    package var retiredBecause: String?

    /// All hours, in tenths: the sum of the sessions.
    package var hours: Int { sessions.reduce(0) { $0 + $1.hours } }

    /// The codes of the findings that its topics mend.
    package var findingCodes: [String] { topics.flatMap { TrainingTopic.named($0)?.codes ?? [] } }

    /// A course.
    package init(
        id: String,
        title: String,
        titleEnglish: String? = nil,
        topics: [String],
        place: String? = nil,
        startsOn: String,
        endsOn: String,
        sessions: [Session],
        teachers: [String] = [],
        organiser: String? = nil,
        coOrganiser: String? = nil,
        projectNumber: String? = nil,
        credits: Credits? = nil,
        rules: CourseRules = .usual,
        addedAt: Timestamp,
        retiredAt: Timestamp? = nil,
        retiredBecause: String? = nil
    ) {
        self.id = id
        self.title = title
        self.titleEnglish = titleEnglish
        self.topics = topics
        self.place = place
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.sessions = sessions
        self.teachers = teachers
        self.organiser = organiser
        self.coOrganiser = coOrganiser
        self.projectNumber = projectNumber
        self.credits = credits
        self.rules = rules
        self.addedAt = addedAt
        self.retiredAt = retiredAt
        self.retiredBecause = retiredBecause
    }

    /// What is wrong with it, in one English line each; empty for a course that the store takes.
    package var problems: [String] {
        var found: [String] = []
        let letters = Set("ABCDEFGHJKLMNPQRSTUVWXYZ")
        let isPlain = id.allSatisfy { letters.contains($0) || ("0"..."9").contains($0) }
        if !(2...12).contains(id.count) || !isPlain || id.first?.isNumber == true {
            found.append("a course's id has 2 to 12 capitals and digits, a capital first, without O and I (T03A)")
        }
        if !Self.isText(title) { found.append("the title is empty, too long, or holds characters that cannot be seen") }
        let others =
            [titleEnglish, place, organiser, coOrganiser, projectNumber, credits?.kind] + sessions.map(\.title)
        if others.contains(where: { $0.map { !Self.isText($0) } ?? false }) {
            found.append("a text is empty, too long, or holds characters that cannot be seen")
        }
        if topics.isEmpty { found.append("name at least one topic, T01 to T12") }
        for topic in topics where TrainingTopic.named(topic) == nil {
            found.append("there is no topic \(topic); topics are T01 to T12")
        }
        if Set(topics).count < topics.count { found.append("name each topic once") }
        if Set(teachers).count < teachers.count { found.append("name each teacher once") }
        for day in [startsOn, endsOn] + sessions.map(\.day) where !DayText.isDay(day) {
            found.append("\(day) is no day; write yyyy-MM-dd")
        }
        if startsOn > endsOn { found.append("the course ends before it starts") }
        for session in sessions
        where DayText.isDay(session.day) && !(startsOn...max(startsOn, endsOn)).contains(session.day) {
            found.append("the session of \(session.day) is not within the course's days \(startsOn) to \(endsOn)")
        }
        if sessions.isEmpty { found.append("a course has at least one session") }
        if sessions.contains(where: { !(1...240).contains($0.hours) }) {
            found.append("a session has 0.1 to 24 hours")
        }
        if let credits {
            if projectNumber == nil { found.append("credits need the project's number") }
            if !(1...1000).contains(credits.amount) { found.append("credits are 0.1 to 100") }
        }
        if !(0...100).contains(rules.attendancePercent) { found.append("attendance is 0 to 100 percent") }
        for pass in [rules.theoryPass, rules.practicalPass] where pass.map({ !(0...1000).contains($0) }) ?? false {
            found.append("a pass mark is 0 to 100")
        }
        if !(1...9).contains(rules.mostAttempts) { found.append("attempts are 1 to 9") }
        return found
    }

    private static func isText(_ text: String) -> Bool { RegistryText.problem(text, atMost: 200) == nil }
}
