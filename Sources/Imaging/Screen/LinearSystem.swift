/// Small dense systems of linear equations.
enum LinearSystem {
    /// Solves `matrix · x = right` by elimination with row exchanges; nil where the matrix is singular.
    ///
    /// - Parameters:
    ///   - matrix: n rows of n numbers.
    ///   - right: n numbers.
    static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let count = right.count
        var rows = matrix
        var result = right
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-14
            else { return nil }
            rows.swapAt(column, pivot)
            result.swapAt(column, pivot)
            for row in (column + 1)..<max(column + 1, count) {
                let factor = rows[row][column] / rows[column][column]
                guard factor != 0 else { continue }
                for index in column..<count { rows[row][index] -= factor * rows[column][index] }
                result[row] -= factor * result[column]
            }
        }
        for row in (0..<count).reversed() {
            for index in (row + 1)..<max(row + 1, count) { result[row] -= rows[row][index] * result[index] }
            result[row] /= rows[row][row]
        }
        return result.allSatisfy(\.isFinite) ? result : nil
    }
}
