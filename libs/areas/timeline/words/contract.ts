import { caseName, isClosed } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import * as events from '#domain/contract/events/index.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import type { ContractTerms } from '#domain/contract/state.js';
import { daysBothCounted } from '#domain/kernel/date.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import { listed } from '#domain/kernel/listed.js';
import { money, several } from './amounts.js';
import { changes, type Said, stated } from './changes.js';
import { day, period } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';
import { dayBefore, workingDays } from './working-days.js';

/** What happened to a contract as a whole. */
export const CONTRACT: readonly Sentence[] = [
  sentence(events.contractRegistered, ({ terms }, { provider }) => {
    const { reference, title, lead, valuePence } = terms;
    return `Contract ${reference}, “${title}”, was entered in the record: ${provider(lead)} leads it, it runs from ${day(terms.startsOn)} to ${day(terms.endsOn)}, and it is worth ${money(valuePence)} over its life.`;
  }),
  sentence(events.contractVaried, ({ terms, onRecordFrom }, scene) => {
    const changed = changes(termsSaid(scene), scene.before.terms, terms);
    return changed.length === 0 ? 'The contract was stated again; nothing in it changed.' : `The contract was changed: ${listed(changed)}.${timeCountsFrom(onRecordFrom)}`;
  }),
  sentence(events.contractCorrected, ({ terms, onRecordFrom }, scene) => {
    const changed = changes(termsSaid(scene), scene.before.terms, terms);
    const what = changed.length === 0 ? 'nothing in it reads otherwise' : listed(changed);
    return `The record of the contract was put right, because it was typed wrong: ${what}.${timeCountsFrom(onRecordFrom)}`;
  }),
  sentence(events.membersAgreed, ({ members, since, onRecordFrom, change }, { provider }) => {
    const [first, ...others] = members;
    const from = since === undefined ? '' : `From ${day(since)} on, `;
    const joined = timeCountsFrom(onRecordFrom);
    if (others.length === 0) return `${stated(change)}${from}${provider(first!.provider)} delivers the whole contract.${joined}`;
    const together = `${from === '' ? 'T' : 't'}he providers who deliver the contract together are`;
    return `${stated(change)}${from}${together} ${listed(members.map((one) => `${provider(one.provider)} (${quantity(one.share)}%)`))}.${joined}`;
  }),
  sentence(events.reportingScheduleAgreed, ({ frequency, dueWorkingDays, periodEnds = [], since, onRecordFrom, change }) => {
    const ends = frequency === 'listed dates' ? `for periods that end on ${listed(periodEnds.map(day))}` : HOW_OFTEN[frequency];
    const due = dueWorkingDays === 0 ? 'on the day on which the period ends, or the next working day' : `${workingDays(dueWorkingDays)} after the period ends`;
    return `${stated(change)}Returns are due ${ends}, ${due}${since === undefined ? '' : `, from ${day(since)} on`}.${timeCountsFrom(onRecordFrom)}`;
  }),
  sentence(events.contractSuspended, ({ from }) => `The contract is suspended from ${day(from)}: until it is resumed nothing falls due and no time to put a breach right runs.`),
  sentence(events.contractResumed, ({ on, onRecordFrom }, scene) => {
    const since = scene.before.suspensions.findLast(({ to }) => to === null)?.from;
    const long = since === undefined || since >= on ? '' : ` It was suspended for ${several(daysBothCounted(since, on) - 1, 'day')}, from ${day(since)} to ${dayBefore(on)}.`;
    const known = onRecordFrom === undefined ? '' : ` That came on record on ${day(onRecordFrom)}: until then no time ran, since nobody could know that it did.`;
    return `The contract runs again from ${day(on)}.${long}${known}${newEnds(scene)}`;
  }),
  sentence(events.contractCompleted, ({ completedOn, onRecordFrom }) => `The contract was completed on ${day(completedOn)}.${timeCountsFrom(onRecordFrom)}`),
  sentence(events.contractTerminated, ({ terminatedOn, ground, because, onRecordFrom }) => {
    const why = because === null ? GROUNDS[ground] : `because of the breach ${caseName({ clause: because.clause, number: because.case })}`;
    return `The contract was ended before its time, ${why}: its last day is ${day(terminatedOn)}. What was delivered still counts.${timeCountsFrom(onRecordFrom)}`;
  }),
];

const HOW_OFTEN = { monthly: 'every month', quarterly: 'every quarter', 'half-yearly': 'every half-year', annual: 'every year' };
const GROUNDS = { 'break clause': 'under a break clause', agreement: 'by agreement', other: 'for a reason of its own' };

/** What a contract says of itself, in the order in which people ask. */
function termsSaid({ provider, person }: Scene): Said<ContractTerms> {
  return [
    ['its title', ({ title }) => `“${title}”`],
    ['the lead provider', ({ lead }) => provider(lead)],
    ['the part of the authority that runs it', ({ directorate }) => directorate],
    ['the contract manager', ({ manager }) => person(manager)],
    ['the time that it runs', ({ startsOn, endsOn }) => period({ from: startsOn, to: endsOn })],
    ['its value over its life', ({ valuePence }) => money(valuePence)],
    ['the place whose bank holidays count', ({ jurisdiction }) => PLACES[jurisdiction]],
    ['the law that it was bought under', ({ regime }) => REGIMES[regime]],
  ];
}

export const PLACES = { 'england-and-wales': 'England and Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' };
const REGIMES = {
  'procurement-act-2023': 'the Procurement Act 2023',
  'provider-selection-regime': 'the Provider Selection Regime',
  'light-touch': 'the light touch rules',
  'earlier law': 'the law before the Procurement Act 2023',
  other: 'another law',
};

/** That nobody is late by what came on record only afterwards. */
function timeCountsFrom(onRecordFrom: string | undefined): string {
  return onRecordFrom === undefined ? '' : ` Of a return that this makes due earlier, time counts from ${day(onRecordFrom)}, when it came on record.`;
}

/** Until when breaches may be put right, now that the contract goes on. */
function newEnds({ after, bankHolidays }: Scene): string {
  if (after.terms === null) return '';
  const calendar = workingCalendar(after, bankHolidays);
  const open = Object.values(after.breakClauses).flatMap(({ cases }) => cases.filter((one) => !isClosed(one)));
  const ends = open.flatMap((one) => {
    const by = caseClock(one, calendar).putRightBy?.date;
    return by ? [` The time to put the breach ${caseName(one)} right now ends on ${day(by)}.`] : [];
  });
  return ends.join('');
}
