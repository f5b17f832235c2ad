import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct TrainingPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Propose training from what was found on people's images.",
        discussion: """
            A finding is proposed where the lower end of its 95 % interval (Wilson) lies above the network's median, at most \
            three of them, or where it was found in three consecutive exams of a technician, with how often such a row \
            comes about at the network's level. Looked at are the exams of the last \
            --days; who has fewer than --images in that time is judged by as many of the newest, a year back at most. Where \
            an expert read an image, the expert's findings count. A topic that a third of an institution's technicians need, \
            two at least, makes a class. What was found before the end of a course that somebody completed (certificate, or hours \
            and marks) does not count for its topics again.

            Example:
              sonograde training plan
              sonograde training plan --institution C01 --format json
              sonograde training plan --technician C01/zhang
              sonograde training plan --institution C01 --format pdf --output C01.pdf
            """
    )

    @OptionGroup var home: HomeOption
    @Option(help: "Only this institution.") var institution: String?
    @Option(help: "Only this technician, as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument?
    @Option(help: "How many days back, 1 to 365.") var days = 30
    @Option(help: "The least number of images, 0 to 1000.") var images = 50
    @OptionGroup var output: ReportOutput

    func run() throws {
        guard (1...365).contains(days) else { throw Failure(.usage, "--days is 1 to 365") }
        guard (0...1000).contains(images) else { throw Failure(.usage, "--images is 0 to 1000") }
        guard institution == nil || technician == nil else {
            throw Failure(.usage, "give --institution or --technician, not both")
        }
        let opened = try OpenHome.forReading(try home.home())
        let language = output.language.language(home: opened.settings.language)
        guard let format = OutputFormat(rawValue: output.form.rawValue) else {
            return try writeSheet(opened, language)
        }
        guard output.output == nil else {
            throw Failure(.usage, "--output goes with --format html or pdf; send the others to a file by: > FILE")
        }
        var proposals = try opened.trainingDesk.proposals(days: days, leastImages: images, at: Timestamp(Date()))
        if let institution {
            proposals = proposals.only(institution: institution)
            guard !proposals.institutions.isEmpty else {
                throw Failure(.no, "no exam of \(institution) came within a year")
            }
        }
        if let technician {
            proposals = proposals.only(institution: technician.institution)
            proposals.technicians.removeAll { $0.technician != technician.code }
            (proposals.institutions, proposals.classes) = ([], [])
            guard !proposals.technicians.isEmpty else {
                throw Failure(.no, "no exam of \(technician.reference.text) came within a year")
            }
        }
        let names = try names(in: opened.store)
        if format == .json {
            try Terminal.line(CanonicalJSON.text(TrainingPlanDocument(proposals, names: names, language)))
            return
        }
        let plans = proposals.institutions + proposals.technicians
        let rows = plans.flatMap { plan in plan.needs.map { PlanRow(plan, $0, names: names, language) } }
        try RowOutput.write(rows, as: format) { _ in
            TrainingPlanText(language: language, names: names).write(proposals)
        }
    }

    /// An institution's plan as a page or as sheets.
    private func writeSheet(_ opened: OpenHome, _ language: Language) throws {
        guard let institution else {
            throw Failure(.usage, "html and pdf are one institution's plan; give --institution C01")
        }
        let sheet = try opened.trainingDesk.sheet(
            institution: institution,
            days: days,
            leastImages: images,
            at: Timestamp(Date()),
            program: Sonograde.version
        )
        guard sheet.whole != nil || !sheet.technicians.isEmpty else {
            throw Failure(.no, "no exam of \(institution) came within a year")
        }
        let bytes: [UInt8]
        do throws(ReportError) {
            bytes = try sheet.rendered(as: output.form, language: language)
        } catch {
            throw Failure(.diskOrStore, error.message)
        }
        try output.write(bytes)
    }

    /// Names of registered technicians by `C01/zhang`, and of institutions by code.
    private func names(in store: Store) throws -> [String: String] {
        var names: [String: String] = [:]
        for entry in try store.entries(InstitutionRecord.self, withRetired: true) { names[entry.code] = entry.name }
        for entry in try store.entries(TechnicianRecord.self, withRetired: true) {
            names[entry.reference.text] = entry.name
        }
        return names
    }
}

/// One proposed finding as the command writes it.
struct PlanRow: OutputRow {
    let institution: String
    let technician: String?
    let name: String?
    let topic: String
    let topicName: String
    let code: String
    let finding: String
    let images: Int
    let examined: Int
    let share: Double
    let low: Double
    let high: Double
    let median: Double?
    let isFrequent: Bool
    let consecutiveExams: [String]
    let consecutiveByChance: Double?
    /// The completed course since which images count.
    let sinceCourse: String?

    enum CodingKeys: String, CodingKey {
        case institution, technician, name, topic, code, finding, images, examined, share, low, high, median
        case topicName = "topic_name"
        case isFrequent = "above_median"
        case consecutiveExams = "consecutive_exams"
        case consecutiveByChance = "consecutive_by_chance"
        case sinceCourse = "since_course"
    }

    init(_ plan: TrainingPlan, _ need: TrainingNeed, names: [String: String], _ language: Language) {
        let topic = TrainingTopic.mending(need.code)
        institution = plan.institution
        technician = plan.technician
        name = names[plan.technician.map { "\(plan.institution)/\($0)" } ?? plan.institution]
        self.topic = topic?.id ?? ""
        topicName = topic?.name[language] ?? ""
        code = need.code
        finding = KnownNames.finding(need.code)[language]
        images = need.images
        examined = need.examined
        share = need.share
        low = need.interval.low
        high = need.interval.high
        median = need.median
        isFrequent = need.isFrequent
        consecutiveExams = need.run
        consecutiveByChance = need.runByChance
        sinceCourse = need.since?.id
    }

    static let columns = [
        "institution", "technician", "name", "topic", "topic_name", "code", "finding", "images", "examined", "share",
        "low", "high", "median", "above_median", "consecutive_exams", "consecutive_by_chance",
        "since_course",
    ]
    var cells: [String] {
        [
            institution, technician ?? "", name ?? "", topic, topicName, code, finding, "\(images)", "\(examined)",
            Self.share(share), Self.share(low), Self.share(high), median.map(Self.share) ?? "",
            isFrequent ? "true" : "false", consecutiveExams.joined(separator: ";"),
            consecutiveByChance.map(Self.share) ?? "", sinceCourse ?? "",
        ]
    }

    /// A share with four places.
    static func share(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// All proposals as one object.
private struct TrainingPlanDocument: Encodable {
    struct Plan: Encodable {
        let institution: String
        let technician: String?
        let name: String?
        let exams: Int
        let images: Int
        let hasEnoughImages: Bool
        let hasPeers: Bool
        let topics: [String]
        let needs: [PlanRow]
        let pareto: [Count]
        let equipment: [Count]
        let completed: [Completed]

        enum CodingKeys: String, CodingKey {
            case institution, technician, name, exams, images, topics, needs, pareto, equipment, completed
            case hasEnoughImages = "has_enough_images"
            case hasPeers = "has_peers"
        }
    }

    struct Completed: Encodable {
        let topic: String
        let course: String
        let endsOn: String
        let images: Int
        let affected: Int

        enum CodingKeys: String, CodingKey {
            case topic, course, images, affected
            case endsOn = "ends_on"
        }

        init(_ taught: TaughtTopic) {
            (topic, course, endsOn) = (taught.topic, taught.course.id, taught.course.endsOn)
            (images, affected) = (taught.images, taught.affected)
        }
    }

    struct Count: Encodable {
        let code: String
        let images: Int

        init(_ count: TrainingPlan.Count) { (code, images) = (count.code, count.images) }
    }

    struct Class: Encodable {
        let institution: String
        let topic: String
        let technicians: [String]
        let of: Int
    }

    let schema = "sonograde.training-plan/1"
    let days: Int
    let institutions: [Plan]
    let technicians: [Plan]
    let classes: [Class]

    init(_ proposals: TrainingDesk.Proposals, names: [String: String], _ language: Language) {
        func plan(_ plan: TrainingPlan) -> Plan {
            Plan(
                institution: plan.institution,
                technician: plan.technician,
                name: names[plan.technician.map { "\(plan.institution)/\($0)" } ?? plan.institution],
                exams: plan.exams,
                images: plan.images,
                hasEnoughImages: plan.hasEnoughImages,
                hasPeers: plan.hasPeers,
                topics: plan.topics.map(\.id),
                needs: plan.needs.map { PlanRow(plan, $0, names: names, language) },
                pareto: plan.counts.map(Count.init),
                equipment: plan.equipment.map(Count.init),
                completed: plan.taught.map(Completed.init)
            )
        }
        days = proposals.days
        institutions = proposals.institutions.map(plan)
        technicians = proposals.technicians.map(plan)
        classes = proposals.classes.map {
            Class(institution: $0.institution, topic: $0.topic.id, technicians: $0.technicians, of: $0.considered)
        }
    }
}
