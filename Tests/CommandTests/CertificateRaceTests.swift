import Foundation
import Glibc
import Testing

@Suite("Certificates when several processes are at it, or one is killed")
struct CertificateRaceTests {
    /// Runs the program several times at once; what each left behind.
    private func together(_ trial: CertificateTrial, _ runs: [[String]]) async throws -> [Program.Run] {
        let home = trial.home
        return try await withThrowingTaskGroup(of: Program.Run.self) { group in
            for arguments in runs { group.addTask { try home.run(arguments) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("Issued by three at once, everybody gets one certificate, and all three are told its number")
    func issue() async throws {
        let trial = try CertificateTrial()
        let command = ["certificate", "issue", "T03A", "C01/zhang", "--format", "jsonl"]
        let runs = try await together(trial, [command, command, command])
        #expect(runs.map(\.status) == [0, 0, 0], "\(runs.map(\.errors))")
        let rows = try runs.map { try object($0.output) }
        #expect(Set(rows.compactMap { $0["number"] as? String }).count == 1)
        #expect(rows.compactMap { $0["outcome"] as? String }.sorted() == ["held", "held", "issued"])
        #expect(try trial.lines(["certificate", "list"]).count == 1)
        #expect(try trial.run("audit", "verify").status == 0)
    }

    @Test("Issued while the key is exchanged, the certificate is valid")
    func rotation() async throws {
        let trial = try CertificateTrial()
        let issue = ["certificate", "issue", "T03A", "C01/zhang"]
        let runs = try await together(trial, [issue, ["keys", "rotate"], ["keys", "rotate"]])
        #expect(runs.map(\.status) == [0, 0, 0], "\(runs.map(\.errors))")
        let number = try #require(try trial.lines(["certificate", "list"]).first?["number"] as? String)
        #expect(try trial.run("certificate", "verify", number).status == 0)
        #expect(try trial.lines(["keys", "list"]).count { $0["retired_at"] == nil } == 1)
    }

    @Test("Published by three at once and after being killed, the site is whole and nothing lies about")
    func publish() async throws {
        let trial = try CertificateTrial()
        _ = try trial.run("certificate", "issue", "T03A")
        let folder = try Scratch()
        let site = folder.path + "/site"
        for moment in 1...12 {
            let process = try Program.start(["certificate", "publish", site, "--home", trial.home.path])
            usleep(UInt32(moment) * 8000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let command = ["certificate", "publish", site]
        let runs = try await together(trial, [command, command, command])
        #expect(runs.map(\.status) == [0, 0, 0], "\(runs.map(\.errors))")
        let clean = folder.path + "/clean"
        #expect(try trial.run("certificate", "publish", clean).status == 0)
        // The moment at which a page was written stands on it.
        let difference = try Program.shell("diff -rq --exclude=index.html \"$2\" \"$3\"", [site, clean])
        #expect(difference.status == 0, "\(difference.output)")
        #expect(try Program.shell("find \"$2\" -name '*.tmp'", [site]).output.isEmpty)
    }

    @Test("What cannot be written is said with exit code 74, and a device is written into, never replaced")
    func devices() throws {
        let trial = try CertificateTrial()
        _ = try trial.run("certificate", "issue", "T03A")
        let number = try #require(try trial.lines(["certificate", "list"]).first?["number"] as? String)
        let full = try trial.run("certificate", "export", number, "--format", "jwt", "--output", "/dev/full")
        #expect(full.status == 74 && full.errors.contains("/dev/full"), "\(full.errors)")
        var status = stat()
        #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(try trial.run("certificate", "export", number, "--output", trial.home.path).status == 64)
        let file = trial.home.scratch.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(try trial.run("certificate", "publish", file).status == 74)
        let piped = try Program.shell(
            "\"$1\" certificate export \"$2\" --format jwt --output /dev/stdout --home \"$3\" | cat",
            [number, trial.home.path]
        )
        #expect(piped.output.split(separator: ".").count == 3, "\(piped.output) \(piped.errors)")
    }
}
