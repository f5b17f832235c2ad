import Foundation
import Grading
import Intake
import Reports
import Store

/// Proposals for people at a terminal.
struct TrainingPlanText {
    let language: Language
    /// Names by `C01/zhang` and `C01`.
    let names: [String: String]

    private var isChinese: Bool { language == .zh }

    /// Writes plans that propose something, what has to be known of the others, and the next command.
    func write(_ proposals: TrainingDesk.Proposals) {
        for plan in proposals.institutions + proposals.technicians {
            let reference = plan.technician.map { "\(plan.institution)/\($0)" } ?? plan.institution
            let name = names[reference].map { $0 == reference ? reference : "\(reference) \($0)" } ?? reference
            let size =
                isChinese
                ? "\(plan.exams)例检查，\(plan.images)幅图像"
                : "\(String.counted(plan.exams, "exam")), \(String.counted(plan.images, "image"))"
            Terminal.line("\(name)  \(size)".shown)
            if plan.needs.isEmpty { Terminal.line("  " + (isChinese ? "无培训建议" : "no training is proposed")) }
            for need in plan.needs { Terminal.line(line(need).shown) }
            for taught in plan.taught { Terminal.line("  " + taught.text(need: plan.needs)[language].shown) }
            for remark in remarks(plan) { Terminal.line("  " + remark.shown) }
        }
        for proposal in proposals.classes {
            let who = proposal.technicians.joined(separator: isChinese ? "、" : ", ")
            let topic = "\(proposal.topic.id) \(proposal.topic.name[language])"
            Terminal.line(
                (isChinese
                    ? "建议集中培训：\(proposal.institution) \(topic)（\(proposal.considered)人中\(proposal.technicians.count)人需要：\(who)）"
                    : "a class is worth it: \(proposal.institution) \(topic) "
                        + "(\(proposal.technicians.count) of \(proposal.considered) need it: \(who))").shown
            )
        }
        if proposals.institutions.isEmpty, proposals.technicians.isEmpty {
            Terminal.line(isChinese ? "一年内没有收到检查" : "no exam came within a year")
        } else if let topic = proposals.technicians.lazy.flatMap(\.topics).first {
            let next = "sonograde course add … --topic \(topic.id); sonograde course enrol … --proposed"
            Terminal.line((isChinese ? "下一步：" : "next: ") + next)
        }
    }

    private func line(_ need: TrainingNeed) -> String {
        let topic = TrainingTopic.mending(need.code)
        let share = "\(need.images)/\(need.examined) = \(Numbers.percent(need.share, decimals: 1))"
        let limits = Numbers.percent(need.interval)
        var reasons: [String] = []
        if need.isFrequent, let median = need.median {
            reasons.append(
                isChinese
                    ? "高于全网中位数\(Numbers.percent(median, decimals: 1))"
                    : "above the network's median of \(Numbers.percent(median, decimals: 1))"
            )
        }
        if !need.run.isEmpty {
            let first = need.run.first ?? ""
            let last = need.run.last ?? ""
            reasons.append(
                isChinese
                    ? "连续\(need.run.count)例检查出现（\(first)…\(last)）"
                    : "in \(need.run.count) consecutive exams (\(first) … \(last))"
            )
            if let chance = need.runByChance {
                let share = Numbers.percent(chance, decimals: 1)
                reasons.append(isChinese ? "按全网水平出现这样连续的概率\(share)" : "such a row at the network's level: \(share)")
            }
        }
        let why = reasons.joined(separator: isChinese ? "；" : "; ")
        return "  \(topic?.id ?? "") \(topic?.name[language] ?? "")  \(KnownNames.finding(need.code)[language])  "
            + "\(share) (\(limits))  \(why)"
    }

    private func remarks(_ plan: TrainingPlan) -> [String] {
        var remarks: [String] = []
        if !plan.hasEnoughImages {
            remarks.append(isChinese ? "图像不足20幅，不与他人比较" : "fewer than 20 images: not compared with others")
        } else if !plan.hasPeers {
            remarks.append(
                isChinese ? "可比较者不足3个，没有全网中位数" : "fewer than 3 peers: there is no network's median"
            )
        }
        if !plan.equipment.isEmpty {
            let codes = plan.equipment.map { "\(KnownNames.finding($0.code)[language]) \($0.images)" }
            remarks.append(
                (isChinese ? "请设备维修处理，不属于培训：" : "for the device's service, not for training: ")
                    + codes.joined(separator: isChinese ? "、" : ", ")
            )
        }
        return remarks
    }
}
