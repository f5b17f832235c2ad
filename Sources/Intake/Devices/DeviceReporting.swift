internal import Grading
internal import Imaging
package import Reports
package import Store

/// What the stacks of near profiles say of devices, put as reports say it.
package enum DeviceReporting {
    /// Transducers with dead elements: every stack is gone through.
    ///
    /// - Throws: `StoreError`.
    static func dropouts(in store: Store) throws -> [DeviceDropout] {
        try store.transducerStates().compactMap(Self.dropout)
    }

    /// Dead elements of the transducer that took an image; nil where its device is not named, has too few pictures to
    /// tell, or is well.
    ///
    /// - Throws: `StoreError`.
    package static func dropout(of image: ReviewSubject, in store: Store) throws -> DeviceDropout? {
        let data = image.exam.metadata
        guard let device = data.device, !device.isEmpty, let shape = image.image.grade.scanArea?.shape.rawValue else {
            return nil
        }
        let key = TransducerKey(
            institution: image.exam.institution,
            device: device,
            transducer: data.transducer ?? "",
            shape: shape
        )
        return try store.transducerState(of: key).flatMap(Self.dropout)
    }

    /// Devices that show something else than the snapshot they are held against: every baseline is gone through.
    ///
    /// - Parameters:
    ///   - moment: up to which images count.
    ///   - clock: by which moments are shown.
    /// - Throws: `StoreError`.
    static func drifts(in store: Store, at moment: Timestamp, clock: ReportClock) throws -> [DeviceDrift] {
        guard let snapshot = try store.driftReference(at: moment) else { return [] }
        return try store.drift(since: snapshot, until: moment, judgedOnly: true).compactMap { state in
            drift(of: state, against: snapshot, clock: clock)
        }
    }

    /// One key's drift; nil where nothing has moved, or there are too few images to tell.
    package static func drift(
        of state: DriftState,
        against snapshot: BaselineSnapshot,
        clock: ReportClock
    ) -> DeviceDrift? {
        let moved = (state.metrics ?? []).filter { $0.drift.stability.verdict != .steady }
        guard !moved.isEmpty else { return nil }
        return DeviceDrift(
            institution: state.key.institution.display,
            device: state.key.device,
            preset: state.key.preset.isEmpty ? nil : state.key.preset,
            section: state.key.section,
            snapshot: snapshot.name,
            referenceImages: state.referenceImages,
            images: state.images,
            metrics: moved.map { DeviceDrift.Metric($0.metric, $0.drift, since: $0.since.map { clock.time($0) }) }
        )
    }

    private static func dropout(of state: TransducerState) -> DeviceDropout? {
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
