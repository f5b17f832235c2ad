internal import Imaging

/// The faults that are put into made pictures.
extension SimulatedExercise {
    static let faultless = LocalizedText(
        zh: "这幅模拟图没有加入技术问题：增益适中、深浅均匀、接触良好。",
        en: "Nothing was done to this made picture: gain, depth compensation and contact are as they should be."
    )

    static let faults: [Fault] = [
        Fault(kind: .gain, strengths: 12...22, lesson: .gainHigh),
        Fault(kind: .gain, strengths: -24 ... -14, lesson: .gainLow),
        Fault(kind: .tgcFar, strengths: -30 ... -16, lesson: .farDark),
        Fault(kind: .tgcFar, strengths: 14...24, lesson: .farBright),
        Fault(kind: .tgcBand, strengths: 11...18, lesson: .bandBright),
        Fault(kind: .contactLoss, strengths: 0.2...0.4, lesson: .contactLoss),
        Fault(kind: .shadow, strengths: 0.3...0.5, lesson: .shadow),
        Fault(kind: .wastedDepth, strengths: 0.45...0.6, lesson: .depthExcess),
        Fault(kind: .saturation, strengths: 0.12...0.3, lesson: .saturated),
        Fault(kind: .blur, strengths: 2.2...4, lesson: .blur),
        Fault(kind: .resampling, strengths: 0.65...0.8, lesson: .upscaled),
        Fault(kind: .jpeg, strengths: 90...97, lesson: .compressed),
        Fault(kind: .noise, strengths: 16...30, lesson: .noise),
        Fault(kind: .inAir, strengths: 1...1, lesson: .inAir),
    ]
}
