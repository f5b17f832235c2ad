import ArgumentParser
import Store

struct InstitutionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "institution",
        abstract: "Keep the clinics and hospitals of the network: ownership, county, contract.",
        discussion: """
            An institution is known by its inbox folder. One whose folder came unannounced is graded like any other and \
            listed as not registered.

            Example:
              sonograde institution add C01 --title 青禾镇卫生院 --ownership public
              sonograde institution list
            """,
        subcommands: [
            RegistryAdd<InstitutionOptions>.self, RegistryChange<InstitutionOptions>.self,
            RegistryRetire<InstitutionRecord>.self, RegistryListing<InstitutionRecord>.self,
            RegistryImporting<InstitutionRecord>.self, RegistryExport<InstitutionRecord>.self,
        ]
    )
}

/// What is said of an institution.
struct InstitutionOptions: RegistryOptions {
    typealias Entry = InstitutionRecord

    @Option(help: "The name that people read.") var title: String?
    @Option(help: ArgumentHelp("The name in English, for bilingual certificates.", valueName: "name"))
    var englishTitle: String?
    @Option(help: "public (公立) or non_public (非公立).") var ownership: String?
    @Option(help: "The county: code by GB/T 2260 or full name; see: sonograde county.") var county: String?
    @Option(help: ArgumentHelp("First day of the contract.", valueName: "yyyy-MM-dd")) var contractFrom: String?
    @Option(help: ArgumentHelp("Last day of the contract.", valueName: "yyyy-MM-dd")) var contractUntil: String?

    var values: [(field: String, text: String?)] {
        [
            ("title", title), ("english_title", englishTitle), ("ownership", ownership), ("county", county),
            ("contract_from", contractFrom), ("contract_until", contractUntil),
        ]
    }
}
