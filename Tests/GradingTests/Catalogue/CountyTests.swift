import Grading
import Testing

@Suite("Counties by GB/T 2260")
struct CountyTests {
    @Test("A code in force has a name with what it lies in")
    func named() {
        #expect(County.coded("510115")?.fullName == "四川省成都市温江区")
        #expect(County.coded("110105")?.fullName == "北京市朝阳区")
        #expect(County.coded("419001")?.fullName == "河南省济源市")
        #expect(County.coded("441900")?.fullName == "广东省东莞市")
        #expect(County.coded("810000")?.fullName == "香港特别行政区")
    }

    @Test("What has counties below it is none, nor is what nobody knows")
    func refused() {
        for code in ["510000", "510100", "510199", "51011", ""] { #expect(County.coded(code) == nil) }
        #expect(County.successors(of: "510199") == nil)
    }

    @Test("A code that is no longer in force says what it became")
    func old() {
        #expect(County.coded("510122") == nil)
        #expect(County.successors(of: "510122")?.map(\.fullName) == ["四川省成都市双流区"])
        #expect(County.successors(of: "510132")?.map(\.code) == ["510118"])
    }

    @Test("A name that several counties have is told from one that only one has")
    func byName() {
        #expect(County.named("朝阳区").map(\.code) == ["110105", "220104"])
        #expect(County.named("四川省成都市温江区").map(\.code) == ["510115"])
        #expect(County.found("5101").count == 20)
    }

    @Test("The program carries the table that lies in Registry/")
    func embedded() throws {
        let bytes = try Repository.bytes("Registry/counties.csv")
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(lines.count == 6259)
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if cells[2].isEmpty {
                #expect(County.successors(of: cells[0]) == nil, "\(line)")
            } else {
                let successors = try #require(County.successors(of: cells[0]), "\(line)")
                #expect(successors.isEmpty == (cells[2] == "-"), "\(line)")
            }
        }
    }
}
