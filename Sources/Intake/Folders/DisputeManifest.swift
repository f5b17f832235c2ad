internal import Foundation

/// A clinic's objections to results of one exam, in `dispute.json` (docs/schemas/dispute.schema.json).
package struct DisputeManifest: Sendable, Codable, Equatable {
    /// The schema that this program reads.
    package static let schemaID = "sonograde.dispute/1"
    /// The file's name in an exam folder.
    package static let fileName = "dispute.json"
    /// Most bytes that are read of it.
    package static let maxBytes = 4 << 20
    /// Most characters (Unicode code points) of one objection.
    package static let maxCharacters = 2_000
    /// Most characters of a name.
    package static let maxNameCharacters = 200

    /// An objection to one image's result.
    package struct Objection: Sendable, Codable, Equatable {
        /// The image's path inside the exam folder, as it was dropped.
        package var file: String
        /// What is wrong with the result.
        package var text: String

        /// An objection.
        package init(file: String, text: String) {
            self.file = file
            self.text = text
        }
    }

    package var schema: String?
    /// Who objects.
    package var by: String?
    package var disputes: [Objection]

    /// Objections.
    package init(by: String?, disputes: [Objection]) {
        self.by = by
        self.disputes = disputes
    }

    /// Reads the file's bytes; words are trimmed.
    ///
    /// - Throws: a line that says what is wrong with it; then nothing of it counts.
    package static func read(_ bytes: [UInt8]) throws(ManifestMistake) -> DisputeManifest {
        guard let text = ClinicText.read(bytes) else { throw ManifestMistake(message: "it is not JSON") }
        var manifest: DisputeManifest
        do {
            manifest = try JSONDecoder().decode(DisputeManifest.self, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw ManifestMistake(error)
        } catch {
            throw ManifestMistake(message: "it is not JSON")
        }
        if let schema = manifest.schema, schema != schemaID {
            throw ManifestMistake(message: "its schema is \(schema); this program reads \(schemaID)")
        }
        guard !manifest.disputes.isEmpty else { throw ManifestMistake(message: "`disputes` is empty") }
        manifest.by = try manifest.by.map { (name) throws(ManifestMistake) in try checked(name: name) } ?? nil
        var files: Set<String> = []
        for index in manifest.disputes.indices {
            guard files.insert(manifest.disputes[index].file).inserted else {
                throw ManifestMistake(
                    message: "`disputes` names \(manifest.disputes[index].file) twice; put the words together"
                )
            }
            do throws(ManifestMistake) {
                manifest.disputes[index].text = try checked(manifest.disputes[index].text)
            } catch {
                throw ManifestMistake(message: "`disputes[\(index)].text`: \(error.message)")
            }
        }
        return manifest
    }

    /// An objection's words, trimmed.
    ///
    /// - Throws: a line that says why they cannot be kept.
    package static func checked(_ text: String) throws(ManifestMistake) -> String {
        let words = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty else {
            throw ManifestMistake(message: "it says nothing; write what is wrong with the result")
        }
        let isPlain = words.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" || $0 == "\r"
        }
        guard isPlain else { throw ManifestMistake(message: "it is not plain text") }
        let count = words.unicodeScalars.count
        guard count <= maxCharacters else {
            throw ManifestMistake(
                message: "it has \(count) characters, at most \(maxCharacters) are kept; say it shorter"
            )
        }
        return words
    }

    private static func checked(name: String) throws(ManifestMistake) -> String? {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard name.unicodeScalars.count <= maxNameCharacters else {
            throw ManifestMistake(message: "`by` is longer than \(maxNameCharacters) characters")
        }
        return name.isEmpty ? nil : name
    }
}
