/// Grey values along the scan lines, ready to be drawn.
struct BeamImage: Sendable {
    let depths: Int
    let lines: Int
    /// 0 … 255, rows of depth × columns of lines as in `SpecklePhantom`.
    let grey: [Float]
    /// As in `TissueMap.flow`; empty without flow.
    let flow: [Float]

    /// Grey of parenchyma at gain 0: scanners' presets put tissue below the middle.
    ///
    /// The tissue median of real pictures
    /// of many machines lies between 33 and 107 (5 and 95 %).
    static let parenchymaGrey: Float = 95

    /// Maps levels to grey: parenchyma at `parenchymaGrey`, `dynamicRange` decibels span black to white.
    ///
    /// - Parameters:
    ///   - phantom: the levels.
    ///   - dynamicRange: decibels between black and white.
    ///   - gain: decibels added to each depth; one value a row.
    init(_ phantom: SpecklePhantom, dynamicRange: Double, gain: [Float]) {
        depths = phantom.depths
        lines = phantom.lines
        flow = phantom.flow
        let slope = Float(255 / dynamicRange)
        var values = phantom.decibels
        for row in 0..<phantom.depths {
            let lift = gain[row]
            let first = row * phantom.lines
            for index in first..<(first + phantom.lines) {
                values[index] = min(255, max(0, (values[index] + lift) * slope + Self.parenchymaGrey))
            }
        }
        grey = values
    }
}

/// The part of the scan in which flow is shown in colour, in shares of width and depth.
struct ColourBox: Sendable, Equatable {
    var fromLine: Float
    var toLine: Float
    var fromDepth: Float
    var toDepth: Float
}

extension Canvas {
    /// Draws beam-space grey values into their place in the picture, bilinear between samples.
    mutating func draw(_ beam: BeamImage, layout: ScanLayout, colourBox: ColourBox?, seed: UInt64) {
        let sampler = BeamSampler(beam: beam, colourBox: colourBox, seed: seed)
        switch layout.geometry {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            let half = Float((endAngle - startAngle) / 2)
            let inner = Float(innerRadius)
            let reach = Float(outerRadius - innerRadius)
            let halfWidth =
                endAngle - startAngle >= PortableMath.pi ? outerRadius : outerRadius * PortableMath.sin(Double(half))
            let columns = clampedRange(apexX - halfWidth, apexX + halfWidth, limit: width)
            let topEdge = apexY + innerRadius * min(1, PortableMath.cos(Double(half)))
            let rows = clampedRange(topEdge - 1, apexY + outerRadius, limit: height)
            for y in rows {
                let dy = Float(Double(y) - apexY)
                for x in columns {
                    let dx = Float(Double(x) - apexX)
                    let radius = (dx * dx + dy * dy).squareRoot()
                    let v = (radius - inner) / reach
                    guard v >= 0, v <= 1 else { continue }
                    let angle = PortableMath.atan2(y: dx, x: dy)
                    guard angle >= -half, angle <= half else { continue }
                    set(x: x, y: y, sampler.ink(line: (angle + half) / (2 * half), depth: v, pixel: y &* width &+ x))
                }
            }
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let rows = clampedRange(topLeft.y, bottomLeft.y, limit: height)
            for y in rows {
                let v = (Double(y) - topLeft.y) / (bottomLeft.y - topLeft.y)
                guard v >= 0, v <= 1 else { continue }
                let left = topLeft.x + (bottomLeft.x - topLeft.x) * v
                let right = topRight.x + (bottomRight.x - topRight.x) * v
                for x in clampedRange(left, right, limit: width) {
                    let u = (Double(x) - left) / (right - left)
                    guard u >= 0, u <= 1 else { continue }
                    set(x: x, y: y, sampler.ink(line: Float(u), depth: Float(v), pixel: y &* width &+ x))
                }
            }
        }
    }

    private func clampedRange(_ low: Double, _ high: Double, limit: Int) -> Range<Int> {
        let first = max(0, min(Double(limit), low.rounded(.up)))
        let last = max(first, min(Double(limit), high.rounded(.down) + 1))
        return Int(first)..<Int(last)
    }
}

/// Bilinear look-up in a beam image.
private struct BeamSampler {
    let beam: BeamImage
    let box: ColourBox?
    private var speckle: ValueNoise?

    init(beam: BeamImage, colourBox: ColourBox?, seed: UInt64) {
        self.beam = beam
        box = beam.flow.isEmpty ? nil : colourBox
        speckle = box == nil ? nil : ValueNoise(seed: seed &+ 77)
    }

    @inline(__always)
    func ink(line: Float, depth: Float, pixel: Int) -> Ink {
        let column = min(Float(beam.lines - 1), max(0, line * Float(beam.lines) - 0.5))
        let row = min(Float(beam.depths - 1), max(0, depth * Float(beam.depths) - 0.5))
        let left = min(beam.lines &- 2, Int(Int32(column)))
        let top = min(beam.depths &- 2, Int(Int32(row)))
        let fx = column - Float(left)
        let fy = row - Float(top)
        let first = top &* beam.lines &+ left
        let second = first &+ beam.lines
        if let box, line >= box.fromLine, line <= box.toLine, depth >= box.fromDepth, depth <= box.toDepth {
            let flow = blend(beam.flow.span, first, second, fx, fy)
            if let ink = colour(of: flow, line: line, depth: depth) { return ink }
        }
        return Ink(grey: UInt8(truncatingIfNeeded: Int32(blend(beam.grey.span, first, second, fx, fy) + 0.5)))
    }

    @inline(__always)
    private func blend(_ field: Span<Float>, _ first: Int, _ second: Int, _ fx: Float, _ fy: Float) -> Float {
        let upper = field[first] + fx * (field[first &+ 1] - field[first])
        let lower = field[second] + fx * (field[second &+ 1] - field[second])
        return upper + fy * (lower - upper)
    }

    /// Red towards the probe, blue away from it; nil where there is no flow to show.
    private func colour(of flow: Float, line: Float, depth: Float) -> Ink? {
        guard let speckle else { return nil }
        let noisy = flow + 0.12 * speckle.value(line * 60, depth * 60)
        let speed = min(1, noisy < 0 ? -noisy : noisy)
        guard speed > 0.15, flow != 0 else { return nil }
        let strong = UInt8(truncatingIfNeeded: Int32(90 + 165 * speed))
        let warm = UInt8(truncatingIfNeeded: Int32(speed > 0.5 ? 400 * (speed - 0.5) : 0))
        return noisy > 0 ? Ink(strong, warm, 0) : Ink(0, warm, strong)
    }
}
