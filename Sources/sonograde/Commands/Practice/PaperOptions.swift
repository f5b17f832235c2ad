import ArgumentParser
import Grading
import ReviewDesk
import Store

/// Which paper is wanted: a course's, or a trial one made up as asked for.
struct PaperOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The course that the mark goes to; without it a trial paper.", valueName: "course"))
    var course: String?
    @Option(help: "Of a trial paper: questions of theory; else 20.") var questions: Int?
    @Option(help: "Of a trial paper: pictures, stored or made; else 5.") var pictures: Int?
    @Option(
        help: ArgumentHelp(
            "Of a trial paper: only this training topic, T01 to T12; may be repeated.",
            valueName: "topic"
        )
    )
    var topic: [String] = []
    @Option(help: "Of a trial paper: minutes from start to end; else 30.") var minutes: Int?
    @Option(name: .customLong("pass-mark"), help: "Of a trial paper: points of 100 that pass; else 60.")
    var passMark: Double?
    @Option(help: "Of a trial paper: the same seed gives the same paper from the same bank and store.")
    var seed: UInt64?

    func validate() throws {
        try Topics.check(topic)
        let isMadeUp = [questions, pictures, minutes].contains { $0 != nil } || passMark != nil || seed != nil
        if let course, isMadeUp || !topic.isEmpty {
            throw ValidationError("what a course's paper has is set by: sonograde examine plan \(course)")
        }
    }

    /// Starts it.
    func start(_ desk: PracticeDesk) throws -> PaperRecord {
        if let course { return try desk.startPaper(course: course) }
        let usual = PaperPlan.usual(topics: topic, bank: desk.bank)
        let plan = PaperPlan(
            questions: questions ?? usual.questions,
            pictures: pictures ?? usual.pictures,
            topics: topic,
            minutes: minutes ?? usual.minutes,
            passMark: passMark ?? usual.passMark
        )
        return try desk.startPaper(plan, seed: seed)
    }

    /// The open paper must be the one that is wanted.
    func check(_ open: PaperRecord) throws(Failure) {
        guard let course, open.course != course else { return }
        let what = open.course.map { "of course \($0)" } ?? "a trial"
        throw Failure(
            .no,
            "paper \(open.id), \(what), is still open until \(open.deadline); go on with it without --course"
        )
    }
}
