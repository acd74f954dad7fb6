import type { NewEvent } from '#domain/kernel/event.js';
import { addDays } from '#domain/kernel/date.js';
import { dayAfter } from '../naive-count/days.js';
import { generateEvents, type GeneratedEvent } from '../generate-events/generate-events.js';
import { Random } from '../generate-events/random.js';

/** What is known of one contract while events are added to its history. */
interface Known {
  readonly stream: string;
  readonly startsOn: string;
  readonly lead: string;
  clause: string | undefined;
  suspended: boolean;
  terminated: boolean;
  /** The period for which more time was asked for and not answered. */
  asked: { readonly from: string; readonly to: string } | undefined;
  missed: { readonly from: string; readonly to: string } | undefined;
  cases: { stage: 'met' | 'confirmed' | 'planned' | 'closed' }[];
}

/** A generated history with all that makes, moves and ends obligations strewn in: the same for the same seed. */
export function historyWithDuties(seed: number, events: number): readonly { readonly stream: string; readonly event: NewEvent }[] {
  const random = new Random(seed);
  const contracts = new Map<string, Known>();
  const said: { stream: string; event: NewEvent }[] = [];
  for (const generated of generateEvents({ seed, events, contracts: 6 })) {
    said.push({ stream: generated.stream, event: onRecord(generated, random) });
    learn(contracts, generated);
    if (contracts.size === 0 || !random.chance(0.25)) continue;
    const today = generated.recordedOn;
    const known = random.pick([...contracts.values()]);
    const made = random.pick(MOVES)(known, random, today);
    if (made) said.push({ stream: made.type === 'BankHolidaysRecorded' ? 'calendar' : known.stream, event: made });
  }
  return said;
}

/** Half of the contracts say since when they are on record. */
function onRecord({ event, recordedOn }: GeneratedEvent, random: Random): NewEvent {
  if (event.type !== 'ContractRegistered' || random.chance(0.5)) return event;
  return { ...event, payload: { ...event.payload, onRecordFrom: recordedOn } };
}

function learn(contracts: Map<string, Known>, { stream, event }: GeneratedEvent): void {
  const { terms, clause } = event.payload as { terms: { startsOn: string; lead: string }; clause: string };
  if (event.type === 'ContractRegistered') {
    contracts.set(stream, { stream, ...{ startsOn: terms.startsOn, lead: terms.lead }, clause: undefined, suspended: false, terminated: false, asked: undefined, missed: undefined, cases: [] });
  }
  if (event.type === 'BreakClauseAgreed') contracts.get(stream)!.clause = clause;
}

type Move = (known: Known, random: Random, today: string) => NewEvent | undefined;
const say = (type: string, businessDate: string, payload: object): NewEvent => ({ type, businessDate, payload });
const reason = 'As agreed on the telephone';

/** Some quarter, which is a reporting period of many of the contracts. */
function quarter({ startsOn }: Known, random: Random): { from: string; to: string } {
  const [from, to] = random.pick([['04-01', '06-30'], ['07-01', '09-30'], ['10-01', '12-31']] as const);
  const year = Number(startsOn.slice(0, 4)) + random.between(0, 1);
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

function suspendOrResume(known: Known, random: Random, today: string): NewEvent {
  known.suspended = !known.suspended;
  if (known.suspended) return say('ContractSuspended', today, { from: today, reason });
  const on = dayAfter(addDays(today, random.between(0, 30)));
  return say('ContractResumed', today, { on, ...(random.chance(0.4) ? { onRecordFrom: addDays(on, random.between(1, 20)) } : {}) });
}

function askOrAnswer(known: Known, random: Random, today: string): NewEvent {
  const provider = known.lead;
  if (known.asked) {
    const period = known.asked;
    known.asked = undefined;
    if (random.chance(0.5)) return say('ExtensionRefused', today, { provider, ...period, refusedOn: today, reason });
    return say('DueDateExtended', today, { provider, ...period, until: addDays(period.to, 60), extendedOn: today, reason });
  }
  known.asked = quarter(known, random);
  return say('ExtensionAsked', today, { provider, ...known.asked, until: addDays(known.asked.to, 50), askedOn: today, reason });
}

function missOrSetAside(known: Known, random: Random, today: string): NewEvent {
  const provider = known.lead;
  if (known.missed) {
    const period = known.missed;
    known.missed = undefined;
    return say('MissedReturnSetAside', today, { provider, ...period, setAsideOn: today, reason });
  }
  known.missed = quarter(known, random);
  return say('ReturnMissed', today, { provider, ...known.missed, dueOn: addDays(known.missed.to, 28), foundOn: today });
}

function moveCase(known: Known, random: Random, today: string): NewEvent | undefined {
  const { clause, cases, lead: provider } = known;
  if (clause === undefined) return undefined;
  const last = cases.at(-1);
  if (!last || last.stage === 'closed') {
    const period = quarter(known, random);
    const breach = { kind: 'silence', provider, ...period, dueOn: addDays(period.to, 28), silentThrough: addDays(period.to, 42), extended: false, extensionRefused: false, remindersDelivered: 0 };
    cases.push({ stage: 'met' });
    return say('BreakConditionMet', today, { clause, case: cases.length, breach, metOn: today });
  }
  const which = { clause, case: cases.length };
  if (last.stage === 'met') {
    last.stage = random.chance(0.3) ? 'closed' : 'confirmed';
    if (last.stage === 'closed') return say('BreakConditionSetAside', today, { ...which, setAsideOn: today, reason });
    return say('BreakClauseTriggered', today, { ...which, confirmedOn: today, confirmedBy: 'person-manager' });
  }
  if (last.stage === 'confirmed' || random.chance(0.3)) {
    last.stage = 'planned';
    const steps = Array.from({ length: random.between(1, 3) }, (_, index) => ({ step: `Step ${index + 1}`, by: addDays(today, 10 * (index + 1)) }));
    return say('ImprovementPlanAgreed', today, { ...which, agreedOn: today, steps });
  }
  last.stage = 'closed';
  if (random.chance(0.5)) return say('BreachPutRight', today, { ...which, putRightOn: today, how: 'It came' });
  return say('BreakClauseWaived', today, { ...which, waivedOn: today, words: 'We give it up.' });
}

function recordHolidays(_known: Known, random: Random, today: string): NewEvent {
  const from = addDays(today, random.between(-20, 40));
  const through = addDays(from, 9);
  const holidays = random.chance(0.8) ? [{ date: addDays(from, random.between(0, 9)), name: 'Proclaimed' }] : [];
  return say('BankHolidaysRecorded', today, { jurisdiction: random.pick(['england-and-wales', 'england-and-wales', 'scotland']), from, through, holidays, source: 'Gazette' });
}

const MOVES: readonly Move[] = [
  suspendOrResume,
  suspendOrResume,
  askOrAnswer,
  askOrAnswer,
  askOrAnswer,
  missOrSetAside,
  missOrSetAside,
  moveCase,
  moveCase,
  moveCase,
  recordHolidays,
  (_known, random, today) =>
    say('ReportingScheduleAgreed', today, { frequency: random.pick(['monthly', 'quarterly', 'annual']), dueWorkingDays: random.between(1, 25), change: { kind: 'entry error', reason } }),
  (known, random, today) => {
    if (known.terminated || !random.chance(0.2)) return undefined;
    known.terminated = true;
    return say('ContractTerminated', today, { terminatedOn: today, ground: 'agreement', because: null, reason });
  },
];
