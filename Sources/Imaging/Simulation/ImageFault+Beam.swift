// Faults along the scan lines: they happen in the transducer, the receiver or at the machine's knobs.

extension Coupling {
    /// The coupling that faults leave.
    init(lines: Int, faults: [ImageFault]) {
        self.init(lines: lines)
        for fault in faults where fault.strength != 0 {
            switch fault.kind {
            case .contactLoss:
                for line in fault.lines(of: lines) {
                    contactLoss[line] = max(contactLoss[line], 55)
                    reverberation[line] = max(reverberation[line], -14)
                }
            case .shadow:
                let hit = fault.lines(of: lines)
                for line in hit { shadowLoss[line] = max(shadowLoss[line], 36) }
                // Penumbra: the beam of the lines beside it is cut in part.
                for line in hit {
                    for side in [line - 1, line + 1] where side >= 0 && side < lines && shadowLoss[side] == 0 {
                        shadowLoss[side] = 7
                    }
                }
                shadowStart = min(shadowStart, Float(fault.depth))
            case .inAir:
                let loss = Float(fault.strength) * 75
                let level = Float(fault.strength) * 40 - 40
                for line in 0..<lines {
                    contactLoss[line] = max(contactLoss[line], loss)
                    reverberation[line] = max(reverberation[line], level)
                }
            case .electronicNoise:
                noise += Float(fault.strength)
            default:
                break
            }
        }
    }
}

extension ImageFault {
    /// The scan lines that a fault with a place hits: `strength` × `count` of them, rounded.
    func lines(of count: Int) -> [Int] {
        let hit = Int((strength * Double(count)).rounded())
        switch place {
        case .left: return Array(0..<hit)
        case .right: return Array((count - hit)..<count)
        case .middle: return Array(((count - hit) / 2)..<((count - hit) / 2 + hit))
        case .edges: return Array(0..<(hit / 2)) + Array((count - (hit - hit / 2))..<count)
        }
    }

    /// Decibels that faults of gain and TGC add at each depth; one value a row, row 0 at the face.
    static func gainCurve(of faults: [ImageFault], depths: Int) -> [Float] {
        var curve = [Double](repeating: 0, count: depths)
        for fault in faults {
            for row in 0..<depths {
                let v = (Double(row) + 0.5) / Double(depths)
                switch fault.kind {
                case .gain: curve[row] += fault.strength
                case .tgcNear: curve[row] += fault.strength * (1 - v)
                case .tgcFar: curve[row] += fault.strength * v
                case .tgcBand:
                    // One of eight sliders: level over its eighth, ramps of a quarter of that beside it.
                    let outside = ((v - fault.depth).magnitude - 1.0 / 16) / (1.0 / 32)
                    curve[row] += fault.strength * (1 - max(0, min(1, outside)))
                default: break
                }
            }
        }
        return curve.map { Float($0) }
    }

    /// The dynamic range that faults leave, in dB; never below 10.
    static func dynamicRange(_ usual: Double, after faults: [ImageFault]) -> Double {
        let change = faults.reduce(0.0) { sum, fault in
            switch fault.kind {
            case .dynamicRangeLow: sum - fault.strength
            case .dynamicRangeHigh: sum + fault.strength
            default: sum
            }
        }
        return max(10, usual + change)
    }

    /// How much the TGC lifts the noise in dB: a machine set deeper than needed amplifies the deep part more.
    static func noiseRise(_ usual: Double, deepening: Double) -> Double {
        usual * min(1.25, deepening)
    }

    /// The depth that the machine is set to when the anatomy needs `needed` cm.
    static func depthSetting(needed: Double, after faults: [ImageFault]) -> Double {
        faults.reduce(needed) { $1.kind == .wastedDepth ? $0 / (1 - $1.strength) : $0 }
    }
}
