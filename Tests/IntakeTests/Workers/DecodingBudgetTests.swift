import Dispatch
import Glibc
import Intake
import Synchronization
import Testing

@Suite struct DecodingBudgetTests {
    /// What is held at once, as the holders see it.
    private struct Account {
        var held = 0
        var holders = 0
        var mostHeld = 0
        var mostBesideLarge = 0
    }

    @Test func `shares never exceed the budget, and a picture above it runs alone`() {
        let budget = DecodingBudget(totalBytes: 100)
        let account = Mutex(Account())
        // Sizes from nothing to three times the budget.
        let sizes = (0..<400).map { ($0 * 37) % 300 }
        let ending = OrderedWorkers(threads: 6).run(
            over: sizes,
            work: { size in
                budget.withShare(of: size) {
                    account.withLock { account in
                        account.held += min(size, 100)
                        account.holders += size > 0 ? 1 : 0
                        account.mostHeld = max(account.mostHeld, account.held)
                        if size >= 100 { account.mostBesideLarge = max(account.mostBesideLarge, account.holders) }
                    }
                    var value = size
                    for _ in 0..<2000 { value = value &* 31 &+ 7 }
                    account.withLock { account in
                        account.held -= min(size, 100)
                        account.holders -= size > 0 ? 1 : 0
                    }
                    return value
                }
            },
            receive: { _ in .more }
        )
        #expect(ending == .completed)
        #expect(account.withLock { $0.mostHeld } <= 100)
        #expect(account.withLock { $0.mostBesideLarge } <= 1)
        #expect(account.withLock { $0.held } == 0)
    }

    @Test func `a failing piece of work gives its share back`() {
        struct Broken: Error {}
        let budget = DecodingBudget(totalBytes: 10)
        for _ in 0..<5 {
            #expect(throws: Broken.self) { try budget.withShare(of: 10) { () throws(Broken) in throw Broken() } }
        }
        #expect(budget.withShare(of: 10) { 42 } == 42)
    }

    @Test func `a large picture is not passed over by small ones that come later`() {
        let budget = DecodingBudget(totalBytes: 10)
        let order = Mutex<[String]>([])
        let others = DispatchGroup()
        func arrive(_ name: String, _ bytes: Int) {
            let queued = budget.waiting + 1
            DispatchQueue.global().async(group: others) {
                budget.withShare(of: bytes) { order.withLock { $0.append(name) } }
            }
            while budget.waiting < queued { sched_yield() }
        }
        budget.withShare(of: 1) {
            arrive("large", 10)
            // There is room for this one beside the holder, but the large one was first.
            arrive("small", 1)
            #expect(order.withLock { $0 }.isEmpty)
        }
        others.wait()
        #expect(order.withLock { $0 } == ["large", "small"])
    }
}
