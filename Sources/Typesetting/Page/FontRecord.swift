internal import CPangoCairo

/// A font that letters of a page were taken from.
package struct FontRecord: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `Noto Serif CJK SC Bold`.
    package let name: String
    /// The font file's own revision, `2.001`; empty where it has none.
    package let version: String

    package static func < (left: FontRecord, right: FontRecord) -> Bool {
        (left.name, left.version) < (right.name, right.version)
    }

    package var description: String { version.isEmpty ? name : "\(name) \(version)" }
}

extension FontRecord {
    /// The versions of what sets and draws, which decide the bytes of a page: `cairo 1.16.0, pango 1.50.12, …`.
    package static var libraries: String {
        func text(_ words: UnsafePointer<CChar>?) -> String { words.map { String(cString: $0) } ?? "?" }
        let config = Int(FcGetVersion())
        let fontconfig = "\(config / 10_000).\(config / 100 % 100).\(config % 100)"
        return [
            "cairo \(text(cairo_version_string()))", "pango \(text(pango_version_string()))",
            "HarfBuzz \(text(hb_version_string()))", "fontconfig \(fontconfig)", "libqrencode \(QRSymbol.library)",
        ].joined(separator: ", ")
    }
}

extension TextLayout {
    /// The fonts that its letters come from.
    var fonts: Set<FontRecord> {
        var records: Set<FontRecord> = []
        guard let iterator = pango_layout_get_iter(pango) else { return records }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator),
                let font = run.pointee.item.pointee.analysis.font
            else { continue }
            records.insert(FontRecord(font: font))
        } while pango_layout_iter_next_run(iterator) != 0
        return records
    }
}

extension FontRecord {
    fileprivate init(font: UnsafeMutablePointer<PangoFont>) {
        let pattern = UnsafeMutableRawPointer(font).withMemoryRebound(to: PangoFcFont.self, capacity: 1) {
            pango_fc_font_get_pattern($0)
        }
        var family: UnsafeMutablePointer<FcChar8>?
        var style: UnsafeMutablePointer<FcChar8>?
        var revision: Int32 = 0
        let hasFamily = FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch
        let hasStyle = FcPatternGetString(pattern, FC_STYLE, 0, &style) == FcResultMatch
        let hasRevision = FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &revision) == FcResultMatch
        let words = [hasFamily ? family : nil, hasStyle ? style : nil].compactMap { $0.map { String(cString: $0) } }
        name = words.joined(separator: " ")
        // 16.16 fixed point, shown with three digits as the fonts' makers do.
        let thousandths = (Int(revision) * 1000 + 32_768) / 65_536
        let fraction = String(thousandths % 1000)
        version =
            hasRevision
            ? "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)" : ""
    }
}
