import Imaging
import Testing

@Suite("Blind view: only scan area and ruler")
struct BlindViewTests {
    /// A picture whose every pixel is bright, so that whatever is not masked shows.
    private let bright = ColourGrid(width: 200, height: 150) { x, y in (UInt8(100 + x % 100), UInt8(100 + y), 250) }

    private func blind(
        _ grid: ColourGrid,
        outline: [PixelPoint]?,
        shape: ScanArea.Shape? = .linear,
        isSure: Bool = true,
        maxWidth: Int = 4000,
        maxHeight: Int = 4000
    ) throws -> BlindPicture {
        try BlindView.picture(
            of: .bytes(try grid.png()),
            outline: outline,
            shape: shape,
            isSure: isSure,
            maxWidth: maxWidth,
            maxHeight: maxHeight,
            limits: DecodingLimits()
        )
    }

    private let trapezoid = [
        PixelPoint(x: 80.3, y: 20), PixelPoint(x: 120, y: 20), PixelPoint(x: 160.5, y: 110),
        PixelPoint(x: 40, y: 110.4),
    ]

    @Test("Pixels inside the outline are the original's, all others exactly black")
    func exact() throws {
        let picture = try blind(bright, outline: trapezoid)
        let frame = try #require(picture.frame)
        #expect(frame.width == picture.width && frame.height == picture.height)
        #expect(!picture.showsRuler && !picture.isWithheld)
        var inside = 0
        for y in 0..<150 {
            // The sides' columns at this row, by the equation of the line.
            let share = (Double(y) - 20) / 90
            let left = 80.3 + (40 - 80.3) * (Double(y) - 20) / 90.4
            let right = 120 + (160.5 - 120) * share
            for x in 0..<200 {
                let shown = picture.pixel(x: x, y: y)
                let isInside = y >= 20 && y <= 110 && Double(x) >= left && Double(x) <= right
                let isNearEdge = abs(Double(x) - left) < 0.06 || abs(Double(x) - right) < 0.06
                if isInside { inside += 1 }
                if !isNearEdge { #expect(shown == (isInside ? bright.pixel(x, y) : [0, 0, 0]), "(\(x), \(y))") }
            }
        }
        #expect(inside > 6000)
    }

    @Test("A bright surround does not bleed into a reduced picture", arguments: [100, 61, 33, 7])
    func noBleeding(maxWidth: Int) throws {
        // The scan area itself is black: whatever is bright in the result came from outside.
        let grid = ColourGrid(width: 200, height: 150) { x, y in
            let inside = x >= 50 && x <= 149 && y >= 40 && y <= 120
            return inside ? (0, 0, 0) : (255, 255, 255)
        }
        let box = [
            PixelPoint(x: 50, y: 40), PixelPoint(x: 149, y: 40), PixelPoint(x: 149, y: 120), PixelPoint(x: 50, y: 120),
        ]
        let picture = try blind(grid, outline: box, maxWidth: maxWidth)
        #expect(picture.width == min(maxWidth, 104))
        #expect(picture.rgb.allSatisfy { $0 == 0 })
    }

    @Test("A scan area that reaches all edges is shown to its last row and column")
    func fullFrame() throws {
        let edges = [
            PixelPoint(x: 0, y: 0), PixelPoint(x: 199, y: 0), PixelPoint(x: 199, y: 149), PixelPoint(x: 0, y: 149),
        ]
        let picture = try blind(bright, outline: edges, shape: .fullFrame)
        #expect(picture.rgb == bright.rgb)
        #expect(picture.frame == PixelBox(x: 0, y: 0, width: 200, height: 150))
    }

    @Test("What is not sure, has no outline or an outline beyond the picture is withheld")
    func withheld() throws {
        let beyond = trapezoid.map { PixelPoint(x: $0.x + 500, y: $0.y) }
        let pictures = try [
            blind(bright, outline: trapezoid, isSure: false), blind(bright, outline: nil),
            blind(bright, outline: trapezoid, shape: nil), blind(bright, outline: trapezoid, shape: .unknown),
            blind(bright, outline: []), blind(bright, outline: beyond),
        ]
        for picture in pictures {
            #expect(picture.isWithheld && picture.rgb.isEmpty && !picture.showsRuler)
            let failure = #expect(throws: ImagingError.self) { try picture.png() }
            #expect(failure?.message.contains("withheld") == true)
        }
    }

    @Test("Of two parts side by side only the graded left one is shown")
    func dual() throws {
        let left = [
            PixelPoint(x: 5, y: 20), PixelPoint(x: 90, y: 20), PixelPoint(x: 90, y: 140), PixelPoint(x: 5, y: 140),
        ]
        let picture = try blind(bright, outline: left, shape: .dual)
        for y in 0..<150 {
            for x in 91..<200 { #expect(picture.pixel(x: x, y: y) == [0, 0, 0]) }
        }
        #expect(picture.pixel(x: 50, y: 60) == bright.pixel(50, 60))
    }

    @Test("A picture that its EXIF turns is masked upright", arguments: [true, false])
    func turned(isLate: Bool) throws {
        // Stored 200 × 150, upright 150 × 200: turned clockwise, stored (x, y) stands at (149 − y, x).
        let exif = TestPictures.exif(orientation: 6, isLittleEndian: true)
        var png = MadePNG(width: 200, height: 150, depth: 8, colour: .rgb) { x, y in
            [50 + x, 60 + y, 90]
        }
        if isLate { png.after = [("eXIf", exif)] } else { png.before = [("eXIf", exif)] }
        let box = [
            PixelPoint(x: 30, y: 100), PixelPoint(x: 119, y: 100), PixelPoint(x: 119, y: 180),
            PixelPoint(x: 30, y: 180),
        ]
        let picture = try BlindView.picture(
            of: .bytes(png.bytes),
            outline: box,
            shape: .linear,
            isSure: true,
            maxWidth: 1000,
            maxHeight: 1000,
            limits: DecodingLimits()
        )
        #expect(picture.pixel(x: 40, y: 120) == [UInt8(50 + 120), UInt8(60 + 149 - 40), 90])
        #expect(picture.pixel(x: 29, y: 120) == [0, 0, 0])
        #expect(picture.pixel(x: 40, y: 181) == [0, 0, 0])
        let whole = try WholeView.picture(
            of: .bytes(png.bytes),
            maxWidth: 1000,
            maxHeight: 1000,
            limits: DecodingLimits()
        )
        #expect(whole.width == 150 && whole.height == 200)
        #expect(whole.pixel(x: 3, y: 7) == [UInt8(50 + 7), UInt8(60 + 149 - 3), 90])
    }

    @Test("The PNG for a desktop viewer has the same pixels")
    func viewer() throws {
        let picture = try blind(bright, outline: trapezoid)
        let again = try WholeView.picture(
            of: .bytes(try picture.png()),
            maxWidth: 4000,
            maxHeight: 4000,
            limits: DecodingLimits()
        )
        #expect(again.rgb == picture.rgb && again.width == picture.width)
    }

    @Test("The whole view keeps everything, within both bounds")
    func whole() throws {
        let source = ImageSource.bytes(try bright.png())
        let whole = try WholeView.picture(of: source, maxWidth: 4000, maxHeight: 4000, limits: DecodingLimits())
        #expect(whole.rgb == bright.rgb)
        let sizes = try [(100, 100), (400, 30), (40, 400), (1, 1)].map {
            let small = try WholeView.picture(of: source, maxWidth: $0.0, maxHeight: $0.1, limits: DecodingLimits())
            return [small.width, small.height]
        }
        #expect(sizes == [[100, 75], [40, 30], [40, 30], [1, 1]])
    }
}
