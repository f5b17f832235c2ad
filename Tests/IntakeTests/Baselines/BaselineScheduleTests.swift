import Intake
import Store
import Testing

@Suite("When snapshots are closed")
struct BaselineScheduleTests {
    private func closing(_ schedule: BaselineSchedule, _ text: String, zone: String) throws -> [String] {
        let moment = try #require(Timestamp(text: text))
        return schedule.latestClosing(upTo: moment, zone: zone).map { [$0.at.text, $0.day] } ?? []
    }

    @Test(
        "The latest closing time is the last Monday, day or first of a month at midnight of the home's zone",
        arguments: [
            // A Saturday afternoon in Shanghai (UTC+8).
            (.weekly, "2026-11-21T06:20:00.000Z", "Asia/Shanghai", ["2026-11-15T16:00:00.000Z", "2026-11-16"]),
            // The very moment counts, the one before it does not.
            (.weekly, "2026-11-15T16:00:00.000Z", "Asia/Shanghai", ["2026-11-15T16:00:00.000Z", "2026-11-16"]),
            (.weekly, "2026-11-15T15:59:59.999Z", "Asia/Shanghai", ["2026-11-08T16:00:00.000Z", "2026-11-09"]),
            (.daily, "2026-11-21T06:20:00.000Z", "Asia/Shanghai", ["2026-11-20T16:00:00.000Z", "2026-11-21"]),
            (.monthly, "2026-11-21T06:20:00.000Z", "Asia/Shanghai", ["2026-10-31T16:00:00.000Z", "2026-11-01"]),
            (.monthly, "2026-10-31T15:59:59.999Z", "Asia/Shanghai", ["2026-09-30T16:00:00.000Z", "2026-10-01"]),
            (.off, "2026-11-21T06:20:00.000Z", "Asia/Shanghai", []),
            // Summer time ends on Sunday 25 October 2026 in Berlin; the Monday before it was two hours off UTC.
            (.weekly, "2026-10-25T12:00:00.000Z", "Europe/Berlin", ["2026-10-18T22:00:00.000Z", "2026-10-19"]),
            (.weekly, "2026-10-26T12:00:00.000Z", "Europe/Berlin", ["2026-10-25T23:00:00.000Z", "2026-10-26"]),
            // Clocks in Beirut went from 00:00 to 01:00 on 26 March 2023: the day begins at 01:00.
            (.daily, "2023-03-26T12:00:00.000Z", "Asia/Beirut", ["2023-03-25T22:00:00.000Z", "2023-03-26"]),
            (.daily, "2026-11-21T06:20:00.000Z", "Nowhere/Land", ["2026-11-21T00:00:00.000Z", "2026-11-21"]),
        ] as [(BaselineSchedule, String, String, [String])]
    )
    func latest(_ schedule: BaselineSchedule, _ text: String, _ zone: String, _ expected: [String]) throws {
        #expect(try closing(schedule, text, zone: zone) == expected)
    }

    @Test("The settings take the four words and nothing else")
    func settings() {
        for schedule in BaselineSchedule.allCases {
            let reading = SettingsFile.read("baseline:\n  close: \(schedule.rawValue)\n  window: 30\n")
            #expect(reading.mistakes.isEmpty && reading.settings.baselineClosing == schedule)
            #expect(reading.settings.baselineWindow == 30)
        }
        #expect(SettingsFile.read("baseline: {close: hourly}").mistakes.map(\.line) == [1])
        #expect(SettingsFile.read("baseline: {window: 29}").mistakes.map(\.line) == [1])
    }
}
