// Faults of the finished picture: capture, scaling, export. They know nothing of scan lines, so they
// also serve to spoil real pictures.

extension ImageFault {
    /// Applies the faults of the finished picture in the order in which they happen in the world; others change nothing.
    ///
    /// - Parameters:
    ///   - faults: any faults.
    ///   - plane: the picture.
    ///   - seed: seed of the noise; each channel of a colour picture takes one of its own.
    /// - Returns: the spoiled picture, of the same shape.
    package static func spoil(_ plane: GreyPlane, with faults: [ImageFault], seed: UInt64) -> GreyPlane {
        var result = plane
        let order: [Kind] = [.brightness, .saturation, .blank, .blur, .resampling, .noise, .posterise]
        for kind in order {
            for fault in faults where fault.kind == kind && fault.strength != 0 {
                result = fault.spoiled(result, seed: seed)
            }
        }
        return result
    }

    private func spoiled(_ plane: GreyPlane, seed: UInt64) -> GreyPlane {
        switch kind {
        case .brightness:
            let shift = Int(strength.rounded())
            return plane.mapped { $0 == 0 ? 0 : max(1, min(255, $0 + shift)) }
        case .saturation: return plane.stretched(untilWhite: strength)
        case .blank:
            let keep = 1 - strength
            return plane.mapped { Int((Double($0) * keep + 12 * strength).rounded()) }
        case .blur: return plane.blurred(sigma: strength)
        case .resampling: return plane.scaledDownAndUp(by: 1 - strength)
        case .noise: return plane.withNoise(deviation: strength, seed: seed)
        case .posterise:
            let step = 1 << Int(strength.rounded())
            // Levels are spread over the whole range again, so white stays white.
            let top = 256 / step - 1
            return plane.mapped { top == 0 ? 0 : ($0 / step) * 255 / top }
        default: return plane
        }
    }
}

extension GreyPlane {
    /// Every sample through a table.
    fileprivate func mapped(_ change: (Int) -> Int) -> GreyPlane {
        let table = (0...255).map { UInt8(clamping: change($0)) }
        return GreyPlane(width: width, height: height, pixels: pixels.map { table[Int($0)] })
    }

    /// Multiplied so that `share` of the samples above black become 255.
    fileprivate func stretched(untilWhite share: Double) -> GreyPlane {
        var histogram = [Int](repeating: 0, count: 256)
        for sample in pixels { histogram[Int(sample)] += 1 }
        let lit = pixels.count - histogram[0]
        var above = 0
        var level = 255
        while level > 1 {
            above += histogram[level]
            if Double(above) >= share * Double(lit) { break }
            level -= 1
        }
        return mapped { $0 * 255 / level }
    }

    /// Gaussian blur; samples beyond the edge repeat the edge.
    fileprivate func blurred(sigma: Double) -> GreyPlane {
        let radius = max(1, Int((3 * sigma).rounded(.up)))
        let raw = (-radius...radius).map { PortableMath.exp(-0.5 * Double($0 * $0) / (sigma * sigma)) }
        let total = raw.reduce(0, +)
        let weights = raw.map { Float($0 / total) }
        var across = [Float](repeating: 0, count: pixels.count)
        for y in 0..<height {
            for x in 0..<width {
                var sum: Float = 0
                for tap in -radius...radius {
                    let column = min(width - 1, max(0, x + tap))
                    sum += weights[tap + radius] * Float(pixels[y * width + column])
                }
                across[y * width + x] = sum
            }
        }
        var result = [UInt8](repeating: 0, count: pixels.count)
        var line = [Float](repeating: 0, count: width)
        for y in 0..<height {
            for x in 0..<width { line[x] = 0.5 }
            for tap in -radius...radius {
                let row = min(height - 1, max(0, y + tap)) * width
                let weight = weights[tap + radius]
                for x in 0..<width { line[x] += weight * across[row + x] }
            }
            for x in 0..<width { result[y * width + x] = UInt8(clamping: Int32(line[x])) }
        }
        return GreyPlane(width: width, height: height, pixels: result)
    }

    /// Scaled to `factor` of its size and back, bilinear both ways, as capture cards do it.
    fileprivate func scaledDownAndUp(by factor: Double) -> GreyPlane {
        let smallWidth = max(2, Int((Double(width) * factor).rounded()))
        let smallHeight = max(2, Int((Double(height) * factor).rounded()))
        return resized(width: smallWidth, height: smallHeight).resized(width: width, height: height)
    }

    private func resized(width newWidth: Int, height newHeight: Int) -> GreyPlane {
        let stepX = Float(width) / Float(newWidth)
        let stepY = Float(height) / Float(newHeight)
        var result = [UInt8](repeating: 0, count: newWidth * newHeight)
        for y in 0..<newHeight {
            let sourceY = min(Float(height - 1), max(0, (Float(y) + 0.5) * stepY - 0.5))
            let top = min(max(0, height - 2), Int(sourceY))
            let fy = sourceY - Float(top)
            let second = min(height - 1, top + 1) * width
            for x in 0..<newWidth {
                let sourceX = min(Float(width - 1), max(0, (Float(x) + 0.5) * stepX - 0.5))
                let left = min(max(0, width - 2), Int(sourceX))
                let fx = sourceX - Float(left)
                let right = min(width - 1, left + 1)
                let a = Float(pixels[top * width + left])
                let b = Float(pixels[top * width + right])
                let c = Float(pixels[second + left])
                let d = Float(pixels[second + right])
                let upper = a + fx * (b - a)
                let lower = c + fx * (d - c)
                result[y * newWidth + x] = UInt8(clamping: Int32(upper + fy * (lower - upper) + 0.5))
            }
        }
        return GreyPlane(width: newWidth, height: newHeight, pixels: result)
    }

    /// Adds normal noise, clipped to 0 … 255.
    fileprivate func withNoise(deviation: Double, seed: UInt64) -> GreyPlane {
        var generator = SplitMix64(seed: seed, stream: 0x4649_4C4D)
        let sigma = Float(deviation)
        var result = pixels
        for index in 0..<result.count {
            let value = Float(result[index]) + sigma * generator.normal()
            result[index] = UInt8(clamping: Int32(value < 0 ? value - 0.5 : value + 0.5))
        }
        return GreyPlane(width: width, height: height, pixels: result)
    }
}
