/// How those who need more than there is share a room.
enum FairShares {
    /// What each gets of a room.
    ///
    /// All that it needs where that is no more than an even part; the others share the rest by what they need. Nothing is left
    /// over; where all need less than there is, each gets more, by what it needs.
    static func of(_ room: Double, for needs: [Double]) -> [Double] {
        let all = needs.reduce(0, +)
        guard all > room else { return needs.map { $0 * room / max(all, 1) } }
        var (left, large) = (room, Set(needs.indices))
        while let modest = large.filter({ needs[$0] <= left / Double(large.count) }).min(by: { needs[$0] < needs[$1] })
        {
            left -= needs[modest]
            large.remove(modest)
        }
        let wanted = max(large.reduce(0) { $0 + needs[$1] }, 1)
        return needs.indices.map { large.contains($0) ? needs[$0] * left / wanted : needs[$0] }
    }
}
