// swift-tools-version: 6.2
import PackageDescription

// What the program is measured against. A package of its own, so that nobody builds it who does not measure.
let package = Package(
    name: "sonograde-benchmarks",
    targets: [
        .executableTarget(
            name: "bare-decoder",
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("crypto")]
        )
    ]
)
