import Foundation
import Glibc
import Imaging
import Intake

/// One file that `simulate` writes.
struct PhantomJob {
    enum Content {
        /// A picture.
        case recipe(PhantomRecipe)
        /// Bytes that lie ready among the recipes, such as exam.json.
        case verbatim(Data)
    }

    let content: Content
    let path: String

    /// Renders and writes the file; folders above it are made.
    func run() throws {
        let bytes: Data
        switch content {
        case .verbatim(let data): bytes = data
        case .recipe(let recipe):
            do {
                bytes = Data(try recipe.fileBytes())
            } catch let error as SimulationError {
                throw Failure(.usage, "\(path): \(error.message)")
            } catch let error as ImagingError {
                throw Failure(.usage, "\(path): \(error.message)")
            }
        }
        let address = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: address.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: address, options: .atomic)
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be written: \(IntakeError.words(of: error))")
        }
    }

    /// Refuses to begin when a file is in the way, so that a slip never costs somebody's picture.
    static func refuseExisting(_ jobs: [PhantomJob], force: Bool) throws {
        for job in jobs {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: job.path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                throw Failure(.usage, "\(job.path) is a folder; --out must name a file (or give --count)")
            }
            if !force { throw Failure(.usage, "\(job.path) exists; nothing was written; replace with --force") }
        }
    }
}

/// Recipes on disk.
enum RecipeFile {
    /// One recipe, or with a folder every `X.json` below it (to the file X) and every `exam.json` (as it is).
    static func jobs(from path: String, to out: String) throws -> [PhantomJob] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.usage, "\(path) does not exist; --recipe names a recipe or a folder of recipes")
        }
        guard isFolder.boolValue else { return [PhantomJob(content: .recipe(try read(path)), path: out)] }
        guard let walk = FileManager.default.enumerator(atPath: path) else {
            throw Failure(.diskOrStore, "\(path) could not be listed")
        }
        let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
        guard !names.isEmpty else { throw Failure(.usage, "\(path) holds no recipe (a file that ends in .json)") }
        return try names.map { name in
            if name == "exam.json" || name.hasSuffix("/exam.json") {
                return PhantomJob(content: .verbatim(try bytes(of: "\(path)/\(name)")), path: "\(out)/\(name)")
            }
            return PhantomJob(content: .recipe(try read("\(path)/\(name)")), path: "\(out)/\(name.dropLast(5))")
        }
    }

    /// Reads a recipe.
    static func read(_ path: String) throws -> PhantomRecipe {
        let data = try bytes(of: path)
        do {
            return try JSONDecoder().decode(PhantomRecipe.self, from: data)
        } catch let error as SimulationError {
            throw Failure(.usage, "\(path): \(error.message)")
        } catch let error as DecodingError {
            throw Failure(.usage, "\(path): \(SimulationError(error).message)")
        }
    }

    /// A recipe as JSON, keys in order, ended by a line feed.
    static func text(_ recipe: PhantomRecipe) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(recipe), as: UTF8.self) + "\n"
    }

    private static func bytes(of path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be read: \(IntakeError.words(of: error))")
        }
    }
}
