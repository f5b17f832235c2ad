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
        let (settings, library) = (try home.settings(), try rubrics(of: home))
        let store = try Store.open(home: home.path, at: Timestamp(Date()))
        return OpenHome(home: home, settings: settings, library: library, store: store)
    }

    /// Opens for reading; a home in which nothing was ever received has an empty store made for it.
    static func forReading(_ home: Home) throws -> OpenHome {
        let (settings, library) = (try home.settings(), try rubrics(of: home))
        return OpenHome(home: home, settings: settings, library: library, store: try storeForReading(home))
    }

    /// The store alone, whatever the settings and the rubrics are like.
    static func storeForReading(_ home: Home) throws -> Store {
        let hasStore = FileManager.default.fileExists(atPath: home.database)
        return hasStore
            ? try Store.openReadOnly(home: home.path) : try Store.open(home: home.path, at: Timestamp(Date()))
    }

    /// The built-in rubrics and the home's own, which go before a built-in one of the same id.
    static func rubrics(of home: Home) throws -> RubricLibrary {
        try RubricLibrary(own: rubricSources(of: home))
    }

    /// The home's own rubric files, in the order of their names.
    static func rubricSources(of home: Home) throws -> [RubricSource] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: home.rubrics)) ?? [])
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        return try names.map { name in
            let path = home.rubrics + "/" + name
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw Failure(.diskOrStore, "\(path) could not be read; give it to the user who keeps this home")
            }
            return RubricSource(name: path, bytes: Array(bytes))
        }
    }

    /// Says what was done, on standard error, in the home's language.
    func remark(zh: String, en: String) {
        Terminal.remark(LocalizedText(zh: zh, en: en)[settings.language])
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
