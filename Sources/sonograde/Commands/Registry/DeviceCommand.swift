import ArgumentParser
import Store

struct DeviceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "device",
        abstract: "Keep the ultrasound machines of each institution, and when they were last checked.",
        discussion: """
            A device is known by the institution and the code that exam.json names. The days of metrology (计量检定) and \
            of image inspection (图像质量检测) are what the indicator US-EQ-01 counts.

            Example:
              sonograde device add C01/US-1 --maker 迈瑞 --metrology-on 2026-03-01
              sonograde device list
            """,
        subcommands: [
            RegistryAdd<DeviceOptions>.self, RegistryChange<DeviceOptions>.self, RegistryRetire<DeviceRecord>.self,
            RegistryListing<DeviceRecord>.self, RegistryImporting<DeviceRecord>.self,
            RegistryExport<DeviceRecord>.self,
        ]
    )
}

/// What is said of a device.
struct DeviceOptions: RegistryOptions {
    typealias Entry = DeviceRecord

    @Option(help: "Who made it.") var maker: String?
    @Option(help: "The model.") var model: String?
    @Option(help: "The serial number.") var serial: String?
    @Option(help: ArgumentHelp("First day in use.", valueName: "yyyy-MM-dd")) var inUseFrom: String?
    @Option(help: ArgumentHelp("Day of the last metrology.", valueName: "yyyy-MM-dd")) var metrologyOn: String?
    @Option(help: ArgumentHelp("Day of the last inspection of image quality.", valueName: "yyyy-MM-dd"))
    var inspectedOn: String?

    var values: [(field: String, text: String?)] {
        [
            ("maker", maker), ("model", model), ("serial", serial), ("in_use_from", inUseFrom),
            ("metrology_on", metrologyOn), ("inspected_on", inspectedOn),
        ]
    }
}
