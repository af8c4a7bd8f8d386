// The words about where libraries lie, English first.

export const words = {
  lies: (file: string) => `Your library will be kept in ${file}.`,
  wiped: (by: string) =>
    `This PC seems to forget its disk at every restart (${by}). What you enter would be lost: start Carrel with --library and a file on a disk that stays, or ask whoever looks after the PC.`,
  ownLogin:
    "This library belongs to this login of the PC. Whoever works at the desk signs in to the PC with the same login: under another they would begin a new library. To let several logins share one, ask whoever looks after the PC to start Carrel with --library and a file that all of them may change.",
  understood: "Understood",
  understoodAbout: "It stays to be read in Settings, Library.",
  found: "A library is on this PC already",
  foundAbout: "It was made under another login, or earlier. Work with it rather than beginning anew.",
  nameless: "A library that cannot be read from here",
  changed: (on: string) => `last changed ${on}`,
  workWith: "Work with this one",
  closed: "This login may not open it. Sign in to the PC as whoever made it, or ask whoever looks after the PC.",
  isDemo: "Demo library",
  demo: "Try the demo library",
  demoAbout: "Everything in it is invented. It is a file of its own: yours is not touched.",
  making: "Making the demo library. This takes a moment…",
  back: "Back to my own library",
  wrongPlace: "Carrel cannot keep a library there",
  useInstead: "Begin there",
  elsewhere: "Begin at the safe place, or start Carrel with --library and a file on this PC's own disk.",
};
