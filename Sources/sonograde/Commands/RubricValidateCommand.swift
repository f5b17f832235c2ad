import ArgumentParser
import Foundation
import Glibc
import Grading
import Imaging
import Intake

struct RubricValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Put faults into your own pictures, grade them again, and say what was noticed.",
        discussion: """
            Give pictures that you hold to be good. Every fault of technique is put into their pixels at rising strength, \
            within the scan area, and each result is examined anew from its pixels. Strength 1 is one at which a person \
            would reject the picture. For each fault the answer has:

            AUC: the chance that an untouched picture scores above a spoiled one; 0.5 is a coin, unsure is below every \
            score; in brackets the 95 % interval. named: the share with a right finding. expert: the share that an expert \
            looks at. steps: on how many steps from one strength to the next the score did not rise. misnamed: the share told a \
            wrong code, above info, that its untouched picture is not told; below the table stands which.

            Of the untouched pictures it has the levels, the false alarms, and how far the same pixels as PNG and as JPEG \
            of quality 95 lie apart; and what becomes of them by changes that must not matter: mirrored, with a border, in a \
            viewer's window, under a title, above an ECG, beside thumbnails, with a watermark or boxes over names, tinted, with \
            another gamma, from a noisy frame grabber. With --labels it says how far the scores agree with people. What needs \
            anatomy, such as the right section, no fault here can show.

            With --baselines each picture is judged a second time, beside the other pictures of its device, as a home judges \
            that has known the device for a while; both answers are given of the same pictures. Say which folder stands \
            for one device with one preset: the folder that the pictures lie in, or the parent of their exam folders. A \
            baseline takes 30 other ordinary pictures of the same section; --baseline-images asks for fewer, which no \
            home does. (docs/baselines.md)

            Nothing is written but the output, and with --rows every metric of \
            every untouched and spoiled picture, one JSON object a line: what limits of your own can be set by. The faults \
            are described in docs/validity.md.

            Examples:
              sonograde rubric validate exports
              sonograde rubric validate exports --pictures 40 --format csv > faults.csv
              sonograde rubric validate exports --labels labels.csv --pictures 0
              sonograde rubric validate exports --rows rows.jsonl
              sonograde rubric validate exports --baselines parent
            """
    )

    @Argument(help: ArgumentHelp("Files or folders.", valueName: "path"))
    var paths: [String]

    @Option(name: .customLong("exam-type"), help: "Exam type of all files; without it the folder's name may say it.")
    var examType: String?

    @Option(help: "Grade by this rubric: an id, or a YAML file.")
    var rubric: String?

    @Option(help: ArgumentHelp("Strengths of the faults, with commas; 1 is to be rejected.", valueName: "numbers"))
    var strengths = "0.25,0.5,0.75,1"

    @Option(
        help: ArgumentHelp("Put faults into so many pictures at most, spread over the folders.", valueName: "number")
    )
    var pictures = 200

    @Option(help: ArgumentHelp("So many shapes of each fault a picture, taking turns.", valueName: "number"))
    var shapes = 2

    @Option(help: ArgumentHelp("Images worked on at the same time; 0 means one a core.", valueName: "number"))
    var jobs = 0

    @Option(help: "Form of the answer: table, json or csv; else a table on a terminal, json elsewhere.")
    var format: ValidationOutput.Format?

    @Option(help: ArgumentHelp("Labels by people: a CSV with the columns file and label.", valueName: "file"))
    var labels: String?

    @Option(
        name: .customLong("label-order"),
        help: "Classes of the labels, the worst first: bad,fair,good+best; levels and numbers need none."
    )
    var labelOrder: String?

    @Option(help: ArgumentHelp("Write every metric of every picture into this file, as JSON lines.", valueName: "file"))
    var rows: String?

    @Option(help: "Judge beside baselines too; one device is one folder of pictures, or the parent of such folders.")
    var baselines: LooseValidation.DeviceFolder?

    @Option(
        name: .customLong("baseline-images"),
        help: ArgumentHelp("So many other pictures make a baseline; a home needs 30.", valueName: "number")
    )
    var baselineImages = Baseline.leastImages

    @Option(help: "Seed of noise and of the intervals.")
    var seed: UInt64 = 1

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one file or folder") }
        guard (0...256).contains(jobs) else { throw ValidationError("--jobs is \(jobs); allowed is 0 to 256") }
        guard (0...1_000_000).contains(pictures) else {
            throw ValidationError("--pictures is \(pictures); allowed is 0 to 1000000")
        }
        guard (1...100).contains(shapes) else { throw ValidationError("--shapes is \(shapes); allowed is 1 to 100") }
        guard (5...LeftOutBaselines.window).contains(baselineImages) else {
            throw ValidationError(
                "--baseline-images is \(baselineImages); allowed is 5 to \(LeftOutBaselines.window)"
            )
        }
        guard baselines != nil || baselineImages == Baseline.leastImages else {
            throw ValidationError("--baseline-images needs --baselines folder or --baselines parent")
        }
        _ = try StrengthList(strengths)
    }

    func run() throws {
        let table = try labels.map { try LabelFile($0, order: labelOrder) }
        let library = try RubricLibrary()
        let plan = TrialPlan(strengths: try StrengthList(strengths).numbers, shapes: shapes, seed: seed)
        let validation = LooseValidation(
            LooseGrading(
                library: library,
                rubric: try rubric.map { try RubricChoice.rubric($0, library: library) },
                section: nil,
                examType: examType.map { ExamCatalogue.examType($0)?.id ?? $0 },
                language: .en,
                program: Sonograde.version,
                limits: DecodingLimits(),
                budget: DecodingBudget()
            ),
            plan: plan
        )
        let threads = jobs > 0 ? jobs : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let rowFile = try rows.map { try TrialRowFile($0) }
        let looks = lookAtAll(by: validation, threads: threads)
        try demandPictures(looks)
        let labelled = try table.map { try matched($0, to: looks) }
        var unusable = looks.compactMap { look -> ValidationReport.Unusable? in
            guard case .failure(let error) = look.result else { return nil }
            return ValidationReport.Unusable(path: look.path, reason: "\(error.code.rawValue): \(error.message)")
        }
        let left = baselines.map { LooseValidation.baselines(among: looks, by: $0, least: baselineImages) }
        var subjects: [Subject] = []
        for (index, look) in looks.enumerated() {
            guard case .success(let trial) = look.result else { continue }
            if trial.outcome.score != nil {
                subjects.append(Subject(look: look, baseline: left?.baseline(for: index)))
            } else {
                let reasons = trial.outcome.reasonsUnsure.sorted().joined(separator: " ")
                unusable.append(.init(path: look.path, reason: "unsure (\(reasons)): no fault is put into it"))
            }
        }
        let beside = lookBeside(subjects, by: validation, threads: threads)
        let trials = try spoil(subjects, by: validation, threads: threads, rows: rowFile, unusable: &unusable)
        let sums = ValidationSums(
            looks.compactMap { look in
                guard case .success(let untouched) = look.result else { return nil }
                return ValidationSums.Picture(
                    path: look.path,
                    folder: look.folder,
                    untouched: untouched,
                    beside: beside[look.path],
                    trials: trials[look.path] ?? []
                )
            },
            plan: plan
        )
        let agreement = table.map { compare($0, labels: labelled ?? [:], with: looks) }
        try ValidationOutput(format: format).write(
            sums.report(unusable: unusable, labels: agreement, beside: left, program: Sonograde.version)
        )
    }

    /// An answer about no picture at all would look like one about good pictures.
    private func demandPictures(_ looks: [LooseValidation.Look]) throws {
        let reasons = looks.compactMap { look -> String? in
            guard case .failure(let error) = look.result else { return nil }
            return "\(look.path): \(error.message)"
        }
        guard reasons.count == looks.count else { return }
        let first = reasons.first.map { "; \($0)" } ?? ""
        throw Failure(
            .usage,
            "there is no picture in \(paths.joined(separator: " ")); give pictures, or folders that hold some\(first)"
        )
    }

    /// The labels by picture; what fits none is said by name.
    private func matched(_ table: LabelFile, to looks: [LooseValidation.Look]) throws -> [String: String] {
        let (labels, astray) = table.matched(to: looks.map(\.path))
        let most = 10
        let names = astray.prefix(most).joined(separator: ", ")
        let more = astray.count > most ? " and \(astray.count - most) more" : ""
        if labels.isEmpty, !astray.isEmpty {
            throw Failure(
                .usage,
                "no label fits one of the pictures: \(names)\(more). The column “file” holds names or the ends of paths, "
                    + "such as \(looks.first.map { ($0.path as NSString).lastPathComponent } ?? "a.png")"
            )
        }
        if !astray.isEmpty {
            Terminal.remark(
                "\(String.counted(astray.count, "label")) without a picture of that name, or with several: \(names)\(more)"
            )
        }
        return labels
    }

    private func compare(
        _ table: LabelFile,
        labels: [String: String],
        with looks: [LooseValidation.Look]
    ) -> LabelAgreement {
        let pictures = looks.compactMap { look -> LabelAgreement.Labelled? in
            guard let label = labels[look.path], case .success(let trial) = look.result else { return nil }
            return LabelAgreement.Labelled(
                label: label,
                cluster: look.isInExamFolder ? look.folder : look.path,
                outcome: trial.outcome
            )
        }
        return LabelAgreement(pictures, scale: table.scale, seed: seed)
    }
}

extension LooseValidation.DeviceFolder: ExpressibleByArgument {}
