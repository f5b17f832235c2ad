internal import Digests
package import Foundation
package import Grading
package import Store

/// Everything that the work on a home's inbox needs, joined once when a watcher starts.
package struct WorkRoom: Sendable {
    package let home: Home
    package let settings: Settings
    package let store: Store
    package let vault: Vault
    package let library: RubricLibrary
    package let examiner: OriginalExaminer
    /// Version of the program, written into every grade.
    package let program: String
    /// The time; an argument so that tests can set it.
    package let now: @Sendable () -> Date
    /// Told of everything that happens.
    package let tell: @Sendable (WatchEvent) -> Void

    /// Joins the parts.
    package init(
        home: Home,
        settings: Settings,
        store: Store,
        library: RubricLibrary,
        program: String,
        now: @escaping @Sendable () -> Date = { Date() },
        tell: @escaping @Sendable (WatchEvent) -> Void = { _ in }
    ) {
        self.home = home
        self.settings = settings
        self.store = store
        vault = Vault(home: home.path)
        self.library = library
        examiner = OriginalExaminer(settings: settings)
        self.program = program
        self.now = now
        self.tell = tell
    }

    /// The inbox as bytes.
    var inbox: RawPath { RawPath(home.inbox) }

    /// Now in nanoseconds since 1970.
    var nowNanoseconds: Int64 { Int64(now().timeIntervalSince1970 * 1e9) }

    /// What counts once duplicates are known (see `EffectiveGrade`).
    var effective: EffectiveGrade {
        let library = library
        let language = settings.language
        return { own, kind in
            DuplicateFindings.apply(kind, to: own, library: library, language: language)
        }
    }
}
