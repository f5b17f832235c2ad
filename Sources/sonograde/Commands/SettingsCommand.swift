import ArgumentParser
import Foundation
import Grading
import Intake

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Show or check a home's settings.",
        discussion: """
            Settings are in sonograde.yaml in the home; docs/settings.md has each key's type, default, range and unit.

            Example:
              sonograde settings show --home /srv/sonograde
              sonograde settings check --home /srv/sonograde
            """,
        subcommands: [Show.self, Check.self]
    )

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show every setting: value in force, where it comes from, default, what is allowed.",
            discussion: "Example:\n  sonograde settings show --home /srv/sonograde --format json"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let home = try home.home()
            let reading = SettingsFile.read(try SettingsCommand.text(of: home))
            let rows = SettingDescription.all.map { setting in
                SettingRow(
                    key: setting.key,
                    value: setting.value(in: reading.settings),
                    origin: reading.given.contains(setting.key) ? "file" : "default",
                    standard: setting.value(in: Settings()),
                    allowed: setting.allowed,
                    unit: setting.unit,
                    meaning: setting.meaning
                )
            }
            if output.format == .json {
                try Terminal.line(CanonicalJSON.text(SettingRows(settings: rows)))
            } else {
                try RowOutput.write(rows, as: output.format, table: SettingRow.table)
            }
            for mistake in reading.mistakes { Terminal.remark("\(home.settingsFile): \(mistake)") }
            if !reading.mistakes.isEmpty {
                throw Failure(.usage, "the settings have mistakes; for those the defaults are shown")
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Name every mistake in the settings with its line; exit 2 when there is one.",
            discussion: "Example:\n  sonograde settings check --home /srv/sonograde"
        )

        @OptionGroup var home: HomeOption

        func run() throws {
            let home = try home.home()
            let reading = SettingsFile.read(try SettingsCommand.text(of: home))
            for mistake in reading.mistakes { Terminal.remark("\(home.settingsFile): \(mistake)") }
            guard reading.mistakes.isEmpty else {
                throw Failure(
                    .no,
                    "\(reading.mistakes.count) mistake\(reading.mistakes.count == 1 ? "" : "s") in the settings"
                )
            }
            Terminal.line("\(home.settingsFile): all settings are allowed")
        }
    }

    private static func text(of home: Home) throws -> String {
        do {
            return try String(contentsOfFile: home.settingsFile, encoding: .utf8)
        } catch {
            throw Failure(.diskOrStore, "\(home.settingsFile) could not be read: \(IntakeError.words(of: error))")
        }
    }
}

/// The settings as `settings show --format json` writes them (docs/schemas/settings.schema.json).
private struct SettingRows: Encodable {
    let schema = SettingsFile.schemaID
    let settings: [SettingRow]
}

private struct SettingRow: OutputRow {
    let key: String
    let value: String
    let origin: String
    let standard: String
    let allowed: String
    let unit: String
    let meaning: String

    enum CodingKeys: String, CodingKey {
        case key, value, origin, allowed, unit, meaning
        case standard = "default"
    }

    static let columns = ["key", "value", "origin", "default", "allowed", "unit", "meaning"]
    var cells: [String] { [key, value, origin, standard, allowed, unit, meaning] }

    static func table(_ rows: [SettingRow]) {
        for row in rows {
            Terminal.line(
                "\(row.key.padded(to: 27)) \(row.value.padded(to: 14)) \(row.origin.padded(to: 8)) \(row.meaning)".shown
            )
        }
    }
}
