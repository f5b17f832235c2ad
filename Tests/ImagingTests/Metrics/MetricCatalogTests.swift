import Foundation
import Imaging
import Testing

struct MetricCatalogTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let realPictures = root.deletingLastPathComponent().appending(path: "shared/data/us-real")

    @Test func idsAreUniqueAndEveryMeasuredIdIsDescribed() {
        let ids = MetricCatalog.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        let measured = MetricCatalog.measure(DrawnScan.speckle.input(quality: 90))
        #expect(Set(measured.values.keys).subtracting(ids).isEmpty)
        #expect(measured.marks.allSatisfy { ids.contains($0.metric) })
    }

    @Test func everyDescriptionIsWhole() {
        for metric in MetricCatalog.all {
            for text in [metric.measures, metric.formula, metric.failure] {
                #expect(text.hasSuffix("."), "\(metric.id)")
            }
            #expect(!metric.unit.isEmpty && !metric.source.isEmpty, "\(metric.id)")
        }
    }

    @Test func referencePageIsTheCatalogues() throws {
        let page = Self.root.appending(path: "docs/metrics.md")
        if ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1" {
            try Data(MetricReference.markdown().utf8).write(to: page)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(
            written == MetricReference.markdown(),
            "docs/metrics.md is stale: run this test with SONOGRADE_WRITE_DOCS=1 and read the difference"
        )
    }

    @Test func samePictureGivesTheSameValuesTwice() {
        let input = DrawnScan.speckle.noisy(4).input()
        #expect(MetricCatalog.measure(input) == MetricCatalog.measure(input))
    }

    @Test func nothingValidMeasuresOnlyWhatNeedsNoTissue() {
        let measured = MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { _, _ in false })
        #expect(
            Set(measured.values.keys) == [
                "res.h", "res.w", "cfm.share", "moire.pairs", "photo.votes", "phi.text", "contact.cut", "tgc.cut",
            ]
        )
    }

    @Test func polarMetricsAreTheSameInPNGAndFineJPEG() throws {
        let plane = DrawnScan.speckle.map { grey, x, y in x < 80 && y > 150 ? grey - 90 : grey }.plane
        let lossless = try ImageDecoder.decode(.bytes(PNGEncoder.encode(plane)), limits: DecodingLimits())
        let lossy = try ImageDecoder.decode(
            .bytes(JPEGEncoder.encode(plane, quality: 95)),
            limits: DecodingLimits()
        )
        let before = MetricCatalog.measure(DrawnScan.input(plane: lossless.luma))
        let after = MetricCatalog.measure(DrawnScan.input(plane: lossy.luma))
        for metric in MetricCatalog.all where metric.input == .polarView {
            let width = metric.unit == "ratio" || metric.unit == "bit" ? 0.05 : 2
            switch (before[metric.id], after[metric.id]) {
            case (nil, nil): break
            case (let first?, let second?): #expect(abs(first - second) <= width, "\(metric.id)")
            default: Issue.record("\(metric.id) is measured in one of them only")
            }
        }
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: realPictures.path),
            "the real pictures are not beside this checkout (../shared/data/us-real)"
        )
    )
    func realPicturesGiveFiniteValuesWithinTheirRanges() throws {
        let ranges = Dictionary(uniqueKeysWithValues: MetricCatalog.all.map { ($0.id, $0.range) })
        let files = try #require(FileManager.default.enumerator(at: Self.realPictures, includingPropertiesForKeys: nil))
            .compactMap { $0 as? URL }.filter { ["png", "jpg"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        var measuredPictures = 0
        for (index, file) in files.enumerated() where index % 3 == 0 {
            let image = try ImageDecoder.decode(
                .bytes([UInt8](Data(contentsOf: file))),
                limits: DecodingLimits()
            )
            let examination = ImagePipeline.examine(image)
            guard let area = examination.scanArea else { continue }
            measuredPictures += 1
            for (id, value) in examination.measurements.values {
                #expect(ranges[id]?.contains(value) == true, "\(id) = \(value) in \(file.lastPathComponent)")
            }
            #expect(examination.measurements["res.h"] == Double(area.box.height))
            #expect(examination.measurements.marks.allSatisfy { $0.outline.count >= 4 })
        }
        #expect(measuredPictures > 20)
    }
}
