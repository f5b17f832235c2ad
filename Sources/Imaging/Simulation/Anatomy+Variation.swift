extension Anatomy {
    /// The same section in another person: other size, place and tilt, and the other side when mirrored.
    ///
    /// Sizes change by up to 9 % about the transducer face (so that layers keep their order and A-lines their spacing),
    /// places sideways by up to 3.5 % of the depth, tilts by up to 5°. Anatomies without irregularity are test objects and
    /// stay as they are.
    ///
    /// - Parameters:
    ///   - seed: tells the person.
    ///   - depth: the section's depth in cm.
    ///   - mirrored: whether left and right change places.
    func varied(seed: UInt64, depth: Double, mirrored: Bool) -> Anatomy {
        guard irregularity > 0 else { return self }
        var generator = SplitMix64(seed: seed, stream: 0x5045_5253)
        func within(_ limit: Double) -> Double { (2 * Double(generator.unit()) - 1) * limit }
        let change = Transformation(
            scale: 1 + within(0.09),
            shift: within(0.035) * depth,
            tilt: within(0.087),
            pivot: depth / 2,
            side: mirrored ? -1 : 1
        )
        var result = self
        result.irregularity = irregularity * (1.3 + within(0.5))
        result.elements = elements.map { element in
            var moved = element
            moved.outline = change.moved(element.outline)
            return moved
        }
        result.measurement = measurement.map { distance in
            let start = change.place(distance.fromX, distance.fromZ)
            let end = change.place(distance.toX, distance.toZ)
            return Measurement(fromX: start.x, fromZ: start.z, toX: end.x, toZ: end.z)
        }
        return result
    }
}

/// Scale about the face, tilt about the middle depth, shift sideways, then perhaps mirror.
private struct Transformation {
    let scale: Double
    let shift: Double
    let tilt: Double
    let pivot: Double
    let side: Double

    func place(_ x: Double, _ z: Double) -> (x: Double, z: Double) {
        let px = x * scale
        let pz = z * scale - pivot
        let cosine = PortableMath.cos(tilt)
        let sine = PortableMath.sin(tilt)
        return (side * (px * cosine - pz * sine + shift), px * sine + pz * cosine + pivot)
    }

    func moved(_ outline: TissueOutline) -> TissueOutline {
        switch outline {
        case .ellipse(let x, let z, let a, let b, let angle):
            let centre = place(x, z)
            return .ellipse(
                x: centre.x,
                z: centre.z,
                a: a * scale,
                b: b * scale,
                angle: side * (angle + tilt)
            )
        case .tube(let x0, let z0, let x1, let z1, let radius0, let radius1):
            let start = place(x0, z0)
            let end = place(x1, z1)
            return .tube(
                x0: start.x,
                z0: start.z,
                x1: end.x,
                z1: end.z,
                radius0: radius0 * scale,
                radius1: radius1 * scale
            )
        case .layer(let from, let to):
            return .layer(from: from * scale, to: to * scale)
        }
    }
}
