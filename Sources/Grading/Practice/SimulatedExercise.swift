package import Imaging

/// An exercise on a made picture, whose fault is known because it was put in.
package struct SimulatedExercise: Sendable, Equatable {
    package let exercise: Exercise
    /// What the picture is made from.
    package let recipe: PhantomRecipe

    /// One fault, the strengths at which a person sees it, and the codes that name it.
    private struct Fault {
        let kind: ImageFault.Kind
        let strengths: ClosedRange<Double>
        let code: String
        /// What it may be called as well, so that it is not offered.
        let alike: [String]
        let explanation: LocalizedText
    }

    /// Sections with an anatomy, each once, in the order of the catalogue; grey ones only.
    package static let sections: [String] = planes.map(\.section)

    private static let planes: [ExamPhantoms.Plane] = {
        var seen: Set<String> = []
        return ExamPhantoms.examTypes.flatMap { ExamPhantoms.planes(of: $0) ?? [] }
            // Of the lung there are only the pleura and its repeats: gain and bands cannot be told on it.
            .filter { !$0.colour && $0.anatomy != .lung && seen.insert($0.section).inserted }
    }()

    /// The exercise of a section and a number; nil for a section without an anatomy.
    package init?(section: String, number: UInt64) {
        guard let plane = Self.planes.first(where: { $0.section == section }) else { return nil }
        var random = PracticeRandom(seed: number, purpose: "simulated \(section)")
        // About one picture in six has nothing wrong with it.
        let possible = Self.faults.filter { !plane.anatomy.natural.contains($0.code) }
        let choice = random.below(possible.count + possible.count / 5)
        let fault = choice < possible.count ? possible[choice] : nil
        var recipe = ExamPhantoms.recipe(for: plane, seed: random.next() >> 32, style: .classic)
        (recipe.width, recipe.height) = (800, 600)
        var explanation = Self.faultless
        if let fault {
            let strength = (random.number(in: fault.strengths) * 100).rounded() / 100
            guard let put = try? ImageFault(fault.kind, strength: strength) else { return nil }
            recipe.faults = [put]
            explanation = fault.explanation
        }
        self.recipe = recipe
        exercise = PictureExercise.made(
            ExerciseID(kind: .simulated, name: section, number: number),
            card: "simulated/\(section)/\(fault?.code ?? ExercisePrompt.none.id)",
            expected: fault.map { [$0.code] } ?? [],
            withheld: (fault?.alike ?? []) + plane.anatomy.natural,
            among: Set(Self.faults.map(\.code)).sorted(),
            level: nil,
            section: section,
            explanation: explanation,
            expert: nil
        )
    }

    /// The first exercise after a number that repeats a card; nil for a text that is no card of made pictures.
    package static func repeating(_ card: String, after number: UInt64) -> SimulatedExercise? {
        let parts = card.split(separator: "/")
        guard parts.count == 3, parts[0] == "simulated" else { return nil }
        // One number in about seventeen has a given fault: a thousand tries are enough.
        for step in 1...1000 as ClosedRange<UInt64> {
            guard let made = SimulatedExercise(section: String(parts[1]), number: number &+ step) else { return nil }
            if made.exercise.key.card == card { return made }
        }
        return nil
    }

    /// Training modules that some made picture is about.
    package static let topics = Set(faults.compactMap { FindingCode.named($0.code)?.module })

    /// An exercise of a section, from a number on, on one of some topics, or on any where none is named.
    ///
    /// One in six has nothing wrong with it, so that each picture may be faultless. nil where the section can show none.
    package static func first(section: String, from number: UInt64, ofTopics topics: Set<String>) -> SimulatedExercise?
    {
        guard !topics.isEmpty else { return SimulatedExercise(section: section, number: number) }
        var random = PracticeRandom(seed: number, purpose: "topic of \(section)")
        let wantsFault = random.below(6) > 0
        for step in 0..<1000 as Range<UInt64> {
            guard let made = SimulatedExercise(section: section, number: number &+ step) else { return nil }
            if made.exercise.key.topic.map({ wantsFault && topics.contains($0) }) ?? !wantsFault { return made }
        }
        return nil
    }

    /// Every card of made pictures whose fault belongs to one of some topics, or to any where none is named.
    ///
    /// Cards of pictures without a fault are always among them.
    package static func cards(ofTopics topics: Set<String>) -> [String] {
        planes.flatMap { plane -> [String] in
            let possible = faults.map(\.code).filter { code in
                guard !plane.anatomy.natural.contains(code) else { return false }
                return topics.isEmpty || FindingCode.named(code)?.module.map(topics.contains) == true
            }
            var seen: Set<String> = []
            return (possible + [ExercisePrompt.none.id]).filter { seen.insert($0).inserted }
                .map { "simulated/\(plane.section)/\($0)" }
        }
    }

    private static let faultless = LocalizedText(
        zh: "这幅模拟图没有加入技术问题：增益适中、深浅均匀、接触良好。",
        en: "Nothing was done to this made picture: gain, depth compensation and contact are as they should be."
    )

    private static let faults: [Fault] = [
        Fault(
            kind: .gain,
            strengths: 12...22,
            code: "GAIN_HIGH",
            alike: ["SAT_HIGH", "NOISE", "CONTRAST_LOW", "TGC_UNEVEN"],
            explanation: LocalizedText(
                zh: "总增益过高：实质过亮，液性暗区里出现回声。降低总增益，直到液性区重新变黑。",
                en:
                    "Overall gain too high: tissue is too bright and fluid fills with echoes. Lower it until fluid is black."
            )
        ),
        Fault(
            kind: .gain,
            strengths: -24 ... -14,
            code: "GAIN_LOW",
            alike: ["SAT_LOW", "CONTRAST_LOW", "TGC_UNEVEN"],
            explanation: LocalizedText(
                zh: "总增益过低：整幅偏暗，弱回声丢失。逐步提高总增益，使实质呈中等灰阶。",
                en:
                    "Overall gain too low: all of it is dark and weak echoes are lost. Raise it until tissue is mid-grey."
            )
        ),
        Fault(
            kind: .tgcFar,
            strengths: -30 ... -16,
            code: "TGC_UNEVEN",
            alike: ["GAIN_LOW", "SAT_LOW"],
            explanation: LocalizedText(
                zh: "深度补偿不均：近场正常而远场过暗。只把远场的 TGC 滑杆向右推，不要动总增益。",
                en:
                    "Uneven depth compensation: the far field is too dark. Move only the far TGC sliders, not the overall gain."
            )
        ),
        Fault(
            kind: .tgcFar,
            strengths: 14...24,
            code: "TGC_UNEVEN",
            alike: ["GAIN_HIGH", "SAT_HIGH", "NOISE"],
            explanation: LocalizedText(
                zh: "深度补偿不均：远场过亮，噪声被一并放大。把远场的 TGC 滑杆向左收。",
                en:
                    "Uneven depth compensation: the far field is too bright and its noise is amplified. Pull the far sliders back."
            )
        ),
        Fault(
            kind: .tgcBand,
            strengths: 11...18,
            code: "TGC_BAND",
            alike: ["TGC_UNEVEN"],
            explanation: LocalizedText(
                zh: "某一深度出现横行亮带：该深度的一根 TGC 滑杆错位。使相邻滑杆平滑过渡。",
                en:
                    "A bright band across one depth: one TGC slider is out of line. Let neighbouring sliders change smoothly."
            )
        ),
        Fault(
            kind: .contactLoss,
            strengths: 0.2...0.4,
            code: "CONTACT_LOSS",
            alike: ["SHADOW"],
            explanation: LocalizedText(
                zh: "探头一侧没有接触皮肤：黑带从探头表面开始。补耦合剂并让探头面均匀贴紧。",
                en: "One side of the probe has no contact: the dark band begins at its face. Add gel and press evenly."
            )
        ),
        Fault(
            kind: .shadow,
            strengths: 0.3...0.5,
            code: "SHADOW",
            alike: [],
            explanation: LocalizedText(
                zh: "声影：近场有回声，从某一深度起沿扫描线变暗（肋骨、气体）。换声窗、嘱吸气或侧动探头。",
                en:
                    "Shadow: the near field has echoes, then lines turn dark from one depth on. Change the window or tilt."
            )
        ),
        Fault(
            kind: .wastedDepth,
            strengths: 0.45...0.6,
            code: "DEPTH_EXCESS",
            alike: ["TARGET_SMALL", "NOISE"],
            explanation: LocalizedText(
                zh: "深度过大：目标挤在上方，下部没有信息。减小深度，使目标占图像一半以上。",
                en:
                    "Depth too large: the target is squeezed to the top. Reduce the depth until it fills half of the picture."
            )
        ),
        Fault(
            kind: .saturation,
            strengths: 0.12...0.3,
            code: "SAT_HIGH",
            alike: ["GAIN_HIGH", "CONTRAST_LOW"],
            explanation: LocalizedText(
                zh: "饱和：大片像素达到全白，细节无法恢复。降低增益 3–6 dB，或增大动态范围。",
                en:
                    "Saturated: large parts are pure white and their detail is gone. Lower the gain or widen the dynamic range."
            )
        ),
        Fault(
            kind: .blur,
            strengths: 2.2...4,
            code: "BLUR",
            alike: ["UPSCALED", "FOCUS_OFF"],
            explanation: LocalizedText(
                zh: "图像模糊：界面和斑点都失去锐度。对准聚焦区，屏气后冻结，从原机直接导出。",
                en:
                    "Blurred: edges and speckle have lost their sharpness. Set the focus, freeze in breath-hold, export directly."
            )
        ),
        Fault(
            kind: .resampling,
            strengths: 0.65...0.8,
            code: "UPSCALED",
            alike: ["BLUR"],
            explanation: LocalizedText(
                zh: "由小图插值放大：颗粒变粗、没有细节。请从原机按原始尺寸导出，不要截小图再放大。",
                en: "Enlarged from a smaller picture: coarse grain without detail. Export at the original size."
            )
        ),
        Fault(
            kind: .jpeg,
            strengths: 90...97,
            code: "JPEG_LOW",
            alike: ["BLUR", "UPSCALED"],
            explanation: LocalizedText(
                zh: "过度压缩：可见 8×8 方块。导出时选 PNG，或 JPEG 质量 85 以上，不要经聊天软件转发。",
                en:
                    "Compressed too much: blocks of 8×8 show. Export PNG, or JPEG of quality 85 or more; no chat programs."
            )
        ),
        Fault(
            kind: .noise,
            strengths: 16...30,
            code: "NOISE",
            alike: [],
            explanation: LocalizedText(
                zh: "雪花状噪声：无回声区也布满细点。降低增益，检查采集线与附近电器的干扰。",
                en:
                    "Snow: fine dots everywhere, in fluid too. Lower the gain; look for interference and bad capture cables."
            )
        ),
        Fault(
            kind: .inAir,
            strengths: 1...1,
            code: "IN_AIR",
            alike: ["CONTACT_LOSS"],
            explanation: LocalizedText(
                zh: "空气图：近场平行的混响条带，其下没有组织。探头没有放在人体上，这样的图不应存档。",
                en:
                    "Probe in air: bands near the face and no tissue below. Such a picture does not belong into an exam."
            )
        ),
    ]
}

extension AnatomyPreset {
    /// Findings that such a section shows by its nature: outside the abdomen there is bone or a windpipe, and a shadow.
    fileprivate var natural: [String] {
        let clear: [AnatomyPreset] = [
            .liver, .liverPorta, .hepaticVeins, .leftLiver, .gallbladder, .pancreas, .spleen, .kidney, .bladder,
        ]
        return clear.contains(self) ? [] : ["SHADOW"]
    }
}
