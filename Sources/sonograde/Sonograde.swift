import ArgumentParser

@main
struct Sonograde: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sonograde", abstract: "Quality control for a network of ultrasound clinics.",
        version: "0.1.0"
    )
}
