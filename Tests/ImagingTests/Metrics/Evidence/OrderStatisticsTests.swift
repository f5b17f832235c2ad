import Imaging
import Testing

@Suite("Order statistics") struct OrderStatisticsTests {
    @Test("A quantile is the value that sorting puts at its rank, for few, many, equal and infinite values")
    func quantilesAreThoseOfSorting() throws {
        var random = SplitMix64(seed: 7)
        for count in [1, 2, 5, 47, 48, 49, 200, 1024] {
            for kind in 0..<4 {
                let values: [Float] = (0..<count).map { index in
                    switch kind {
                    case 0: Float.random(in: 0..<255, using: &random)
                    case 1: Float(Int.random(in: 0..<4, using: &random))
                    case 2: index == count / 2 ? .infinity : Float.random(in: -5..<5, using: &random)
                    default: index == 0 ? 1e30 : Float.random(in: 0..<1e-3, using: &random)
                    }
                }
                let sorted = values.sorted()
                for share in [0, 0.05, 0.3, 0.5, 0.7, 0.95, 1] {
                    let rank = min(count - 1, Int(share * Double(count)))
                    #expect(quantile(values, share) == sorted[rank])
                }
            }
        }
        #expect(quantile([], 0.5) == nil)
    }

    @Test("Sixteen medians at once are the medians of what counts in each lane", arguments: [1, 9, 20])
    func laneMediansAreMedians(rows: Int) {
        var random = SplitMix64(seed: UInt64(rows))
        for round in 0..<50 {
            var columns: [SIMD16<Float>] = []
            var present: [SIMD16<UInt8>] = []
            for _ in 0..<rows {
                var values = SIMD16<Float>.zero
                var flags = SIMD16<UInt8>.zero
                for lane in 0..<16 {
                    values[lane] = Float(Int.random(in: 0..<30, using: &random))
                    flags[lane] = Int.random(in: 0..<50, using: &random) < round ? 0 : 1
                }
                columns.append(values)
                present.append(flags)
            }
            let given = columns
            let (medians, counts) = LaneMedians.of(&columns, present: present)
            for lane in 0..<16 {
                let values = (0..<rows).filter { present[$0][lane] == 1 }.map { given[$0][lane] }
                #expect(Int(counts[lane]) == values.count)
                if let expected = median(values) { #expect(medians[lane] == expected) }
            }
        }
    }
}
