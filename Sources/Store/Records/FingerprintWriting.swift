import GRDB
import Imaging

/// Keeps fingerprints and which of them are alike, within one transaction.
struct FingerprintWriter {
    let database: Database

    /// Makes this the fingerprint of the bytes, or none; returns the bytes of which the picture is or was alike where
    /// anything changed.
    ///
    /// A fingerprint of an older method is replaced: only those of one method can be compared.
    func keep(_ print: PictureFingerprint?, of sha256: String) throws -> Set<String> {
        var concerned: Set<String> = []
        if let row = try database.row(DuplicateSQL.fingerprint, sha256) {
            let stored = try Self.print(row)
            guard try stored != print || row.count("method") != PictureFingerprint.method else { return [] }
            concerned = try alike(sha256)
            let id = try row.integer("id")
            try database.run(DuplicateSQL.removeLikenessOfOthers, id)
            try database.run(DuplicateSQL.removeLikeness, id)
            try database.run(DuplicateSQL.remove, id)
        }
        guard let print else { return concerned }
        let near = try near(print)
        let words = print.words.map { Int64(bitPattern: $0) }
        let id = try database.oneRow(
            DuplicateSQL.add,
            sha256,
            PictureFingerprint.method,
            words[0],
            words[1],
            words[2],
            words[3]
        ).integer("id")
        for (other, likeness) in near.sorted(by: { $0.key < $1.key }) {
            let isMirrored = likeness.isMirrored ? 1 : 0
            try database.run(DuplicateSQL.addLikeness, id, other, likeness.bits, isMirrored)
            try database.run(DuplicateSQL.addLikeness, other, id, likeness.bits, isMirrored)
        }
        return try concerned.union(alike(sha256))
    }

    /// The bytes of which the picture is alike.
    func alike(_ sha256: String) throws -> Set<String> {
        Set(try database.rows(DuplicateSQL.alike, sha256).map { try $0.text("sha256") })
    }

    private struct Likeness {
        let bits: Int
        let isMirrored: Bool
    }

    /// The stored fingerprints that are near enough, by their numbers.
    private func near(_ print: PictureFingerprint) throws -> [Int64: Likeness] {
        precondition(PictureFingerprint.mostOfCopies <= FingerprintPart.reach)
        let mirrored = print.mirrored
        var found: [Int64: Likeness] = [:]
        for (part, statement) in zip(FingerprintPart.all, DuplicateSQL.near) {
            let values = [Int64(PictureFingerprint.method)] + part.values(of: print) + part.values(of: mirrored)
            for row in try database.rows(statement, values) {
                guard let other = try Self.print(row) else { continue }
                let straight = print.distance(to: other)
                let turned = mirrored.distance(to: other)
                guard min(straight, turned) <= PictureFingerprint.mostOfCopies else { continue }
                found[try row.integer("id")] = Likeness(bits: min(straight, turned), isMirrored: turned < straight)
            }
        }
        return found
    }

    private static func print(_ row: Row) throws -> PictureFingerprint? {
        PictureFingerprint(words: try (0..<4).map { UInt64(bitPattern: try row.integer("word_\($0)")) })
    }
}
