import Foundation
import Intake
import Testing

@Suite("Settings file")
struct SettingsFileTests {
    @Test("the file of a new home holds every setting at its default and no mistake")
    func template() {
        let seed = [UInt8](0..<32)
        let reading = SettingsFile.read(SettingsFile.template(seed: seed))
        #expect(reading.mistakes.isEmpty)
        #expect(reading.given == Set(SettingDescription.all.map(\.key)))
        var expected = Settings()
        expected.samplingSeed = seed
        #expect(reading.settings == expected)
    }

    @Test("all mistakes are reported together, each with its line and what is allowed")
    func mistakes() {
        let reading = SettingsFile.read(
            """
            schema: sonograde.settings/1
            settle: soon
            workers: 1000
            colour: red
            sampling:
              share: 1.5
              seed: abc
            timezone: Mars/Base
            language: fr
            """
        )
        #expect(reading.mistakes.map(\.line) == [2, 3, 4, 6, 7, 8, 9])
        #expect(reading.mistakes[0].message == "`settle` is `soon`; allowed is 0 to 3600 seconds, or with s, min, h")
        #expect(reading.mistakes[2].message.hasPrefix("unknown setting `colour`; known are settle, sweep"))
        #expect(reading.settings.samplingShare == Settings().samplingShare)
    }

    @Test(
        "durations may have a unit",
        arguments: [("10", 10.0), ("10 s", 10), ("15min", 900), ("2 h", 7200), ("0.5", 0.5)]
    )
    func durations(text: String, seconds: Double) {
        #expect(SettingsFile.seconds(text) == seconds)
    }

    @Test("broken YAML is one mistake with its line")
    func brokenYAML() {
        let reading = SettingsFile.read("settle: 10\n  sweep: [1,\n")
        #expect(reading.mistakes.count == 1)
        #expect(reading.mistakes.first?.message.hasPrefix("not valid YAML") == true)
    }

    @Test("docs/settings.md has the table that the program would write")
    func documentation() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/settings.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        let table = SettingsDocumentation.table()
        #expect(text.contains(table), "docs/settings.md must hold:\n\(table)")
    }
}
