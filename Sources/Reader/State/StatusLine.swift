/// The line said beside the key bar until the next key: by what it is, so that it goes, or changes, with what it tells of.
enum StatusLine: Hashable, Sendable {
  /// Which keys to begin with.
  case greeting
  /// Why an action could not be done; it goes when that is the reason no more.
  case barred(ActionID, why: String)
  /// What is true only as long as the articles are being read.
  case untilRead(String)
  case words(String)
}

extension ReaderState {
  /// The words of the line; those that are put here stand by themselves.
  var message: String? {
    get {
      switch status {
      case .greeting: greeting
      case .barred(let id, let why): "\(ActionTable.action(id).name): \(why)"
      case .untilRead(let words), .words(let words): words
      case nil: nil
      }
    }
    set { status = newValue.map(StatusLine.words) }
  }

  /// Takes away what is not so any more once there is more to show.
  mutating func renewStatus() {
    switch status {
    case .barred(let id, let why): if ActionTable.action(id).disabled(self) != why { status = nil }
    case .untilRead: if !index.isReading { status = nil }
    case .greeting, .words, nil: break
    }
  }
}
