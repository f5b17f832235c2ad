import Imaging
import Testing

/// Phantom screens of every probe and look: what of their chrome an expert sees before the answer.
@Suite("Blind view: rulers of phantoms")
struct DepthRulerTests {
    private static let ruledStyles: [ChromeStyle] = [.classic, .slate, .navy, .handheld]

    private func recipe(_ probe: ProbeShape, _ style: ChromeStyle, depth: Double = 8) -> PhantomRecipe {
        var recipe = PhantomRecipe(anatomy: .liver)
        recipe.probe = probe
        recipe.depth = depth
        recipe.chrome.style = style
        recipe.seed = 11
        return recipe
    }

    /// The true outline of a rendered phantom, as the contract draws it.
    private func outline(of phantom: PhantomPicture) -> [PixelPoint] {
        phantom.layout.geometry.polygon(lines: 0...1, depths: 0...1)
    }

    private func blind(_ recipe: PhantomRecipe, maxSide: Int = 4000) throws -> BlindPicture {
        let phantom = try recipe.render()
        return try BlindView.picture(
            of: .bytes(try recipe.fileBytes()),
            outline: outline(of: phantom),
            shape: phantom.shape,
            isSure: true,
            maxWidth: maxSide,
            maxHeight: maxSide,
            limits: DecodingLimits()
        )
    }

    /// Rows of the original that have a bright pixel left or right of a box of columns.
    private func markedRows(_ picture: BlindPicture, beside columns: ClosedRange<Int>) throws -> [Int] {
        let frame = try #require(picture.frame)
        return (frame.y..<(frame.y + frame.height)).filter { y in
            (frame.x..<(frame.x + frame.width)).contains { x in
                !columns.contains(x) && picture.pixel(x: x, y: y) != [0, 0, 0]
            }
        }
    }

    @Test("The ruler is kept where its centimetres are, and nothing else", arguments: ProbeShape.allCases, ruledStyles)
    func ruler(probe: ProbeShape, style: ChromeStyle) throws {
        let recipe = recipe(probe, style)
        let phantom = try recipe.render()
        let picture = try blind(recipe)
        #expect(picture.showsRuler)
        let columns = outline(of: phantom).map(\.x)
        let left = try #require(columns.min())
        let right = try #require(columns.max())
        let rows = try markedRows(picture, beside: Int(left.rounded(.down))...Int(right.rounded(.up)))
        let centimetres = (0...8).map { Int(phantom.layout.pixel(x: 0, z: Double($0)).y.rounded()) }
        // A focus mark or a digit may hide a tick; at least seven of the nine stay.
        #expect(centimetres.count { rows.contains($0) } >= 7, "\(rows)")
        // A dot is up to three rows high; no row further from a centimetre is marked.
        #expect(rows.allSatisfy { row in centimetres.contains { (0...2).contains(row - $0) } }, "\(rows)")
    }

    @Test("No letter shows: screens that differ in their text alone look the same", arguments: ProbeShape.allCases)
    func sameWithoutText(probe: ProbeShape) throws {
        for style in ChromeStyle.allCases where style != .cropped {
            var first = recipe(probe, style)
            first.chrome.hospital = "QINGHE TOWN HOSPITAL"
            first.chrome.exam = "WANG XIAOMING M 45Y ID 20260001234"
            var second = first
            second.chrome.hospital = "IIIIIIIIIIIII 1111111 ------------ ...............    LLL"
            second.chrome.exam = "I I I I I I I - - - - - - - - - - - : : : : : : : . . . . . . . ."
            #expect(try blind(first) == blind(second), "\(style)")
        }
    }

    @Test("Outside scan area and ruler every pixel is black, at any size", arguments: ruledStyles)
    func black(style: ChromeStyle) throws {
        var recipe = recipe(.convex, style, depth: 16)
        recipe.chrome.bodyMark = true
        recipe.chrome.calipers = true
        let phantom = try recipe.render()
        let picture = try blind(recipe)
        let frame = try #require(picture.frame)
        // Of the marks beside the scan area none is larger than a tick.
        let columns = outline(of: phantom).map(\.x)
        let left = Int(try #require(columns.min()).rounded(.down))
        let right = Int(try #require(columns.max()).rounded(.up))
        for y in frame.y..<(frame.y + frame.height) {
            let beside = (frame.x..<(frame.x + frame.width)).count { x in
                !(left...right).contains(x) && picture.pixel(x: x, y: y) != [0, 0, 0]
            }
            #expect(beside <= 10)
        }
        // In the corner of the fan's box that has no ruler, where header or column stand, there is nothing.
        let small = try blind(recipe, maxSide: 90)
        let isOnLeft = style == .slate || style == .handheld
        for y in 0..<6 {
            let start = 3 * (y * small.width + (isOnLeft ? small.width - 8 : 0))
            #expect(small.rgb[start..<(start + 3 * 8)].allSatisfy { $0 == 0 })
        }
    }

    @Test("A reduced ruler is still bright")
    func reduced() throws {
        let recipe = recipe(.linear, .classic)
        let picture = try blind(recipe, maxSide: 120)
        #expect(picture.showsRuler)
        // The column of the ticks: the last bright one from the right.
        let bright = (0..<picture.height).count { y in
            let end = 3 * (y + 1) * picture.width
            return picture.rgb[(end - 3 * 8)..<end].contains { $0 >= 200 }
        }
        #expect(bright >= 7 && bright <= 2 * 9)
    }

    @Test("Screens without a ruler show none", arguments: ProbeShape.allCases)
    func none(probe: ProbeShape) throws {
        #expect(try !blind(recipe(probe, .none)).showsRuler)
        #expect(try !blind(recipe(probe, .cropped)).showsRuler)
    }

    @Test(
        "A column of text lines, colons or hyphens at equal distances is not a ruler",
        arguments: ["-", ":", "=", "I"]
    )
    func columnOfText(sign: Character) throws {
        // Text lines "GN - 50" with the sign in one column, from the top of the scan area to its end.
        let glyph = BlockFont.rows(of: sign)
        let letters = BlockFont.rows(of: "N")
        let grid = ColourGrid(width: 400, height: 300) { x, y in
            if x >= 20, x < 250, y >= 20, y < 280 { return (90, 90, 90) }
            guard y >= 20, y < 280, (y - 20) % 20 < 14 else { return (0, 0, 0) }
            let row = (y - 20) % 20 / 2
            let block = (x - 290) / 2
            guard block >= 0, block < 18, block % 6 < 5 else { return (0, 0, 0) }
            let bits = block / 6 == 1 ? glyph[row] : letters[row]
            return bits & (16 >> UInt8(block % 6)) != 0 ? (220, 220, 220) : (0, 0, 0)
        }
        let corners = [(20.0, 20.0), (249, 20), (249, 279), (20, 279)].map { PixelPoint(x: $0.0, y: $0.1) }
        let picture = try BlindView.picture(
            of: .bytes(try grid.png()),
            outline: corners,
            shape: .linear,
            isSure: true,
            maxWidth: 4000,
            maxHeight: 4000,
            limits: DecodingLimits()
        )
        #expect(!picture.showsRuler)
        #expect(picture.pixel(x: 100, y: 100) == [90, 90, 90])
    }
}
