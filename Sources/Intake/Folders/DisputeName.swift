internal import Foundation

/// What a file's name in an exam folder says of objections (docs/intake.md, "Objecting to a result").
package enum DisputeName: Sendable, Equatable {
    /// `dispute.json`: the file says which images are meant.
    case list
    /// `01_porta.png.dispute.txt`: the words on this image, by its path inside the exam folder.
    case words(image: String)

    /// What follows an image's name, in the two languages.
    private static let endings = [".dispute.txt", ".异议.txt"]

    /// Reads a path inside an exam folder, as displayed; nil for anything else than an objection.
    package init?(_ path: String) {
        if (path.split(separator: "/").last.map(String.init) ?? path) == DisputeManifest.fileName {
            self = .list
            return
        }
        for ending in Self.endings {
            guard let range = path.range(of: ending, options: [.caseInsensitive, .anchored, .backwards]) else {
                continue
            }
            self = .words(image: String(path[..<range.lowerBound]))
            return
        }
        return nil
    }
}
