import Foundation
import Imaging

/// A scan area outlined by eye (`References/README.md`), and how far another outline agrees with it.
struct ReferenceOutline: Decodable {
    /// One area of the picture.
    struct Part: Decodable {
        /// What it shows; `b-mode` is what is graded.
        var role: String
        /// Corners in pixels; pixel (i, j) covers i…i+1, j…j+1.
        var outline: [PixelPoint]
    }

    /// Which half of the sources a picture belongs to.
    enum Side: String, Decodable, CaseIterable {
        /// Looked at while the finder is changed.
        case tuning
        /// Measured only.
        case heldOut = "held-out"
    }

    /// Below `shared/data`.
    var file: String
    var width: Int
    var height: Int
    /// `convex`, `phased`, `linear`, `trapezoid`; `quad` must not be graded.
    var kind: String
    var parts: [Part]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References")

    /// All outlines in the order of their names.
    static func all() throws -> [ReferenceOutline] {
        let decoder = JSONDecoder()
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".json") && $0 != "split.json" }
            .map { try decoder.decode(Self.self, from: Data(contentsOf: folder.appending(path: $0))) }
    }

    /// The side of every folder of pictures.
    static func split() throws -> [String: Side] {
        struct Split: Decodable { var folders: [String: Side] }
        let data = try Data(contentsOf: folder.appending(path: "split.json"))
        return try JSONDecoder().decode(Split.self, from: data).folders
    }

    /// The folder of the picture below `shared/data`.
    var source: String { file.split(separator: "/").dropLast().joined(separator: "/") }

    /// The pixels of the B-mode part.
    func area() -> PixelArea { PixelArea(parts[0].outline, width: width, height: height) }

    /// Intersection over union of the B-mode part with an outline of the finder's.
    func agreement(with found: [PixelPoint]) -> Double {
        // The finder's (0, 0) is the centre of the first pixel, the reference's its corner.
        let moved = found.map { PixelPoint(x: $0.x + 0.5, y: $0.y + 0.5) }
        return area().agreement(with: PixelArea(moved, width: width, height: height))
    }
}

/// The pixels whose centres lie inside a polygon, by the even–odd rule.
struct PixelArea {
    let width: Int
    let height: Int
    /// Row by row, ranges of columns from left to right.
    let rows: [[Range<Int>]]

    /// Draws a closed polygon; pixel (i, j) has its centre at (i + 0.5, j + 0.5).
    init(_ corners: [PixelPoint], width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = (0..<height).map { row in
            let y = Double(row) + 0.5
            var crossings: [Double] = []
            for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) where (a.y <= y) != (b.y <= y) {
                crossings.append(a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y))
            }
            crossings.sort()
            return stride(from: 0, to: crossings.count - 1, by: 2).compactMap { index in
                // The first and the last centre at or right of a crossing.
                let low = max(0, Int((crossings[index] - 0.5).rounded(.up)))
                let high = min(width, Int((crossings[index + 1] - 0.5).rounded(.up)))
                return low < high ? low..<high : nil
            }
        }
    }

    /// How many pixels there are.
    var count: Int { rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }

    /// Columns from the leftmost pixel to the rightmost one.
    var columns: Range<Int> {
        let low = rows.compactMap(\.first?.lowerBound).min() ?? 0
        return low..<max(low, rows.compactMap(\.last?.upperBound).max() ?? 0)
    }

    /// Intersection over union.
    func agreement(with other: PixelArea) -> Double {
        var both = 0
        for (mine, others) in zip(rows, other.rows) {
            for one in mine { for two in others { both += one.clamped(to: two).count } }
        }
        return Double(both) / Double(max(1, count + other.count - both))
    }
}
