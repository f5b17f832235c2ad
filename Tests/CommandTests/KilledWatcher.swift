import Foundation
import GRDB
import Glibc

extension TrialHome {
    /// Starts a watcher and kills it when the trail has `after` more entries; false when it came to its end.
    func killWatcher(after: Int) throws -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(60)
        let queue = try DatabaseQueue(path: path + "/sonograde.sqlite", configuration: configuration)
        func entries() throws -> Int { try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM audit") ?? 0 } }
        let before = try entries()
        let process = try Program.start(["watch", "--once", "--home", path, "--settle", "0", "--patience", "0"])
        while process.isRunning, try entries() < before + after { usleep(200) }
        guard process.isRunning else { return false }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
