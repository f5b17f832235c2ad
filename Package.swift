// swift-tools-version: 6.2
import PackageDescription

// Rooms, arrows and reasons: docs/architecture.md. An arrow goes only from a room to rooms below it.

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "sonograde",
    products: [
        .executable(name: "sonograde", targets: ["sonograde"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Foreign libraries, each behind a header of whole-value calls.
        .target(
            name: "CRasterCodecs",
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("deflate")]
        ),
        .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .systemLibrary(name: "CChafa", pkgConfig: "chafa", providers: [.apt(["libchafa-dev", "libglib2.0-dev"])]),
        .systemLibrary(
            name: "CPangoCairo",
            pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]
        ),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        // Pure rooms: bytes and values in, bytes and values out.
        .target(name: "Digests", dependencies: ["COpenSSL"], swiftSettings: houseRules),
        .target(name: "Imaging", dependencies: ["CRasterCodecs"], swiftSettings: houseRules),
        .target(
            name: "Grading",
            dependencies: ["Imaging", "Digests", .product(name: "Yams", package: "Yams")],
            swiftSettings: houseRules
        ),
        .target(name: "Typesetting", dependencies: ["CPangoCairo", "CQREncode", "Imaging"], swiftSettings: houseRules),
        .target(name: "Reports", dependencies: ["Typesetting", "Grading", "Imaging"], swiftSettings: houseRules),
        .target(
            name: "Certificates",
            dependencies: ["Grading", "Digests", "COpenSSL", "CZlib"],
            swiftSettings: houseRules
        ),
        .target(name: "TerminalPictures", dependencies: ["CChafa", "Imaging"], swiftSettings: houseRules),

        // What is remembered, and the work on it.
        .target(
            name: "Store",
            dependencies: ["Grading", "Imaging", "Digests", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: houseRules
        ),
        .target(
            name: "Intake",
            dependencies: [
                "Store", "Reports", "Certificates", "Grading", "Imaging", "Digests",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: houseRules
        ),
        .target(
            name: "ReviewDesk",
            dependencies: ["Intake", "Store", "Reports", "Grading", "Imaging", "Digests"],
            swiftSettings: houseRules
        ),
        .target(
            name: "CertificateOffice",
            dependencies: ["Intake", "Store", "Reports", "Certificates", "Grading", "Digests"],
            swiftSettings: houseRules
        ),
        .executableTarget(
            name: "sonograde",
            dependencies: [
                "CertificateOffice", "Certificates",
                "ReviewDesk", "TerminalPictures", "Intake", "Reports", "Store", "Grading", "Imaging", "Digests",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: houseRules
        ),

        // What the program is measured by (script/bench). Built with everything, so that it cannot fall behind.
        .executableTarget(
            name: "stage-times",
            dependencies: ["Grading", "Imaging", "Digests"],
            path: "Benchmarks/stage-times",
            swiftSettings: houseRules
        ),
        .executableTarget(
            name: "bare-decoder",
            path: "Benchmarks/bare-decoder",
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("crypto")]
        ),
        // Checks of JSON by the schemas of docs/schemas, for the tests of several rooms.
        .target(name: "SchemaChecks", path: "Tests/SchemaChecks", swiftSettings: houseRules),

        .testTarget(
            name: "ImagingTests",
            dependencies: ["Imaging", "CRasterCodecs"],
            // Read from the checkout, beside the pictures that they are of.
            exclude: ["ScanArea/References"],
            swiftSettings: houseRules
        ),
        .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "Imaging"], swiftSettings: houseRules),
        .testTarget(
            name: "TerminalPicturesTests",
            dependencies: ["TerminalPictures", "Imaging"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "GradingTests",
            dependencies: ["Grading", "Imaging", "Digests", "SchemaChecks"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "CertificatesTests",
            dependencies: ["Certificates", "Grading", "Digests", "CZlib"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "CertificateOfficeTests",
            dependencies: [
                "CertificateOffice", "Certificates", "Intake", "Store", "Reports", "Grading", "Digests",
            ],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Grading", "Imaging", "Digests", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Typesetting", "Grading", "Imaging"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Store", "Reports", "Grading", "Imaging", "Digests"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "ReviewDeskTests",
            dependencies: ["ReviewDesk", "Intake", "Store", "Reports", "Grading", "Imaging", "Digests"],
            swiftSettings: houseRules
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "sonograde", "CertificateOffice", "Certificates", "ReviewDesk", "Intake", "Store", "Grading", "Imaging",
                "Digests", "SchemaChecks",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: houseRules
        ),
    ],
    swiftLanguageModes: [.v6]
)
