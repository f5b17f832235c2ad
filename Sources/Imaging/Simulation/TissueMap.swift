/// An anatomy sampled along the scan lines.
///
/// Shape of every field: `depths` rows × `lines` columns, row-major, row 0 at the transducer face, column 0 at the
/// picture's left; samples stand in the middle of their cell.
struct TissueMap: Sendable {
    let depths: Int
    let lines: Int
    /// Backscatter amplitude, 1 in parenchyma.
    var backscatter: [Float]
    /// Amplitude of mirror-like echoes.
    var specular: [Float]
    /// Two-way attenuation in dB from the face down to the sample, beyond what the TGC expects.
    var attenuation: [Float]
    /// Flow towards the probe, −1 … 1; empty when no element flows.
    var flow: [Float]

    /// What even a well-set TGC leaves of the attenuation, dB per cm.
    private static let residualAttenuation: Float = 0.25

    /// Samples an anatomy.
    ///
    /// - Parameters:
    ///   - anatomy: what to draw.
    ///   - layout: the way from scan lines to centimetres.
    ///   - depths: samples along a line.
    ///   - lines: scan lines.
    ///   - anatomyDepth: the depth in cm below which echoes fade; infinity draws to the end.
    ///   - seed: seed of the natural irregularity.
    init(anatomy: Anatomy, layout: ScanLayout, depths: Int, lines: Int, anatomyDepth: Double, seed: UInt64) {
        let field = SampleField(
            layout: layout,
            depths: depths,
            lines: lines,
            irregularity: anatomy.irregularity,
            seed: seed
        )
        let count = depths * lines
        self.depths = depths
        self.lines = lines
        var echo = [Float](repeating: anatomy.background.echo, count: count)
        var streaks = [Float](repeating: anatomy.background.streaks, count: count)
        var loss = [Float](repeating: anatomy.background.attenuation, count: count)
        var mirror = [Float](repeating: 0, count: count)
        var movement = [Float](repeating: 0, count: anatomy.elements.contains { $0.flow != 0 } ? count : 0)
        for element in anatomy.elements {
            field.paint(
                element,
                echo: &echo,
                streaks: &streaks,
                loss: &loss,
                mirror: &mirror,
                movement: &movement
            )
        }
        field.texture(echo: &echo, streaks: streaks)

        let step = Float(layout.depth / Double(depths))
        let lastRow = min(Double(depths), anatomyDepth / layout.depth * Double(depths))
        var total = [Float](repeating: 0, count: lines)
        for row in 0..<depths {
            // Below the anatomy the echoes sink into the noise within a few centimetres.
            let swallowed: Float = Double(row) >= lastRow ? 9 : 0
            for line in 0..<lines {
                let index = row &* lines &+ line
                // Fluid may raise what lies behind it by no more than 9 dB.
                total[line] = max(-9, total[line] + (loss[index] + swallowed + Self.residualAttenuation) * step)
                loss[index] = total[line]
                echo[index] = PortableMath.amplitude(decibels: echo[index])
            }
        }
        backscatter = echo
        specular = mirror
        attenuation = loss
        flow = movement
    }
}

/// Places of the samples, and the smooth random fields over them.
private struct SampleField {
    let count: Int
    /// Centimetres, row-major like the map.
    let x: [Float]
    let z: [Float]
    /// Natural displacement in cm.
    let shiftX: [Float]
    let shiftZ: [Float]
    /// Unit vector of the beam, one a line.
    let beamX: [Float]
    let beamZ: [Float]
    let lines: Int
    let edge: Float
    let noise: ValueNoise

    init(layout: ScanLayout, depths: Int, lines: Int, irregularity: Double, seed: UInt64) {
        count = depths * lines
        self.lines = lines
        noise = ValueNoise(seed: seed)
        var x = [Float](repeating: 0, count: count)
        var z = x
        var shiftX = x
        var shiftZ = x
        var beamX = [Float](repeating: 0, count: lines)
        var beamZ = beamX
        let size = Float(irregularity)
        // Two points a line give the whole line: it is straight.
        for line in 0..<lines {
            let u = (Double(line) + 0.5) / Double(lines)
            let start = layout.position(line: u, depth: 0)
            let end = layout.position(line: u, depth: 1)
            let dx = end.x - start.x
            let dz = end.z - start.z
            let length = (dx * dx + dz * dz).squareRoot()
            beamX[line] = Float(dx / length)
            beamZ[line] = Float(dz / length)
            for row in 0..<depths {
                let v = (Double(row) + 0.5) / Double(depths)
                let index = row &* lines &+ line
                x[index] = Float(start.x + dx * v)
                z[index] = Float(start.z + dz * v)
            }
        }
        for index in 0..<count {
            let px = x[index] * 0.55
            let pz = z[index] * 0.55
            shiftX[index] = size * noise.value(px + 19, pz + 7)
            shiftZ[index] = size * noise.value(px + 3, pz + 41)
        }
        self.x = x
        self.z = z
        self.shiftX = shiftX
        self.shiftZ = shiftZ
        self.beamX = beamX
        self.beamZ = beamZ
        edge = Float(layout.depth / Double(depths)) * 1.5
    }

    func paint(
        _ element: TissueElement,
        echo: inout [Float],
        streaks: inout [Float],
        loss: inout [Float],
        mirror: inout [Float],
        movement: inout [Float]
    ) {
        let shape = OutlineDistance(element.outline)
        let reach = max(edge, element.wall?.halfWidth ?? 0)
        let warp = element.warp.rawValue
        let wallAmplitude = element.wall.map { PortableMath.amplitude(decibels: $0.level + Self.coherence) } ?? 0
        let inverseWidth = element.wall.map { 1 / $0.halfWidth } ?? 0
        let directivity = element.wall?.directivity ?? 0
        let margin = reach + Float(shiftLimit) * warp
        let xs = x.span
        let zs = z.span
        let shiftXs = shiftX.span
        let shiftZs = shiftZ.span
        var line = -1
        for index in 0..<count {
            line &+= 1
            if line == lines { line = 0 }
            guard shape.mayReach(x: xs[index], z: zs[index], margin: margin) else { continue }
            let place = shape.distance(
                x: xs[index] + warp * shiftXs[index],
                z: zs[index] + warp * shiftZs[index]
            )
            guard place.distance < reach else { continue }
            if let tissue = element.tissue {
                let cover = min(1, max(0, 0.5 - place.distance / edge))
                echo[index] += cover * (tissue.echo - echo[index])
                streaks[index] += cover * (tissue.streaks - streaks[index])
                loss[index] += cover * (tissue.attenuation - loss[index])
                // What lies over a mirror hides it.
                mirror[index] *= 1 - cover
                if !movement.isEmpty {
                    let along = 1 - (1 + place.distance / shape.thickness) * (1 + place.distance / shape.thickness)
                    movement[index] = cover * element.flow * max(0, along) + (1 - cover) * movement[index]
                }
            }
            if wallAmplitude > 0 {
                let offset = place.distance * inverseWidth
                if offset > -1 && offset < 1 {
                    let bump = (1 - offset * offset) * (1 - offset * offset)
                    var facing: Float = 1
                    let cosine = place.normalX * beamX[line] + place.normalZ * beamZ[line]
                    for _ in 0..<directivity { facing *= cosine < 0 ? -cosine : cosine }
                    // Real borders glint: the level wanders along them.
                    let glint = 0.62 + 0.38 * noise.value(xs[index] * 2.3 + 11, zs[index] * 2.3 + 53)
                    mirror[index] = max(mirror[index], wallAmplitude * bump * facing * glint)
                }
            }
        }
    }

    /// Adds the patchiness of real tissue (σ about 0.7 dB) and streaks across the beam.
    func texture(echo: inout [Float], streaks: [Float]) {
        for index in 0..<count {
            var change = 1.3 * noise.value(x[index] * 1.9 + 5, z[index] * 1.9 + 23)
            if streaks[index] > 0 {
                let wavyZ = z[index] + 0.6 * shiftZ[index]
                change += streaks[index] * noise.value(x[index] * 1.4 + 31, wavyZ * 13)
            }
            echo[index] += change
        }
    }

    /// Displacements stay below this, in cm.
    private let shiftLimit = 0.5

    /// Echoes of a mirror add up in phase over the point-spread function, by 6–7 dB against scatterers of the same level.
    private static let coherence: Float = -6.5
}
