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

/// Signed distance to an outline in cm, negative inside, with the outward normal.
private struct OutlineDistance {
    let outline: TissueOutline
    /// Half the extent across the flow.
    let thickness: Float
    private let lowX: Float
    private let highX: Float
    private let lowZ: Float
    private let highZ: Float
    private let cosine: Float
    private let sine: Float

    init(_ outline: TissueOutline) {
        self.outline = outline
        switch outline {
        case .ellipse(let x, let z, let a, let b, let angle):
            let extent = max(a, b)
            (lowX, highX) = (Float(x - extent), Float(x + extent))
            (lowZ, highZ) = (Float(z - extent), Float(z + extent))
            cosine = Float(PortableMath.cos(angle))
            sine = Float(PortableMath.sin(angle))
            thickness = Float(min(a, b))
        case .tube(let x0, let z0, let x1, let z1, let radius0, let radius1):
            let extent = max(radius0, radius1)
            (lowX, highX) = (Float(min(x0, x1) - extent), Float(max(x0, x1) + extent))
            (lowZ, highZ) = (Float(min(z0, z1) - extent), Float(max(z0, z1) + extent))
            (cosine, sine) = (1, 0)
            thickness = Float(extent)
        case .layer(let from, let to):
            (lowX, highX) = (-1e6, 1e6)
            (lowZ, highZ) = (Float(from), Float(to))
            (cosine, sine) = (1, 0)
            thickness = Float(to - from) / 2
        }
    }

    @inline(__always)
    func mayReach(x: Float, z: Float, margin: Float) -> Bool {
        x > lowX - margin && x < highX + margin && z > lowZ - margin && z < highZ + margin
    }

    @inline(__always)
    func distance(x: Float, z: Float) -> (distance: Float, normalX: Float, normalZ: Float) {
        switch outline {
        case .ellipse(let centreX, let centreZ, let a, let b, _):
            let dx = x - Float(centreX)
            let dz = z - Float(centreZ)
            let along = (dx * cosine + dz * sine) / Float(a)
            let across = (dz * cosine - dx * sine) / Float(b)
            let scale = (along * along + across * across).squareRoot()
            if scale < 1e-4 { return (-min(Float(a), Float(b)), 0, -1) }
            // First order: value of the implicit function over the length of its gradient.
            let gradientAlong = along / (Float(a) * scale)
            let gradientAcross = across / (Float(b) * scale)
            let gradient = (gradientAlong * gradientAlong + gradientAcross * gradientAcross).squareRoot()
            let normalX = (gradientAlong * cosine - gradientAcross * sine) / gradient
            let normalZ = (gradientAlong * sine + gradientAcross * cosine) / gradient
            return ((scale - 1) / gradient, normalX, normalZ)
        case .tube(let x0, let z0, let x1, let z1, let radius0, let radius1):
            let axisX = Float(x1 - x0)
            let axisZ = Float(z1 - z0)
            let dx = x - Float(x0)
            let dz = z - Float(z0)
            let share = min(1, max(0, (dx * axisX + dz * axisZ) / (axisX * axisX + axisZ * axisZ)))
            let offX = dx - share * axisX
            let offZ = dz - share * axisZ
            let off = max(1e-5, (offX * offX + offZ * offZ).squareRoot())
            let radius = Float(radius0) + share * Float(radius1 - radius0)
            return (off - radius, offX / off, offZ / off)
        case .layer(let from, let to):
            let above = Float(from) - z
            let below = z - Float(to)
            return above > below ? (above, 0, -1) : (below, 0, 1)
        }
    }
}

/// Smooth noise on a square lattice, −1 … 1, period 64 in both directions.
struct ValueNoise: Sendable {
    private let lattice: [Float]

    /// A lattice of a seed.
    init(seed: UInt64) {
        var generator = SplitMix64(seed: seed, stream: 0x4C41_5454)
        lattice = (0..<4096).map { _ in generator.unit() * 2 - 1 }
    }

    /// The noise at a place; −900 … 900 in both coordinates.
    @inline(__always)
    func value(_ x: Float, _ z: Float) -> Float {
        let movedX = x + 1024
        let movedZ = z + 1024
        let column = Int(Int32(movedX))
        let row = Int(Int32(movedZ))
        let fx = movedX - Float(column)
        let fz = movedZ - Float(row)
        let sx = fx * fx * (3 - 2 * fx)
        let sz = fz * fz * (3 - 2 * fz)
        let top = (row & 63) &* 64
        let bottom = ((row &+ 1) & 63) &* 64
        let left = column & 63
        let right = (column &+ 1) & 63
        let span = lattice.span
        let upper = span[top &+ left] + sx * (span[top &+ right] - span[top &+ left])
        let lower = span[bottom &+ left] + sx * (span[bottom &+ right] - span[bottom &+ left])
        return upper + sz * (lower - upper)
    }
}
