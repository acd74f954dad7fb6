import { edition1 } from '#domain/authority/bank-holidays/bank-holidays.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import { dayAfter, type Frequency, reportingPeriods } from '../naive-count/days.js';

/** What is due, as a plain reading of the raw events finds it; each thing as `kind|contract|who|about or period|number`. */
export interface NaiveObligation {
  readonly name: string;
  readonly dueOn: string | null;
  readonly closedOn: string | null;
  /** Of returns: how a request stands, and whether the return was missed or that was set aside. */
  readonly marks: string;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Said = { readonly type: string; readonly businessDate: string; readonly p: any };
type Count = (from: string, workingDays: number) => string | null;

/** Everything that is due, or was and is done, after all these events. */
export function naiveObligations(events: readonly RecordedEvent[]): readonly NaiveObligation[] {
  const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) => stream.startsWith('contract:'));
  return streams.flatMap((stream) => {
    const history = events.filter((event) => event.stream === stream).map(({ type, businessDate, payload }): Said => ({ type, businessDate, p: payload }));
    const { terms } = history.findLast(({ type }) => /^Contract(Registered|Varied|Corrected)$/.test(type))!.p;
    const stops = stopsOf(history);
    const still = stops.map(({ from, to, clocks }) => ({ from, to: to !== null && clocks !== undefined && clocks > to ? clocks : to }));
    const holidays = holidaysOf(events, terms.jurisdiction);
    const worked = (day: string) => !holidays.has(day) && ![0, 6].includes(new Date(day).getUTCDay());
    const count: Count = (from, workingDays) => {
      let day = from;
      for (let left = workingDays; left > 0; ) {
        day = dayAfter(day);
        const stop = still.find((one) => one.from <= day && day <= (one.to ?? '9999'));
        if (stop?.to === null) return null;
        if (!stop && worked(day)) left--;
      }
      return day;
    };
    const posted = (from: string, workingDays: number): string => {
      let day = from;
      for (let left = workingDays; left > 0; ) if (worked((day = dayAfter(day)))) left--;
      return day;
    };
    const extended = (until: string): string | null => {
      const stop = still.find((one) => one.from <= until && until <= (one.to ?? '9999'));
      if (!stop) return until;
      let lost = 0;
      for (let day = stop.from; day <= until; day = dayAfter(day)) if (worked(day)) lost++;
      return count(dayBefore(stop.from), lost || 1);
    };
    return [...returnsOf(history, terms, stops, count, extended), ...reportsOf(history, terms, count), ...casesOf(history, terms, count, posted)];
  });
}

interface Stop {
  readonly from: string;
  readonly to: string | null;
  /** The last day for which clocks stood still, where that is later. */
  readonly clocks?: string;
}

function stopsOf(history: readonly Said[]): readonly Stop[] {
  const stops: Stop[] = [];
  for (const { type, p } of history) {
    if (type === 'ContractSuspended') stops.push({ from: p.from, to: null });
    if (type === 'ContractResumed' && stops.at(-1)?.to === null) stops.push({ from: stops.pop()!.from, to: dayBefore(p.on), ...(p.onRecordFrom ? { clocks: dayBefore(p.onRecordFrom) } : {}) });
    const last = p.completedOn ?? p.terminatedOn;
    if (last) stops.splice(0, stops.length, ...stops.filter(({ from }) => from <= last).map((one) => ({ ...one, to: one.to === null || one.to > last ? last : one.to })));
  }
  return stops.filter(({ from, to, clocks }) => to === null || from <= to || from <= (clocks ?? ''));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function holidaysOf(events: readonly RecordedEvent[], jurisdiction: 'england-and-wales'): ReadonlySet<string> {
  const days = new Set(Object.keys(edition1[jurisdiction].names));
  for (const { type, payload } of events) {
    const span = payload as { jurisdiction: string; from: string; through: string; holidays: { date: string }[] };
    if (type !== 'BankHolidaysRecorded' || span.jurisdiction !== jurisdiction) continue;
    for (const day of [...days]) if (day >= span.from && day <= span.through) days.delete(day);
    for (const { date } of span.holidays) days.add(date);
  }
  return days;
}

interface Terms {
  readonly reference: string;
  readonly lead: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

function returnsOf(history: readonly Said[], terms: Terms, stops: readonly Stop[], count: Count, extended: (until: string) => string | null): NaiveObligation[] {
  const last = (type: string) => history.findLast((event) => event.type === type)?.p;
  const onRecordFrom = history[0]!.p.onRecordFrom ?? '';
  const schedule = last('ReportingScheduleAgreed') as { frequency: Frequency; dueWorkingDays: number } | undefined;
  const ends = [terms.endsOn, last('ContractCompleted')?.completedOn, last('ContractTerminated')?.terminatedOn].filter((day) => day !== undefined).sort();
  const periods = !schedule || ends[0]! < terms.startsOn ? [] : reportingPeriods(schedule.frequency, terms.startsOn, ends[0]!);
  const stopped = (day: string) => stops.some((stop) => stop.from <= day && (stop.to ?? '9999') >= day);
  const owed = periods.filter(({ from, to }) => {
    for (let day = from; day <= to; day = dayAfter(day)) if (!stopped(day)) return true;
    return false;
  });
  const found: NaiveObligation[] = [];
  const stillAsked = new Set<string>();
  for (const { from, to } of owed) {
    for (const provider of membersAt(history, to)) {
      const moreTime = saidOf(history, ['ExtensionAsked', 'ExtensionRefused', 'DueDateExtended'], provider, from, to);
      // what was missed of fewer days says nothing of all of them
      const its = saidOf(history, ['ReturnMissed', 'MissedReturnSetAside'], provider, from, to).filter(({ p }) => p.to >= to);
      const extension = moreTime.at(-1);
      const submitted = cameOn(history, provider, from, to);
      const missed = its.findLast(({ type }) => type === 'ReturnMissed');
      // more time given after it was set aside is a new chance
      const granted = moreTime.findLast(({ type }) => type === 'DueDateExtended');
      const again = granted !== undefined && missed !== undefined && granted.p.until > missed.p.dueOn;
      const reached = count(to, schedule!.dueWorkingDays);
      const until = granted && extended(granted.p.until);
      const dueOn = until === undefined ? reached : reached === null || until === null ? null : [reached, until].sort()[1]!;
      const mark = its.findLast(({ type }) => type === 'ReturnMissed' || type === 'MissedReturnSetAside')?.type ?? '-';
      const marks = [
        { ExtensionAsked: 'asked', ExtensionRefused: 'refused', DueDateExtended: 'granted' }[extension?.type ?? ''] ?? '-',
        // due later than when it was missed, it was not missed then
        again || (mark === 'ReturnMissed' && (dueOn === null || dueOn > missed!.p.dueOn)) ? '-' : mark,
      ];
      if (dueOn !== null && dueOn < onRecordFrom) marks.push('before');
      found.push({ name: `return|${terms.reference}|${provider}|${from}/${to}|`, dueOn, closedOn: submitted, marks: marks.join(' ') });
      if (!submitted && extension?.type === 'ExtensionAsked') stillAsked.add(`${provider}/${from}/${to}`);
    }
  }
  return [...found, ...requestsOf(history, terms, stillAsked, count)];
}

/** What was said of a return: for its days, else for the period said of last that begins on the same day. */
function saidOf(history: readonly Said[], types: readonly string[], provider: string, from: string, to: string): readonly Said[] {
  const its = history.filter(({ type, p }) => types.includes(type) && p.provider === provider && p.from === from);
  const ends = [...new Set(its.map(({ p }) => p.to as string))];
  const end = ends.includes(to) ? to : ends.at(-1);
  return its.filter(({ p }) => p.to === end);
}

/** The day on which a return had come: the first that holds all its days, or the one that completed those that do together. */
function cameOn(history: readonly Said[], provider: string, from: string, to: string): string | null {
  const last = new Map<string, { from: string; to: string; submittedOn: string }>();
  for (const { type, p } of history) {
    if (type !== 'ReturnSubmitted' || p.provider !== provider) continue;
    const stood = last.get(`${p.from}/${p.to}`);
    if (!(stood && p.change?.kind === 'variation' && stood.submittedOn < p.submittedOn)) last.set(`${p.from}/${p.to}`, p);
  }
  const days = [...last.values()].sort((a, b) => (a.submittedOn < b.submittedOn ? -1 : 1));
  const whole = days.find((one) => one.from <= from && one.to >= to);
  if (whole) return whole.submittedOn;
  const missing = new Set<string>();
  for (let day = from; day <= to; day = dayAfter(day)) missing.add(day);
  for (const one of days) {
    for (const day of [...missing]) if (day >= one.from && day <= one.to) missing.delete(day);
    if (missing.size === 0) return one.submittedOn;
  }
  return null;
}

/**
 * Who the members were on a day: those agreed last for it, or, until any were, the lead of that day. Those of an entry
 * error are taken back before it is read on.
 */
function membersAt(history: readonly Said[], day: string): readonly string[] {
  let said: { readonly since: string; members: readonly string[] }[] = [];
  let agreed = false;
  let lead = '';
  const stated = (since: string | undefined, members: readonly string[]) => {
    said = since === undefined ? [] : said.filter((one) => one.since < since);
    said.push({ since: since ?? '', members });
  };
  for (const { type, p } of history) {
    if (type === 'MembersAgreed') {
      if (p.change?.kind === 'entry error') said.pop();
      if (said.length === 0) stated(undefined, [lead]);
      stated(p.since, p.members.map((one: { provider: string }) => one.provider));
      agreed = true;
    }
    if (!/^Contract(Registered|Varied|Corrected)$/.test(type)) continue;
    lead = p.terms.lead as string;
    if (agreed || said.at(-1)?.members[0] === lead) continue;
    if (said.length > 0 && p.since === undefined) said.at(-1)!.members = [lead];
    else stated(p.since, [lead]);
  }
  return said.findLast(({ since }) => since <= day)!.members;
}

function requestsOf(history: readonly Said[], { reference }: Terms, stillAsked: ReadonlySet<string>, count: Count): NaiveObligation[] {
  const key = ({ p }: Said) => `${p.provider}/${p.from}/${p.to}`;
  const about = history.filter(({ type }) => ['ExtensionAsked', 'ExtensionRefused', 'DueDateExtended'].includes(type));
  return [...new Set(about.map(key))].flatMap((one) => {
    const its = about.filter((event) => key(event) === one);
    const asks = its.filter(({ type }) => type === 'ExtensionAsked');
    return asks.flatMap((ask, index) => {
      const next = its[its.indexOf(ask) + 1];
      const closedOn = next?.p.extendedOn ?? next?.p.refusedOn ?? null;
      if (closedOn === null && (next || !stillAsked.has(one))) return [];
      return [{ name: `answer a request for more time|${reference}||${ask.p.provider} ${ask.p.from}|${index + 1}`, dueOn: count(ask.p.askedOn, 5), closedOn, marks: '' }];
    });
  });
}

const OPENS: Readonly<Record<string, (event: Said) => string>> = {
  DeliveryReported: ({ p }) => p.reportedOn,
  DeliveryCorrected: ({ p }) => p.reportedOn,
  QueryAnswered: ({ p }) => p.answeredOn,
  ValidationWithdrawn: ({ businessDate }) => businessDate,
  DeliveryQueried: ({ p }) => p.reviewedOn,
};
const DECISIONS = ['DeliveryValidated', 'DeliveryRejected', 'DeliveryQueried', 'QueryAnswered', 'ValidationWithdrawn'];

function reportsOf(history: readonly Said[], terms: Terms, count: Count): NaiveObligation[] {
  const made = history.filter(({ type }) => type === 'DeliveryReported' || type === 'DeliveryCorrected');
  const standing = standingReports(history);
  return made.flatMap(({ p: { report } }) => {
    const about = history.filter(({ type, p }) => p.report === report && (OPENS[type] || DECISIONS.includes(type)));
    const openings = about.filter(({ type }) => OPENS[type]);
    return openings.flatMap((opening, index) => {
      const asked = opening.type === 'DeliveryQueried';
      const next = about[about.indexOf(opening) + 1];
      const closes = next && (asked ? next.type === 'QueryAnswered' : ['DeliveryValidated', 'DeliveryRejected', 'DeliveryQueried'].includes(next.type));
      if (!closes && (next || !standing.has(report))) return [];
      const since = [OPENS[opening.type]!(opening), history[0]!.p.onRecordFrom ?? ''].sort()[1];
      const closedOn = closes ? (next.p.answeredOn ?? next.p.reviewedOn) : null;
      const who = asked ? answersFor(history, history.indexOf(opening), terms) : '';
      const kind = asked ? 'answer a query' : 'review a report';
      return [{ name: `${kind}|${terms.reference}|${who}|${report}|${index + 1}`, dueOn: count(since, asked ? 10 : 20), closedOn, marks: '' }];
    });
  });
}

/** The member who delivered, as it was known when the question was asked; else the lead of that time. */
function answersFor(history: readonly Said[], at: number, terms: Terms): string {
  const before = history.slice(0, at);
  const { commitment, report } = history[at]!.p;
  const claim = before.find(({ type, p }) => /^Delivery(Reported|Corrected)$/.test(type) && p.report === report)!.p;
  const promise = before.findLast(({ type, p }) => /^Commitment/.test(type) && p.commitment === commitment && p.terms)!.p.terms;
  return claim.provider ?? promise.provider ?? terms.lead;
}

/** The last report of each chain that neither was withdrawn, cancelled, nor is a correction that was rejected. */
function standingReports(history: readonly Said[]): ReadonlySet<string> {
  const roots = new Map<string, string>();
  const chains = new Map<string, string[]>();
  const out = new Set<string>();
  const corrections = new Set<string>();
  for (const { type, p } of history) {
    if (type === 'DeliveryReported') chains.set(p.report, [p.report]);
    if (type === 'DeliveryReported') roots.set(p.report, p.report);
    if (type === 'DeliveryCorrected') {
      roots.set(p.report, roots.get(p.corrects)!);
      chains.get(roots.get(p.report)!)!.push(p.report);
      corrections.add(p.report);
    }
    if (type === 'CorrectionCancelled') out.add(p.report);
    if (type === 'DeliveryWithdrawn') for (const one of chains.get(roots.get(p.report)!)!) out.add(one);
    if (type === 'DeliveryRejected' && corrections.has(p.report)) out.add(p.report);
    // decided otherwise later, a correction stands again
    if (type === 'DeliveryValidated' && corrections.has(p.report) && !history.some((other) => /Cancelled|DeliveryWithdrawn/.test(other.type) && roots.get(other.p.report) === roots.get(p.report))) out.delete(p.report);
  }
  return new Set([...chains.values()].flatMap((chain) => chain.filter((one) => !out.has(one)).slice(-1)));
}

function casesOf(history: readonly Said[], terms: Terms, count: Count, countWithoutStops: (from: string, workingDays: number) => string): NaiveObligation[] {
  const ended = history.some(({ type }) => type === 'ContractTerminated' || type === 'ContractCompleted');
  return history
    .filter(({ type }) => type === 'BreakConditionMet')
    .flatMap(({ p: { clause, case: number, metOn } }) => {
      const its = history.filter(({ p }) => p.clause === clause && p.case === number);
      const last = (type: string) => its.findLast((event) => event.type === type)?.p;
      const decided = last('BreakClauseTriggered')?.confirmedOn ?? last('BreakConditionSetAside')?.setAsideOn ?? null;
      const putRight = last('BreachPutRight')?.putRightOn ?? null;
      const owesSteps = putRight !== null || !(ended || last('BreakClauseWaived'));
      const steps = (owesSteps ? (last('ImprovementPlanAgreed')?.steps ?? []) : []) as { by: string }[];
      const about = `${clause}/${number}`;
      const { breach } = its[0]!.p;
      const whose = breach.provider ?? history.findLast(({ type, p }) => /^Commitment/.test(type) && p.commitment === breach.commitment && p.terms)?.p.terms.provider ?? terms.lead;
      const notice = last('BreachNoticeServed')?.sentOn as string | undefined;
      const said = (clauseAt: number) => history.slice(0, clauseAt).findLast(({ type, p }) => type === 'BreakClauseAgreed' && p.clause === clause)?.p;
      const agreed = said(history.indexOf(its[0]!));
      const served = notice === undefined || !agreed ? undefined : countWithoutStops(notice, agreed.deemedServiceWorkingDays ?? 2);
      const byDay = served === undefined || !agreed.remediable || !owesSteps ? undefined : count(served, agreed.timeToPutRightWorkingDays);
      return [
        ...(byDay === undefined ? [] : [{ name: `put a breach right|${terms.reference}|${whose}|${about}|`, dueOn: byDay, closedOn: putRight, marks: '' }]),
        { name: `decide on a condition|${terms.reference}||${about}|`, dueOn: count(metOn, 10), closedOn: decided, marks: '' },
        ...steps.map(({ by }, index) => ({ name: `improvement step|${terms.reference}|${whose}|${about}|${index + 1}`, dueOn: by, closedOn: putRight, marks: '' })),
      ];
    });
}
