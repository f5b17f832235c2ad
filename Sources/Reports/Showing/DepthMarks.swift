import Imaging

/// Which way the scan lines run, and the quarters of the depth, as ticks along the scan area.
struct DepthMarks {
    let geometry: ScanGeometry
    let size: (width: Double, height: Double)
    /// Line width in pixels of the original.
    let unit: Double

    /// Ticks at nine scan lines and at the quarters of the depth, which have their share written beside them.
    var shapes: [DrawnShape] {
        let lines = (0...8).map { Double($0) / 8 }
        let depths = [0.25, 0.5, 0.75]
        var shapes: [DrawnShape] = lines.flatMap { line in
            [
                tick(from: point(line, 0), to: point(line, -0.025), or: point(line, 0.025)),
                tick(from: point(line, 1), to: point(line, 1.025), or: point(line, 0.975)),
            ].compactMap(\.self)
        }
        for depth in depths {
            shapes += [
                tick(from: point(0, depth), to: point(-0.025, depth), or: point(0.025, depth)),
                tick(from: point(1, depth), to: point(1.025, depth), or: point(0.975, depth)),
            ].compactMap(\.self)
            let text = "\(Int(depth * 100))%"
            if let place = beside(depth: depth, outwards: labelWidth(text)) {
                shapes.append(.label(text, at: place, height: labelHeight, ink: FindingScene.areaInk))
            }
        }
        return shapes
    }

    private var labelHeight: Double { 9 * unit }
    private func labelWidth(_ text: String) -> Double { labelHeight / 7 * 6 * Double(text.count) }

    private func point(_ line: Double, _ depth: Double) -> PixelPoint { geometry.point(line: line, depth: depth) }

    /// A tick outside of the scan area, or inside where outside is beyond the picture.
    private func tick(from start: PixelPoint, to outside: PixelPoint, or inside: PixelPoint) -> DrawnShape? {
        guard isVisible(start) else { return nil }
        let end = isVisible(outside) ? outside : inside
        return .line([start, end], isClosed: false, ink: FindingScene.areaInk, width: 1.5 * unit, dash: 0)
    }

    /// The place of a label left of the first scan line; right of it, within the area, where the left has no room.
    private func beside(depth: Double, outwards width: Double) -> PixelPoint? {
        let edge = point(0, depth)
        guard isVisible(edge) else { return nil }
        let gap = 14 * unit + width / 2
        let x = edge.x - gap >= width / 2 ? edge.x - gap : edge.x + gap
        return PixelPoint(x: x, y: min(max(edge.y, labelHeight), size.height - labelHeight))
    }

    private func isVisible(_ point: PixelPoint) -> Bool {
        point.x > -1 && point.x < size.width && point.y > -1 && point.y < size.height
    }
}
