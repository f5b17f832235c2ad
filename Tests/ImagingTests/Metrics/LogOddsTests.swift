import Foundation
import Imaging
import Testing

struct LogOddsTests {
    /// Grey 100 ± 10 in turn: every block has mean 100 and deviation 10, no sample is black or white.
    private static let board = DrawnScan { x, y in (x + y) % 2 == 0 ? 110 : 90 }

    @Test func overGainAddsUpByHand() throws {
        // −2.44 + 0.0331 · 100 − 13.9 · 0.1 + 0.119 · 0 + 52.8 · 0
        #expect(abs(try #require(Self.board.measured()["gain.over"]) + 0.52) < 1e-3)
    }

    @Test func underGainAddsUpByHand() throws {
        // 3.76 − 0.0378 · 100 − 0.0192 · 100 + 0.113 · 10 − 0.117 · 0
        #expect(abs(try #require(Self.board.measured()["gain.under"]) + 0.81) < 1e-3)
    }

    @Test("White speaks for too much gain and never for too little")
    func white() throws {
        #expect(UnderGain.odds.terms.allSatisfy { $0.cue.id != "white" })
        #expect(try #require(OverGain.odds.terms.first { $0.cue.id == "white" }).weight > 0)
        // Multiplied until much of it is white, as over-exposed pictures are.
        let odds = try [1, 1.6, 2.2].map { gain in
            try #require(DrawnScan.speckle.map { grey, _, _ in min(255, grey * gain) }.measured()["gain.under"])
        }
        #expect(odds[1] < odds[0] && odds[2] < 0, "\(odds)")
    }

    @Test func contrastAddsUpByHand() throws {
        // Sixteen levels alike: 4 bits. Half of the blocks have mean 92, half 156: 30.5 − 5.3 · 4 + 0.0487 · 156.
        let stripes = DrawnScan { x, _ in 64 + 8 * Double(x % 16) }
        #expect(abs(try #require(stripes.measured()["contrast.odds"]) - 16.897) < 0.01)
    }

    @Test func valuesStayWithinTheirRange() {
        // One level all over: 30.5 + 0.0487 · 90 is beyond 20.
        #expect(DrawnScan { _, _ in 90 }.measured()["contrast.odds"] == 20)
    }

    @Test func fewerThanAQuarterOfTheViewIsNotMeasured() {
        let measured = MetricCatalog.measure(Self.board.input { x, _ in x < 56 })
        for id in [
            "gain.over", "gain.under", "contrast.odds", "contact.odds", "shadow.odds", "tgc.fardark", "tgc.slider",
        ] {
            #expect(measured[id] == nil, "\(id)")
        }
    }

    @Test func everyFaultRaisesItsOwnOdds() {
        let strengths = [0.0, 0.5, 1]
        func rises(_ id: String, _ change: @escaping (Double, Int, Int, Double) -> Double) -> Bool {
            let values = strengths.map { strength in
                DrawnScan.speckle.map { change($0, $1, $2, strength) }.measured()[id]
            }
            return isRising(values) && values[0] != values[2]
        }
        #expect(rises("gain.over") { grey, _, _, s in grey + 64 * s })
        #expect(rises("gain.under") { grey, _, _, s in grey - 64 * s })
        #expect(rises("contrast.odds") { grey, _, _, s in 120 + (grey - 120) * (1 - 0.65 * s) })
        #expect(rises("tgc.fardark") { grey, _, y, s in grey - 64 * s * max(0, Double(y) / 256 - 1) })
        #expect(rises("tgc.farbright") { grey, _, y, s in grey + 64 * s * max(0, Double(y) / 256 - 1) })
        #expect(rises("tgc.neardark") { grey, _, y, s in grey - 64 * s * max(0, 1 - Double(y) / 256) })
        #expect(rises("tgc.nearbright") { grey, _, y, s in grey + 64 * s * max(0, 1 - Double(y) / 256) })
        #expect(rises("contact.odds") { grey, x, _, s in Double(x) < 154 * s ? 0 : grey })
        #expect(rises("shadow.odds") { grey, x, y, s in abs(Double(x) - 256) < 115 * s && y > 150 ? grey * 0.1 : grey })
    }

    @Test func formulaShowsEveryCoefficient() {
        let text = OverGain.odds.formula
        for number in ["−2.44", "0.0331", "13.9", "0.119", "52.8"] { #expect(text.contains(number), "\(number)") }
    }

    @Test("Every formula stands for itself: no term is “the same”, and what a term rests on is defined in it")
    func formulas() {
        let odds = MetricCatalog.all.filter(\.isLogOdds)
        #expect(odds.allSatisfy { !$0.formula.contains("the same in") })
        func formula(_ id: String) -> String { odds.first { $0.id == id }?.formula ?? "" }
        for word in ["Step at line j:", "Usual brightness", "Roughness:", "Correlation of a column:"] {
            #expect(formula("contact.odds").components(separatedBy: word).count == 2, "\(word)")
        }
        #expect(formula("shadow.odds").contains("Step at line j:"))
        #expect(formula("tgc.slider").components(separatedBy: "Band:").count == 2)
        #expect(formula("tgc.fardark").contains("Parts of the depth:"))
        #expect(!formula("tgc.slider").contains("Parts of the depth:"))
    }

    @Test func everyTermIsAKnownCueAndIdsAreUnique() {
        let ids = Cue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for odds in [OverGain.odds, UnderGain.odds, LostContrast.odds, LineLossOdds.contact, LineLossOdds.shadow] {
            #expect(odds.terms.allSatisfy { ids.contains($0.cue.id) })
        }
    }
}
