import Dispatch
import Foundation
import Imaging
import Synchronization
import Testing

/// How far copies of real pictures are from each other, and how far different pictures.
///
/// `SONOGRADE_WRITE_DOCS=1 swift test -c release --filter FingerprintValidityTests` takes all pictures and writes the
/// section of docs/validity.md; otherwise a part of them is taken.
@Suite(
    "Fingerprint: real pictures",
    .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: real pictures are not compared")
)
struct FingerprintValidityTests {
    private static let isWhole = ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1"

    /// A picture as it was gathered.
    struct Original: Sendable {
        let side: ReferenceOutline.Side
        let source: String
        let name: String
        let file: URL
        var print: PictureFingerprint?

        /// The clip that a frame is of; the file itself where it is none.
        var clip: String { name.components(separatedBy: ".mp4").first ?? name }
    }

    /// A copy's distance from its original, in bits.
    struct CopyDistance: Sendable {
        let side: ReferenceOutline.Side
        let copy: PictureCopy
        /// Nil where the copy has no fingerprint.
        let bits: Int?
    }

    /// Two originals.
    struct Pair: Sendable {
        let side: ReferenceOutline.Side
        let relation: Relation
        let bits: Int
        let names: [String]
    }

    enum Relation: String, CaseIterable, Sendable {
        case samePicture = "the same picture, by eye"
        case sameSweep = "frames of one clip or sweep"
        case sameSource = "different pictures, one source"
        case otherSource = "different pictures, two sources"
    }

    /// Looked at side by side: the same frozen frame, exported with other crops.
    private static let samePictures: Set<Set<String>> = [
        ["benign_127_.png", "benign_37_.png"], ["benign_213_.png", "benign_253_.png"],
    ]
    /// Looked at side by side: neighbouring frames without a clip's name.
    private static let sameSweeps: Set<Set<String>> = [["benign_019.jpg", "benign_029.jpg"]]

    private static func originals() throws -> [Original] {
        let all = try ReferenceOutline.split().sorted { $0.key < $1.key }.flatMap { source, side in
            GatheredPictures.files(source).map {
                Original(side: side, source: source, name: $0.lastPathComponent, file: $0)
            }
        }
        let taken = isWhole ? all : all.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
        return each(taken.count) { index in
            var original = taken[index]
            guard let image = GatheredPictures.picture(original.file) else { return original }
            original.print = ImagePipeline.examine(image, takesFingerprint: true).fingerprint
            return original
        }
        .filter { $0.print != nil }
    }

    /// Values for 0 ..< count, worked out side by side.
    private static func each<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) -> [Value] {
        let values = Mutex([Value?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = body(index)
            values.withLock { $0[index] = value }
        }
        return values.withLock { $0.compactMap { $0 } }
    }

    private static func distances(_ original: Original) -> [CopyDistance] {
        guard let print = original.print, let image = GatheredPictures.picture(original.file),
            let area = ScanAreaFinder.find(in: image).scanArea
        else { return [] }
        return PictureCopy.allCases.map { copy in
            let plane = (try? copy.made(of: image.luma, area: area)) ?? image.luma
            let facts = ImageFacts(format: .png, width: plane.width, height: plane.height)
            let handedIn = UltrasoundImage(luma: plane, chroma: nil, facts: facts)
            let found = ImagePipeline.examine(handedIn, takesFingerprint: true).fingerprint
            let bits = found.map { min(print.distance(to: $0), print.mirrored.distance(to: $0)) }
            return CopyDistance(side: original.side, copy: copy, bits: bits)
        }
    }

    private static func pairs(_ originals: [Original]) -> [Pair] {
        var pairs: [Pair] = []
        for (index, first) in originals.enumerated() {
            for second in originals[(index + 1)...] where first.side == second.side {
                guard let one = first.print, let two = second.print else { continue }
                let names: Set<String> = [first.name, second.name]
                let relation: Relation =
                    if samePictures.contains(names) {
                        .samePicture
                    } else if first.source == second.source && first.clip == second.clip || sameSweeps.contains(names) {
                        .sameSweep
                    } else {
                        first.source == second.source ? .sameSource : .otherSource
                    }
                let bits = min(one.distance(to: two), one.mirrored.distance(to: two))
                pairs.append(Pair(side: first.side, relation: relation, bits: bits, names: [first.name, second.name]))
            }
        }
        return pairs
    }

    @Test("Copies are near, different pictures far apart")
    func measured() throws {
        let originals = try Self.originals()
        #expect(originals.count >= (Self.isWhole ? 200 : 25))
        let pairs = Self.pairs(originals)
        let copied = originals.enumerated().filter { $0.offset % (Self.isWhole ? 2 : 4) == 0 }.map(\.element)
        let copies = Self.each(copied.count) { Self.distances(copied[$0]) }.flatMap { $0 }
        try FingerprintTable.write(copies, pairs)

        let most = PictureFingerprint.mostOfCopies
        for side in ReferenceOutline.Side.allCases {
            let found = copies.filter { $0.side == side }
            #expect(found.count >= 2 * PictureCopy.allCases.count)
            let near = found.count { $0.bits.map { $0 <= most } ?? false }
            #expect(Double(near) / Double(max(1, found.count)) >= 0.7, "\(side): \(near) of \(found.count)")
        }
        for pair in pairs where pair.relation == .sameSource || pair.relation == .otherSource {
            #expect(pair.bits > most, "\(pair)")
        }
    }
}
