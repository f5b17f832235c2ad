import ArgumentParser
import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Store

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Keep the keys that sign certificates.",
        discussion: """
            init makes the first key. The private part stays in the home's keys/ folder, readable by its owner alone: back
            it up. Public parts stay in the store, so certificates of former keys can be verified for ever; a key that was
            stolen is withdrawn.

            Example:
              sonograde keys list --home /srv/sonograde
              sonograde keys rotate --home /srv/sonograde
            """,
        subcommands: [List.self, Rotate.self, KeysWithdrawCommand.self, Export.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show all keys; exit 2 where the one in use cannot sign.",
            discussion: "Example:\n  sonograde keys list --format json"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let entries = try KeyRing(home: opened.home, store: opened.store).entries()
            try RowOutput.write(entries.map(KeyRow.init), as: output.format) { rows in
                if rows.isEmpty { Terminal.line("no key; make one with: sonograde keys rotate") }
                for row in rows {
                    let state =
                        row.withdrawnAt.map { "withdrawn \($0): \(row.withdrawalReason ?? "")" }
                        ?? row.retiredAt.map { "retired \($0)" } ?? "in use"
                    Terminal.line("\(row.thumbprint) \(row.algorithm)  made \(row.madeAt)  \(state)".shown)
                }
            }
            guard let inUse = entries.last(where: { $0.record.retiredAt == nil }) else {
                throw Failure(.no, "the home has no key to sign with; make one with: sonograde keys rotate")
            }
            if let problem = inUse.problem { throw Failure(.no, "\(inUse.file): \(problem)") }
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Make a key that signs from now on; old certificates stay verifiable.",
            discussion: """
                EdDSA (Ed25519) keys and signatures are short; RS256 is the one that every badge verifier knows. A key that
                was stolen has to be withdrawn: sonograde keys withdraw --help.

                Example:
                  sonograde keys rotate
                  sonograde keys rotate --algorithm RS256
                """
        )

        @OptionGroup var home: HomeOption
        @Option(help: "EdDSA or RS256.") var algorithm = SignatureAlgorithm.edDSA.rawValue

        func run() throws {
            let chosen = SignatureAlgorithm.allCases.first { $0.rawValue.lowercased() == algorithm.lowercased() }
            guard let chosen else { throw Failure(.usage, "--algorithm is \(algorithm); allowed is EdDSA or RS256") }
            let opened = try OpenHome.forWriting(try home.home())
            let key = try KeyRing(home: opened.home, store: opened.store).rotate(to: chosen, at: Timestamp(Date()))
            Terminal.remark("\(key.thumbprint) signs from now on; back up \(opened.home.keys)")
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the public keys, for whoever verifies elsewhere.",
            discussion: """
                As a JSON Web Key Set, or as PEM. Private parts are never written. A withdrawn key is no more among the keys;
                the set says beside them which signatures of it are the issuer's own, which `certificate verify` reads.

                Example:
                  sonograde keys export > jwks.json
                  sonograde keys export --pem
                """
        )

        @OptionGroup var home: HomeOption
        @Flag(help: "PEM, as OpenSSL reads it, instead of JSON Web Keys.") var pem = false

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let office = CertificateCommand.office(opened)
            guard pem else { return Terminal.write(try office.keySet().bytes()) }
            for key in try office.keys.publicKeys() { Terminal.write(try key.pem()) }
        }
    }
}

/// A key as the command writes it (docs/schemas/keys.schema.json).
private struct KeyRow: OutputRow {
    let thumbprint: String
    let algorithm: String
    let madeAt: String
    let retiredAt: String?
    let withdrawnAt: String?
    let withdrawalReason: String?
    let file: String
    let problem: String?

    enum CodingKeys: String, CodingKey {
        case thumbprint, algorithm, file, problem
        case madeAt = "made_at"
        case retiredAt = "retired_at"
        case withdrawnAt = "withdrawn_at"
        case withdrawalReason = "withdrawal_reason"
    }

    init(_ entry: KeyRing.Entry) {
        thumbprint = entry.record.thumbprint
        algorithm = entry.record.algorithm
        madeAt = entry.record.madeAt.text
        retiredAt = entry.record.retiredAt?.text
        withdrawnAt = entry.record.withdrawal?.at.text
        withdrawalReason = entry.record.withdrawal?.reason
        file = entry.file
        problem = entry.problem
    }

    static let columns = [
        "thumbprint", "algorithm", "made_at", "retired_at", "withdrawn_at", "withdrawal_reason", "file", "problem",
    ]
    var cells: [String] {
        [
            thumbprint, algorithm, madeAt, retiredAt ?? "", withdrawnAt ?? "", withdrawalReason ?? "", file,
            problem ?? "",
        ]
    }
}
