import Intake
import Testing

@Suite("Fair schedule")
struct FairScheduleTests {
    @Test("a clinic with many folders does not keep another's from being next")
    func turns() throws {
        let schedule = FairSchedule<String>()
        for number in 1...5 { schedule.add("A\(number)", key: "A/\(number)", institution: "A") }
        schedule.add("B1", key: "B/1", institution: "B")
        schedule.add("C1", key: "C/1", institution: "C")
        let order = (1...7).compactMap { _ in schedule.next()?.work }
        #expect(order == ["A1", "B1", "C1", "A2", "A3", "A4", "A5"])
    }

    @Test("a folder that waits or is being worked is not taken twice")
    func once() {
        let schedule = FairSchedule<Int>()
        #expect(schedule.add(1, key: "A/1", institution: "A"))
        #expect(!schedule.add(2, key: "A/1", institution: "A"))
        _ = schedule.next()
        #expect(!schedule.add(3, key: "A/1", institution: "A"))
        #expect(!schedule.isIdle)
        schedule.finish(key: "A/1")
        #expect(schedule.isIdle)
        #expect(schedule.add(4, key: "A/1", institution: "A"))
    }

    @Test("closing ends every wait and drops what waits")
    func close() {
        let schedule = FairSchedule<Int>()
        schedule.add(1, key: "A/1", institution: "A")
        schedule.close()
        #expect(schedule.next() == nil)
        #expect(schedule.next() == nil)
        #expect(!schedule.add(2, key: "B/1", institution: "B"))
    }
}
