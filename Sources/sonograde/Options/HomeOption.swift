import ArgumentParser
import Foundation
import Glibc
import Intake

/// Which home a command works on.
struct HomeOption: ParsableArguments {
    @Option(
        name: .customLong("home"),
        help: ArgumentHelp(
            "The home folder. Without it SONOGRADE_HOME, then the current folder if it holds sonograde.yaml.",
            valueName: "folder"
        )
    )
    var path: String?

    /// The home that was asked for.
    ///
    /// - Throws: exit 64 when none was named or it is not a home.
    func home() throws -> Home {
        let environment = ProcessInfo.processInfo.environment["SONOGRADE_HOME"]
        let named = path ?? environment.flatMap { $0.isEmpty ? nil : $0 }
        if let named {
            let home = Home(path: named)
            guard home.isInitialised else {
                try Self.refuseForbidden(home)
                throw Failure(
                    .usage,
                    "\(home.path) is not a home: it has no sonograde.yaml; make one with: sonograde init \(named)"
                )
            }
            return home
        }
        let here = Home(path: ".")
        guard here.isInitialised else {
            throw Failure(
                .usage,
                "no home: give --home FOLDER, set SONOGRADE_HOME, or go to a folder that holds sonograde.yaml"
            )
        }
        return here
    }

    /// A home that may not be looked into is another matter than one that is not there.
    private static func refuseForbidden(_ home: Home) throws {
        guard access(home.settingsFile, F_OK) != 0, errno == EACCES else { return }
        throw Failure(.diskOrStore, "\(home.path): no permission to look into it; run as the user who keeps this home")
    }
}
