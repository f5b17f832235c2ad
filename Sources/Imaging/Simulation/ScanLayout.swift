/// Where the simulated scan lies in the picture, and how centimetres map to pixels.
package struct ScanLayout: Sendable, Equatable {
    /// How scan lines run through the picture, in pixels.
    package let geometry: ScanGeometry
    /// Pixels per centimetre, the same in both directions.
    package let pixelsPerCentimetre: Double
    /// Depth at the middle line in cm.
    package let depth: Double
    /// Radius of the transducer face in cm; 0 for straight arrays.
    let faceRadius: Double

    /// Puts a probe's outline as large as it fits, centred, against the top of a box.
    ///
    /// - Parameters:
    ///   - probe: the transducer.
    ///   - depth: depth at the middle line in cm, above 0.
    ///   - left: left edge of the box in pixels.
    ///   - top: top edge.
    ///   - width: width of the box.
    ///   - height: height of the box.
    package init(probe: ProbeShape, depth: Double, left: Double, top: Double, width: Double, height: Double) {
        let opening = probe.halfOpening
        let radius = probe.faceRadius
        let sine = PortableMath.sin(opening)
        let cosine = PortableMath.cos(opening)
        self.depth = depth
        faceRadius = radius
        if probe.apertureWidth > 0 {
            let spread = depth * sine / cosine
            let scale = min(height / depth, width / (probe.apertureWidth + 2 * spread))
            let middle = left + width / 2
            let halfTop = probe.apertureWidth / 2 * scale
            let halfBottom = halfTop + spread * scale
            let bottom = top + depth * scale
            geometry = .quadrilateral(
                topLeft: PixelPoint(x: middle - halfTop, y: top),
                topRight: PixelPoint(x: middle + halfTop, y: top),
                bottomRight: PixelPoint(x: middle + halfBottom, y: bottom),
                bottomLeft: PixelPoint(x: middle - halfBottom, y: bottom)
            )
            pixelsPerCentimetre = scale
        } else {
            // The corners of the face stand above its middle by radius · (1 − cos).
            let rows = radius + depth - radius * cosine
            let columns = 2 * (radius + depth) * sine
            let scale = min(height / rows, width / columns)
            geometry = .fan(
                apexX: left + width / 2,
                apexY: top - radius * cosine * scale,
                innerRadius: radius * scale,
                outerRadius: (radius + depth) * scale,
                startAngle: PortableMath.pi / 2 - opening,
                endAngle: PortableMath.pi / 2 + opening
            )
            pixelsPerCentimetre = scale
        }
    }

    /// Lets a probe's scan cover a box entirely, as in pictures that were cropped inside the scan.
    package init(probe: ProbeShape, depth: Double, coveringWidth width: Double, height: Double) {
        guard probe.apertureWidth == 0 else {
            // A straight array covers the box when it is as wide; trapezoids are wider below.
            let scale = max(width / probe.apertureWidth, height / depth)
            let spread = 2 * depth * PortableMath.tan(probe.halfOpening)
            let fullWidth = (probe.apertureWidth + spread) * scale
            self.init(
                probe: probe,
                depth: depth,
                left: (width - fullWidth) / 2 - 0.5,
                top: -0.5,
                width: fullWidth,
                height: depth * scale
            )
            return
        }
        let radius = probe.faceRadius
        // The upper corners lie inside the sides, the lower ones inside the far arc, the upper edge below the face.
        var top = width / 2 / PortableMath.tan(probe.halfOpening) * 1.02
        var scale = 0.0
        for _ in 0..<60 {
            let bottom = top + height
            scale = (width * width / 4 + bottom * bottom).squareRoot() * 1.005 / (radius + depth)
            if radius * scale <= top { break }
            top = radius * scale * 1.01
        }
        let geometry = ScanGeometry.fan(
            apexX: (width - 1) / 2,
            apexY: -top,
            innerRadius: radius * scale,
            outerRadius: (radius + depth) * scale,
            startAngle: PortableMath.pi / 2 - probe.halfOpening,
            endAngle: PortableMath.pi / 2 + probe.halfOpening
        )
        self.init(geometry: geometry, pixelsPerCentimetre: scale, depth: depth, faceRadius: radius)
    }

    private init(geometry: ScanGeometry, pixelsPerCentimetre: Double, depth: Double, faceRadius: Double) {
        self.geometry = geometry
        self.pixelsPerCentimetre = pixelsPerCentimetre
        self.depth = depth
        self.faceRadius = faceRadius
    }

    /// Where scan line `u` (0 left edge … 1 right edge) at depth `v` (0 face … 1 end) lies, in cm: x rightwards from the
    /// middle of the face, z downwards from it.
    func position(line u: Double, depth v: Double) -> (x: Double, z: Double) {
        switch geometry {
        case .fan(_, _, _, _, let startAngle, let endAngle):
            let angle = endAngle + (startAngle - endAngle) * u
            let radius = faceRadius + v * depth
            return (radius * PortableMath.cos(angle), radius * PortableMath.sin(angle) - faceRadius)
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let leftX = topLeft.x + (bottomLeft.x - topLeft.x) * v
            let rightX = topRight.x + (bottomRight.x - topRight.x) * v
            let middle = (topLeft.x + topRight.x) / 2
            return ((leftX + (rightX - leftX) * u - middle) / pixelsPerCentimetre, v * depth)
        }
    }

    /// The pixel of a place in cm.
    package func pixel(x: Double, z: Double) -> PixelPoint {
        switch geometry {
        case .fan(let apexX, let apexY, let innerRadius, _, _, _):
            return PixelPoint(x: apexX + x * pixelsPerCentimetre, y: apexY + innerRadius + z * pixelsPerCentimetre)
        case .quadrilateral(let topLeft, let topRight, _, _):
            let middle = (topLeft.x + topRight.x) / 2
            return PixelPoint(x: middle + x * pixelsPerCentimetre, y: topLeft.y + z * pixelsPerCentimetre)
        }
    }
}
