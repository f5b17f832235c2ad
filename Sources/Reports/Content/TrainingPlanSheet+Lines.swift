import Grading

/// What the sheet says, for page and paper alike.
extension TrainingPlanSheet {
    var title: LocalizedText { LocalizedText(zh: "培训计划", en: "Training plan") }

    /// `C01 成都东区医院`.
    var scope: String { name.map { $0 == institution ? institution : "\(institution) \($0)" } ?? institution }

    var span: LocalizedText {
        LocalizedText(
            zh: "\(madeAt.minute) 制定，依据此前 \(days) 天收到的检查（图像不足者取最近的，最多一年）",
            en:
                "Made on \(madeAt.minute) from the exams received in the \(days) days before (the newest of a year where those were few)"
        )
    }

    /// Technicians for whom something is proposed.
    var needing: [TrainingPlan] { technicians.filter { !$0.needs.isEmpty } }

    /// Topics that anybody needs, by id, with those who need them.
    var topics: [(topic: TrainingTopic, who: [TrainingPlan])] {
        TrainingTopic.all.compactMap { topic in
            let who = needing.filter { $0.topics.contains(topic) }
            return who.isEmpty ? nil : (topic, who)
        }
    }

    /// What the head reads in one minute.
    var minute: [PeriodSummary.Line] {
        var lines: [PeriodSummary.Line] = []
        func say(_ state: PeriodSummary.State, _ zh: String, _ en: String) {
            lines.append(PeriodSummary.Line(state: state, text: LocalizedText(zh: zh, en: en)))
        }
        let (all, needing) = (technicians.count, needing.count)
        if whole == nil, technicians.isEmpty {
            say(.plain, "一年内没有收到检查。", "No exam came within a year.")
        } else if needing == 0 {
            say(.good, "\(all) 名技术人员均无培训建议。", "Nothing is proposed for any of the \(all) technicians.")
        } else {
            say(
                .act,
                "\(all) 名技术人员中 \(needing) 人建议培训，共 \(topics.count) 个专题。",
                "Training is proposed for \(needing) of \(all) technicians, on \(topics.count) \(topics.count == 1 ? "topic" : "topics")."
            )
        }
        for proposal in classes {
            let who = proposal.technicians.map(person)
            say(
                .act,
                "建议集中培训 \(proposal.topic.id) \(proposal.topic.name.zh)：\(proposal.considered) 人中 \(proposal.technicians.count) 人需要（\(who.joined(separator: "、"))）。",
                "A class on \(proposal.topic.id) \(proposal.topic.name.en) is worth it: \(proposal.technicians.count) of \(proposal.considered) need it (\(who.joined(separator: ", ")))."
            )
        }
        for need in whole?.needs ?? [] {
            let name = Self.finding(need.code)
            say(
                .watch,
                "全机构“\(name.zh)”高于全网：\(Self.share(of: need))。",
                "“\(name.en)” is above the network in the institution as a whole: \(Self.share(of: need))."
            )
        }
        let few = technicians.count { !$0.hasEnoughImages }
        if few > 0 {
            say(
                .plain,
                "\(few) 人图像不足 20 幅，不与他人比较。",
                "\(few) of \(all) technicians have fewer than 20 images and are not compared with others."
            )
        }
        if let equipment = whole?.equipment, !equipment.isEmpty {
            let names = equipment.map { count in (Self.finding(count.code), count.images) }
            say(
                .watch,
                "请设备维修处理，不属于培训：" + names.map { "\($0.0.zh) \($0.1) 幅" }.joined(separator: "、") + "。",
                "For the device's service, not for training: "
                    + names.map { "\($0.0.en) (\($0.1))" }.joined(separator: ", ") + "."
            )
        }
        return lines
    }

    /// Findings of the institution that training mends; nil for fewer than two.
    var pareto: PlotDrawing? {
        let bars = (whole?.counts ?? []).map { ParetoPlot.Bar(name: Self.finding($0.code), count: $0.images) }
        guard bars.count > 1 else { return nil }
        let vital = bars.prefix(ParetoPlot.vitalCount(of: bars))
        let all = bars.reduce(0) { $0 + $1.count }
        let summary = Word.paretoText.filled(localized: [
            "total": PlotText.same(String(all)), "k": PlotText.same(String(vital.count)),
            "share": PlotText.same(Numbers.percent(Double(vital.reduce(0) { $0 + $1.count }) / Double(all))),
            "names": PlotText.list(vital.map(\.name)),
        ])
        return ParetoPlot(bars: bars, title: Word.paretoFindings.text, summary: summary).drawing
    }

    // MARK: Tables

    static let topicTitle = LocalizedText(zh: "按专题", en: "By topic")
    static let topicColumns = [
        LocalizedText(zh: "专题", en: "Topic"), LocalizedText(zh: "学会什么", en: "What is learnt"),
        LocalizedText(zh: "谁需要", en: "Who needs it"),
    ]

    /// One row a topic.
    var topicRows: [[LocalizedText]] {
        topics.map { topic, who in
            let names = who.compactMap(\.technician).map(person)
            return [
                LocalizedText(zh: "\(topic.id) \(topic.name.zh)", en: "\(topic.id) \(topic.name.en)"), topic.aim,
                LocalizedText(zh: names.joined(separator: "、"), en: names.joined(separator: ", ")),
            ]
        }
    }

    static let personTitle = LocalizedText(zh: "按人员", en: "By technician")
    static let personColumns = [
        LocalizedText(zh: "技术人员", en: "Technician"), LocalizedText(zh: "专题", en: "Topic"),
        LocalizedText(zh: "问题", en: "Finding"), LocalizedText(zh: "依据", en: "Why"),
        LocalizedText(zh: "图像（95 % 区间）", en: "Images (95 %)"),
    ]

    /// One row a proposed finding, one for each technician without any.
    var personRows: [[LocalizedText]] {
        technicians.flatMap { plan -> [[LocalizedText]] in
            let name = PlotText.same(plan.technician.map(person) ?? institution)
            let needed = plan.topics
            let taught = plan.taught.filter { taught in !needed.contains { $0.id == taught.topic } }
                .map { taught -> [LocalizedText] in
                    let topic = TrainingTopic.named(taught.topic)
                    let few = taught.images < TrainingPlanRules.usual.leastImages
                    return [
                        name,
                        topic.map { LocalizedText(zh: "\($0.id) \($0.name.zh)", en: "\($0.id) \($0.name.en)") }
                            ?? PlotText.same("–"),
                        few
                            ? LocalizedText(zh: "图像太少，暂不能判断", en: "too few images to tell")
                            : LocalizedText(zh: "无培训建议", en: "nothing is proposed"),
                        taught.outcome, PlotText.same("\(taught.affected)/\(taught.images)"),
                    ]
                }
            guard !plan.needs.isEmpty else {
                guard taught.isEmpty else { return taught }
                let none = LocalizedText(zh: "无培训建议", en: "nothing is proposed")
                let few = LocalizedText(zh: "图像不足 20 幅", en: "fewer than 20 images")
                let count = LocalizedText(
                    zh: "\(plan.exams) 例，\(plan.images) 幅",
                    en: "\(plan.exams) \(plan.exams == 1 ? "exam" : "exams"), \(plan.images)"
                )
                return [[name, PlotText.same("–"), none, plan.hasEnoughImages ? PlotText.same("") : few, count]]
            }
            return plan.needs.map { need in
                let topic = TrainingTopic.mending(need.code)
                return [
                    name,
                    topic.map { LocalizedText(zh: "\($0.id) \($0.name.zh)", en: "\($0.id) \($0.name.en)") }
                        ?? PlotText.same("–"),
                    Self.finding(need.code), Self.why(need), PlotText.same(Self.share(of: need)),
                ]
            } + taught
        }
    }

    var smallPrint: LocalizedText {
        LocalizedText(
            zh:
                "建议的依据：图像中某问题所占比例的 95 % 区间（Wilson）下限高于全网中位数，至少 3 幅；或同一人连续 3 例及以上检查出现同一问题，“偶然”是按全网中位水平出现这样连续的概率。完成某主题的培训之前的图像，对该主题不再计入。专家读过的图像以专家意见为准。个别练习：sonograde practise。程序 \(program)。",
            en:
                "A finding is proposed where the lower end of its share's 95 % interval (Wilson) lies above the network's median, on 3 images at least; or where it was found in 3 consecutive exams or more of one person: “by chance” is how often such a row comes about at the network’s median level. Images from before a completed course on a topic no longer count for it. Where an expert read an image, the expert's findings count. Single technicians can practise: sonograde practise. Program \(program)."
        )
    }

    // MARK: Words

    /// `zhang 张敏`.
    private func person(_ code: String) -> String {
        names[code].map { $0 == code ? code : "\(code) \($0)" } ?? code
    }

    private static func finding(_ code: String) -> LocalizedText {
        FindingCode.named(code)?.name ?? PlotText.same(code)
    }

    private static func share(of need: TrainingNeed) -> String {
        "\(need.images)/\(need.examined) = \(Numbers.percentBesideInterval(need.share)) (\(Numbers.percent(need.interval)))"
    }

    private static func why(_ need: TrainingNeed) -> LocalizedText {
        var (zh, en): ([String], [String]) = ([], [])
        if need.isFrequent, let median = need.median {
            zh.append("高于全网中位数 \(Numbers.percent(median))")
            en.append("above the network's median of \(Numbers.percent(median))")
        }
        if !need.run.isEmpty {
            let chance = need.runByChance.map(Numbers.percent)
            zh.append("连续 \(need.run.count) 例检查" + (chance.map { "（偶然 \($0)）" } ?? ""))
            en.append("in \(need.run.count) consecutive exams" + (chance.map { " (by chance \($0))" } ?? ""))
        }
        if let since = need.since {
            zh.append("只计 \(since.endsOn) 完成 \(since.id) 之后的图像")
            en.append("only images since \(since.id) was completed on \(since.endsOn) count")
        }
        return LocalizedText(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
    }
}
