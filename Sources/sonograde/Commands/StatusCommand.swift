import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the work stands.",
        discussion: """
            Exams and images by result, what waits for the experts and how they agree with the first pass, what lies in \
            quarantine, and when each institution last handed in.

            Example:
              sonograde status --home /srv/sonograde
              sonograde status --format json
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let home = try home.home()
        let opened = try OpenHome.forReading(home)
        let language = language.language(home: opened.settings.language)
        let clock = ReportClock(zone: opened.settings.timezone)
        let now = Timestamp(Date())
        let survey = try DeviceSurvey.newest(in: opened.store, until: now)
        let status = HomeStatus(
            counts: try opened.store.statusCounts(),
            experts: try ExpertStatus(opened.store, clock: clock, now: now),
            devices: survey?.survey,
            devicesLookedAt: survey.map { clock.time($0.at) },
            isWatched: HomeLock.isHeld(home: home),
            home: home.path
        )
        switch output.format {
        case .table: status.write(in: language, clock: ReportClock(zone: opened.settings.timezone))
        case .json, .jsonl: try Terminal.line(CanonicalJSON.text(status))
        case .csv:
            Terminal.write(CSVDocument.head(["figure", "value"]))
            for (figure, value) in status.figures { Terminal.write(CSVDocument.line(listed: [figure, value])) }
        }
    }
}

/// A home's figures as `status` writes them (docs/schemas/status.schema.json).
struct HomeStatus: Encodable {
    struct Images: Encodable {
        var graded = 0
        var unsure = 0
        var unreadable = 0
        var toReview = 0
        var levels: [String: Int] = [:]

        enum CodingKeys: String, CodingKey {
            case graded, unsure, unreadable, levels
            case toReview = "to_review"
        }
    }

    struct InstitutionLine: Encodable {
        let id: String
        let registered: Bool
        let exams: Int
        let lastReceived: String
        /// The same, for people.
        let lastMoment: Timestamp

        enum CodingKeys: String, CodingKey {
            case id, registered, exams
            case lastReceived = "last_received"
        }
    }

    let schema = "sonograde.status/1"
    let home: String
    let watched: Bool
    let exams: [String: Int]
    let images: Images
    let experts: ExpertStatus
    let quarantineOpen: Int
    let oldestQuarantined: String?
    /// The same, for people.
    private let oldestQuarantinedMoment: Timestamp?
    let waitingForAnswer: Int
    let oldestWaiting: String?
    let pendingRemovals: Int
    let leftFiles: Int
    let institutions: [InstitutionLine]
    /// Devices with dead elements.
    let devices: [DeviceDropout]
    /// Devices that show something else than their baseline.
    let drifts: [DeviceDrift]
    /// When the watcher last looked through the devices; nil before the first time.
    let devicesLookedAt: String?

    enum CodingKeys: String, CodingKey {
        case schema, home, watched, exams, images, experts, institutions, devices, drifts
        case devicesLookedAt = "devices_looked_at"
        case quarantineOpen = "quarantine_open"
        case oldestQuarantined = "oldest_quarantined"
        case waitingForAnswer = "waiting_for_answer"
        case oldestWaiting = "oldest_waiting"
        case pendingRemovals = "pending_removals"
        case leftFiles = "left_files"
    }

    init(
        counts: StatusCounts,
        experts: ExpertStatus,
        devices survey: DeviceSurvey?,
        devicesLookedAt: ReportTime?,
        isWatched: Bool,
        home: String
    ) {
        self.home = home
        devices = survey?.dropouts ?? []
        drifts = survey?.drifts ?? []
        self.devicesLookedAt = devicesLookedAt?.iso8601
        self.experts = experts
        watched = isWatched
        exams = Dictionary(uniqueKeysWithValues: counts.exams.map { ($0.key.rawValue, $0.value) })
        var images = Images()
        for group in counts.images {
            switch group.status {
            case .graded: images.graded += group.count
            case .unsure: images.unsure += group.count
            case .unreadable: images.unreadable += group.count
            }
            if let level = group.level { images.levels[level.rawValue, default: 0] += group.count }
            if group.route == .review, group.status != .unreadable { images.toReview += group.count }
        }
        self.images = images
        quarantineOpen = counts.quarantineOpen
        oldestQuarantined = counts.oldestQuarantined?.text
        oldestQuarantinedMoment = counts.oldestQuarantined
        waitingForAnswer = counts.waitingForAnswer
        oldestWaiting = counts.oldestWaiting?.text
        pendingRemovals = counts.pendingRemovals
        leftFiles = counts.leftFiles
        institutions = counts.institutions.map {
            InstitutionLine(
                id: $0.institution.display,
                registered: $0.isRegistered,
                exams: $0.exams,
                lastReceived: $0.lastReceived.text,
                lastMoment: $0.lastReceived
            )
        }
    }

    /// Each figure by its name in the JSON form.
    var figures: [(String, String)] {
        var list = [("home", home), ("watched", "\(watched)")]
        list += exams.sorted { $0.key < $1.key }.map { ("exams.\($0.key)", "\($0.value)") }
        list += [
            ("images.graded", "\(images.graded)"), ("images.unsure", "\(images.unsure)"),
            ("images.unreadable", "\(images.unreadable)"), ("images.to_review", "\(images.toReview)"),
        ]
        list += images.levels.sorted { $0.key < $1.key }.map { ("images.levels.\($0.key)", "\($0.value)") }
        list += experts.figures
        list += [
            ("quarantine_open", "\(quarantineOpen)"), ("oldest_quarantined", oldestQuarantined ?? ""),
            ("waiting_for_answer", "\(waitingForAnswer)"), ("oldest_waiting", oldestWaiting ?? ""),
            ("pending_removals", "\(pendingRemovals)"), ("left_files", "\(leftFiles)"),
        ]
        list += devices.map { ("devices.\($0.institution).\($0.name).dead_lines", $0.linesText) }
        for drift in drifts {
            let name = "drifts.\(drift.institution).\(drift.name).\(drift.section)"
            list += drift.metrics.map { ("\(name).\($0.metric).psi", "\($0.psi)") }
        }
        list += institutions.map { ("institutions.\($0.id).exams", "\($0.exams)") }
        return list
    }

    /// For people, with times by the home's clock.
    func write(in language: Language, clock: ReportClock) {
        let oldestQuarantined = oldestQuarantinedMoment.map { clock.time($0).minute }
        let all = exams.values.reduce(0, +)
        let levels = Level.allCases.map { "\($0.rawValue) \(images.levels[$0.rawValue] ?? 0)" }.joined(separator: "  ")
        func line(_ zh: String, _ en: String) { Terminal.line(language == .zh ? zh : en) }
        line(
            "检查      共 \(all)：已答复 \(exams["answered"] ?? 0)，待答复 \(waitingForAnswer)，已撤回 \(exams["withdrawn"] ?? 0)",
            "exams       \(all): \(exams["answered"] ?? 0) answered, \(waitingForAnswer) waiting for their answer, \(exams["withdrawn"] ?? 0) withdrawn"
        )
        line(
            "图像      初筛已评分 \(images.graded)（\(levels)），存疑 \(images.unsure)，无法读取 \(images.unreadable)",
            "images      first pass graded \(images.graded) (\(levels)), unsure \(images.unsure), unreadable \(images.unreadable)"
        )
        for (index, words) in experts.lines(in: language).enumerated() {
            let title = language == .zh ? "专家      " : "experts     "
            let gap = language == .zh ? "          " : "            "
            Terminal.line((index == 0 ? title : gap) + words)
        }
        line(
            "隔离区    未处理 \(quarantineOpen)" + (oldestQuarantined.map { "，最早 \($0)" } ?? ""),
            "quarantine  \(quarantineOpen) open" + (oldestQuarantined.map { ", the oldest since \($0)" } ?? "")
        )
        line(
            "收件      " + (watched ? "正在监视" : "无人监视") + (leftFiles > 0 ? "；\(leftFiles) 个文件无法读取或移除，留在原处" : ""),
            "inbox       " + (watched ? "watched" : "not watched")
                + (leftFiles > 0
                    ? "; \(leftFiles) file\(leftFiles == 1 ? "" : "s") cannot be read or removed and stay there" : "")
        )
        for device in devices {
            line(
                "设备      \(device.institution) \(device.name)：探头阵元疑似损坏，扫描线 \(device.linesText)（\(device.images) 幅）"
                    .shown,
                "device      \(device.institution) \(device.name): dead elements suspected, scan lines \(device.linesText) (\(device.images) images)"
                    .shown
            )
        }
        for drift in drifts {
            let place = "\(drift.institution) \(drift.name) \(drift.section)"
            let basis = DriftWords.basis(of: drift)
            line(
                "设备      \(place)：与基线不同（\(basis.zh)）".shown,
                "device      \(place): shows something else than before (\(basis.en))".shown
            )
            let gap = language == .zh ? "          " : "            "
            for words in DriftWords.lines(of: drift) { Terminal.line((gap + words[language]).shown) }
        }
        guard !institutions.isEmpty else { return }
        let isChinese = language == .zh
        var table = TextTable([
            (isChinese ? "机构" : "institution", .left), (isChinese ? "检查" : "exams", .right),
            (isChinese ? "最近收到" : "last received", .left), (isChinese ? "登记" : "registered", .left),
        ])
        for institution in institutions {
            let mark = institution.registered ? "" : (isChinese ? "未登记" : "no")
            table.add([
                institution.id, "\(institution.exams)", clock.time(institution.lastMoment).minute, mark,
            ])
        }
        Terminal.line("")
        Terminal.write(table.text(columns: Terminal.columns))
    }
}
