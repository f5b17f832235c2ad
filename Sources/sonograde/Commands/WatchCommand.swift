import ArgumentParser
import Foundation
import Grading
import Intake
import Store

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch a home's inbox: take settled exam folders, grade them, answer into the outbox.",
        discussion: """
            Runs until SIGTERM or SIGINT, which end it cleanly; one watcher a home. With --once it works off all that is \
            there and ends: exit 0 when everything was graded, 1 when something was unreadable, unsure, quarantined, \
            left out of a month's reports or never came to rest (named on stderr).

            It also writes the reports of each month that is over and lacks them, from the first receipt on, at most \
            three years back (setting reports.monthly; report schedule says more).

            Example:
              sonograde watch --home /srv/sonograde
              sonograde watch --once --home /srv/sonograde --verbose
            """
    )

    @OptionGroup var home: HomeOption

    @Flag(help: "Work off what is there, then end.")
    var once = false

    @Option(
        help: ArgumentHelp("Rest that a folder needs before it is taken, instead of the setting.", valueName: "seconds")
    )
    var settle: String?

    @Option(
        help: ArgumentHelp(
            "How long an image that ends early is waited for, instead of the setting.",
            valueName: "seconds"
        )
    )
    var patience: String?

    @Option(help: ArgumentHelp("Images decoded at the same time, instead of the setting.", valueName: "number"))
    var workers: Int?

    @Flag(help: "Say which stage each file is in.")
    var verbose = false

    func run() throws {
        let home = try home.home()
        var settings = try home.settings()
        try override("settle", by: settle, in: &settings)
        try override("patience", by: patience, in: &settings)
        try override("workers", by: workers.map(String.init), in: &settings)

        let lock = try HomeLock(home: home)
        defer { withExtendedLifetime(lock) {} }
        let opened = try OpenHome.forWriting(home)
        let wake = try WakeUp()
        let signals = StopSignals(wake)
        defer { withExtendedLifetime(signals) {} }

        let voice = WatchVoice(isVerbose: verbose)
        let room = WorkRoom(
            home: home,
            settings: settings,
            store: opened.store,
            library: opened.library,
            program: Sonograde.version,
            tell: { voice.tell($0) }
        )
        let watcher = Watcher(room: room, wake: wake)
        // Whatever ends the work, the line goes first and an error stands alone.
        defer { voice.end() }
        let summary = try watcher.run(once ? .once : .untilStopped)
        voice.end()
        try opened.store.close()
        for exam in summary.unsettled {
            Terminal.remark("\(exam): still changing after the patience was over; it stays in the inbox")
        }
        if once, !wake.isStopping, summary.hasRemarks { throw ExitCode(ExitStatus.doneWithRemarks.rawValue) }
    }

    private func override(_ key: String, by text: String?, in settings: inout Settings) throws {
        guard let text, let setting = SettingDescription.all.first(where: { $0.key == key }) else { return }
        guard SettingsFile.apply(text, to: setting, in: &settings) else {
            throw Failure(.usage, "--\(key) is \(text); allowed is \(setting.allowed)")
        }
    }
}

/// What a watcher says on stderr.
private final class WatchVoice: Sendable {
    private let isVerbose: Bool
    private let progress = ProgressLine("images")

    init(isVerbose: Bool) { self.isVerbose = isVerbose }

    func tell(_ event: WatchEvent) {
        switch event {
        case .taking(let exam, let files):
            progress.add(total: files)
            if isVerbose { say("\(exam): taking \(files) file\(files == 1 ? "" : "s")") }
        case .stage(let stage, let subject):
            if isVerbose { say("\(subject): \(stage.rawValue)") }
        case .graded(let exam, let file, let result):
            progress.step()
            if result.status == .unsure {
                let codes = result.findings.map(\.code).joined(separator: ", ")
                say("\(exam)/\(file): unsure (\(codes)); an expert looks at it")
            } else if isVerbose {
                let score = result.score.map { "\($0)" } ?? "-"
                say(
                    "\(exam)/\(file): \(result.level?.rawValue ?? "-") \(score) \(result.findings.map(\.code).joined(separator: ", "))"
                )
            }
        case .quarantined(let exam, let file, let code, let message):
            progress.step()
            say("\(exam)/\(file): quarantined, \(code): \(message)")
        case .reDropped(let exam, let file):
            progress.step()
            say("\(exam)/\(file): came again with the same name and bytes; ignored")
        case .disputed(let exam, let file, true):
            say("\(exam)/\(file): the clinic objects to the result; another expert looks at it")
        case .disputed(let exam, let file, false):
            say("\(exam)/\(file): the clinic's objection in these words is recorded already; ignored")
        case .waiting(let exam, let file, let seconds):
            say("\(exam)/\(file): ends early; waited for, at most \(Int(seconds.rounded(.up))) s more")
        case .closedBaseline(let name, let keys):
            if isVerbose { say("baseline \(name): closed, \(keys) key\(keys == 1 ? "" : "s")") }
        case .wroteReports(let month, let reports, let folder):
            say("\(month): \(reports) report\(reports == 1 ? "" : "s") in \(folder)")
        case .leftOutOfReports(let month, let problem):
            say("\(month): left out of the indicators: \(problem)")
        case .left(let path, let message): say("\(path): \(message)")
        case .answered(let exam, let path): if isVerbose { say("\(exam): answered, \(path)") }
        }
    }

    func end() { progress.clear() }

    private func say(_ text: String) {
        progress.clear()
        Terminal.remark(text)
    }
}
