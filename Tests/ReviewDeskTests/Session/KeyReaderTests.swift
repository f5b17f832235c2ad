import ReviewDesk
import Testing

struct KeyReaderTests {
    @Test("Keys that arrive in one read are each told apart")
    func manyInOne() {
        var reader = KeyReader()
        let keys = reader.read(Array("1y\u{7F}\u{1B}[Dn\ré切".utf8))
        #expect(
            keys == [
                .character("1"), .character("y"), .backspace, .left, .character("n"), .enter, .character("é"),
                .character("切"),
            ]
        )
        #expect(!reader.isWaiting)
    }

    @Test("Byte by byte the same keys come out as in one piece")
    func byteByByte() {
        let bytes = Array(
            "y\u{1B}[A\u{1B}OB\u{1B}[3~\u{1B}[5~切🫀\u{1B}[200~n\u{1B}[31m\u{1B}[201~\t\u{1B}]11;rgb:00\u{7}q".utf8
        )
        var whole = KeyReader()
        let expected = whole.read(bytes)
        #expect(
            expected == [
                .character("y"), .up, .down, .delete, .pageUp, .character("切"), .character("🫀"),
                .paste("n\u{1B}[31m"), .tab, .unknown, .character("q"),
            ]
        )
        for size in 1...5 {
            var reader = KeyReader()
            var keys: [ReviewKey] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                keys += reader.read(bytes[start..<min(bytes.count, start + size)])
            }
            #expect(keys == expected, "in pieces of \(size)")
        }
    }

    @Test("A lone escape byte waits, and is the key when nothing follows")
    func loneEscape() {
        var reader = KeyReader()
        #expect(reader.read([0x1B]).isEmpty)
        #expect(reader.isWaiting)
        #expect(reader.flush() == [.escape])
        #expect(!reader.isWaiting)
        #expect(reader.read([0x1B]).isEmpty)
        #expect(reader.read([0x5B]).isEmpty)
        #expect(reader.read([0x43]) == [.right])
    }

    @Test("Escape followed by another key are two keys")
    func escapeAndKey() {
        var reader = KeyReader()
        #expect(reader.read([0x1B, 0x71]) == [.escape, .character("q")])
    }

    @Test("Bytes that are no UTF-8 are one unknown key each and swallow nothing after them")
    func notUTF8() {
        var reader = KeyReader()
        #expect(reader.read([0xFF, 0x79]) == [.unknown, .character("y")])
        #expect(reader.read([0xE5, 0x79]) == [.unknown, .character("y")])
        #expect(reader.read([0xC3]).isEmpty)
        #expect(reader.flush() == [.unknown])
        #expect(reader.read([0xED, 0xA0, 0x80, 0x79]) == [.unknown, .character("y")])
    }

    @Test("Control sequences that mean nothing here are one unknown key")
    func unknownSequences() {
        var reader = KeyReader()
        #expect(reader.read(Array("\u{1B}[?62;4cy".utf8)) == [.unknown, .character("y")])
        #expect(reader.read(Array("\u{1B}_Gi=31;OK\u{1B}\\y".utf8)) == [.unknown, .character("y")])
        #expect(reader.read(Array("\u{1B}[1;5D".utf8)) == [.left])
        #expect(reader.read([0x03, 0x17]) == [.control("c"), .control("w")])
    }
}

struct LineEditorTests {
    @Test("A combining mark sits on the character before it and goes with it")
    func combining() {
        var editor = LineEditor()
        for character in ["e", "\u{301}"] as [Character] { _ = editor.press(.character(character)) }
        #expect(editor.text == "é")
        _ = editor.press(.backspace)
        #expect(editor.isEmpty)
    }

    @Test("Editing in the middle, by words and by lines")
    func editing() {
        var editor = LineEditor("gain too high")
        for key in [ReviewKey.control("w"), .character("l"), .character("o"), .character("w")] { _ = editor.press(key) }
        #expect(editor.text == "gain too low")
        for key in [ReviewKey.home, .delete, .character("G"), .end, .left, .character("o")] { _ = editor.press(key) }
        #expect(editor.text == "Gain too loow")
        _ = editor.press(.control("k"))
        #expect(editor.text == "Gain too loo")
        let didAnything = editor.press(.pageUp)
        #expect(!didAnything)
    }

    @Test("A text has an end, whatever is pasted, and never loses what stood there")
    func longest() {
        var editor = LineEditor("end")
        _ = editor.press(.home)
        editor.insert(String(repeating: "切", count: 5000))
        #expect(editor.text.count == LineEditor.longest)
        #expect(editor.text.hasSuffix("切end"))
    }
}
