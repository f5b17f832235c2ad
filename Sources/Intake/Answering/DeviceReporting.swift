internal import Imaging
package import Reports
package import Store

/// What the stacks of near profiles say of devices, put as reports say it.
package enum DeviceReporting {
    /// Transducers with dead elements, of one institution or of all.
    ///
    /// - Throws: `StoreError`.
    package static func dropouts(in store: Store, institution: String? = nil) throws -> [DeviceDropout] {
        try store.transducerStates(institution: institution).compactMap { state in
            guard let dips = state.dips, !dips.isEmpty else { return nil }
            return DeviceDropout(
                institution: state.key.institution.display,
                device: state.key.device,
                transducer: state.key.transducer.isEmpty ? nil : state.key.transducer,
                shape: state.key.shape,
                images: state.images,
                lines: dips.map { DeviceDropout.Lines(first: $0.first, last: $0.last, depth: $0.depth) }
            )
        }
    }
}
