import Foundation

/// The shared set of pictures beside the checkout (`../shared/data`), which is not part of the package.
enum DevelopmentSet {
    /// The set's folder: from this file up to the package's root, then its neighbour.
    static let folder = (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        .deletingLastPathComponent().appendingPathComponent("shared/data")

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    /// Regular files below a folder of the set, as paths relative to it, sorted.
    static func files(below name: String) throws -> [String] {
        let root = folder.appendingPathComponent(name)
        let walk = FileManager.default.enumerator(atPath: root.path)
        return (walk?.compactMap { $0 as? String } ?? []).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root.path + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }
}
