import Grading

/// Wordings about standardised rates, urgent findings, and who handed in nothing.
enum PeriodWord: CaseIterable {
    case standardised, standardisedWhy, mixIs, mixPart, crude, standardRate, crudeEstimate, standardEstimate, whole
    case lacking, lackingNone, lackingImages, lackingReadings, coverageTooSmall, noStandard
    case urgent, urgentWhy, critical, duplicates, criticalLine, duplicateLine, waitingPart, rejectedPart
    case whereList, whereTable, whereTables, findingCodes, receivedAt, state, waiting, read, rejected, urgentMore
    case nothingLine, nothingOwn, nothingMark, nothingLineYet, nothingOwnYet, urgentSettled
    case together, estimated, rowsMore
    case adjusted, adjustedRate, adjustedWhy, rankAdjusted, effectiveAxis

    /// Both wordings.
    var text: LocalizedText {
        func words(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
        return switch self {
        case .standardised: words("按检查类型构成标化后的比较", "Compared with the same mix of exam types")
        case .standardisedWhy:
            words(
                "各机构检查类型不同，直接比较初筛达标率不公平。标化率：假设检查类型构成与全网络同期相同时的比率（直接标化法），括号内为 95% 置信区间。没有图像的类型不参与计算，其权重按比例分给其余类型；现有类型不足全网络构成的一半时不计算。专家认定需整改率先在各类型内按抽样分层估计，再标化。",
                "Institutions do different exams, so their plain rates are no fair comparison. A standardised rate is what it would be with the whole network's mix of exam types in the same period (direct standardisation), with its 95 % interval. Types without images are left out and their weights go to the others; below half of the network's mix there is no rate. The share of images that need correction by experts is estimated by strata within each type first."
            )
        case .mixIs: words("全网络同期构成：{parts}。", "The network's mix: {parts}.")
        case .mixPart: words("{name} {share}", "{name} {share}")
        case .crude: words("初筛达标率", "First-pass rate")
        case .standardRate: words("标化初筛达标率", "Standardised")
        case .crudeEstimate: words("专家认定需整改率（估计）", "Needs correction by experts (estimate)")
        case .standardEstimate: words("标化需整改率（估计）", "Standardised")
        case .whole: words("合计", "All together")
        case .lacking: words("未计入的类型", "Left out")
        case .lackingNone: words("无", "none")
        case .lackingImages: words("无图像：{names}", "no images: {names}")
        case .lackingReadings: words("专家复核不足：{names}", "too few read: {names}")
        case .coverageTooSmall: words("现有类型只占构成的 {share}", "only {share} of the mix is there")
        case .noStandard: words("–", "–")
        case .adjusted: words("调整后初筛达标率（用于名次与漏斗图）", "Adjusted (for ranks and funnel)")
        case .adjustedRate:
            words("初筛达标率已按检查类型调整。", "First-first-pass rates are adjusted for the exam types.")
        case .adjustedWhy:
            words(
                "调整后初筛达标率 = 本单位初筛达标率 − 按全网络各类型初筛达标率应得的初筛达标率 + 全网络初筛达标率；多做易扣分类型的，图像数相应折减。",
                "Adjusted rate = own rate − the rate expected of the own exam types at the network's rates + the network's rate; who does types that often fail counts for fewer images."
            )
        case .rankAdjusted:
            words(
                "名次按调整后初筛达标率（已扣除检查类型的影响，见“按检查类型构成标化后的比较”），不按表中的初筛达标率。",
                "Ranks go by the adjusted rates (freed of the mix of exam types; see “Compared with the same mix of exam types”), not by the plain ones in this table."
            )
        case .effectiveAxis: words("已评分图像数（折算后）", "images graded (effective)")
        case .urgent: words("严重问题与跨患者重复图", "Critical findings and pictures of several patients")
        case .urgentWhy:
            words(
                "位置格式：机构/检查文件夹/文件；待专家复核的排在前面。跨患者重复图的另一方只由质控中心查看（sonograde duplicates --kind cross_patient）。无法读取的文件另计，不在此列。",
                "Where: institution/exam folder/file; what waits for an expert comes first. With whom a picture is shared is for the quality centre to see (sonograde duplicates --kind cross_patient). Files that cannot be opened are counted apart."
            )
        case .critical: words("严重问题", "Critical findings")
        case .duplicates: words("跨患者重复图", "Pictures of several patients")
        case .criticalLine: words("有严重问题的图像 {n} 张{parts}。", "Images with a critical finding: {n}{parts}.")
        case .duplicateLine:
            words(
                "同一幅图出现在不同患者名下：{n} 张{parts}，请核对原始检查。",
                "The same picture under different patients: {n}{parts}; check the original exams."
            )
        case .urgentSettled: words("{title} {n} 张，专家均已否定。", "{title}: {n}, all rejected by an expert.")
        case .waitingPart: words("待专家复核 {n}", "{n} wait for an expert")
        case .rejectedPart: words("另有 {n} 张专家已否定，不计", "{n} more were rejected by an expert and don't count")
        case .whereList: words("位置：{places}。", "Where: {places}.")
        case .whereTable: words("位置：{places}，全部见“{table}”。", "Where: {places}; all under “{table}”.")
        case .whereTables: words("位置见“{table}”。", "Where: under “{table}”.")
        case .findingCodes: words("问题", "Finding")
        case .receivedAt: words("收到时间", "Received")
        case .state: words("专家", "Expert")
        case .waiting: words("待复核", "waits")
        case .read: words("已复核，成立", "read, stands")
        case .rejected: words("已否定", "rejected")
        case .urgentMore:
            words(
                "共 {all} 张，此处列出前 {n} 张；CSV 与 JSON 最多列 {most} 张。",
                "{all} in all; the first {n} are shown, CSV and JSON have up to {most}."
            )
        case .nothingLine:
            words(
                "登记在册、合同未到期的机构中，{n} 家本期未提交任何检查：{names}。",
                "Registered institutions, none out of contract, that handed in nothing: {n} ({names})."
            )
        case .nothingOwn:
            words("本机构登记在册且合同未到期，本期未提交任何检查。", "This institution is registered and handed in nothing.")
        case .nothingLineYet:
            words(
                "登记在册、合同未到期的机构中，截至今日 {n} 家本期尚未提交检查：{names}。",
                "Registered institutions, none out of contract, that have handed in nothing so far: {n} ({names})."
            )
        case .nothingOwnYet:
            words("本机构截至今日本期尚未提交检查。", "This institution has handed in nothing so far in this period.")
        case .nothingMark: words("本期未提交", "handed in nothing")
        case .rowsMore: words("另有 {n} 行未列出，见 CSV 或 JSON。", "{n} more rows are in the CSV and JSON.")
        case .estimated: words("估计需整改", "Estimated")
        case .together:
            words(
                "{n} 家机构的“{stratum}”复核不足 2 张，合并估计（{size} 张图中已复核 {read} 张）。",
                "{n} institutions have fewer than two readings of “{stratum}” and are estimated together ({read} of {size} images read)."
            )
        }
    }

    /// Both wordings with the places filled.
    func filled(_ values: KeyValuePairs<String, LocalizedText>) -> LocalizedText {
        // One pass, so that a value that looks like a place is left alone.
        func fill(_ template: String, _ wording: (LocalizedText) -> String) -> String {
            var (result, rest) = ("", Substring(template))
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                result += rest[..<open]
                let name = rest[rest.index(after: open)..<close]
                result += values.first { $0.key == name }.map { wording($0.value) } ?? "{\(name)}"
                rest = rest[rest.index(after: close)...]
            }
            return result + rest
        }
        return LocalizedText(zh: fill(text.zh, \.zh), en: fill(text.en, \.en))
    }
}
