package import Grading

extension TaughtTopic {
    /// `T01 增益与动态范围：已于 2026-03-08 完成 T01A，之后 0/28`, and what few images since then mean.
    ///
    /// - Parameter need: what the plan proposes all the same.
    package func text(need needs: [TrainingNeed]) -> LocalizedText {
        let name = TrainingTopic.named(topic)?.name ?? PlotText.same("")
        let (zh, en) = (outcome.zh, outcome.en)
        let isNeeded = needs.contains { TrainingTopic.mending($0.code)?.id == topic }
        let few = images < TrainingPlanRules.usual.leastImages
        return LocalizedText(
            zh: "\(topic) \(name.zh)：\(zh)" + (isNeeded ? "，仍建议培训" : few ? "，图像太少，暂不能判断" : ""),
            en: "\(topic) \(name.en): \(en)"
                + (isNeeded ? "; proposed again" : few ? "; too few images since to tell" : "")
        )
    }

    /// `已于 2026-03-08 完成 T01A，之后 0/28`.
    var outcome: LocalizedText {
        LocalizedText(
            zh: "已于 \(course.endsOn) 完成 \(course.id)，之后 \(affected)/\(images)",
            en: "\(course.id) completed on \(course.endsOn), \(affected)/\(images) since"
        )
    }
}
