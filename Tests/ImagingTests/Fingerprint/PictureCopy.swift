import Foundation
import Imaging

/// A way in which a picture is handed in again.
enum PictureCopy: String, CaseIterable, Sendable {
    case quality50 = "JPEG q50"
    case quality75 = "JPEG q75"
    case quality95 = "JPEG q95"
    case half = "× 0.5"
    case smaller = "× 0.7"
    case larger = "× 1.4"
    case double = "× 2"
    case darker = "20 grey darker"
    case brighter = "20 grey brighter"
    case contrast = "grey × 1.25"
    case gamma = "gamma 0.8"
    case cropped = "cropped to the area and 2 %"
    case cutInto = "2 % of the area cut off all round"
    case padded = "black border and a header"
    case text = "text above and in the picture"
    case mirrored = "mirrored"
    case chat = "× 0.7, brighter, JPEG q60"

    /// The picture's grey, changed; nil where it cannot be made.
    func made(of plane: GreyPlane, area: ScanArea) throws -> GreyPlane {
        switch self {
        case .quality50: try Self.coded(plane, 50)
        case .quality75: try Self.coded(plane, 75)
        case .quality95: try Self.coded(plane, 95)
        case .half: Self.scaled(plane, 0.5, .bilinear)
        case .smaller: Self.scaled(plane, 0.7, .bicubic)
        case .larger: Self.scaled(plane, 1.4, .bicubic)
        case .double: Self.scaled(plane, 2, .bilinear)
        case .darker: Self.mapped(plane) { $0 - 20 }
        case .brighter: Self.mapped(plane) { $0 > 0 ? $0 + 20 : 0 }
        case .contrast: Self.mapped(plane) { $0 * 1.25 }
        case .gamma: Self.mapped(plane) { 255 * pow($0 / 255, 0.8) }
        case .cropped: Self.cropped(plane, area, share: 0.02)
        case .cutInto: Self.cropped(plane, area, share: -0.02)
        case .padded: Self.padded(plane)
        case .text: Self.lettered(plane, area)
        case .mirrored: Self.turned(plane)
        case .chat: try Self.coded(Self.mapped(Self.scaled(plane, 0.7, .bicubic)) { $0 * 1.1 + 8 }, 60)
        }
    }

    private static func coded(_ plane: GreyPlane, _ quality: Int) throws -> GreyPlane {
        try ImageDecoder.decode(.bytes(JPEGEncoder.encode(plane, quality: quality)), limits: DecodingLimits()).luma
    }

    private static func scaled(_ plane: GreyPlane, _ factor: Double, _ resizing: PlaneResizing) -> GreyPlane {
        let width = Int((Double(plane.width) * factor).rounded())
        return resizing.resized(plane, width: width, height: Int((Double(plane.height) * factor).rounded()))
    }

    private static func mapped(_ plane: GreyPlane, _ change: (Double) -> Double) -> GreyPlane {
        let table = (0...255).map { UInt8(max(0, min(255, change(Double($0)).rounded()))) }
        return GreyPlane(width: plane.width, height: plane.height, pixels: plane.pixels.map { table[Int($0)] })
    }

    private static func turned(_ plane: GreyPlane) -> GreyPlane {
        var copy = plane
        for row in 0..<plane.height { copy.pixels[row * plane.width..<(row + 1) * plane.width].reverse() }
        return copy
    }

    /// The outline's box, larger by a share of its longer side, as far as the picture goes.
    private static func cropped(_ plane: GreyPlane, _ area: ScanArea, share: Double) -> GreyPlane {
        let (xs, ys) = (area.outline.map(\.x), area.outline.map(\.y))
        let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
        let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 0)
        let margin = share * max(right - left, bottom - top)
        let columns = max(0, Int(left - margin))..<min(plane.width, max(Int(right + margin) + 1, Int(left) + 1))
        let rows = max(0, Int(top - margin))..<min(plane.height, max(Int(bottom + margin) + 1, Int(top) + 1))
        var pixels: [UInt8] = []
        for row in rows {
            pixels += plane.pixels[row * plane.width + columns.lowerBound..<row * plane.width + columns.upperBound]
        }
        return GreyPlane(width: columns.count, height: rows.count, pixels: pixels)
    }

    private static func padded(_ plane: GreyPlane) -> GreyPlane {
        var copy = GreyPlane(width: plane.width + 120, height: plane.height + 90, filledWith: 0)
        for row in 0..<plane.height {
            for column in 0..<plane.width {
                copy.pixels[(row + 50) * copy.width + column + 70] = plane.pixels[row * plane.width + column]
            }
        }
        write("HOSPITAL 2", into: &copy, column: 5, row: 5)
        return copy
    }

    private static func lettered(_ plane: GreyPlane, _ area: ScanArea) -> GreyPlane {
        var copy = plane
        for line in 0..<3 { write("LIVER 2026-11-21 A\(line)", into: &copy, column: 3, row: 3 + 18 * line) }
        let (xs, ys) = (area.outline.map(\.x), area.outline.map(\.y))
        let column = (xs.min() ?? 0) * 0.4 + (xs.max() ?? 0) * 0.6
        let row = (ys.min() ?? 0) * 0.15 + (ys.max() ?? 0) * 0.85
        write("RK LONG +", into: &copy, column: Int(column), row: Int(row))
        return copy
    }

    /// Letters of 10 × 14 pixels, as far as they lie in the picture.
    private static func write(_ text: String, into plane: inout GreyPlane, column: Int, row: Int) {
        for (number, character) in text.enumerated() {
            for (y, bits) in BlockFont.rows(of: character).enumerated() {
                for x in 0..<BlockFont.glyphWidth where bits >> UInt8(4 - x) & 1 == 1 {
                    for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                        let (px, py) = (column + number * 12 + x * 2 + dx, row + y * 2 + dy)
                        guard (0..<plane.width).contains(px), (0..<plane.height).contains(py) else { continue }
                        plane.pixels[py * plane.width + px] = 230
                    }
                }
            }
        }
    }
}
