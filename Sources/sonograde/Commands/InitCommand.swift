import ArgumentParser
import CertificateOffice
import Foundation
import Intake
import Store

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a home folder.",
        discussion: """
            A home holds the inbox that clinics drop into, the outbox with the answers, the vault of originals and the \
            store. A home that exists is left as it is.

            Example:
              sonograde init /srv/sonograde
              sonograde settings show --home /srv/sonograde
            """
    )

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "home"))
    var folder: String?

    @Option(name: .customLong("home"), help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var home: String?

    func validate() throws {
        if (folder == nil) == (home == nil) {
            throw ValidationError("name the folder once: sonograde init HOME")
        }
    }

    func run() throws {
        let home = Home(path: folder ?? home ?? ".")
        if try home.create() {
            // With its store made now, a home can be looked at while its first watcher starts.
            let now = Timestamp(Date())
            let store = try Store.open(home: home.path, at: now)
            _ = try KeyRing(home: home, store: store).makeFirst(at: now)
            try store.close()
            Terminal.remark("made \(home.path)")
            Terminal.remark(
                "clinics drop exam folders into \(home.inbox)/<institution>/<exam>/; start with: sonograde watch --home \(home.path)"
            )
        } else {
            Terminal.remark("\(home.path) is a home already and was left as it is")
        }
    }
}
