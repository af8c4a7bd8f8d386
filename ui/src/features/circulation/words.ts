// The words of the desk, English first; a translation is another file of this shape.
import type {
  ClosedDue,
  Counted,
  CreditKind,
  Day,
  DecidedBy,
  FineStarts,
  HourlyClosed,
  ItemStatus,
  LateTime,
  LoanPeriod,
  OpenSpan,
  RuleRow,
} from "$api/generated";
import {
  at,
  atDay,
  atTime,
  count,
  day,
  dayNear,
  dayShort,
  dueNear,
  money,
  number,
  timeSpan,
  weekdayName,
} from "$shared/format";

const spans = (hours: readonly OpenSpan[]) => hours.map(({ opens, closes }) => timeSpan(opens, closes)).join(" and ");
const DECIDED_BY: Record<DecidedBy, string> = { rule: "the rule says so", library: "library-wide" };
const PERIOD = ({ unit, count: length }: LoanPeriod) => count(length, unit === "days" ? "day" : "hour");
const ROW: Record<RuleRow, (category: string, type: string) => string> = {
  both: (category, type) => `${category} × ${type}`,
  category: (category, type) => `${category} × any item (no rule for ${type})`,
  item_type: (category, type) => `Any patron × ${type} (no rule for ${category})`,
  default: (category, type) => `Default rule (none for ${category} × ${type})`,
};
const LATE = ({ unit, count: length }: LateTime, counts: Counted = "all") =>
  count(length, `${counts === "open" ? "open " : ""}${unit === "days" ? "day" : "minute"}`);
const STARTS: Record<FineStarts, string> = {
  at_due: "from when it was due",
  after_grace: "from the end of the grace",
};
const GOES: Record<ClosedDue | HourlyClosed, string> = {
  next_open: "to the next open day",
  previous_open: "back to the last open day",
  keep: "stays all the same",
  at_closing: "back to closing time",
  after_opening: "to the next opening",
};

export const words = {
  desk: "Desk",
  open: (hours: readonly OpenSpan[]) => `open ${spans(hours)}`,
  closed: (reason: string) => (reason ? `closed: ${reason}` : "closed today"),

  mode: "What a scan does",
  modes: { lend: "Lend", return: "Return", in_house: "In-house" },
  scan: {
    lend: "Scan a card or an item",
    return: "Scan what came back",
    in_house: "Scan what was used here",
  },
  notLending: { return: "Scans are taken back, not lent.", in_house: "Scans are counted, not lent." },
  nothingLent: "nothing was lent",
  boxLabel: (mode: string) => `Scan box, ${mode}`,
  finding: "Name, e-mail or phone",
  findingLabel: "Find a patron",
  nobody: (typed: string) => `Nobody is called “${typed}”`,
  moreFound: "More are called so: type more of the name, a phone or an e-mail",
  typeAName: "Type the beginning of a name",
  waiting: (waiting: number) => `${count(waiting, "scan")} under way`,

  running: "Scans",
  lent: "Lent",
  lentTo: (name: string) => `to ${name}`,
  renewed: (left: number) => (left === 0 ? "renewed, none left" : `renewed, ${number(left)} left`),
  returned: "Returned",
  late: (days: number) => (days === 0 ? "Late" : `${count(days, "day")} late`),
  fined: (amount: number) => `charged ${money(amount)}`,
  credited: {
    payment: (amount: number) => `Paid ${money(amount)}`,
    waiver: (amount: number) => `Waived ${money(amount)}`,
    reversal: (amount: number) => `Taken back ${money(amount)}`,
  } satisfies Record<CreditKind, (amount: number) => string>,
  charged: (amount: number) => `Charged ${money(amount)}`,
  owesNow: (balance: number) => (balance > 0 ? `owes ${money(balance)}` : "owes nothing"),
  owes: (balance: number) => `Owes ${money(balance)}`,
  mostOwed: (most: number) => `(at most ${money(most)})`,
  money: "Money",
  moneyMore: "Money",
  pay: "Pay",
  notOnLoan: "Was not on loan",
  found: "Found: was missing or lost",
  inHouse: "Counted",
  usedHere: "used in the library",
  returnedBy: (name: string) => `returned by ${name}`,
  overridden: (what: string) => `in spite of: ${what}`,
  notLent: "Not lent",
  notRenewed: "Not renewed",
  notReturned: "Not taken back",
  notCounted: "Not counted",
  notDone: "Not done",
  cardFirst: "Scan a card first",
  isIn: "it is in",
  isOut: (name: string, due: Day, at: string | null) => `out to ${name} until ${dueNear(due, at)}`,
  somebody: "somebody",
  unknown: (code: string) => `Nothing has the number ${code}`,
  unknownName: (typed: string) => `Nothing has the label “${typed}”`,
  cardLost: (since: Day | null) => `This card was reported lost${since ? ` ${dayNear(since)}` : ""}`,
  cardReplaced: (since: Day | null) => `This card was replaced${since ? ` ${dayNear(since)}` : ""}`,
  cardWas: (name: string) => `it was the card of ${name}`,
  notOpened: "Not opened",
  undo: "Undo",
  undone: "Undone",
  notUndone: (why: string) => `Not undone: ${why}`,
  status: {
    in_service: "In service",
    missing: "Missing",
    lost: "Lost",
    repair: "In repair",
    withdrawn: "Withdrawn",
  } satisfies Record<ItemStatus, string>,

  looksLike: {
    card: "Looks like a card that nobody has",
    item: "Looks like an item that is not in the catalogue",
  },
  askSupervisor: "Ask a supervisor…",
  supervisor: "Supervisor",
  supervisorSecret: (kind: "pin" | "passphrase", name: string) => `${kind === "pin" ? "PIN" : "Passphrase"} of ${name}`,
  wrongSecret: "That is not the right one.",
  waitFor: (seconds: number) => `Next try in ${number(seconds)} s.`,
  scannedAt: (instant: string) => `scanned while locked, ${at(instant)}`,
  dismissed: "Dismissed",
  lockedReturns: (returns: number) => `${count(returns, "return")} scanned while locked`,
  lockedReturnsHint: "Each is taken back as of the time at which it was scanned.",
  settleThem: "Settle them at the desk",
  takeBack: "Take back",
  takeBackAll: "Take all back",
  dismiss: "Dismiss",
  dismissals: {
    not_ours: "Not an item of ours",
    not_returned: "Not returned: still with its patron",
    done_already: "Taken back already",
    trial: "Somebody tried the scanner",
  },
  unknownItem: "Not in the catalogue",
  wasIn: "Was not on loan",
  dueWas: (due: Day) => `due ${dayNear(due)}`,

  ways: {
    open_patron: "Open patron",
    take_back: "Take back",
    renew: "Renew",
    lend: "Lend to this patron",
    register: "Register this card",
    add_item: "Add this item",
    find: "Find a patron",
    again: "Try again",
  },
  correct: "Correct…",
  correctIt: (title: string) => `Correct ${title}`,
  more: "More",
  moreAbout: (title: string) => `More about ${title}`,
  corrections: {
    due: { title: "Another due day", day: "Due", verb: "Set the day", hint: "Why this loan runs differently" },
    claim: { title: "Said to be back", day: "", verb: "Note it", hint: "What was said; the fine stops growing today" },
    returned: {
      title: "Came back earlier",
      day: "Came back on",
      verb: "Put it on that day",
      hint: "Such as “lay in the book drop”; what it was not late is waived",
    },
    status: { title: "Item status", day: "", verb: "Set the status", hint: "" },
  },
  itemStatus: "Status",
  dueByHand: "Due day set by hand",
  claimed: "Said to be back",
  claimedOn: (on: Day) => `said to be back ${dayNear(on)}`,
  cameBack: (on: Day) => `Came back ${dayNear(on)}`,
  fineWaived: (amount: number) => `${money(amount)} of the fine waived`,

  mayOverride: "Supervisor may override",
  clerkMayOverride: "Clerk may override",
  noOverride: "Nobody may override",
  override: "Override…",
  overrideReason: "Reason",
  overrideHint: "Why it is all right this time",
  overrideDo: "Override",
  cancel: "Cancel",

  /** Why not, by the kind of the refusal with its facts. A kind that is missing speaks in the core's own words. */
  reasons: {
    on_loan: ({ due, due_at, to_this_patron }: { due: Day; due_at?: string | null; to_this_patron?: boolean }) =>
      to_this_patron
        ? `This patron has it already, until ${dueNear(due, due_at)}`
        : `On loan until ${dueNear(due, due_at)}`,
    lent_just_now: () => "Lent already a moment ago",
    returned_just_now: () => "Returned already a moment ago",
    renewed_just_now: () => "Renewed already a moment ago",
    not_in_service: ({ status }: { status: ItemStatus }) => `Not in service: ${words.status[status].toLowerCase()}`,
    in_library_only: ({ category, item_type }: { category: string; item_type: string }) =>
      `${item_type}: in the library only for ${category}`,
    no_rule: ({ category, item_type }: { category: string; item_type: string }) =>
      `No loan rule for ${category} and ${item_type}`,
    barred: ({ until, text }: { until: Day | null; text: string }) =>
      until ? `Barred until ${dayNear(until)}: ${text}` : `Barred: ${text}`,
    card_lost: ({ since }: { since: Day }) => `Card reported lost ${dayNear(since)}: replace it`,
    contact_in_doubt: ({ why }: { why: string }) => `Address or contact to be confirmed: ${why}`,
    guardian_missing: ({ under }: { under: number }) => `No guardian is known; under ${number(under)} one is needed`,
    card_expired: ({ on }: { on: Day }) => `Card expired ${dayNear(on)}`,
    limit_reached: ({ limit, out, item_type }: { limit: number; out: number; item_type: string }) =>
      limit === 0 ? `${item_type}: none may be out` : `${item_type}: ${number(out)} of ${number(limit)} are out`,
    has_overdue: ({ count: overdue, oldest }: { count: number; oldest: Day }) =>
      `${count(overdue, "item")} overdue since ${dayNear(oldest)}`,
    not_on_loan: () => "Not on loan any more",
    no_renewals_left: ({ allowed }: { allowed: number }) =>
      allowed === 0 ? "May not be renewed" : `All ${count(allowed, "renewal")} used`,
    gains_nothing: ({ due, due_at }: { due: Day; due_at?: string | null }) =>
      `Gains nothing: runs to ${dueNear(due, due_at)} already`,
    already_undone: () => "Undone already",
    unknown_item: ({ barcode }: { barcode: string }) =>
      `No item has the barcode ${barcode}: add it, or dismiss the return`,
    lent_since: ({ out_at }: { out_at: string }) => `Lent ${at(out_at)}, after it was scanned: dismiss the return`,
    owes_too_much: ({ balance, most }: { balance: number; most: number }) =>
      `Owes ${money(balance)}, at most ${money(most)} may be owed`,
    nothing_owed: () => "Nothing is owed",
    more_than_owed: ({ owed }: { owed: number }) => `Only ${money(owed)} is owed`,
    not_owed: () => "That is settled already",
    settled_since: ({ settled }: { settled: number }) =>
      `${money(settled)} of it has been paid or waived since; take that back first`,
    settled_again: () => "It has been paid or waived anew since; take that back first",
    reversed_since: () => "Taken back since",
    already_reversed: () => "Taken back already",
    not_within: ({ from, to }: { from: Day; to: Day }) => `It was out from ${dayNear(from)} to ${dayNear(to)}`,
    another_day: ({ day: on }: { day: Day }) => `Taken ${dayNear(on)}; take it back in the ledger, with a reason`,
  } as Record<string, (facts: never) => string>,

  blocks: "What speaks against lending",
  saidIt: "Said",
  messageFrom: (by: string, on: string) => `${by}, ${on}`,
  guardian: "Guardian",

  noPatron: "Nobody at the desk",
  noPatronHint: {
    lend: "Scan a card to lend. Without a card, F7 finds the patron by name.",
    return: "Scan what came back; no card is needed.",
    in_house: "Scan what was used in the library; each scan counts once.",
  },
  patron: "Patron",
  cardTo: (expires: Day | null) => (expires ? `card to ${dayShort(expires)}` : "card does not run out"),
  expired: (on: Day) => `Card expired ${dayNear(on)}`,
  expiresSoon: (on: Day) => `Card runs out ${dayNear(on)}`,
  overdueSince: (overdue: number, since: string) => `${number(overdue)} overdue since ${since}`,
  note: "Note",
  out: (out: number) => `Out: ${number(out)}`,
  due: "Due",
  renewalsLeft: "Renewals left",
  left: "Left",
  renewOne: (title: string) => `Renew ${title}`,
  dueSlip: "Due slip",
  renewMany: (loans: number) => `Renew ${number(loans)}`,
  nothingOut: "Nothing is out.",
  overdueBy: (days: number) => (days === 0 ? "overdue" : `${count(days, "day")} overdue`),
  finish: "Finish",
  enterToFinish: "Enter to finish",
  closesIn: (seconds: number) => `closes in ${seconds} s`,
  openedPatron: (name: string, out: number, flags: string[]) =>
    [name, count(out, "item") + " out", ...flags].join(", "),

  whyFine: (amount: number) => `Why ${money(amount)}?`,
  fineStep: {
    late: (time: LateTime, due: Day, at: string | null) =>
      `${LATE(time)} late, due ${at ? `${day(due)} ${atTime(at)}` : day(due)}`,
    notCharged: (by: DecidedBy) => `No fines are charged (${DECIDED_BY[by]})`,
    grace: (time: LateTime, counts: Counted, over: boolean) =>
      over ? `Later than the grace of ${LATE(time, counts)}` : `Within the grace of ${LATE(time, counts)}`,
    counted: (time: LateTime, counts: Counted, starts: FineStarts | null) =>
      [`${LATE(time, counts)} counted`, starts && STARTS[starts]].filter(Boolean).join(", "),
    rate: (units: number, each: number) => `${number(units)} × ${money(each)}`,
    cap: "At most, for one loan",
  },
  why: (due: Day, at: string | null) => `Why ${at ? `${day(due)} ${atTime(at)}` : day(due)}?`,
  whyThisDay: (title: string) => `Why this day for ${title}?`,
  noChange: "no change",
  step: {
    byHand: "Set by hand, with a reason",
    rule: (category: string, type: string, row: RuleRow, period: LoanPeriod) =>
      `${ROW[row](category, type.toLowerCase())}: ${PERIOD(period)}`,
    fromDue: (rule: string) => `${rule}, counted from when it was due`,
    clocks: (minutes: number) =>
      minutes > 0
        ? `Clocks go forward ${number(minutes)} minutes before`
        : `Clocks go back ${number(-minutes)} minutes before`,
    card: (expires: Day | null) => (expires ? `Card runs to ${dayShort(expires)}` : "Card does not run out"),
    cardMayPass: (expires: Day, by: DecidedBy) =>
      `Card runs to ${dayShort(expires)}, a loan may go beyond (${DECIDED_BY[by]})`,
    closed: (on: Day, reason: string, weekday: number) =>
      reason ? `Closed ${day(on)}: ${reason}` : `Closed on ${weekdayName(weekday)}s`,
    closedThen: (at: string) => `Closed ${day(atDay(at))} at ${atTime(at)}`,
    decided: (what: string, how: ClosedDue | HourlyClosed, by: DecidedBy) =>
      `${what}; ${GOES[how]} (${DECIDED_BY[by]})`,
    movedIn: "Lent by the system before, with its due day",
    openThatDay: (hours: readonly OpenSpan[]) => `Open that day ${spans(hours)}`,
    moved: (to: string) => `→ ${to}`,
  },

  does: {
    lend: "Lend",
    return: "Return",
    in_house: "Count in-house use",
    renewAll: "Renew all",
    find: "Find a patron by name",
    correct: "Correct the newest line",
    override: "Override the newest refusal",
    takeBackAll: "Take back what was scanned while locked",
    undo: "Undo the last scan",
    pay: "Take a payment",
    waive: "Waive what is owed",
    charge: "Charge this patron",
    ledger: "Ledger of this patron",
    receipt: "Due slip and receipt of today",
    finish: "Finish with this patron",
    soundsOn: "Turn sounds on",
    soundsOff: "Turn sounds off",
  },
};
