/// Growing and shrinking, whole words at a time.
extension PackedCells {
    /// Sets every cell with a set one within `radius` rows and columns.
    mutating func grow(_ radius: Int) {
        for _ in 0..<radius { step() }
    }

    /// Clears every cell with a clear one within `radius`; beyond the border counts as set, so that
    /// ultrasound cut off by the picture's edge is not eaten.
    mutating func shrink(_ radius: Int) {
        invert()
        grow(radius)
        invert()
    }

    /// Closes small gaps, then removes thin parts.
    mutating func close(_ radius: Int, thenOpen opening: Int = 0) {
        grow(radius)
        shrink(radius + opening)
        grow(opening)
    }

    /// Removes thin parts.
    mutating func open(_ radius: Int) {
        shrink(radius)
        grow(radius)
    }

    private mutating func invert() {
        let (height, stride, tail) = (self.height, self.stride, self.tail)
        let last = stride &- 1
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                target[index] = ~target[index] & (word == last ? tail : .max)
            }
        }
    }

    private mutating func step() {
        let (height, stride) = (self.height, self.stride)
        var across = words
        growAcross(&across)
        let source = across.span
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index]
                if y > 0 { bits |= source[index &- stride] }
                if y &+ 1 < height { bits |= source[index &+ stride] }
                target[index] = bits
            }
        }
    }

    private func growAcross(_ across: inout [UInt64]) {
        let tail = tail
        let source = words.span
        var target = across.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index] | source[index] &<< 1 | source[index] &>> 1
                if word > 0 { bits |= source[index &- 1] &>> 63 }
                if word &+ 1 < stride { bits |= source[index &+ 1] &<< 63 } else { bits &= tail }
                target[index] = bits
            }
        }
    }
}
