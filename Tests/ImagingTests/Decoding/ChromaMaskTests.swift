import Imaging
import Testing

@Suite("Chroma mask") struct ChromaMaskTests {
    @Test("Bytes of colour come with their rows and columns, whatever the width", arguments: [1, 3, 8, 13, 64, 70])
    func bytesComeWithTheirPlaces(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        let height = 9
        var bits = [UInt8](repeating: 0, count: (width * height + 7) / 8)
        var places: Set<Int> = []
        for index in 0..<width * height where Int.random(in: 0..<5, using: &random) == 0 {
            bits[index >> 3] |= 1 << UInt8(index & 7)
            places.insert(index)
        }
        let mask = ChromaMask(width: width, height: height, bits: bits, count: places.count)
        var found: [Int] = []
        mask.forEachByte { row, column, byte in
            for bit in 0..<8 where byte & (1 << UInt8(bit)) != 0 {
                #expect(column + bit < width)
                found.append(row * width + column + bit)
            }
        }
        #expect(found == places.sorted())
    }
}
