import Foundation
import Imaging
import Testing

/// The gathered pictures beside the checkout; tests that want them are skipped where they are absent.
enum GatheredPictures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data", directoryHint: .isDirectory)

    static var arePresent: Bool { FileManager.default.fileExists(atPath: root.path) }

    /// Files below a folder, in the order of their names.
    static func files(_ folder: String) -> [URL] {
        let start = root.appending(path: folder)
        guard let paths = FileManager.default.enumerator(atPath: start.path) else { return [] }
        return paths.compactMap { $0 as? String }.sorted().map { start.appending(path: $0) }
    }

    /// The picture in a file; nil where it is none, or too large for a quick test.
    static func picture(_ file: URL) -> UltrasoundImage? {
        guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
        let limits = DecodingLimits(maxPixels: 8 << 20)
        return try? ImageDecoder.decode(.bytes([UInt8](data)), limits: limits)
    }
}

@Suite(
    "Scan area: real pictures",
    .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: real pictures are not examined")
)
struct RealPictureTests {
    @Test("Convex liver pictures with ragged surroundings are found surely, as convex where the face was left")
    func liver() {
        let findings = GatheredPictures.files("us-real/liver-annotated").compactMap(GatheredPictures.picture)
            .map(ScanAreaFinder.find)
        #expect(findings.count == 44)
        #expect(findings.allSatisfy { $0.conditions.isEmpty })
        // Where the face was blacked out too the top is level.
        #expect(findings.allSatisfy { $0.scanArea?.shape == .convex || $0.scanArea?.shape == .trapezoid })
        #expect(findings.count { $0.scanArea?.shape == .convex } >= 40)
    }

    @Test("Of the B-mode pictures nearly all are found surely, and none is taken for something else")
    func bMode() {
        let folders = [
            "breast-busi", "carotid-ctu", "fetal-head-hc18", "fetal-sononet-png", "handheld-itkpocus",
            "liver-annotated", "lung-ablines", "muscle-timtrack", "shoulder-tendon",
        ]
        var all = 0
        var sure = 0
        for file in folders.flatMap({ GatheredPictures.files("us-real/\($0)") }) {
            guard let picture = GatheredPictures.picture(file) else { continue }
            let finding = ScanAreaFinder.find(in: picture)
            all += 1
            if finding.conditions.isEmpty { sure += 1 }
            #expect(finding.conditions.subtracting([.geometryUncertain]).isEmpty, "\(file.lastPathComponent)")
        }
        #expect(all >= 140)
        // 0.97 before lopsided and ragged outlines, and cropped ones with a dark side, became unsure.
        #expect(Double(sure) >= 0.95 * Double(all), "\(sure) of \(all)")
    }

    @Test("Four-part screens are told by their layout")
    func quad() {
        for name in ["screen_3.png", "screen_5.png"] {
            let picture = GatheredPictures.picture(
                GatheredPictures.root.appending(path: "us-real/mindray-dc70/\(name)")
            )
            #expect(picture.map { ScanAreaFinder.find(in: $0).conditions } == [.quadLayout])
        }
    }

    @Test("A probe on a chest is never called a probe in air; in air it is called so or unsure")
    func air() throws {
        let labels = try String(
            contentsOf: GatheredPictures.root.appending(path: "us-labelled/contact-vital/labels.csv"),
            encoding: .utf8
        )
        var inAir = 0
        for line in labels.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            let file = GatheredPictures.root.appending(path: "us-labelled/contact-vital/\(fields[0])")
            let picture = try #require(GatheredPictures.picture(file))
            let conditions = ScanAreaFinder.find(in: picture).conditions
            if fields[1] == "contact" {
                #expect(!conditions.contains(.inAir))
            } else {
                #expect(conditions.contains(.inAir) || conditions.contains(.geometryUncertain))
                if conditions.contains(.inAir) { inAir += 1 }
            }
        }
        #expect(inAir >= 6)
    }

    @Test("Photographs, drawings and test patterns seldom pass for ultrasound, and nothing crashes")
    func others() {
        var pictures = 0
        var passed: [String] = []
        for file in GatheredPictures.files("malformed") {
            guard let picture = GatheredPictures.picture(file) else { continue }
            pictures += 1
            if ImagePipeline.examine(picture).conditions.isEmpty { passed.append(file.lastPathComponent) }
        }
        #expect(pictures > 200)
        // Grey photographs do: a rose, and a face in black and white.
        #expect(passed.count <= 6, "\(passed)")
    }
}
