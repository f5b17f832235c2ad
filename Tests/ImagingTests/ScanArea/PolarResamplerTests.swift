import Foundation
import Imaging
import Testing

@Suite("Polar view") struct PolarResamplerTests {
    private static let geometries: [ScanGeometry] = [
        .fan(apexX: 500, apexY: -100, innerRadius: 180, outerRadius: 800, startAngle: 1.0, endAngle: 2.1),
        .fan(apexX: 300, apexY: 40, innerRadius: 0, outerRadius: 500, startAngle: 0.4, endAngle: 2.7),
        .quadrilateral(
            topLeft: PixelPoint(x: 100, y: 50),
            topRight: PixelPoint(x: 700, y: 50),
            bottomRight: PixelPoint(x: 700, y: 650),
            bottomLeft: PixelPoint(x: 100, y: 650)
        ),
        .quadrilateral(
            topLeft: PixelPoint(x: 300, y: 50),
            topRight: PixelPoint(x: 600, y: 60),
            bottomRight: PixelPoint(x: 800, y: 650),
            bottomLeft: PixelPoint(x: 120, y: 640)
        ),
    ]

    @Test("A point found from line and depth gives line and depth back", arguments: geometries)
    func roundTrip(_ geometry: ScanGeometry) throws {
        for line in stride(from: 0.0, through: 1, by: 0.125) {
            for depth in stride(from: 0.05, through: 1, by: 0.19) {
                let point = geometry.point(line: line, depth: depth)
                let back = try #require(geometry.coordinates(of: point))
                #expect(abs(back.line - line) < 1e-9)
                #expect(abs(back.depth - depth) < 1e-9)
            }
        }
    }

    @Test("Line 0 is the picture's left, depth 0 its top", arguments: geometries)
    func orientation(_ geometry: ScanGeometry) {
        #expect(geometry.point(line: 0, depth: 0.5).x < geometry.point(line: 1, depth: 0.5).x)
        #expect(geometry.point(line: 0.5, depth: 0).y < geometry.point(line: 0.5, depth: 1).y)
    }

    @Test("The polygon of a range holds the range's middle and not its neighbours", arguments: geometries)
    func polygons(_ geometry: ScanGeometry) {
        let corners = geometry.polygon(lines: 0.25...0.5, depths: 0.3...0.6)
        func isInside(_ line: Double, _ depth: Double) -> Bool {
            let point = geometry.point(line: line, depth: depth)
            return polygon(corners, contains: (point.x, point.y))
        }
        #expect(isInside(0.375, 0.45))
        #expect(!isInside(0.2, 0.45) && !isInside(0.55, 0.45) && !isInside(0.375, 0.25) && !isInside(0.375, 0.65))
    }

    @Test("Samples are the picture's grey at their point")
    func samples() throws {
        // A plane that is linear in x and y is what bilinear sampling reproduces.
        let width = 400
        let height = 300
        let pixels = (0..<width * height).map { UInt8(20 + ($0 % width) / 4 + ($0 / width) / 3) }
        let image = UltrasoundImage(
            luma: GreyPlane(width: width, height: height, pixels: pixels),
            chroma: nil,
            facts: ImageFacts(format: .png, width: width, height: height)
        )
        let geometry = ScanGeometry.fan(
            apexX: 200,
            apexY: -60,
            innerRadius: 90,
            outerRadius: 340,
            startAngle: 1.1,
            endAngle: 2.04
        )
        let mask = ScanAreaMask(columns: 100, rows: 75, cells: [UInt8](repeating: 1, count: 7500))
        let area = ScanArea(
            shape: .convex,
            box: PixelBox(x: 0, y: 0, width: width, height: height),
            confidence: 1,
            geometry: geometry,
            outline: geometry.polygon(lines: 0...1, depths: 0...1)
        )
        let view = PolarResampler.view(of: image, area: area, mask: mask)
        var compared = 0
        for i in stride(from: 3, to: PolarView.depths, by: 11) {
            for j in stride(from: 2, to: PolarView.lines, by: 13) {
                let point = geometry.point(line: (Double(j) + 0.5) / 256, depth: (Double(i) + 0.5) / 256)
                let inside = point.x >= 0 && point.y >= 0 && point.x < 399 && point.y < 299
                #expect((view.valid[i * 256 + j] == 1) == inside)
                guard inside else { continue }
                let expected = 20 + point.x / 4 + point.y / 3
                #expect(abs(Double(view.samples[i * 256 + j]) - expected) <= 1.6)
                compared += 1
            }
        }
        #expect(compared > 200)
    }

    @Test("An outline that reaches far beyond any picture gives the samples that lie in it")
    func outlinesFarBeyondThePicture() {
        let (width, height) = (300, 200)
        let plane = GreyPlane(
            width: width,
            height: height,
            pixels: (0..<width * height).map { UInt8(truncatingIfNeeded: $0 % width / 2 + $0 / width / 3) }
        )
        let image = UltrasoundImage(
            luma: plane,
            chroma: nil,
            facts: ImageFacts(format: .png, width: width, height: height)
        )
        let mask = ScanAreaMask(columns: 75, rows: 50, cells: [UInt8](repeating: 1, count: 3750))
        for bottom in [31_000.0, 40_000, 2e9, .infinity, .nan] {
            let geometry = ScanGeometry.quadrilateral(
                topLeft: PixelPoint(x: 10, y: 5),
                topRight: PixelPoint(x: 290, y: 5),
                bottomRight: PixelPoint(x: 290, y: bottom),
                bottomLeft: PixelPoint(x: 10, y: bottom)
            )
            let area = ScanArea(
                shape: .linear,
                box: PixelBox(x: 0, y: 0, width: width, height: height),
                confidence: 1,
                geometry: geometry,
                outline: []
            )
            let view = PolarResampler.view(of: image, area: area, mask: mask)
            for index in 0..<256 * 256 {
                let point = geometry.point(
                    line: (Double(index % 256) + 0.5) / 256,
                    depth: (Double(index / 256) + 0.5) / 256
                )
                let isInside = point.x >= 0 && point.y >= 0 && point.x < 299 && point.y < 199
                guard view.valid[index] == 1 || isInside, bottom < 1e6 else { continue }
                #expect(view.valid[index] == 1 && isInside)
                #expect(abs(Double(view.samples[index]) - point.x / 2 - point.y / 3) <= 1.6)
            }
            if !(bottom < 1e6) { #expect(view.valid.count { $0 == 1 } <= 256) }
        }
    }

    @Test("Colour, text and patches blacked out are not valid; tissue around them is")
    func validity() throws {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill { x, y in x >= 100 && x < 540 && y >= 40 && y < 440 }
        screen.colourBlock(x: 200, y: 100, width: 60, height: 40, grey: 120)
        screen.block(x: 440, y: 380, width: 100, height: 60, grey: 0)
        screen.text(x: 300, y: 300, letters: 8, grey: 255)
        let image = screen.image
        let finding = ScanAreaFinder.find(in: image)
        let area = try #require(finding.scanArea)
        let mask = try #require(finding.mask)
        let view = PolarResampler.view(of: image, area: area, mask: mask)
        func validAt(_ x: Double, _ y: Double) throws -> Bool {
            let place = try #require(area.geometry.coordinates(of: PixelPoint(x: x, y: y)))
            return view.valid[Int(place.depth * 256) * 256 + Int(place.line * 256)] == 1
        }
        #expect(try !validAt(230, 120))
        #expect(try !validAt(490, 410))
        #expect(try !validAt(320, 306))
        #expect(try validAt(150, 200))
        #expect(try validAt(400, 200))
        #expect(try validAt(300, 420))
        #expect(!mask.contains(x: 102, y: 200) && mask.contains(x: 112, y: 200))
        #expect(!mask.contains(x: -1, y: 5) && !mask.contains(x: 10_000, y: 5))
    }

    @Test("Round fluid and a thin bright wall are tissue's own")
    func notAnnotation() throws {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill(mean: 80) { x, y in
            x >= 100 && x < 540 && y >= 40 && y < 440 && (x - 320) * (x - 320) + (y - 200) * (y - 200) > 60 * 60
        }
        for x in 150..<500 {
            for y in 330..<333 { screen.pixels[y * 640 + x] = 250 }
        }
        let mask = try #require(ScanAreaFinder.find(in: screen.image).mask)
        #expect(mask.contains(x: 320, y: 200))
        let wall = (152..<496).count { mask.contains(x: $0, y: 331) }
        #expect(wall > 330)
    }
}
