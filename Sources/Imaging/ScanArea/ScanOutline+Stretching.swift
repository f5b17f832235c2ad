import Foundation

extension ScanOutline {
    /// The outline stretched along its scan lines to content that lies between its sides, above or below.
    ///
    /// Dark depth or a dark middle (probe in air, fluid) leaves the content in pieces; a piece that lies wholly
    /// between the side lines belongs to the same picture.
    ///
    /// - Parameters:
    ///   - pieces: Connected parts of the content.
    ///   - mainArea: Cells of the piece that the outline was fitted to.
    ///   - faceFades: Whether a fan begins in near darkness, so that its face must lie higher.
    ///   - pictureHeight: Cells down the picture.
    func stretched(to pieces: [CellComponent], mainArea: Int, faceFades: Bool, pictureHeight: Int) -> ScanOutline {
        var result = self
        for piece in pieces where belongs(piece, mainArea: mainArea, faceFades: faceFades) {
            let longer = result.stretched(to: piece)
            // A fan is shown as deep as it is: what would draw it beyond the picture's edge is a mark beside it.
            if case .fan(_, let apexY, _, let outer, _, _) = longer.geometry,
                case .fan(_, _, _, let before, _, _) = result.geometry, outer > before,
                apexY + outer > Double(pictureHeight) + 1, piece.maxY < pictureHeight
            {
                continue
            }
            result = longer
        }
        return result
    }

    private func belongs(_ piece: CellComponent, mainArea: Int, faceFades: Bool) -> Bool {
        let corners = [
            (Double(piece.minX), Double(piece.minY)), (Double(piece.maxX), Double(piece.minY)),
            (Double(piece.minX), Double(piece.maxY)), (Double(piece.maxX), Double(piece.maxY)),
        ]
        let middle = PixelPoint(
            x: Double(piece.minX + piece.maxX) / 2,
            y: Double(piece.minY + piece.maxY) / 2
        )
        guard piece.area * 3 >= piece.width * piece.height else { return false }
        switch geometry {
        case .fan(let apexX, let apexY, let inner, let outer, let start, let end):
            let distance = ((middle.x - apexX) * (middle.x - apexX) + (middle.y - apexY) * (middle.y - apexY))
                .squareRoot()
            guard distance < inner || distance > outer, middle.y > apexY - 0.05 * outer else { return false }
            if distance < inner {
                // What stands above a face that was seen is chrome.
                guard faceFades, abs(middle.x - apexX) <= 0.05 * outer else { return false }
                // Near the point where the side lines meet a phased probe's first echoes are wider than the wedge.
                let wedge = (Double(piece.maxY) - apexY) * (1 / tan(start) - 1 / tan(end))
                return piece.area >= 8 && (distance < 0.25 * outer || Double(piece.width) >= 0.6 * wedge)
            }
            guard Double(piece.area) >= max(20, 0.005 * Double(mainArea)), piece.height >= 4 else { return false }
            return corners.allSatisfy { x, y in
                let angle = atan2(y - apexY, x - apexX)
                return angle >= start - 0.04 && angle <= end + 0.04
            }
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            guard middle.y < topLeft.y || middle.y > bottomLeft.y, bottomLeft.y > topLeft.y else { return false }
            let fraction = (middle.y - topLeft.y) / (bottomLeft.y - topLeft.y)
            let left = topLeft.interpolated(to: bottomLeft, at: fraction).x
            let right = topRight.interpolated(to: bottomRight, at: fraction).x
            let inside = Double(piece.minX) >= left - 2 && Double(piece.maxX) <= right + 2
            let wide = Double(piece.width) >= 0.6 * (right - left)
            let large = Double(piece.area) >= 0.02 * Double(mainArea) && piece.height >= 4
            // Where edge lines lost contact the near field is wider than what lies below; chrome is low.
            let covers =
                Double(piece.minX) <= left + 2 && Double(piece.maxX) >= right - 2
                && Double(piece.height) >= 0.25 * (bottomLeft.y - topLeft.y) && middle.y < topLeft.y
            return covers || inside && (wide || (large && middle.y > bottomLeft.y))
        }
    }

    private func stretched(to piece: CellComponent) -> ScanOutline {
        var result = self
        switch geometry {
        case .fan(let apexX, let apexY, let inner, let outer, let start, let end):
            let middleX = Double(piece.minX + piece.maxX) / 2
            func radius(_ x: Double, _ y: Double) -> Double {
                ((x - apexX) * (x - apexX) + (y - apexY) * (y - apexY)).squareRoot()
            }
            var near = inner
            var far = outer
            if radius(middleX, Double(piece.minY + piece.maxY) / 2) < inner {
                // A wide piece is an arc whose ends are its highest cells; a narrow one is a spot at the apex.
                let isArc = Double(piece.width) > 0.5 * inner * (end - start)
                let rise = Double(piece.minY) - apexY
                let first = isArc ? rise / min(sin(start), sin(end)) : rise
                near = min(inner, max(0, first))
            } else {
                far = max(outer, radius(middleX, Double(piece.maxY)))
            }
            result.geometry = .fan(
                apexX: apexX,
                apexY: apexY,
                innerRadius: near,
                outerRadius: far,
                startAngle: start,
                endAngle: end
            )
            if shape == .convex, near < 0.1 * far { result.shape = .sector }
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let height = bottomLeft.y - topLeft.y
            let top = min(0, (Double(piece.minY) - topLeft.y) / height)
            let bottom = max(1, (Double(piece.maxY) - topLeft.y) / height)
            result.geometry = .quadrilateral(
                topLeft: topLeft.interpolated(to: bottomLeft, at: top),
                topRight: topRight.interpolated(to: bottomRight, at: top),
                bottomRight: topRight.interpolated(to: bottomRight, at: bottom),
                bottomLeft: topLeft.interpolated(to: bottomLeft, at: bottom)
            )
            // The top is that of the piece now.
            if top < 0 { result.isRagged = false }
            result.minY = min(minY, Double(piece.minY))
            result.maxY = max(maxY, Double(piece.maxY))
        }
        return result
    }
}
