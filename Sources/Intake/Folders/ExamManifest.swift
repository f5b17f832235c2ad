internal import Foundation

/// What a clinic says of an exam in `exam.json` (docs/schemas/exam.schema.json).
package struct ExamManifest: Sendable, Codable, Equatable {
    /// The schema that this program reads.
    package static let schemaID = "sonograde.exam/1"
    /// The file's name in an exam folder.
    package static let fileName = "exam.json"
    /// Most bytes that are read of it.
    package static let maxBytes = 4 << 20

    /// One listed image.
    package struct Image: Sendable, Codable, Equatable {
        /// Path inside the exam folder.
        package var file: String
        /// Section id or label.
        package var section: String?
        /// Size that the file will have when it is complete.
        package var bytes: Int64?
        /// SHA-256 that the file will have, hexadecimal.
        package var sha256: String?
    }

    package var schema: String?
    package var examId: String?
    package var examType: String?
    package var patientPseudonym: String?
    package var technicianId: String?
    package var deviceId: String?
    package var transducer: String?
    package var preset: String?
    /// ISO 8601 with zone, or a plain day.
    package var performedAt: String?
    package var orderedAt: String?
    package var reportText: String?
    package var images: [Image]?
    /// `true` takes the exam back: it is kept, but leaves reports and queue.
    package var withdrawn: Bool?
    package var withdrawnReason: String?

    /// Reads the file's bytes.
    ///
    /// - Throws: a line that says what is wrong with it; the exam is then taken by its folder's name instead.
    package static func read(_ bytes: [UInt8]) throws(ManifestMistake) -> ExamManifest {
        let manifest: ExamManifest
        do {
            manifest = try JSONDecoder().decode(ExamManifest.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw ManifestMistake(error)
        } catch {
            throw ManifestMistake(message: "it is not JSON")
        }
        if let schema = manifest.schema, schema != schemaID {
            throw ManifestMistake(message: "its schema is \(schema); this program reads \(schemaID)")
        }
        return manifest
    }

    /// The day of `performedAt` as `yyyy-MM-dd`, nil when it is absent or no date.
    package var performedDay: String? {
        guard let performedAt, performedAt.count >= 10 else { return nil }
        let day = performedAt.prefix(10).filter { $0 != "-" }
        return FolderName.date(String(day))
    }

    /// What the manifest says of a file, by its path inside the exam folder.
    package func image(named path: String) -> Image? { images?.first { $0.file == path } }
}

/// What is wrong with an `exam.json` or a `dispute.json`.
package struct ManifestMistake: Error, Sendable, Equatable {
    /// A clause that follows "exam.json was not used: ".
    package let message: String

    /// A mistake in words.
    package init(message: String) { self.message = message }

    /// What the decoder found, in words.
    init(_ error: DecodingError) {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        message =
            switch error {
            case .typeMismatch(let type, let context): "`\(path(context))` must be of type \(type)"
            case .valueNotFound(let type, let context): "`\(path(context))` must not be null but of type \(type)"
            case .keyNotFound(let key, let context) where context.codingPath.isEmpty: "it lacks `\(key.stringValue)`"
            case .keyNotFound(let key, let context): "`\(path(context))` lacks `\(key.stringValue)`"
            case .dataCorrupted: "it is not JSON"
            @unknown default: "it is not JSON"
            }
    }
}
