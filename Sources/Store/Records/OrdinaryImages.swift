import Foundation
import GRDB
import Grading

/// Goes through a store's images for a snapshot: which are ordinary, and what they usually show.
///
/// Ordinary is what nobody objects to: graded, B-mode, not a duplicate; without a major or critical finding by a
/// written limit; and, where an expert read it, neither level D nor a major finding that the expert lets stand. A
/// finding by a limit that is itself relative does not count against an image, else a device could never change.
struct OrdinaryImages {
    let database: Database
    let closedAt: Timestamp
    let window: Int

    /// One metric of one key, as it is written.
    struct Line {
        var key: Key
        var metric: String
        var usual: Baseline.Usual
    }

    struct Key: Equatable {
        var institution: Int64
        var device: String
        var preset: String
        var section: String
    }

    /// What of a stored grade decides and is counted; the rest is not looked at.
    private struct Extract: Decodable {
        struct Part: Decodable {
            var severity: Severity
            var origin: Finding.LimitOrigin?

            enum CodingKeys: String, CodingKey {
                case severity
                case origin = "limit_origin"
            }
        }

        var metrics: [String: Double]?
        var findings: [Part]
    }

    /// Every metric of every key with enough images.
    ///
    /// Only one key's values are in memory at a time.
    func lines() throws -> [Line] {
        var lines: [Line] = []
        var current: Key?
        var values = OrdinaryValues()
        func finish() {
            guard let key = current else { return }
            for (metric, usual) in values.usual(least: Baseline.leastImages).sorted(by: { $0.key < $1.key }) {
                lines.append(Line(key: key, metric: metric, usual: usual))
            }
        }
        let decoder = JSONDecoder()
        try database.forEachRow(BaselineSQL.candidates, closedAt.text) { row in
            let section = try row.text("section")
            guard ExamCatalogue.section(id: section) != nil else { return }
            let key = Key(
                institution: try row.integer("institution_id"),
                device: try row.text("device"),
                preset: try row.text("preset"),
                section: section
            )
            if key != current {
                finish()
                (current, values) = (key, OrdinaryValues())
            }
            guard values.images < window,
                let metrics = try ordinaryMetrics(
                    grade: try row.integer("grade_id"),
                    review: try row.optionalInteger("review_id"),
                    decoder
                )
            else { return }
            values.add(metrics)
        }
        finish()
        return lines
    }

    /// The metrics of an image that is ordinary; nil for any other.
    ///
    /// - Parameters:
    ///   - grade: number of the grade that counts.
    ///   - review: number of the last reading; nil where no expert read it.
    func ordinaryMetrics(grade id: Int64, review: Int64?, _ decoder: JSONDecoder) throws -> [String: Double]? {
        let text = try database.oneRow(BaselineSQL.grade, id).text("document")
        let grade: Extract
        do { grade = try decoder.decode(Extract.self, from: Data(text.utf8)) } catch {
            throw StoreError(
                code: .corrupt,
                message: "a stored grade cannot be read; run `sonograde audit verify`",
                cause: String(describing: error)
            )
        }
        guard let metrics = grade.metrics else { return nil }
        if let review {
            let text = try database.oneRow(BaselineSQL.reading, review).text("document")
            return try ExpertGradeDocument.read(text).leavesOrdinary ? metrics : nil
        }
        return grade.findings.contains { Finding.isObjection($0.severity, by: $0.origin) } ? nil : metrics
    }
}

extension ExpertGrade {
    /// Whether an expert's reading leaves the picture among the ordinary ones.
    var leavesOrdinary: Bool {
        guard let level, level != .d else { return false }
        return !findings.contains { judged in
            guard judged.finding.severity >= .major else { return false }
            switch judged.verdict {
            case .rejected: return false
            case .confirmed, .added: return true
            case .unjudged: return Finding.isObjection(judged.finding.severity, by: judged.finding.limitOrigin)
            }
        }
    }
}
