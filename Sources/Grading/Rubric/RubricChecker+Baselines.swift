extension RubricChecker {
    /// A `baseline:` block: limits in robust standard deviations from what the device usually shows.
    ///
    /// Code and severities are those of the written side of the same name unless it says otherwise.
    mutating func baselineLimits(
        _ node: SourceNode,
        of metric: String?,
        written: (high: LimitSide?, low: LimitSide?),
        ladder: SeverityLadder
    ) -> BaselineLimits? {
        guard mapping(node, "baseline") else { return nil }
        keys(node, ["high", "low", "least", "least_share", "backstop"])
        let high = node["high"].flatMap { baselineSide($0, "high", like: written.high, ladder: ladder) }
        let low = node["low"].flatMap { baselineSide($0, "low", like: written.low, ladder: ladder) }
        if node["high"] == nil, node["low"] == nil {
            mistake(node, "“baseline” needs “high” (above the usual is worse), “low” (below it is worse), or both")
        }
        if let metric {
            againstDirection(of: metric, hasHigh: node["high"] != nil, hasLow: node["low"] != nil, node)
        }
        let least = number(node["least"], "baseline.least", in: 0...1e9)
        let share = number(node["least_share"], "baseline.least_share", in: 0...1)
        if (least ?? 0) <= 0, (share ?? 0) <= 0 {
            mistake(
                node,
                "“baseline” needs a least distance above 0: “least” in the metric's unit, “least_share” of the median, "
                    + "or both; else a device that hardly varies is flagged for nothing"
            )
        }
        let backstop = node["backstop"].flatMap { choice($0, BaselineLimits.Backstop.self, "backstop") } ?? .severe
        return BaselineLimits(
            high: high,
            low: low,
            least: least ?? 0,
            leastShare: share ?? 0,
            backstop: backstop
        )
    }

    private mutating func baselineSide(
        _ node: SourceNode,
        _ name: String,
        like written: LimitSide?,
        ladder: SeverityLadder
    ) -> BaselineLimits.Side? {
        guard mapping(node, "baseline.\(name)") else { return nil }
        keys(node, ["warn", "defect", "severe", "code", "severity"])
        let steps = ["warn", "defect", "severe"].map { key in
            required(node, key).flatMap { number($0, "baseline.\(name).\(key)", in: 0.1...1000) }
        }
        let ladder = node["severity"].flatMap { severityLadder($0) } ?? written?.ladder ?? ladder
        let code: String?
        if let stated = node["code"] {
            code = findingCode(stated)
        } else if let written {
            code = written.code
        } else {
            code = required(node, "code").flatMap { findingCode($0) }
        }
        guard let warn = steps[0], let defect = steps[1], let severe = steps[2] else { return nil }
        if !(warn < defect && defect < severe) {
            mistake(
                node,
                "“baseline.\(name)” counts steps away from the median, which must rise: warn < defect < severe; "
                    + "here \(short(warn)), \(short(defect)), \(short(severe))"
            )
        }
        guard let code else { return nil }
        return BaselineLimits.Side(warn: warn, defect: defect, severe: severe, code: code, ladder: ladder)
    }
}
