// swift-tools-version: 6.2
import PackageDescription

// What measures the program, and what it is measured against. A package of its own, so that nobody builds it who does not
// measure. The rooms come in as links: `package` access ends at a package's border, and a stage can only be timed alone
// from inside.
let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "sonograde-benchmarks",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
    targets: [
        .target(name: "CRasterCodecs", linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16")]),
        .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "Digests", dependencies: ["COpenSSL"], swiftSettings: houseRules),
        .target(name: "Imaging", dependencies: ["CRasterCodecs"], swiftSettings: houseRules),
        .target(
            name: "Grading",
            dependencies: ["Imaging", "Digests", .product(name: "Yams", package: "Yams")],
            swiftSettings: houseRules
        ),
        .executableTarget(
            name: "stage-times",
            dependencies: ["Digests", "Imaging", "Grading"],
            swiftSettings: houseRules
        ),
        .executableTarget(
            name: "bare-decoder",
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("crypto")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
