internal import Imaging

/// The faults that are put into stored pictures.
extension AlteredExercise {
    /// One fault, the shapes that a machine makes, the strengths at which a person rejects it, and when it is plain to see.
    struct Fault: Sendable {
        let injected: InjectedFault
        /// Of `InjectedFault.shapes`: those along scan lines and depths.
        let shapes: [String]
        /// 1 is the strength at which most readers reject (docs/validity.md).
        let strengths: ClosedRange<Double>
        let lesson: FaultLesson
        let isPlain: @Sendable (FaultSight) -> Bool

        fileprivate init(
            _ injected: InjectedFault,
            _ shapes: [String],
            _ strengths: ClosedRange<Double>,
            _ lesson: FaultLesson,
            _ isPlain: @escaping @Sendable (FaultSight) -> Bool
        ) {
            (self.injected, self.shapes, self.strengths) = (injected, shapes, strengths)
            (self.lesson, self.isPlain) = (lesson, isPlain)
        }
    }

    /// A share of the area has moved by what a person sees.
    private static func moved(_ least: Double) -> @Sendable (FaultSight) -> Bool { { $0.moved >= least } }

    static let faults: [Fault] = [
        Fault(.overGain, ["added"], 0.9...1.3, .gainHigh, moved(0.3)),
        Fault(.underGain, ["subtracted"], 0.8...1.1, .gainLow, moved(0.3)),
        Fault(.lowContrast, ["pulled"], 0.85...1.05, .contrastLow, moved(0.2)),
        Fault(.saturation, ["multiplied", "upper-half"], 1...1.8, .saturated, moved(0.1)),
        Fault(.depthRamp, ["far-dark-depth"], 0.45...0.65, .farDark, moved(0.08)),
        Fault(.depthRamp, ["far-bright-depth"], 0.45...0.65, .farBright, moved(0.08)),
        Fault(.depthRamp, ["near-dark-depth"], 0.45...0.65, .nearDark, moved(0.08)),
        Fault(.depthRamp, ["near-bright-depth"], 0.45...0.65, .nearBright, moved(0.08)),
        Fault(.depthBand, ["bright-50-narrow", "bright-70-wide"], 0.45...0.65, .bandBright, moved(0.04)),
        Fault(.depthBand, ["dark-30-wide", "dark-70"], 0.45...0.65, .bandDark, moved(0.04)),
        Fault(
            .lostContact,
            [
                "left-lines-black", "left-lines-dimmed", "middle-lines-dimmed", "middle-lines-noise",
                "right-lines-noise", "middle-lines-reverberation", "right-lines-reverberation",
            ],
            1.05...1.8,
            .contactLoss,
            moved(0.08)
        ),
        Fault(.shadow, ["one-lines-35", "two-lines-20", "three-lines-50"], 0.7...1.1, .shadow, moved(0.08)),
        Fault(.blur, ["gaussian", "box"], 0.4...0.65, .blur) { $0.detail <= 0.5 },
        Fault(.upscaledCopy, ["bilinear", "bicubic"], 0.7...0.85, .upscaled) { $0.detail <= 0.6 },
        Fault(.compression, ["jpeg"], 0.88...0.97, .compressed) { $0.difference >= 4 },
        Fault(.noise, ["white", "coarse"], 1.2...2, .noise) { $0.difference >= 10 && $0.detail >= 1.3 },
    ]
}
