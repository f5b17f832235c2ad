import Grading

/// One horizontal bar: a share of the full width, with its interval as a thin line where there is one.
struct ShareBar {
    /// Class of the colour: a level or a severity; empty for the plain one.
    let style: String
    /// 0–1.
    let share: Double
    let interval: ShareInterval?
    /// The share that fills the whole width.
    var full = 1.0

    /// The bar below its label and value.
    func row(label: Markup, value: Markup) -> Markup {
        let whisker: Markup =
            interval.map { interval in
                let (low, high) = (position(interval.low), position(interval.high))
                return "<path class=\"whisker\" d=\"M\(low) 7H\(high)M\(low) 3V11M\(high) 3V11\"/>"
            } ?? .none
        return """
            <li><span>\(label)</span><span class="num">\(value)</span>\
            <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="track" width="1000" height="14"/>\
            <rect class="bar \(style)" width="\(position(share))" height="14"/>\(whisker)</svg></li>
            """
    }

    private func position(_ share: Double) -> String {
        Numbers.fixed(min(max(share.isFinite ? share / full : 0, 0), 1) * 1000, decimals: 1)
    }
}
