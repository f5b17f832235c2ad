import Dispatch
import Glibc
import Intake

/// Turns SIGTERM and SIGINT into an orderly end.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    /// From now on both signals ask `wake` to stop instead of killing the program.
    init(_ wake: WakeUp) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { wake.stop() }
            source.resume()
            return source
        }
    }
}
