import Foundation
import Imaging

/// A drawn convex picture to be spoiled: speckle in a fan, grey chrome around it, one coloured corner.
enum FaultScene {
    static let area: ScanArea = {
        let geometry = ScanGeometry.fan(
            apexX: 119.5,
            apexY: -40,
            innerRadius: 60,
            outerRadius: 210,
            startAngle: .pi / 2 - 0.5,
            endAngle: .pi / 2 + 0.5
        )
        let outline = geometry.polygon(lines: 0...1, depths: 0...1)
        return ScanArea(
            shape: .convex,
            box: PixelBox(x: 19, y: 12, width: 202, height: 159),
            confidence: 1,
            geometry: geometry,
            outline: outline
        )
    }()

    /// 240 × 180: speckle of mean about 70 with black inside, 30 outside.
    static let image: UltrasoundImage = {
        var plane = GreyPlane(width: 240, height: 180, filledWith: 30)
        var source = SplitMix64(seed: 99)
        for y in 0..<180 {
            for x in 0..<240 {
                guard let place = area.geometry.coordinates(of: PixelPoint(x: Double(x), y: Double(y))),
                    (0...1).contains(place.line), (0...1).contains(place.depth)
                else { continue }
                // A vessel without echoes, and a bright wall.
                let isVessel = hypot(Double(x) - 120, Double(y) - 110) < 18
                let isWall = abs(y - 140) < 3
                let speckle = (0..<4).reduce(0) { sum, _ in sum + Int(source.next() >> 59) } - 62
                plane.pixels[y * 240 + x] = isVessel ? 0 : UInt8(clamping: (isWall ? 190 : 70) + speckle)
            }
        }
        var bits = [UInt8](repeating: 0, count: 240 * 180 / 8)
        for (x, y) in (0..<36).map({ ($0 % 6, $0 / 6) }) + [(120, 60)] {
            bits[(y * 240 + x) / 8] |= 1 << UInt8((y * 240 + x) % 8)
        }
        let chroma = ChromaMask(width: 240, height: 180, bits: bits, count: 37)
        return UltrasoundImage(
            luma: plane,
            chroma: chroma,
            facts: ImageFacts(format: .png, width: 240, height: 180)
        )
    }()

    /// The picture laid out; the outline holds thousands of its pixels.
    static let site: FaultSite = {
        guard let site = FaultSite(image: image, area: area) else { fatalError("the drawn outline holds pixels") }
        return site
    }()

    /// A picture of 2 × 2 pixels, all of it scan area.
    static let speck: FaultSite? = {
        let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { PixelPoint(x: $0.0, y: $0.1) }
        let geometry = ScanGeometry.quadrilateral(
            topLeft: corners[0],
            topRight: corners[1],
            bottomRight: corners[2],
            bottomLeft: corners[3]
        )
        let area = ScanArea(
            shape: .fullFrame,
            box: PixelBox(x: 0, y: 0, width: 2, height: 2),
            confidence: 1,
            geometry: geometry,
            outline: corners
        )
        let plane = GreyPlane(width: 2, height: 2, pixels: [0, 90, 200, 255])
        let facts = ImageFacts(format: .png, width: 2, height: 2)
        return FaultSite(image: UltrasoundImage(luma: plane, chroma: nil, facts: facts), area: area)
    }()

    /// Sum of absolute differences; another size counts a thousand grey levels for each row or column.
    static func distance(of other: UltrasoundImage) -> Int {
        let sizes = abs(other.luma.width - image.luma.width) + abs(other.luma.height - image.luma.height)
        guard sizes == 0 else { return 1000 * sizes }
        return zip(image.luma.pixels, other.luma.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    }

    /// Mean of the pixels inside that were lit before.
    static func litMean(of other: UltrasoundImage) -> Double {
        let lit = site.pixels.filter { image.luma.pixels[$0] > 0 }
        return lit.reduce(0.0) { $0 + Double(other.luma.pixels[$1]) } / Double(lit.count)
    }
}
