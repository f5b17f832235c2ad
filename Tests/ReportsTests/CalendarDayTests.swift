import Reports
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test("A day is read and written, and said as a Chinese document and an English one say it")
    func words() throws {
        let day = try #require(CalendarDay("2026-03-05"))
        #expect(day.description == "2026-03-05")
        #expect(day.chinese == "2026年3月5日")
        #expect(day.chineseCharacters == "二〇二六年三月五日")
        #expect(day.english == "5 March 2026")
        #expect(CalendarDay("2026-10-20")?.chineseCharacters == "二〇二六年十月二十日")
        #expect(CalendarDay("2026-12-31")?.chineseCharacters == "二〇二六年十二月三十一日")
        #expect(CalendarDay("2026-11-10")?.chineseCharacters == "二〇二六年十一月十日")
    }

    @Test(
        "What is no day is none",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260301", "2026-04-31", "0000-01-01", ""]
    )
    func refused(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test("Days are counted from 1970-01-01, a Thursday, over leap years and back")
    func counted() throws {
        #expect(CalendarDay("1970-01-01")?.number == 0)
        #expect(CalendarDay("1970-01-01")?.weekday == 3)
        #expect(CalendarDay("2000-03-01")?.number == 11_017)
        #expect(CalendarDay("2026-11-22")?.weekday == 6)
        let leap = try #require(CalendarDay("2024-02-29"))
        #expect(CalendarDay(number: leap.number + 1)?.description == "2024-03-01")
        #expect(CalendarDay(number: leap.number) == leap)
        #expect(leap < (try #require(CalendarDay("2024-03-01"))))
    }
}
