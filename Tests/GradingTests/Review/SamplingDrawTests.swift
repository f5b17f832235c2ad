import Digests
import Grading
import Testing

@Suite struct SamplingDrawTests {
    private static let master = (0..<32).map(UInt8.init)

    /// Worked out with Python's hmac and hashlib.
    @Test(arguments: [
        (
            "C01", "2026-11", "2c1eee2bd4de66e41c8782081cb28a30f44c03bd49159eaf014af1969b312e44",
            "15fd11dcf68ec648f1feef0319b356158032cbd363323ccd96a45b49b552e434"
        ),
        (
            "成都东区医院", "2026-12", "a4a427a0133b01942c4e7d1857c544bb838afd40afe987d4841fd66ebccf96a6",
            "5881f7c6655fdb33fb446dabc816da6f4488651645ef4faa6c766542dd05e60b"
        ),
    ])
    func `seed and commitment equal the golden vectors`(
        _ institution: String,
        _ month: String,
        _ seed: String,
        _ commitment: String
    ) throws {
        let draw = try SamplingDraw(masterSeed: Self.master, institution: institution, month: month, share: 0.1)
        #expect(draw.seed.hex == seed)
        #expect(draw.commitment.hex == commitment)
    }

    /// The first 64 bits of the code as a share of 2^64, worked out with Python's hmac for C01, 2026-11.
    @Test(arguments: [
        ("a/b.jpg", 0.23784054537499533), ("", 0.164919770137863), ("图像 1", 0.30129761455175347),
        (String(repeating: "x", count: 200), 0.960667891570791),
    ])
    func `a picture is drawn just above its golden share and not below`(_ identity: String, _ share: Double) throws {
        for (offset, drawn) in [(-1e-12, false), (1e-12, true)] {
            let draw = try SamplingDraw(
                masterSeed: Self.master,
                institution: "C01",
                month: "2026-11",
                share: share + offset
            )
            #expect(try draw.draws(identity) == drawn)
        }
    }

    @Test func `share 0 draws nothing, share 1 and no number draw everything`() throws {
        for (share, drawn) in [(0.0, false), (-1, false), (1, true), (2, true), (.nan, true)] {
            let draw = try SamplingDraw(
                masterSeed: Self.master,
                institution: "C01",
                month: "2026-11",
                share: share
            )
            for number in 0..<500 { #expect(try draw.draws("image \(number)") == drawn) }
        }
    }

    @Test func `the draw depends on no order and keeps the share`() throws {
        for share in [0.02, 0.1, 0.5, 0.9] {
            let draw = try SamplingDraw(
                masterSeed: Self.master,
                institution: "C02",
                month: "2026-11",
                share: share
            )
            let names = (0..<4000).map { "vault/\($0).jpg" }
            let forwards = Set(try names.filter { try draw.draws($0) })
            let backwards = Set(try names.reversed().filter { try draw.draws($0) })
            #expect(forwards == backwards)
            // Five standard deviations of a binomial count.
            let spread = 5 * (4000 * share * (1 - share)).squareRoot()
            #expect(abs(Double(forwards.count) - 4000 * share) < spread)
        }
    }

    @Test func `a smaller share draws a part of what a larger one draws`() throws {
        let names = (0..<2000).map { "\($0)" }
        var previous: Set<String> = []
        for share in [0.05, 0.1, 0.3] {
            let draw = try SamplingDraw(
                masterSeed: Self.master,
                institution: "C02",
                month: "2026-11",
                share: share
            )
            let drawn = Set(try names.filter { try draw.draws($0) })
            #expect(previous.isSubset(of: drawn))
            previous = drawn
        }
    }
}
