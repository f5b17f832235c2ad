import Digests
import Grading
import Imaging

/// The stages of grading, each under its clock.
struct GradingStages {
    /// What was timed.
    var clock = StageClock()
    private let rubric: Rubric

    /// Stages that grade by the general rubric.
    init() throws {
        rubric = try RubricLibrary().rubric(forExamType: nil)
    }

    /// One picture, stage by stage as `sonograde grade` does it, then the parts of its stages.
    mutating func grade(_ bytes: [UInt8], as path: String) throws {
        let digest = try clock.time("SHA-256") { try SHA256.digest(of: bytes) }
        let image = try clock.time("decode") { try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()) }
        let finding = clock.time("scan area") { ImagePipeline.scanArea(of: image) }
        var measurements = Measurements()
        var input: MetricInput?
        var evidence: MetricEvidence?
        if let area = finding.scanArea, let mask = finding.mask {
            let polar = clock.time("polar view") { PolarResampler.view(of: image, area: area, mask: mask) }
            let found = MetricInput(image: image, area: area, mask: mask, polar: polar)
            let gathered = clock.time("evidence") { MetricEvidence(found) }
            clock.time("metrics") {
                for metric in MetricCatalog.metrics { metric.measure(gathered, into: &measurements) }
            }
            (input, evidence) = (found, gathered)
        }
        let examination = ImageExamination(
            facts: image.facts,
            scanArea: finding.scanArea,
            measurements: measurements,
            conditions: finding.conditions
        )
        let rules = rubric
        let graded = clock.time("rubric") {
            var request = GradeRequest(path: path, language: .zh)
            request.sha256 = digest.hex
            return Grader.grade(examination, as: request, by: rules)
        }
        _ = try clock.time("JSON") { try CanonicalJSON.bytes(graded) }

        guard let input, let evidence else { return }
        _ = clock.time("· rows") { NativeRows(image: image, box: input.area.box, mask: input.mask) }
        _ = clock.time("· windows") {
            NativeWindows(luma: image.luma, at: evidence.tiles.origins, levels: evidence.levels)
        }
        _ = clock.time("· polar statistics") { PolarStatistics(view: input.polar) }
        _ = clock.time("· tissue blocks") { TissueBlocks(polar: evidence.polar, levels: evidence.levels) }
        _ = clock.time("· scan lines") { ScanLineProfile(polar: evidence.polar, levels: evidence.levels) }
        _ = clock.time("· depth parts") {
            DepthParts(polar: evidence.polar, tissue: evidence.tissue, levels: evidence.levels)
        }
        _ = clock.time("· edges along lines") { LineEdges(polar: evidence.polar, levels: evidence.levels) }
        _ = clock.time("· horizontal band") {
            HorizontalBand.find(
                polar: evidence.polar,
                levels: evidence.levels,
                geometry: input.polar.geometry,
                box: input.area.box
            )
        }
        _ = clock.time("· column texture") { ColumnTexture(view: input.polar, polar: evidence.polar) }
        _ = clock.time("· pixel tiles") {
            PixelTiles(luma: image.luma, box: input.area.box, mask: input.mask, levels: evidence.levels)
        }
        for metric in MetricCatalog.metrics {
            var alone = Measurements()
            clock.time("· \(metric)") { metric.measure(evidence, into: &alone) }
        }
    }
}
