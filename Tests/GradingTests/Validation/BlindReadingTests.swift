import Foundation
import Grading
import Imaging
import SchemaChecks
import Testing

@Suite struct BlindReadingTests {
    @Test func `every fault comes equally often, in all its shapes and at all strengths`() throws {
        let plan = BlindReading(strengths: [2, 0.5, 1], faults: 4, seed: 1)
        #expect(plan.strengths == [0.5, 1, 2])
        var strengths: [String: [Double: Int]] = [:]
        var shapes: [String: Set<String>] = [:]
        for number in 0..<240 {
            let stimuli = plan.stimuli(of: number)
            #expect(stimuli.count == 5)
            #expect(stimuli[0].fault == nil && stimuli[0].shape == nil && stimuli[0].strength == 0)
            #expect(Set(stimuli.dropFirst().compactMap(\.fault?.id)).count == 4)
            for stimulus in stimuli.dropFirst() {
                let fault = try #require(stimulus.fault)
                let shape = try #require(stimulus.shape)
                strengths[fault.id, default: [:]][stimulus.strength, default: 0] += 1
                shapes[fault.id, default: []].insert(shape.id)
            }
        }
        for fault in InjectedFault.all {
            #expect(strengths[fault.id] == [0.5: 20, 1: 20, 2: 20])
            #expect(shapes[fault.id]?.count == fault.shapes.count)
        }
    }

    @Test func `strengths that cannot be drawn are left out, and faults are at most all`() {
        let plan = BlindReading(strengths: [0, -1, .nan, 5, 1], faults: 99)
        #expect(plan.strengths == [1])
        #expect(plan.stimuli(of: 0).count == 1 + InjectedFault.all.count)
        #expect(BlindReading(strengths: []).stimuli(of: 3).count == 1)
    }

    private func read(
        _ fault: String?,
        _ strength: Double,
        _ verdicts: [ReadingSums.Verdict],
        by reader: String = "a"
    ) -> [ReadingSums.Reading] {
        verdicts.enumerated().map { number, verdict in
            ReadingSums.Reading(
                reader: reader,
                picture: "\(fault ?? "none") \(strength) \(number)",
                fault: fault,
                strength: strength,
                verdict: verdict
            )
        }
    }

    @Test func `sums and strengths are those worked out by hand`() throws {
        let sums = ReadingSums(
            read(nil, 0, [.inOrder, .weak, .inOrder, .inOrder]) + read("blur", 0.5, [.inOrder, .weak, .weak, .weak])
                + read("blur", 1, [.rejected, .rejected, .weak, .weak])
                + read("blur", 2, [.rejected, .rejected, .rejected, .rejected]) + read("aspect", 1, [.inOrder, .weak])
        )
        let untouched = try #require(sums.untouched)
        #expect(untouched.pictures == 4 && untouched.noticed == 1 && untouched.rejected == 0)
        #expect(sums.faults.map(\.fault) == ["aspect", "blur"])
        let blur = sums.faults[1]
        #expect(blur.rows.map(\.strength) == [0.5, 1, 2])
        #expect(blur.rows.map(\.rejected) == [0, 2, 4] && blur.rows.map(\.noticed) == [3, 4, 4])
        // Shares 0, 0, ½, 1 at 0, ½, 1, 2: half of them at 1, three quarters midway between 1 and 2.
        #expect(blur.halfRejectAt == 1 && blur.mostRejectAt == 1.5)
        #expect(sums.faults[0].halfRejectAt == nil && sums.faults[0].mostRejectAt == nil)
        #expect(sums.agreement == nil && sums.readers == 1)
    }

    @Test func `a share that falls with the strength is pooled with the one before it`() throws {
        let sums = ReadingSums(
            read(nil, 0, [.inOrder, .inOrder]) + read("noise", 1, [.rejected, .rejected, .rejected, .inOrder])
                + read("noise", 2, [.rejected, .inOrder, .inOrder, .inOrder])
                + read("noise", 3, [.rejected, .rejected])
        )
        let noise = try #require(sums.faults.first)
        // Pooled: one half at 1 and at 2, then all: three quarters midway between 2 and 3.
        #expect(noise.halfRejectAt == 1)
        #expect(noise.mostRejectAt == 2.5)
    }

    @Test func `agreement is of two readers' verdicts on one picture`() throws {
        let verdicts: [ReadingSums.Verdict] = [.inOrder, .inOrder, .weak, .weak, .rejected, .rejected]
        let others: [ReadingSums.Verdict] = [.inOrder, .weak, .weak, .weak, .rejected, .inOrder]
        let sums = ReadingSums(read("blur", 1, verdicts) + read("blur", 1, others, by: "b"))
        let agreement = try #require(sums.agreement)
        #expect(agreement.pairs == 6 && abs(agreement.same - 4.0 / 6) < 1e-12)
        // Observed 1 − (1 + 4)/4/6 = 19/24; by chance 1 − 42/4/36 = 17/24.
        let kappa = try #require(agreement.kappa)
        #expect(abs(kappa - 2.0 / 7) < 1e-12)
        #expect(sums.faults.first?.rows.first?.pictures == 6 && sums.faults.first?.rows.first?.readings == 12)
    }

    @Test func `the answer fits its schema`() throws {
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/reading.schema.json"))
        let sums = ReadingSums(read(nil, 0, [.weak]) + read("blur", 1, [.rejected]) + read("blur", 1, [.weak], by: "b"))
        #expect(try schema.violations(in: CanonicalJSON.bytes(sums)) == [])
    }
}
