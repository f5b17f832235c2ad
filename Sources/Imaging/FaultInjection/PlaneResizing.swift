import Foundation

/// How a plane is brought to another size.
package enum PlaneResizing: Sendable, CaseIterable {
    /// The nearest sample.
    case nearest
    /// Straight lines between samples; each old sample counts when it is reduced.
    case bilinear
    /// Keys' cubic with a = −0.5, widened when it is reduced.
    case bicubic
    /// Lanczos' windowed sinc of three lobes, widened when it is reduced.
    case lanczos

    /// Brings a plane to a size of at least 1 × 1.
    package func resized(_ plane: GreyPlane, width: Int, height: Int) -> GreyPlane {
        let columns = taps(from: plane.width, to: max(1, width))
        let rows = taps(from: plane.height, to: max(1, height))
        var across = [Float](repeating: 0, count: columns.count * plane.height)
        for y in 0..<plane.height {
            for (x, column) in columns.enumerated() {
                var sum: Float = 0
                for (index, weight) in column { sum += weight * Float(plane.pixels[y * plane.width + index]) }
                across[y * columns.count + x] = sum
            }
        }
        var result = [Float](repeating: 0, count: columns.count * rows.count)
        for (y, row) in rows.enumerated() {
            for (index, weight) in row {
                for x in 0..<columns.count {
                    result[y * columns.count + x] += weight * across[index * columns.count + x]
                }
            }
        }
        return PlaneFilter.plane(result, width: columns.count, height: rows.count)
    }

    /// For each new sample the old ones that it is made of, with weights that sum to 1.
    private func taps(from old: Int, to new: Int) -> [[(index: Int, weight: Float)]] {
        let step = Double(old) / Double(new)
        // Reducing widens the filter, or samples between the taps would be lost.
        let widening = max(1, step)
        return (0..<new).map { target in
            let middle = (Double(target) + 0.5) * step - 0.5
            if self == .nearest { return [(max(0, min(old - 1, Int(middle.rounded()))), 1)] }
            let reach = lobes * widening
            var found: [(index: Int, weight: Float)] = []
            for source in Int((middle - reach).rounded(.up))...Int((middle + reach).rounded(.down)) {
                let weight = weight(abs(Double(source) - middle) / widening)
                if weight != 0 { found.append((max(0, min(old - 1, source)), Float(weight))) }
            }
            let sum = found.reduce(Float(0)) { $0 + $1.weight }
            return found.map { ($0.index, $0.weight / sum) }
        }
    }

    /// Old samples to either side of a new one that count.
    private var lobes: Double {
        switch self {
        case .nearest, .bilinear: 1
        case .bicubic: 2
        case .lanczos: 3
        }
    }

    private func weight(_ distance: Double) -> Double {
        switch self {
        case .nearest: distance <= 0.5 ? 1 : 0
        case .bilinear: max(0, 1 - distance)
        case .bicubic:
            distance < 1
                ? (1.5 * distance - 2.5) * distance * distance + 1
                : distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0
        case .lanczos: distance < 3 ? sinc(distance) * sinc(distance / 3) : 0
        }
    }
}

private func sinc(_ distance: Double) -> Double {
    let angle = PortableMath.pi * distance
    return angle < 1e-9 ? 1 : PortableMath.sin(angle) / angle
}

extension UltrasoundImage {
    /// The picture at another size; colour follows the nearest pixel.
    func resized(width: Int, height: Int, by way: PlaneResizing) -> UltrasoundImage {
        let plane = way.resized(luma, width: width, height: height)
        var facts = facts
        facts.width = plane.width
        facts.height = plane.height
        let mask = chroma.map { chroma in
            ChromaMask(width: plane.width, height: plane.height) { x, y in
                chroma.contains(
                    x: min(chroma.width - 1, (2 * x + 1) * chroma.width / (2 * plane.width)),
                    y: min(chroma.height - 1, (2 * y + 1) * chroma.height / (2 * plane.height))
                )
            }
        }
        return UltrasoundImage(luma: plane, chroma: mask?.count == 0 ? nil : mask, facts: facts)
    }
}

extension ChromaMask {
    /// Asks for every pixel whether it carries colour.
    init(width: Int, height: Int, isColoured: (_ x: Int, _ y: Int) -> Bool) {
        var bits = [UInt8](repeating: 0, count: (width * height + 7) / 8)
        var count = 0
        for y in 0..<height {
            for x in 0..<width where isColoured(x, y) {
                let index = y * width + x
                bits[index >> 3] |= 1 << UInt8(index & 7)
                count += 1
            }
        }
        self.init(width: width, height: height, bits: bits, count: count)
    }
}
