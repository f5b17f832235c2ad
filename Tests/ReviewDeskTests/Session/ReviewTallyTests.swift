import Grading
import ReviewDesk
import Testing

struct ReviewTallyTests {
    @Test("A sitting in a line: how many, the middle time, how often the level was the machine's")
    func sitting() {
        var tally = ReviewTally()
        #expect(tally.median == nil)
        #expect(tally.text(.en) == "0 images reviewed")
        tally.add(seconds: 40, machine: .a, expert: .a)
        #expect(tally.text(.en) == "1 image reviewed, median 40 s an image, same level as the first pass: 1 of 1")
        tally.add(seconds: 10, machine: .c, expert: .b)
        #expect(tally.median == 25)
        // Without a level on one side there is nothing to compare.
        tally.add(seconds: 12, machine: nil, expert: .d)
        tally.skip()
        #expect(tally.median == 12)
        #expect(
            tally.text(.en)
                == "3 images reviewed, median 12 s an image, same level as the first pass: 1 of 2, 1 skipped"
        )
        #expect(tally.text(.zh) == "已评阅 3 张，中位用时 12 秒，等级与初筛相同 1/2，跳过 1 张")
    }
}
