/// Quality that the JPEG encoder was set to.
package enum EncoderQuality: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "jpeg.q",
            measures: "Quality setting of the JPEG encoder.",
            unit: "1–100",
            direction: .higherIsBetter,
            range: 1...100,
            input: .header,
            formula: "The quality whose standard (IJG) quantisation tables are nearest to the file's.",
            failure:
                "Absent for lossless files, also when they hold a picture that was a JPEG before (see jpeg.block); a "
                + "file that was saved twice shows only the last setting.",
            source: "domain reference §1.15; ITU-T T.81 Annex K"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let quality = evidence.input.image.facts.jpegQuality { measurements.values["jpeg.q"] = Double(quality) }
    }
}
