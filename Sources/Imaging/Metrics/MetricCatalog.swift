/// All metrics, in the order of docs/metrics.md.
package enum MetricCatalog {
    /// The one list: a new metric is one more line here.
    package static let metrics: [any Metric.Type] = [
        GainPercentiles.self,
        LumenGain.self,
        HighSaturation.self,
        LowSaturation.self, ClippedBlack.self,
        GreyEntropy.self,
        GreyLevels.self,
        DynamicRangeUse.self,
        BlockContrast.self,
        GeneralisedContrast.self,
        OverGain.self,
        UnderGain.self,
        LostContrast.self,
        DepthOdds.self, BandPlace.self, BlackBand.self,
        LineLossOdds.self,
        DepthUniformity.self,
        LateralUniformity.self,
        ScanLineLoss.self, ShadowSides.self, CutSide.self, CoveredSide.self,
        NearFieldHaze.self,
        DepthWaste.self, DepthBeyond.self,
        Penetration.self,
        SpectralSharpness.self,
        LaplacianSharpness.self,
        // After SpectralSharpness, whose value it reads.
        Softness.self,
        // After Softness, whose value they read.
        ResamplingTrace.self,
        Enlargement.self,
        // After DynamicRangeUse, whose value it reads.
        SpeckleDeviation.self,
        SpeckleSize.self,
        SpeckleSmoothing.self,
        NoiseLevel.self,
        CoarseNoise.self,
        SpikeNoise.self,
        EncoderQuality.self,
        FormerCompression.self,
        // After GreyLevels, SpikeNoise, EncoderQuality and FormerCompression, whose values it reads.
        RepeatedPixels.self,
        Blockiness.self,
        AreaSize.self,
        ColourShare.self,
        ColourAliasing.self,
        AspectError.self,
        // After AspectError, whose value it reads.
        AspectTrace.self,
        ScreenPhoto.self,
        ScreenText.self,
        RulerSpacing.self,
        DepthScale.self,
        DrawnMarks.self,
    ]

    /// What can be measured, one entry an id.
    package static let all: [MetricDescription] = metrics.flatMap { $0.descriptions }

    /// Measures everything that can be measured on a picture.
    ///
    /// - Parameter input: The picture with its scan area, mask and polar view.
    /// - Returns: Values of the metrics that had enough to go by, and marks for drawing, in the order of the list.
    package static func measure(_ input: MetricInput) -> Measurements {
        let evidence = MetricEvidence(input)
        var measurements = Measurements()
        measurements.values.reserveCapacity(all.count)
        for metric in metrics { metric.measure(evidence, into: &measurements) }
        return measurements
    }
}
