import Intake
import Testing

private let second: Int64 = 1_000_000_000

private func file(modified: Int64, firstSeen: Int64, size: Int64 = 10) -> Settling.Seen {
    Settling.Seen(device: 1, inode: 2, size: size, modified: modified, firstSeen: firstSeen)
}

@Suite("Settling")
struct SettlingTests {
    @Test("an unmarked folder waits for settle after its newest change")
    func unmarked() {
        let files = [
            file(modified: 100 * second, firstSeen: 101 * second), file(modified: 96 * second, firstSeen: 101 * second),
        ]
        #expect(Settling.remaining(files: files, mark: .none, settleSeconds: 10, at: 105 * second) == 5 * second)
        #expect(Settling.remaining(files: files, mark: .none, settleSeconds: 10, at: 110 * second) <= 0)
    }

    @Test("a listed folder waits one second, a verified one not at all")
    func marked() {
        let files = [file(modified: 100 * second, firstSeen: 100 * second)]
        #expect(Settling.remaining(files: files, mark: .listed, settleSeconds: 10, at: 100 * second) == second)
        #expect(Settling.remaining(files: files, mark: .verified, settleSeconds: 10, at: 100 * second) <= 0)
        #expect(Settling.remaining(files: files, mark: .listed, settleSeconds: 0, at: 100 * second) <= 0)
    }

    @Test("a clinic's clock that runs ahead does not hold a folder back for ever")
    func futureTime() {
        let files = [file(modified: 9_000 * second, firstSeen: 100 * second)]
        #expect(Settling.remaining(files: files, mark: .none, settleSeconds: 10, at: 105 * second) == 5 * second)
        #expect(Settling.remaining(files: files, mark: .none, settleSeconds: 10, at: 111 * second) <= 0)
    }

    @Test("an old modification time settles at once, as after cp -p")
    func oldTime() {
        let files = [file(modified: 5 * second, firstSeen: 1_000 * second)]
        #expect(Settling.remaining(files: files, mark: .none, settleSeconds: 10, at: 1_000 * second) <= 0)
    }
}
