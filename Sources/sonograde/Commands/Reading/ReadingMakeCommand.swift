import ArgumentParser
import Foundation
import Glibc
import Grading
import Imaging
import Intake
import Reports

struct ReadingMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Write pictures with faults of all strengths, and untouched ones, under numbers that tell nothing.",
        discussion: """
            Give pictures that you hold to be good. Each is shown once untouched and with some faults, each at one strength; over \
            all pictures every fault comes in all its shapes and at all strengths. The folder gets numbered PNG files, an \
            empty table answers.csv (each reader fills in a copy) and read-me.txt, which says how. What is behind \
            the numbers stands in a table of its own beside the folder: keep it from the readers.

            Example:
              sonograde rubric reading make exports --to reading --strengths 0.5,1,1.5,2
            """
    )

    @Argument(help: ArgumentHelp("Files or folders.", valueName: "path")) var paths: [String]
    @Option(help: ArgumentHelp("Folder for the readers; must not exist.", valueName: "folder")) var to: String
    @Option(help: ArgumentHelp("The table of what is behind the numbers; else FOLDER-key.csv.", valueName: "file"))
    var key: String?
    @Option(help: ArgumentHelp("Strengths of the faults, with commas.", valueName: "numbers"))
    var strengths = "0.25,0.5,1,1.5,2"
    @Option(help: ArgumentHelp("So many faults a picture, taking turns.", valueName: "number")) var faults = 6
    @Option(help: ArgumentHelp("So many pictures at most, spread over the folders.", valueName: "number"))
    var pictures = 100
    @Option(help: "Seed of noise and of the order.") var seed: UInt64 = 1

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("name at least one file or folder") }
        guard (1...InjectedFault.all.count).contains(faults) else {
            throw ValidationError("--faults is \(faults); allowed is 1 to \(InjectedFault.all.count)")
        }
        guard (1...10_000).contains(pictures) else {
            throw ValidationError("--pictures is \(pictures); allowed is 1 to 10000")
        }
        _ = try StrengthList(strengths)
    }

    func run() throws {
        let folder = to.count > 1 && to.hasSuffix("/") ? String(to.dropLast()) : to
        let keyFile = key ?? folder + "-key.csv"
        for path in [folder, keyFile] where FileManager.default.fileExists(atPath: path) {
            throw Failure(.usage, "\(path) is there already; name another, or remove it")
        }
        let files = chosenFiles()
        guard !files.isEmpty else {
            throw Failure(
                .usage,
                "there is no file in \(paths.joined(separator: " ")); give pictures, or folders of them"
            )
        }
        let plan = BlindReading(strengths: try StrengthList(strengths).numbers, faults: faults, seed: seed)
        let reading = LooseReading(plan, limits: DecodingLimits(), budget: DecodingBudget())
        let entries = reading.entries(files: files.count)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch { throw Failure(.diskOrStore, "\(folder) could not be made: \(IntakeError.words(of: error))") }
        let written = try write(entries, of: files, by: reading, into: folder)
        guard !written.isEmpty else {
            throw Failure(.usage, "no picture could be used; see the lines above")
        }
        try put(keyTable(written, files: files), to: keyFile)
        let numbers = written.map(\.number).sorted()
        try put(
            CSVDocument.head(["number", "verdict", "seen"])
                + numbers.map { CSVDocument.line(listed: [Self.name($0), "", ""]) }.joined(),
            to: folder + "/answers.csv"
        )
        try put(Self.instructions, to: folder + "/read-me.txt")
        Terminal.line(
            "\(folder): \(String.counted(numbers.count, "picture")) to be read; what they are: \(keyFile)".shown
        )
    }

    private func chosenFiles() -> [NamedFiles.File] {
        let all = NamedFiles(paths.map { RawPath($0) }).filter { $0.failure == 0 }
        return TrialPlan.spread(over: all.map { $0.path.parent.display }, limit: pictures).map { all[$0] }
    }

    /// Writes the pictures; returns the entries that could be.
    private func write(
        _ entries: [LooseReading.Entry],
        of files: [NamedFiles.File],
        by reading: LooseReading,
        into folder: String
    ) throws -> [LooseReading.Entry] {
        let progress = ProgressLine("files", total: files.count)
        var written: [LooseReading.Entry] = []
        for (number, own) in Dictionary(grouping: entries, by: \.file).sorted(by: { $0.key < $1.key }) {
            var outcome: Result<Void, any Error> = .success(())
            let result = reading.pictures(of: files[number], entries: own) { entry, bytes in
                guard case .success = outcome else { return }
                outcome = Result { try put(Data(bytes), to: "\(folder)/\(Self.name(entry.number)).png") }
                if case .success = outcome { written.append(entry) }
            }
            try outcome.get()
            progress.step()
            if case .failure(let error) = result {
                progress.clear()
                Terminal.remark("\(files[number].path.display): left out: \(error.message)")
            }
        }
        progress.clear()
        return written
    }

    private func keyTable(_ entries: [LooseReading.Entry], files: [NamedFiles.File]) -> String {
        let rows = entries.sorted { $0.number < $1.number }.map { entry in
            CSVDocument.line(listed: [
                Self.name(entry.number), files[entry.file].path.display, entry.stimulus.fault?.id ?? "none",
                entry.stimulus.shape?.id ?? "", "\(entry.stimulus.strength)",
            ])
        }
        return CSVDocument.head(ReadingTables.keyColumns) + rows.joined()
    }

    private func put(_ text: String, to path: String) throws { try put(Data(text.utf8), to: path) }

    private func put(_ data: Data, to path: String) throws {
        do { try data.write(to: URL(fileURLWithPath: path), options: .withoutOverwriting) } catch {
            throw Failure(.diskOrStore, "\(path) could not be written: \(IntakeError.words(of: error))")
        }
    }

    private static func name(_ number: Int) -> String { String(format: "%05d", number) }

    private static let instructions = """
        请逐张阅读图像，只评技术质量，不评切面与解剖。把 answers.csv 复制为自己的文件并填写：
        verdict：0 = 技术上合格；1 = 看到不足，但可用；2 = 不合格，需重新采集或重新导出。
        seen：看到的问题，用自己的话，可留空。不要比较不同编号的图像，看过的不再回头改。

        Read each picture by itself, for its technique only, not for section or anatomy. Copy answers.csv to a file of
        your own and fill it in:
        verdict: 0 = technically in order; 1 = a weakness is seen, the picture stays usable; 2 = rejected: a new scan or
        export is needed.
        seen: what you see, in your own words; may stay empty. Don't compare numbers, and don't go back.

        """
}
