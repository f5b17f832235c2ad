/// The way of one picture through this room.
///
/// 1. `ImageDecoder.decode`: file bytes → `UltrasoundImage` (luma, chroma mask, facts).
/// 2. `ScanAreaFinder.find`: luma and chroma → `ScanArea`, layout conditions.
/// 3. `PolarResampler.view`: luma and geometry → `PolarView`.
/// 4. `MetricCatalog.measure`: picture, area and view → `Measurements` with marks.
/// 5. All of it as one value: `ImageExamination`.
package enum ImagePipeline {}
