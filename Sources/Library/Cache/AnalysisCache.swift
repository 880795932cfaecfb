public import Dossier
import Glibc

/// What was read from sets of articles, kept so that the same set opens at once.
///
/// One file for each set, under a name made of the engine version and the names and sizes of its files, wherever they lie: a
/// folder that was moved or copied is known. An entry holds when the engine is the same and every article has the content it
/// had: its file is untouched since, or else its bytes have the same digest. Anything else, a damaged entry too, is as if there
/// were none. Entries can be deleted at any time.
public struct AnalysisCache: Sendable {
  /// One file of a set.
  public struct Input: Hashable, Sendable {
    public var path: [UInt8]
    public var size: UInt64
    /// Device, inode, size and times, as far as they tell that a file is untouched.
    public var stamp: [UInt64]
    /// When the file last changed, in nanoseconds since 1970.
    public var changed: Int64
    /// `ContentDigest` of its bytes; 0 where it is not known yet.
    public var digest: UInt64
    /// Why it is none of the documents.
    public var problem: String?

    public init(
      path: [UInt8], size: UInt64, stamp: [UInt64], changed: Int64, digest: UInt64 = 0, problem: String? = nil
    ) {
      self.path = path
      self.size = size
      self.stamp = stamp
      self.changed = changed
      self.digest = digest
      self.problem = problem
    }

    /// The last part of the path.
    fileprivate var name: ArraySlice<UInt8> { path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...] }
  }

  /// What is kept of a set.
  public struct Entry: Sendable {
    public var inputs: [Input]
    public var dossier: Dossier

    /// Calls the articles by the paths that their files have now.
    fileprivate mutating func move() throws(DamagedEntry) {
      let paths = inputs.filter { $0.problem == nil }.map { String(decoding: $0.path, as: UTF8.self) }
      guard paths.count == dossier.documents.count else { throw DamagedEntry() }
      for (index, path) in paths.enumerated() { dossier.documents[index].path = path }
    }

    public init(inputs: [Input], dossier: Dossier) {
      self.inputs = inputs
      self.dossier = dossier
    }
  }

  /// A file that changed this short before an entry was written might have changed again within the same tick of its clock.
  private static let tick: Int64 = 2_000_000_000
  private static let magic = Array("crossread cache 2\n".utf8)

  /// The folder of the entries.
  public let folder: String
  private let engine: String
  /// The bytes that all entries may take together.
  private let limit: Int

  /// - Parameters:
  ///   - engine: what entries must have been made by.
  ///   - limit: the bytes that all entries may take; the longest unused go first.
  public init(folder: String, engine: String = EngineVersion.current, limit: Int = 256 << 20) {
    self.folder = folder
    self.engine = engine
    self.limit = limit
  }

  /// The cache of what was read otherwise than by what the articles say themselves; empty is the cache itself.
  public func variant(_ name: String) -> AnalysisCache {
    name.isEmpty ? self : AnalysisCache(folder: folder, engine: "\(engine)\n\(name)", limit: limit)
  }

  /// The entry of a set, if it still holds.
  /// - Parameters:
  ///   - inputs: the files as they are now; digests need not be known.
  ///   - digest: gives the digest of a file, by its index, where its stamp tells too little.
  /// - Returns: the entry, with the paths as they are now; whether it is `fresh`: found by stamps alone, where one that is not
  ///   should be stored again; and whether it `moved`: was made of files at other paths.
  public func find(
    _ inputs: [Input], digest: (Int) -> UInt64?
  ) -> (entry: Entry, isFresh: Bool, isMoved: Bool)? {
    let path = path(of: inputs)
    return Self.withContents(of: path) { bytes in
      // Marked as used, so that it is not the first to go.
      utimensat(AT_FDCWD, path, nil, 0)
      do throws(DamagedEntry) { return try read(bytes, inputs, digest) } catch { return nil }
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, _ inputs: [Input], _ digest: (Int) -> UInt64?
  ) throws(DamagedEntry) -> (entry: Entry, isFresh: Bool, isMoved: Bool)? {
    let start = Self.magic.count + 8
    guard bytes.count >= start, bytes.starts(with: Self.magic) else { throw DamagedEntry() }
    let body = UnsafeRawBufferPointer(rebasing: bytes[start...])
    let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: Self.magic.count, as: UInt64.self))
    guard ContentDigest.of(body) == sum else { throw DamagedEntry() }
    var reader = try ByteReader(body)
    guard try reader.string() == engine else { return nil }
    let written = Int64(bitPattern: try reader.fixed(UInt64.self))
    guard try reader.number() == inputs.count else { return nil }
    var kept: [Input] = []
    var isFresh = true
    var isMoved = false
    for (index, input) in inputs.enumerated() {
      let before = try Self.input(&reader)
      guard before.name == input.name else { return nil }
      isMoved = isMoved || before.path != input.path
      if before.stamp != input.stamp || input.changed > written - Self.tick {
        guard digest(index) == before.digest else { return nil }
        isFresh = false
      }
      var now = input
      (now.digest, now.problem) = (before.digest, before.problem)
      kept.append(now)
    }
    var decoder = DossierDecoder(reader)
    var entry = Entry(inputs: kept, dossier: try decoder.dossier())
    if isMoved { try entry.move() }
    return (entry, isFresh && !isMoved, isMoved)
  }

  private static func input(_ reader: inout ByteReader) throws(DamagedEntry) -> Input {
    let path = try reader.raw()
    let size: UInt64 = try reader.fixed()
    var stamp: [UInt64] = []
    for _ in 0..<(try reader.byte()) { stamp.append(try reader.fixed()) }
    return Input(
      path: path, size: size, stamp: stamp, changed: Int64(bitPattern: try reader.fixed(UInt64.self)),
      digest: try reader.fixed(),
      problem: try reader.optionalString())
  }

  /// Keeps an entry and lets the longest unused go where there are too many.
  ///
  /// A cache that cannot be written is no loss but time: nothing is said.
  public func store(_ entry: Entry) {
    var writer = ByteWriter()
    writer.string(engine)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    writer.fixed(UInt64(bitPattern: Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)))
    writer.list(entry.inputs) { out, input in
      out.raw(input.path)
      out.fixed(input.size)
      out.byte(UInt8(clamping: input.stamp.count))
      for number in input.stamp.prefix(255) { out.fixed(number) }
      out.fixed(UInt64(bitPattern: input.changed))
      out.fixed(input.digest)
      out.optional(input.problem)
    }
    DossierEncoder.write(entry.dossier, to: &writer)
    let body = writer.finished()
    guard Self.magic.count + 8 + body.count <= limit else { return }
    var head = ByteWriter()
    head.fixed(body.withUnsafeBytes(ContentDigest.of))
    guard PrivateFolder.make(folder) == nil else { return }
    WholeFile.write(Self.magic + head.bytes + body, to: path(of: entry.inputs))
    evict()
  }

  private func path(of inputs: [Input]) -> String {
    var name = Array("\(engine)\n".utf8)
    for input in inputs { name += input.name + Array("\0\(input.size)\n".utf8) }
    return "\(folder)/\(name.withUnsafeBytes(ContentDigest.of).hexadecimal(width: 16)).set"
  }
}

// MARK: - Files

extension AnalysisCache {
  /// Calls `body` with the bytes of a file; `nil` where it cannot be read.
  ///
  /// They are read, not mapped: a file that another program cuts short must not end this one. Large pages spare the system
  /// thousands of small ones.
  private static func withContents<Value>(of path: String, _ body: (UnsafeRawBufferPointer) -> Value?) -> Value? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    let largePage = 2 << 20
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size, alignment: size < largePage ? 16 : largePage)
    defer { buffer.deallocate() }
    if size >= largePage { madvise(buffer.baseAddress, size, MADV_HUGEPAGE) }
    var count = 0
    while count < size {
      let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      count += got
    }
    return body(UnsafeRawBufferPointer(buffer))
  }

  /// Deletes the longest unused entries until the rest is within the limit.
  private func evict() {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    var entries: [(path: String, size: Int, used: Int)] = []
    while let item = readdir(stream) {
      let name = withUnsafeBytes(of: &item.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard name.hasSuffix(".set"), stat(path, &status) == 0 else { continue }
      entries.append((path, Int(status.st_size), status.st_mtim.tv_sec))
    }
    var total = entries.reduce(0) { $0 + $1.size }
    for entry in entries.sorted(by: { $0.used < $1.used }) where total > limit {
      unlink(entry.path)
      total -= entry.size
    }
  }
}
