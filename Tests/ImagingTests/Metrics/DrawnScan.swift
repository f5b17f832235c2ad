import Foundation
import Imaging

/// A picture that is scan area all over, drawn by a test: rows are depths and columns are scan lines.
struct DrawnScan: Sendable {
    var width: Int
    var height: Int
    var grey: [Double]

    /// Draws each pixel.
    init(width: Int = 256, height: Int = 256, _ grey: (_ x: Int, _ y: Int) -> Double) {
        self.width = width
        self.height = height
        self.grey = (0..<width * height).map { grey($0 % width, $0 / width) }
    }

    /// Fully developed speckle on a 60 dB display, 512 × 512, tissue around grey 130: complex Gaussian noise, smoothed
    /// along depth (σ 1.6 px) and across (σ 3 px), magnitude, logarithm.
    static let speckle = makeSpeckle(seed: 1)

    private static func makeSpeckle(seed: UInt64) -> DrawnScan {
        var random = Gaussian(seed: seed)
        let side = 512
        var real = DrawnScan(width: side, height: side) { _, _ in random.next() }
        var imaginary = DrawnScan(width: side, height: side) { _, _ in random.next() }
        real = real.blurred(across: 3, down: 1.6)
        imaginary = imaginary.blurred(across: 3, down: 1.6)
        let power = zip(real.grey, imaginary.grey).map { $0 * $0 + $1 * $1 }
        let meanPower = power.reduce(0, +) / Double(power.count)
        var scan = real
        scan.grey = power.map { 140 + 10 * log10(max(1e-9, $0 / meanPower)) * 255 / 60 }
        return scan.clipped()
    }

    /// Each pixel changed.
    func map(_ change: (_ grey: Double, _ x: Int, _ y: Int) -> Double) -> DrawnScan {
        var scan = self
        for index in grey.indices { scan.grey[index] = change(grey[index], index % width, index / width) }
        return scan
    }

    /// Rounded to 0…255.
    func clipped() -> DrawnScan { map { grey, _, _ in min(255, max(0, grey.rounded())) } }

    /// With white noise.
    func noisy(_ sigma: Double, seed: UInt64 = 99) -> DrawnScan {
        var random = Gaussian(seed: seed)
        return map { grey, _, _ in grey + sigma * random.next() }
    }

    /// Gaussian blur.
    func blurred(_ sigma: Double) -> DrawnScan { blurred(across: sigma, down: sigma) }

    /// Gaussian blur with its own width for each axis; edges repeat.
    func blurred(across: Double, down: Double) -> DrawnScan {
        smoothed(sigma: across, stepX: 1, stepY: 0).smoothed(sigma: down, stepX: 0, stepY: 1)
    }

    private func smoothed(sigma: Double, stepX: Int, stepY: Int) -> DrawnScan {
        let reach = Int((3 * sigma).rounded(.up))
        let kernel = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = kernel.reduce(0, +)
        return DrawnScan(width: width, height: height) { x, y in
            var value = 0.0
            for (tap, weight) in kernel.enumerated() {
                let column = min(width - 1, max(0, x + (tap - reach) * stepX))
                let row = min(height - 1, max(0, y + (tap - reach) * stepY))
                value += weight * grey[row * width + column]
            }
            return value / sum
        }
    }

    /// The plane.
    var plane: GreyPlane { GreyPlane(width: width, height: height, pixels: clipped().grey.map { UInt8($0) }) }

    /// What metrics take. A 256 × 256 scan is its own polar view, so computed answers are exact; others are resampled.
    func input(
        quality: Int? = nil,
        chroma: ChromaMask? = nil,
        isValid: (_ x: Int, _ y: Int) -> Bool = { _, _ in true }
    ) -> MetricInput {
        Self.input(plane: plane, quality: quality, chroma: chroma, isValid: isValid)
    }

    /// The same for a plane from anywhere.
    static func input(
        plane: GreyPlane,
        quality: Int? = nil,
        chroma: ChromaMask? = nil,
        isValid: (_ x: Int, _ y: Int) -> Bool = { _, _ in true }
    ) -> MetricInput {
        let width = plane.width
        let height = plane.height
        let corners = [
            PixelPoint(x: -0.5, y: -0.5), PixelPoint(x: Double(width) - 0.5, y: -0.5),
            PixelPoint(x: Double(width) - 0.5, y: Double(height) - 0.5), PixelPoint(x: -0.5, y: Double(height) - 0.5),
        ]
        let area = ScanArea(
            shape: .linear,
            box: PixelBox(x: 0, y: 0, width: width, height: height),
            confidence: 1,
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            ),
            outline: corners
        )
        let columns = (width + 3) / 4
        let rows = (height + 3) / 4
        let mask = ScanAreaMask(
            columns: columns,
            rows: rows,
            cells: (0..<columns * rows).map { isValid($0 % columns * 4, $0 / columns * 4) ? 1 : 0 }
        )
        let image = UltrasoundImage(
            luma: plane,
            chroma: chroma,
            facts: ImageFacts(
                format: quality == nil ? .png : .jpeg,
                width: width,
                height: height,
                jpegQuality: quality
            )
        )
        let polar =
            width == PolarView.lines && height == PolarView.depths
            ? PolarView(
                samples: plane.pixels,
                valid: (0..<width * height).map { isValid($0 % width, $0 / width) ? 1 : 0 },
                geometry: area.geometry
            )
            : PolarResampler.view(of: image, area: area, mask: mask)
        return MetricInput(image: image, area: area, mask: mask, polar: polar)
    }

    /// What the catalogue measures on it.
    func measured() -> Measurements { MetricCatalog.measure(input()) }
}

/// Normal random numbers from a seed (xorshift and Box–Muller).
struct Gaussian {
    private var state: UInt64
    private var spare: Double?

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func uniform() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
    }

    mutating func next() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        let radius = (-2 * log(uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spare = radius * sin(angle)
        return radius * cos(angle)
    }
}

/// Whether numbers never fall, up to a tolerance.
func isRising(_ values: [Double?], tolerance: Double = 0) -> Bool {
    let known = values.compactMap { $0 }
    return known.count == values.count && zip(known, known.dropFirst()).allSatisfy { $0 <= $1 + tolerance }
}
