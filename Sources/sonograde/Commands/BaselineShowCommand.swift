import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct BaselineShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a snapshot: number of images, median and MAD of each metric, and how far each has moved since.",
        discussion: """
            A key is an institution's device with a preset and a section. Only keys with 30 ordinary images or more are \
            in a snapshot. What came since is held against it by the population stability index (PSI); fewer than \
            50 images on either side are too few to tell.

            Example:
              sonograde baseline show --home /srv/sonograde --device US-1
              sonograde baseline show 2026-10-19 --drift
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The snapshot's name; else the newest, with --drift the newest that is 28 days old.")
    var name: String?
    @Option(help: "Only this institution's devices.") var institution: String?
    @Option(help: "Only this device.") var device: String?
    @Option(help: "Only this section.") var section: String?
    @Flag(help: "Only metrics that have moved since.") var drift = false
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    /// One metric of one key (docs/baselines.md).
    private struct Line: OutputRow {
        let snapshot, institution, device, preset, section, metric: String
        let images: Int
        let median, mad: Double
        /// Ordinary images of the key since the snapshot was closed.
        let imagesSince: Int
        /// steady, watch, moved, or too_few.
        let drift: String
        var psi, psiChance, medianSince, madSince: Double?
        var since: String?

        static let columns = [
            "snapshot", "institution", "device", "preset", "section", "metric", "images", "median", "mad",
            "images_since", "drift", "psi", "psi_chance", "median_since", "mad_since", "since",
        ]
        var cells: [String] {
            func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
            return [
                snapshot, institution, device, preset, section, metric, "\(images)", "\(median)", "\(mad)",
                "\(imagesSince)", drift, text(psi), text(psiChance), text(medianSince), text(madSince), since ?? "",
            ]
        }

        enum CodingKeys: String, CodingKey {
            case snapshot, institution, device, preset, section, metric, images, median, mad, drift, psi, since
            case imagesSince = "images_since"
            case psiChance = "psi_chance"
            case medianSince = "median_since"
            case madSince = "mad_since"
        }

        init(_ line: BaselineLine, of snapshot: BaselineSnapshot, state: DriftState?, clock: ReportClock) {
            self.snapshot = snapshot.name
            institution = line.key.institution.display
            (device, preset, section, metric) = (line.key.device, line.key.preset, line.key.section, line.metric)
            (images, median, mad) = (line.images, line.median, line.mad)
            imagesSince = state?.images ?? 0
            guard let found = state?.metrics?.first(where: { $0.metric == line.metric }) else {
                drift = "too_few"
                return
            }
            let moved = DeviceDrift.Metric(found.metric, found.drift, since: found.since.map { clock.time($0) })
            drift = moved.verdict.rawValue
            (psi, psiChance, medianSince, madSince) = (moved.psi, moved.chance, moved.now, moved.madNow)
            since = moved.since?.iso8601
        }

        var hasMoved: Bool { drift == "watch" || drift == "moved" }
    }

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let now = Timestamp(Date())
        let clock = ReportClock(zone: opened.settings.timezone)
        let found = try snapshot(in: opened.store, at: now)
        guard let found else {
            throw Failure(.no, name.map { "there is no snapshot \($0)" } ?? "no snapshot was closed yet")
        }
        let states = try opened.store.drift(
            since: found,
            until: now,
            institution: institution,
            device: device,
            section: section
        )
        let byKey = Dictionary(states.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let lines = try opened.store.baselineLines(
            snapshot: found.id,
            institution: institution,
            device: device,
            section: section
        ).map { Line($0, of: found, state: byKey[$0.key], clock: clock) }
        let language = language.language(home: opened.settings.language)
        let shown = drift ? lines.filter(\.hasMoved) : lines
        try RowOutput.write(shown, as: output.format) { lines in
            write(lines, of: found, states: states, clock: clock, in: language)
        }
    }

    private func snapshot(in store: Store, at now: Timestamp) throws -> BaselineSnapshot? {
        if let name { return try store.baselineSnapshot(named: name) }
        return drift ? try store.driftReference(at: now) : try store.newestBaseline()
    }

    /// For people: key by key, then what has moved in plain words.
    private func write(
        _ lines: [Line],
        of snapshot: BaselineSnapshot,
        states: [DriftState],
        clock: ReportClock,
        in language: Language
    ) {
        Terminal.line("\(snapshot.name): \(snapshot.keyCount) keys, closed \(snapshot.closedAt)")
        if drift, lines.isEmpty {
            let few = states.count { $0.metrics == nil }
            Terminal.line(
                language == .zh
                    ? "没有设备偏离基线；\(few) 个键的新图像太少（不足 \(PopulationStability.leastValues) 幅）"
                    : "no device has moved; \(few) key(s) have too few images since (fewer than \(PopulationStability.leastValues))"
            )
        }
        var last: [String] = []
        for line in lines {
            let key = [line.institution, line.device, line.preset, line.section]
            if key != last {
                let preset = line.preset.isEmpty ? "" : "  \(line.preset)"
                Terminal.line("")
                Terminal.line("\(line.institution)  \(line.device)\(preset)  \(line.section)".shown)
                last = key
            }
            let psi = line.psi.map { "  PSI \($0) \(line.drift)" } ?? "  too few since (\(line.imagesSince))"
            Terminal.line("  \(line.metric)  n \(line.images)  median \(line.median)  MAD \(line.mad)\(psi)")
        }
        for state in states {
            guard let drift = DeviceReporting.drift(of: state, against: snapshot, clock: clock) else { continue }
            Terminal.line("")
            Terminal.line("\(drift.institution)  \(drift.name)  \(drift.section)".shown)
            Terminal.line("  \(DriftWords.basis(of: drift)[language])".shown)
            for words in DriftWords.lines(of: drift) { Terminal.line("  \(words[language])".shown) }
        }
    }
}
