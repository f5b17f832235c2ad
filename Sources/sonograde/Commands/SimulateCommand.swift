import ArgumentParser
import Imaging

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Make phantom pictures with known faults: for tests, training and demonstrations.",
        discussion: """
            The pictures are schematic: speckle, organs and screen furniture are made by arithmetic from a seed, nothing \
            comes from a person. The same recipe gives the same pixels on every machine.

            One picture, and the same with 18 dB too much gain:
              sonograde simulate --anatomy liver_porta --out good.png
              sonograde simulate --anatomy liver_porta --fault gain=18 --out bright.png

            Several faults at once; a depth and a place can follow:
              sonograde simulate --fault shadow=0.3@0.2:left --fault blur=2 --out bad.jpg

            200 pictures with seeds 1 to 200:
              sonograde simulate --anatomy thyroid_long --count 200 --out folder

            A whole exam for the inbox, three in ten of its pictures with a common fault:
              sonograde simulate --exam inbox/C01/20260302_E1_abdomen --faulty 0.3 --seed 5

            A recipe to keep, and all recipes below a folder, each X.json to the file X:
              sonograde simulate --anatomy lung --print-recipe > lung.jpg.json
              sonograde simulate --recipe lung.jpg.json --out lung.jpg
              sonograde simulate --recipe Samples/recipes --out Samples/inbox
            """
    )

    @Option(
        help: ArgumentHelp(
            "A recipe, or a folder of recipes; then only --out, --force and --print-recipe count.",
            valueName: "file"
        )
    )
    var recipe: String?

    @Option(
        help: ArgumentHelp("The picture's file; with --count or a folder of recipes the folder.", valueName: "path")
    )
    var out: String?

    @Option(
        help: ArgumentHelp(
            "An exam folder to make: [yyyymmdd_]examId[_examType], its pictures named nn_section.ext.",
            valueName: "folder"
        )
    )
    var exam: String?

    @Option(
        name: .customLong("exam-type"),
        help: ArgumentHelp(
            "The exam's type when the folder's name does not end in one: \(ExamPhantoms.examTypes.joined(separator: ", ")).",
            valueName: "type"
        )
    )
    var examType: String?

    @Option(
        help: ArgumentHelp("How many pictures; an exam has one a section unless this says otherwise.", valueName: "n")
    )
    var count: Int?

    @Option(help: ArgumentHelp("Share of an exam's pictures that get a common fault, 0 to 1.", valueName: "share"))
    var faulty = 0.0

    @OptionGroup(title: "The picture") var picture: PictureOptions

    @Flag(help: "Replace files that are there.")
    var force = false

    @Flag(name: .customLong("print-recipe"), help: "Write the recipe to stdout instead of a picture.")
    var printRecipe = false

    @Flag(name: .customLong("list-faults"), help: "List the faults with unit, range and meaning.")
    var listFaults = false

    func validate() throws {
        guard !listFaults else { return }
        let sources = [recipe != nil, exam != nil].filter { $0 }.count
        if sources > 1 { throw ValidationError("--recipe and --exam exclude each other") }
        if recipe == nil && exam == nil && out == nil && !printRecipe {
            throw ValidationError("say where the picture goes: --out PATH (or --exam FOLDER, or --list-faults)")
        }
        if recipe != nil && out == nil && !printRecipe {
            throw ValidationError("say where the pictures go: --recipe \(recipe ?? "") --out PATH")
        }
        if exam != nil && out != nil {
            throw ValidationError("an exam goes to the folder after --exam; leave --out out")
        }
        if let count, !(1...100_000).contains(count) {
            throw ValidationError("--count is \(count); allowed is 1 to 100000")
        }
        if !(0...1).contains(faulty) { throw ValidationError("--faulty is \(faulty); allowed is 0 to 1") }
        if faulty > 0 && exam == nil {
            throw ValidationError("--faulty belongs to --exam; use --fault for single pictures")
        }
        if printRecipe && (exam != nil || count != nil) {
            throw ValidationError("--print-recipe writes one recipe; leave --exam and --count out")
        }
    }

    func run() throws {
        if listFaults { return FaultTable.show() }
        let work: [PhantomJob]
        do {
            work = try jobs()
        } catch let error as SimulationError {
            throw Failure(.usage, error.message)
        }
        if printRecipe {
            for job in work {
                if case .recipe(let recipe) = job.content { try Terminal.write(RecipeFile.text(recipe)) }
            }
            return
        }
        try PhantomJob.refuseExisting(work, force: force)
        let progress = ProgressLine("pictures", total: work.count)
        for job in work {
            try job.run()
            progress.step()
        }
        progress.clear()
    }

    /// What is to be written, in order.
    private func jobs() throws -> [PhantomJob] {
        if let recipe { return try RecipeFile.jobs(from: recipe, to: out ?? "") }
        if let exam { return try examJobs(in: exam) }
        let first = try picture.recipe(out: out)
        guard let count else { return [PhantomJob(content: .recipe(first), path: out ?? "")] }
        let folder = out ?? "."
        return (0..<count).map { index in
            var one = first
            one.seed = first.seed &+ UInt64(index)
            let number = String(repeating: "0", count: max(0, 5 - String(index + 1).count)) + String(index + 1)
            return PhantomJob(content: .recipe(one), path: "\(folder)/\(number).\(one.format.fileExtension)")
        }
    }

    private func examJobs(in folder: String) throws -> [PhantomJob] {
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        guard let type = examType ?? ExamPhantoms.examTypes.first(where: { name.hasSuffix("_\($0)") }) else {
            throw Failure(
                .usage,
                "\(name) does not end in a type of exam that can be made; give --exam-type, one of: \(ExamPhantoms.examTypes.joined(separator: ", "))"
            )
        }
        guard let planes = ExamPhantoms.planes(of: type) else {
            throw Failure(.usage, "--exam-type is \(type); allowed: \(ExamPhantoms.examTypes.joined(separator: ", "))")
        }
        let total = count ?? planes.count
        let ill = Int((faulty * Double(total)).rounded())
        return try (0..<total).map { index in
            let plane = planes[index % planes.count]
            var one = try picture.recipe(section: plane, offset: UInt64(index))
            // The faulty ones are spread evenly over the exam.
            if (index + 1) * ill / total > index * ill / total {
                one.faults.append(try ExamPhantoms.commonFault(seed: one.seed))
            }
            let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
            return PhantomJob(
                content: .recipe(one),
                path: "\(folder)/\(number)_\(plane.section).\(one.format.fileExtension)"
            )
        }
    }
}
