/// Signed distance to an outline in cm, negative inside, with the outward normal.
struct OutlineDistance {
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
