package import Grading
package import Imaging
internal import Typesetting

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files into which a picture can be shown.
package enum ShownFormat: String, Sendable, CaseIterable {
    case png, jpeg, svg, html

    /// The format of a file by its name's end; nil for any other.
    package init?(fileName: String) {
        guard let point = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: point)...].lowercased() {
        case "png": self = .png
        case "jpg", "jpeg": self = .jpeg
        case "svg": self = .svg
        case "html", "htm": self = .html
        default: return nil
        }
    }
}

extension ShownPicture {
    /// Sides below which a raster picture is enlarged by whole pixels, so that numbers on it can be read.
    static let leastSide = 640

    /// A file with picture, marks and legend.
    ///
    /// PNG and JPEG have the legend below the picture in `language`, English in the program's own letters and Chinese in the
    /// system's; SVG has it in `language` too, HTML in both. The same picture gives the same bytes, Chinese raster pictures
    /// on machines with the same fonts.
    ///
    /// - Throws: `ImagingError` when the picture cannot be encoded, such as one without pixels, or no font
    ///   of this machine has the legend's letters.
    package func file(_ format: ShownFormat, language: Language) throws(ImagingError) -> [UInt8] {
        switch format {
        case .png:
            let raster = try raster(language)
            return try PNGEncoder.encode(rgb: raster.rgb, width: raster.width, height: raster.height)
        case .jpeg:
            let raster = try raster(language)
            return try JPEGEncoder.encode(
                rgb: raster.rgb,
                width: raster.width,
                height: raster.height,
                quality: 92,
                subsampling: .full
            )
        case .svg: return Array(try ShownDrawing(shown: self, language: language).document().utf8)
        case .html: return Array(try ShownPage(shown: self, language: language).document().utf8)
        }
    }

    /// The picture with marks, enlarged where it is small, and the English legend below.
    package func raster() -> (rgb: [UInt8], width: Int, height: Int) {
        guard hasPicture else { return (rgb, width, height) }
        let large = enlarged
        return LegendStrip.below(rgb: large.drawn, width: large.width, height: large.height, entries: legend)
    }

    /// The same with the legend in a language.
    ///
    /// - Throws: `ImagingError` where no font of this machine has its letters.
    package func raster(_ language: Language) throws(ImagingError) -> (rgb: [UInt8], width: Int, height: Int) {
        guard language == .zh, hasPicture else { return raster() }
        let large = enlarged
        let measure = LegendStrip.Measure(width: large.width)
        var set: [(key: LegendEntry.Key, words: SetWords)] = []
        for line in lines(.zh) {
            do throws(TypesettingError) {
                let words = try Typesetter.set(
                    ForeignText.visible(line.words),
                    script: .simplifiedChinese,
                    size: measure.size,
                    width: measure.room
                )
                set.append((line.key, words))
            } catch {
                throw ImagingError(code: .decoderFailed, message: "\(error.message); .svg and .html need none")
            }
        }
        return LegendStrip.below(rgb: large.drawn, width: large.width, height: large.height, set: set)
    }

    /// Enlarged by whole pixels where it is small.
    private var enlarged: ShownPicture {
        let times = max(1, min(8, (Self.leastSide + max(width, height) - 1) / max(width, height)))
        var large = self
        (large.rgb, large.width, large.height) = Enlarged.picture(rgb, width: width, height: height, times: times)
        return large
    }

    /// The legend's lines, each with what is drawn before it.
    private func lines(_ language: Language) -> [(key: LegendEntry.Key, words: String)] {
        var lines: [(key: LegendEntry.Key, words: String)] = [(.none, result[language])]
        for entry in scene.entries {
            let key = LegendEntry.Key.number(entry.number, ink: entry.ink, isPlaced: entry.hasPlace && isMarked)
            let advice = entry.advice.map { " → " + $0[language] } ?? ""
            lines.append((key, entry.line(language) + advice))
        }
        for note in notes {
            // The drawn key stands for the sign that a terminal's legend begins with.
            let words = note.text[language]
            lines.append((note.key, note.key == .none ? words : String(words.trimmingPrefix(/(- - |\S{3} )/))))
        }
        return lines
    }

    /// The legend in the program's own letters, which has no Chinese ones.
    private var legend: [LegendEntry] {
        lines(.en).map { LegendEntry($0.key, Self.plain($0.words).replacing(" ;", with: ";")) }
    }

    /// Signs that the letters lack, by ones that they have.
    private static func plain(_ words: String) -> String {
        var result = ""
        for character in words {
            switch character {
            case "·": result += ";"
            case "–", "—", "−": result += "-"
            case "’", "‘", "“", "”", "\"": result += "'"
            case "×": result += "x"
            case "≥": result += ">="
            case "≤": result += "<="
            case "→": result += "->"
            default: result.append(character)
            }
        }
        return result
    }

    /// The picture without marks as base64 of a PNG.
    func pictureData() throws(ImagingError) -> Markup {
        Markup(trusted: Data(try PNGEncoder.encode(rgb: rgb, width: width, height: height)).base64EncodedString())
    }
}
