import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct RubricCalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Learn from the experts' readings which scores need an expert, and write a new version of a rubric.",
        discussion: """
            Reads what experts said of the images that the rubric graded, weighs every reading by the images that it \
            stands for, and looks for the score below which a picture should go to an expert: so that at least --recall of \
            the pictures needing correction are caught, with 95 % confidence, while experts look at no more than --load of \
            all images. Where both cannot be had it says so, and takes the load. Where the rules and the draw alone cost more than \
            the load, no threshold helps, and nothing is written.

            The new version is a file beside you; nothing changes until you put it into the home's rubrics folder and \
            run regrade. Exit 2 when there are too few readings, or no threshold helps.

            Example:
              sonograde rubric calibrate general --dry-run
              sonograde rubric calibrate abdomen --recall 0.95 --output next.yaml
            """
    )

    @Argument(help: ArgumentHelp("Id of the rubric.", valueName: "id")) var id: String
    @OptionGroup var home: HomeOption
    @Option(help: ArgumentHelp("Images received in the last so many days count.", valueName: "days")) var days = 365
    @Option(help: "Share of the pictures needing correction that must reach an expert, 0–1.") var recall = 0.9
    @Option(help: "Largest share of all images that experts can look at, 0–1.") var load = 0.15
    @Option(help: ArgumentHelp("The new file; else ID-VERSION.yaml here.", valueName: "file")) var output: String?
    @Option(help: ArgumentHelp("The new version's name; else the next number.", valueName: "version"))
    var newVersion: String?
    @Flag(help: "Only say what would be learned.") var dryRun = false
    @Option(name: .customLong("format"), help: "Form of the answer.") var format: SummaryFormat = .table

    func validate() throws {
        guard recall > 0, recall < 1, load > 0, load <= 1 else {
            throw ValidationError("--recall and --load are shares: above 0, and below 1 or at most 1")
        }
        guard (1...36_500).contains(days) else { throw ValidationError("--days is 1 to 36500") }
    }

    func run() throws {
        let home = try home.home()
        let opened = try OpenHome.forReading(home)
        guard let rubric = opened.library.rubric(id: id) else {
            let known = opened.library.rubrics.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "there is no rubric \(id); known: \(known)")
        }
        let now = Date()
        let reading = try opened.store.calibrationImages(
            of: rubric.reference,
            since: Timestamp(now.addingTimeInterval(-86_400 * Double(days)))
        )
        if reading.otherVersions > 0 {
            Terminal.remark(
                "\(reading.otherVersions) judged images were graded by another version of \(id) and are left out; "
                    + "`sonograde regrade` brings them in"
            )
        }
        let goal = RubricCalibration.Goal(recall: recall, load: load, confidence: 0.95)
        let calibration: RubricCalibration
        do throws(RubricCalibration.Refusal) {
            calibration = try RubricCalibration(reading.images, goal: goal)
        } catch {
            throw Failure(.no, "nothing was learned: \(error)")
        }
        let version = newVersion ?? CalibratedRubricText.next(after: rubric.version)
        let file = output ?? "\(id)-\(version).yaml"
        let isOfUse = calibration.meetsGoal || calibration.forLoad != nil
        if !dryRun, isOfUse {
            let written = try text(of: rubric, version: version, calibration, home: home, at: now, opened.settings)
            try write(written, to: file)
        }
        if format == .json {
            try Terminal.line(CanonicalJSON.text(calibration))
        } else {
            Terminal.write(CalibrationText(calibration: calibration, rubric: rubric).text)
        }
        if !dryRun, !isOfUse {
            throw Failure(
                .no,
                "nothing was written: the rules and the draw alone exceed the load; lower the sampling share, or raise --load"
            )
        }
        if !dryRun {
            Terminal.remark(
                "\(file): \(id) \(version). To put it into force: copy it to \(home.rubrics)/ and run sonograde regrade"
            )
        }
    }

    /// The new file's text, proven to load beside the rubrics at hand.
    private func text(
        of rubric: Rubric,
        version: String,
        _ calibration: RubricCalibration,
        home: Home,
        at now: Date,
        _ settings: Settings
    ) throws -> String {
        let own = try OpenHome.rubricSources(of: home)
        let source =
            try own.first { try RubricLoader.load([$0], extending: BuiltInRubrics.sources + own).first?.id == id }
            ?? BuiltInRubrics.sources.first { $0.name == "\(id).yaml" }
        guard let source else { throw Failure(.diskOrStore, "the file of rubric \(id) is not there any more") }
        let text = CalibratedRubricText.text(
            of: source,
            rubric: rubric,
            version: version,
            calibration: calibration,
            date: String(Timestamp(now).text.prefix(10))
        )
        let others = own.filter { $0.name != source.name }
        let loaded = try RubricLoader.load(
            [RubricSource(name: "\(id).yaml", text: text)],
            extending: BuiltInRubrics.sources + others
        )
        guard let new = loaded.first, new.version == version,
            new.triage.scoreBelow ?? 0 == CalibratedRubricText.threshold(of: rubric, after: calibration),
            new.items == rubric.items
        else {
            throw Failure(
                .diskOrStore,
                "the file of rubric \(id) is written in a form that cannot be changed line by line; put triage and "
                    + "version each at the start of a line"
            )
        }
        return text
    }

    private func write(_ text: String, to file: String) throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(.usage, "\(file) is there already; name another with --output, or remove it")
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting) } catch {
            throw Failure(.diskOrStore, "\(file) could not be written: \(error.localizedDescription)")
        }
    }
}

/// What was learned, for people.
private struct CalibrationText {
    let calibration: RubricCalibration
    let rubric: Rubric

    var text: String {
        let quality = calibration.quality
        let interval = quality.aucInterval.map { " (95 %: \(shown($0.low))–\(shown($0.high)))" } ?? ""
        var lines = [
            "\(rubric.id) \(rubric.version)",
            "flagged by its rules  \(counts(calibration.flagged))",
            "passed by its rules   \(counts(calibration.passed)) of those drawn",
            "score against experts AUC \(shown(quality.auc))\(interval)",
            "probabilities         \(method), Brier \(shown(quality.brier)), ECE \(shown(quality.calibrationError))",
        ]
        for score in [50.0, 60, 70, 80, 90, 95, 100] {
            lines.append("  score \(Int(score)): needs correction \(share(calibration.curve.probability(of: score)))")
        }
        let goal = calibration.goal
        lines += [
            "",
            "wanted: recall \(share(goal.recall)) with \(share(goal.confidence)) confidence, "
                + "load at most \(share(goal.load))",
            row("rules alone", calibration.today),
            row("for the recall", calibration.forRecall),
            calibration.forLoad.map { row("for the load", $0) }
                ?? "for the load     no threshold: the rules and the draw alone exceed it",
            row("taken", calibration.chosen),
        ]
        if !calibration.meetsGoal {
            lines.append(
                calibration.forLoad == nil
                    ? "The rules and the draw alone send \(share(calibration.today.load)) of the images to experts, more than "
                        + "the load of \(share(goal.load)): no threshold helps. Lower the sampling share, or raise --load."
                    : "The recall and the load cannot both be had with these readings; the load was kept."
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var method: String {
        switch calibration.curve {
        case .logistic: "logistic"
        case .isotonic: "isotonic"
        }
    }

    private func counts(_ part: RubricCalibration.Counts) -> String {
        "\(part.images) images, \(part.judged) judged, \(part.needingCorrection) need correction"
    }

    private func row(_ name: String, _ threshold: ScoreThreshold) -> String {
        let recall = threshold.recall.map(share) ?? "–"
        return name.padding(toLength: 16, withPad: " ", startingAt: 0)
            + " score below \(threshold.scoreBelow): recall \(recall) (at least \(share(threshold.recallBound))), "
            + "load \(share(threshold.load))"
    }

    private func shown(_ value: Double) -> String { String(format: "%.3f", value) }
    private func share(_ share: Double) -> String { Numbers.percent(share, decimals: 1) }
}
