import ArgumentParser
import Dispatch
import Foundation
import Glibc
import Grading
import Imaging
import Intake
import Reports

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade files and folders, each image alone, without a home.",
        discussion: """
            Every regular file below a path gives exactly one line, in byte order of the paths, whatever its name; a file \
            that holds no readable picture gives a line that says why. The score is the first pass (初筛): it measures \
            technique and does not recognise anatomy. Nothing is written but the output.

            Exit 0 when everything was graded, 1 when something was unreadable or unsure.

            Examples:
              sonograde grade Samples/inbox
              sonograde grade --exam-type thyroid --format json scan1.png scan2.jpg
              sonograde grade exports/ --jobs 4 --format csv > grades.csv
              sonograde grade scan1.png --explain --lang en
            """
    )

    @Argument(help: ArgumentHelp("Files or folders.", valueName: "path"))
    var paths: [String]

    @OptionGroup var output: FormatOption

    @Option(help: ArgumentHelp("Images decoded at the same time; 0 means one a core.", valueName: "number"))
    var jobs = 0

    @Option(help: "Grade by this rubric: an id, or a YAML file.")
    var rubric: String?

    @Option(name: .customLong("exam-type"), help: "Exam type of all files; without it the folder's name may say it.")
    var examType: String?

    @Option(help: "Section of all files; without it the file's name may say it.")
    var section: String?

    @OptionGroup var language: LanguageOption

    @Option(name: .customLong("max-megapixels"), help: "A picture with more pixels (2^20) is too_large.")
    var maxMegapixels = 64

    @Option(name: .customLong("max-file-mib"), help: "A larger file is too_large.")
    var maxFileMiB = 256

    @Option(name: .customLong("max-decoding-mib"), help: "A picture whose decoding needs more memory is too_large.")
    var maxDecodingMiB = 192

    @Flag(help: "Below each line tell the way from the measurements to the score; for people, so only as a table.")
    var explain = false

    @Flag(help: "Say on stderr which file is done.")
    var verbose = false

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one file or folder") }
        if explain, let format = output.chosen, format != .table {
            throw ValidationError("--explain is for people and --format \(format.rawValue) for programs; give one")
        }
        guard (0...256).contains(jobs) else { throw ValidationError("--jobs is \(jobs); allowed is 0 to 256") }
        for (name, value) in [
            ("--max-megapixels", maxMegapixels), ("--max-file-mib", maxFileMiB), ("--max-decoding-mib", maxDecodingMiB),
        ]
        where !(1...65536).contains(value) {
            throw ValidationError("\(name) is \(value); allowed is 1 to 65536")
        }
    }

    func run() throws {
        let library = try RubricLibrary()
        if let examType, ExamCatalogue.examType(examType) == nil {
            Terminal.remark(
                "--exam-type \(examType) is not in the list of docs/sections.md: the general rubric is used"
            )
        }
        let grading = LooseGrading(
            library: library,
            rubric: try rubric.map { try RubricChoice.rubric($0, library: library) },
            section: section,
            examType: examType.map { ExamCatalogue.examType($0)?.id ?? $0 },
            language: language.language(),
            program: Sonograde.version,
            limits: DecodingLimits(
                maxPixels: maxMegapixels << 20,
                maxFileBytes: maxFileMiB << 20,
                maxDecodingBytes: maxDecodingMiB << 20
            ),
            budget: DecodingBudget()
        )
        let spoken = language.language()
        let threads = jobs > 0 ? jobs : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

        let files = CountedFiles(NamedFiles(paths.map { RawPath($0) }))
        var output = GradeOutput(format: explain ? .table : output.format)
        var unreadable = 0
        var unsure = 0
        var done = 0
        // Rows that run down the same terminal are progress enough.
        let progress = ProgressLine("files", isShown: isatty(STDOUT_FILENO) != 1)
        if isatty(STDERR_FILENO) == 1 { countAhead(for: progress) }
        output.begin()
        _ = try OrderedWorkers(threads: threads).run(over: files) { file in
            let standard = explain ? grading.standard(for: file.path) : nil
            let grade = grading.grade(file)
            return Judged(
                grade: grade,
                explanation: standard.map { GradeExplanation(grade, examType: $0.examType, by: $0.rubric) }
            )
        } receive: { judged throws(Failure) in
            let grade = judged.grade
            switch grade.status {
            case .graded: break
            case .unsure: unsure += 1
            case .unreadable: unreadable += 1
            }
            done += 1
            try output.write(grade)
            if let explanation = judged.explanation {
                for line in ExplanationText(explanation, language: spoken).lines { Terminal.line(line) }
                Terminal.line("")
            }
            if verbose {
                progress.clear()
                Terminal.remark("\(grade.path): \(grade.status.rawValue)")
            }
            progress.update(done: done)
            return .more
        }
        output.end()
        progress.clear()
        files.sayWhatWasPassedOver()
        if unreadable + unsure > 0 {
            Terminal.remark("\(String.counted(done, "file")): \(unreadable) unreadable, \(unsure) unsure")
            throw ExitCode(ExitStatus.doneWithRemarks.rawValue)
        }
    }

    /// Walks the folders a second time beside the work, only to know how much there is.
    private func countAhead(for progress: ProgressLine) {
        let paths = paths.map { RawPath($0) }
        DispatchQueue.global(qos: .utility).async {
            progress.add(total: NamedFiles(paths).reduce(0) { count, _ in count + 1 })
        }
    }
}

/// One file's grade, and the way to it where it was asked for.
private struct Judged: Sendable {
    let grade: GradedImage
    let explanation: GradeExplanation?
}

/// Named files that remember what was passed over, after the sequence was drawn.
private final class CountedFiles: Sequence, IteratorProtocol {
    private var files: NamedFiles

    init(_ files: NamedFiles) { self.files = files }

    func next() -> NamedFiles.File? { files.next() }

    func sayWhatWasPassedOver() {
        if files.ignoredCount > 0 {
            Terminal.remark("\(files.ignoredCount) ignored (unfinished copies and desktop files)")
        }
        if files.specialCount > 0 { Terminal.remark("\(files.specialCount) links, pipes or devices not opened") }
    }
}
