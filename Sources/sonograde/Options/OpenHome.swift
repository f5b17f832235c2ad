import Foundation
import Grading
import Intake
import Store

/// A home opened for a command: its settings, its rubrics and its store.
struct OpenHome {
    let home: Home
    let settings: Settings
    let library: RubricLibrary
    let store: Store

    /// Opens for writing.
    static func forWriting(_ home: Home) throws -> OpenHome {
        let store = try Store.open(home: home.path, at: Timestamp(Date()))
        return OpenHome(home: home, settings: try home.settings(), library: try rubrics(of: home), store: store)
    }

    /// Opens for reading; a home in which nothing was ever received has an empty store made for it.
    static func forReading(_ home: Home) throws -> OpenHome {
        let hasStore = FileManager.default.fileExists(atPath: home.database)
        let store =
            hasStore ? try Store.openReadOnly(home: home.path) : try Store.open(home: home.path, at: Timestamp(Date()))
        return OpenHome(home: home, settings: try home.settings(), library: try rubrics(of: home), store: store)
    }

    /// The built-in rubrics and the home's own, which go before a built-in one of the same id.
    static func rubrics(of home: Home) throws -> RubricLibrary {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: home.rubrics)) ?? [])
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        let own = try names.map { name in
            let path = home.rubrics + "/" + name
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw Failure(.usage, "\(path) could not be read as UTF-8 text")
            }
            return RubricSource(name: path, text: text)
        }
        return try RubricLibrary(own: own)
    }

    /// The parts joined for work on the inbox.
    func room(tell: @escaping @Sendable (WatchEvent) -> Void = { _ in }) -> WorkRoom {
        WorkRoom(
            home: home,
            settings: settings,
            store: store,
            library: library,
            program: Sonograde.version,
            tell: tell
        )
    }
}
