internal import Glibc

/// Notices of change below the inbox (inotify).
///
/// They only speed things up: the sweep is the truth. One watch a folder. When notices are lost (queue overflow, too many watches, a network file system) nothing else
/// is: the next sweep sees the change.
package final class ChangeNotices: Sendable {
    private let descriptor: Int32

    /// Notices for nothing yet; nil where the kernel has none to give.
    package init?() {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The descriptor that becomes readable when something has changed; for poll.
    package var fileDescriptor: Int32 { descriptor }

    /// Asks for notices of a folder, by its path's bytes; asking again changes nothing (the kernel knows the folder).
    package func watch(folder: [UInt8]) {
        let mask =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_MOVED_FROM)
            | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
        let path = folder.map { CChar(bitPattern: $0) } + [0]
        inotify_add_watch(descriptor, path, mask)
    }

    /// Reads all waiting notices away; what they say is found by the sweep that follows.
    package func drain() {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
