import Foundation
import Imaging
import Testing

@Suite("Committed samples")
struct SampleRecipesTests {
    private static let samples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Samples")

    private static func files(below folder: String) -> [String] {
        let root = samples.appendingPathComponent(folder)
        let walk = FileManager.default.enumerator(atPath: root.path)
        return (walk?.compactMap { $0 as? String } ?? []).filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root.appendingPathComponent(name).path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }

    private func recipe(_ name: String) throws -> PhantomRecipe {
        let data = try Data(contentsOf: Self.samples.appendingPathComponent("recipes/\(name)"))
        return try JSONDecoder().decode(PhantomRecipe.self, from: data)
    }

    @Test("every sample has its recipe and every recipe its sample")
    func complete() {
        let made = Self.files(below: "recipes").map { name in
            name.hasSuffix("exam.json") ? name : String(name.dropLast(".json".count))
        }
        #expect(made.sorted() == Self.files(below: "inbox"))
        #expect(made.count > 50)
    }

    /// Pixels must agree; bytes too, unless another version of the packing library packed them.
    @Test(
        "every committed picture shows exactly what its recipe gives",
        arguments: files(below: "recipes").filter { !$0.hasSuffix("exam.json") }
    )
    func committed(name: String) throws {
        let recipe = try recipe(name)
        let made = try recipe.fileBytes()
        let committed = [UInt8](try Data(contentsOf: Self.samples.appendingPathComponent("inbox/\(name.dropLast(5))")))
        if made == committed { return }
        // A truncated file has lost a share of its bytes, so other packing ends elsewhere; only its whole can be compared.
        try #require(!recipe.faults.contains { $0.kind == .truncated || $0.kind == .notAnImage })
        let ours = try ImageDecoder.decode(.bytes(made), limits: DecodingLimits())
        let theirs = try ImageDecoder.decode(.bytes(committed), limits: DecodingLimits())
        #expect(ours.facts == theirs.facts)
        #expect(ours.luma == theirs.luma)
        #expect(ours.chroma == theirs.chroma)
    }

    @Test("the samples hold every kind of fault at least once")
    func everyFault() throws {
        let kinds = try Self.files(below: "recipes").filter { !$0.hasSuffix("exam.json") }.flatMap {
            try recipe($0).faults.map(\.kind)
        }
        #expect(Set(kinds) == Set(ImageFault.Kind.allCases))
    }

    @Test("one picture lies in two patients' exams")
    func duplicate() throws {
        let contents = try Self.files(below: "inbox").filter { !$0.hasSuffix("exam.json") }.map {
            try Data(contentsOf: Self.samples.appendingPathComponent("inbox/\($0)"))
        }
        #expect(contents.count - Set(contents).count == 1)
    }
}
