import ArgumentParser
import Store

struct TechnicianCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "technician",
        abstract: "Keep the people who make images: technicians and physicians of each institution.",
        discussion: """
            Somebody is known by the institution and the code that exam.json names. Reports count everybody, registered \
            or not; certificates need the name from here.

            Example:
              sonograde technician add C01/zhang --name 张丽 --role technician
              sonograde technician change C01/zhang --latin-name "ZHANG Li"
              sonograde technician list
            """,
        subcommands: [
            RegistryAdd<TechnicianOptions>.self, RegistryChange<TechnicianOptions>.self,
            RegistryRetire<TechnicianRecord>.self, RegistryListing<TechnicianRecord>.self,
            RegistryImporting<TechnicianRecord>.self, RegistryExport<TechnicianRecord>.self,
        ]
    )
}

/// What is said of a technician.
struct TechnicianOptions: RegistryOptions {
    typealias Entry = TechnicianRecord

    @Option(help: "The name that people read.") var name: String?
    @Option(help: "The name in Latin letters (姓名拼音) for bilingual certificates; it is never guessed.")
    var latinName: String?
    @Option(help: "technician (技师) or physician (医师).") var role: String?
    @Option(help: "female (女) or male (男).") var sex: String?
    @Option(help: "Professional title (职称), such as 主管技师.") var title: String?
    @Option(help: "Identity number; only 510***********1234 of it is kept, and it may be given so.")
    var identity: String?
    @Option(help: ArgumentHelp("First day of full-time work here.", valueName: "yyyy-MM-dd")) var employedFrom: String?
    @Option(help: ArgumentHelp("Last day of full-time work here.", valueName: "yyyy-MM-dd")) var employedUntil: String?

    var values: [(field: String, text: String?)] {
        [
            ("name", name), ("latin_name", latinName), ("role", role), ("sex", sex), ("title", title),
            ("identity", identity),
            ("employed_from", employedFrom), ("employed_until", employedUntil),
        ]
    }
}
