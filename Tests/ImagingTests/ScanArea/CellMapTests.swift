import Imaging
import Testing

@Suite("Cell maps") struct CellMapTests {
    private static func randomMap(width: Int, height: Int, of percent: Int, _ random: inout SplitMix64) -> CellMap {
        let cells = (0..<width * height).map { _ in UInt8(Int.random(in: 0..<100, using: &random) < percent ? 1 : 0) }
        return CellMap(width: width, height: height, cells: cells)
    }

    @Test(
        "Growing and shrinking are those of the definition, whatever the width",
        arguments: [1, 7, 8, 9, 63, 64, 65, 130]
    )
    func growingIsThatOfTheDefinition(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        let map = Self.randomMap(width: width, height: 11, of: 12, &random)
        let grown = map.dilated(radius: 2)
        let opened = grown.opened(radius: 1)
        for y in 0..<11 {
            for x in 0..<width {
                let near = (-2...2).contains { dy in (-2...2).contains { dx in map.contains(x + dx, y + dy) } }
                #expect(grown.contains(x, y) == near)
                // Beyond the border counts as set when shrinking.
                func survives(_ x: Int, _ y: Int) -> Bool {
                    (max(0, y - 1)...min(10, y + 1)).allSatisfy { row in
                        (max(0, x - 1)...min(width - 1, x + 1)).allSatisfy { grown.contains($0, row) }
                    }
                }
                let kept = (max(0, y - 1)...min(10, y + 1)).contains { row in
                    (max(0, x - 1)...min(width - 1, x + 1)).contains { survives($0, row) }
                }
                #expect(opened.contains(x, y) == kept)
            }
        }
    }

    @Test(
        "Growing by more than a step at once leaves no gap and nothing out at the border",
        arguments: [3, 4, 5, 9, 70]
    )
    func growingFarIsThatOfTheDefinition(radius: Int) {
        var random = SplitMix64(seed: UInt64(radius))
        for (width, height) in [(150, 20), (64, 7), (3, 90)] {
            let map = Self.randomMap(width: width, height: height, of: 1, &random)
            let grown = map.dilated(radius: radius)
            let set = (0..<width * height).filter { map.cells[$0] != 0 }
            for y in 0..<height {
                for x in 0..<width {
                    let near = set.contains { max(abs($0 % width - x), abs($0 / width - y)) <= radius }
                    #expect(grown.contains(x, y) == near)
                }
            }
        }
    }

    @Test("Components are the 4-connected parts, with their areas and boxes", arguments: [5, 8, 17, 64, 100])
    func componentsAreConnectedParts(width: Int) {
        var random = SplitMix64(seed: UInt64(width) + 100)
        for percent in [20, 55, 90] {
            let map = Self.randomMap(width: width, height: 23, of: percent, &random)
            let (parts, labels) = map.components()
            #expect(parts.reduce(0) { $0 + $1.area } == map.count)
            for y in 0..<23 {
                for x in 0..<width {
                    let label = labels[y * width + x]
                    #expect((label != 0) == map.contains(x, y))
                    if map.contains(x, y), map.contains(x + 1, y) { #expect(label == labels[y * width + x + 1]) }
                    if map.contains(x, y), map.contains(x, y + 1) { #expect(label == labels[(y + 1) * width + x]) }
                }
            }
            for part in parts {
                let cells = labels.indices.filter { labels[$0] == part.label }
                #expect(cells.count == part.area)
                #expect(cells.map { $0 % width }.min() == part.minX)
                #expect(cells.map { $0 / width }.max() == part.maxY - 1)
            }
            #expect(Set(parts.map(\.label)).count == parts.count)
        }
    }
}
