import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

/// `export`: all entries as a table that `import` takes back.
struct RegistryExport<Entry: RegistryEntry>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: "Write the whole register of \(Entry.kind.rawValue)s as CSV, for a spreadsheet and for import.",
            discussion: """
                Retired ones are in it. Heads and words are in the home's language; import reads both. Change it in a spreadsheet, and read it back with import.

                Example:
                  sonograde \(Entry.kind.rawValue) export > \(Entry.kind.rawValue)s.csv
                """
        )
    }

    @OptionGroup var home: HomeOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let entries = try opened.store.entries(Entry.self, withRetired: true)
        Terminal.write(RegistryTable<Entry>.text(of: entries, language: language))
    }
}

/// `import`: a table, all of it or nothing.
struct RegistryImporting<Entry: RegistryEntry>: ParsableCommand {
    static var configuration: CommandConfiguration {
        let columns = RegistryTable<Entry>.columns.map { "\($0.name) (\($0.meaning.zh))" }.joined(separator: ", ")
        return CommandConfiguration(
            commandName: "import",
            abstract: "Add and change \(Entry.kind.rawValue)s by a CSV table: all of it or nothing.",
            discussion: """
                The whole table is checked first; where a line is wrong each is named and nothing is written. A column \
                that is not there leaves its values, an empty cell takes the value away; entries that the table does \
                not name stay. UTF-8 and what a Chinese Excel saves (GB18030) are both read. Columns: \(columns).

                Example:
                  sonograde \(Entry.kind.rawValue) import \(Entry.kind.rawValue)s.csv --check
                  sonograde \(Entry.kind.rawValue) import \(Entry.kind.rawValue)s.csv
                """
        )
    }

    @OptionGroup var home: HomeOption
    @Argument(help: ArgumentHelp("The table; - is stdin.", valueName: "file")) var file: String
    @Flag(help: "Say what would be done and do nothing.") var check = false

    func run() throws {
        let home = try home.home()
        let text = try ClinicFile.text(file)
        let reading: RegistryTable<Entry>.Reading
        do throws(RegistryMistake) {
            reading = try RegistryTable<Entry>.read(text)
        } catch {
            throw Failure(.usage, "\(file): \(error.line)")
        }
        let opened = try OpenHome.forWriting(home)
        let isTrial = check || !reading.mistakes.isEmpty
        let result = try opened.store.importEntries(
            Entry.self,
            reading.rows,
            isTrial: isTrial,
            at: Timestamp(Date())
        )
        let mistakes = (reading.mistakes + result.mistakes).sorted { $0.line < $1.line }
        for mistake in mistakes { Terminal.remark("\(file):\(mistake.line): \(mistake.mistake.line)") }
        guard mistakes.isEmpty else {
            let lines = String.counted(Set(mistakes.map(\.line)).count, "wrong line")
            throw Failure(.usage, "\(file) has \(lines); nothing was written")
        }
        let (added, changed, unchanged) = (result.added.count, result.changed.count, result.unchanged)
        opened.remark(
            zh: (check ? "仅检查，未写入：" : "") + "新增 \(added) 条，修改 \(changed) 条，未变 \(unchanged) 条",
            en: (check ? "would be: " : "") + "\(added) added, \(changed) changed, \(unchanged) as before"
        )
        if Entry.self == ExpertRecord.self {
            let codes = reading.rows.flatMap { ($0.values["institutions"] ?? "").split { ";；".contains($0) } }
            try ExpertCommand.warn(of: codes.map(String.init), in: opened)
        }
    }
}

/// A text file as clinics' desktops save it.
enum ClinicFile {
    /// Reads UTF-8, UTF-16 or GB18030; `-` is stdin.
    static func text(_ name: String) throws(Failure) -> String {
        let file = try InputFile(name)
        var bytes: [UInt8] = []
        while let more = try file.read() { bytes += more }
        // A ZIP, or an OLE file: what a spreadsheet keeps for itself.
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw Failure(
                .usage,
                "\(name) is an Excel workbook; save it as CSV first (这是 Excel 工作簿，请在 Excel 中另存为 CSV)"
            )
        }
        guard let text = ClinicText.read(bytes) else {
            throw Failure(.usage, "\(name) is no text; save it from the spreadsheet as CSV UTF-8")
        }
        return text
    }
}
