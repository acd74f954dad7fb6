import { createHash } from 'node:crypto';
import type { Directory } from '#areas/directory/index.js';
import { type DecidedRows, RowsDecided, type RowsByHand } from '#areas/workbook/index.js';
import { type Clock, SettableClock } from '#domain/kernel/clock.js';
import { dateIn } from '#domain/kernel/date.js';
import { refuse } from '#domain/kernel/refusal.js';
import { OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { checkAsked, type HistoryAsked } from '../asked.js';
import { makePortfolios, type Portfolio } from '../history/make-portfolio.js';
import { peopleIn, workbookAt } from '../history/workbooks.js';
import type { Setting } from '../setting.js';
import { WaitingRoom } from './waiting-room.js';

/** What a history is recorded in. */
export interface RecordPorts {
  /** The ledgers, with entries given their moments by this clock. */
  readonly ledgerBy: (clock: Clock) => Ledger;
  readonly directory: Directory;
  /** What it is now: nothing is recorded that is still to come. */
  readonly clock: Clock;
}

/** How far a history is: made first, then recorded. */
export interface HistoryProgress {
  readonly doing: 'making' | 'recording';
  readonly done: number;
  readonly of: number;
}

export interface HistoryRecorded {
  readonly authority: string;
  readonly name: string;
  readonly position: number;
  readonly contracts: number;
  readonly providers: number;
  readonly imports: number;
}

/**
 * Records an invented authority's history straight in its ledger, moment by moment: every row is decided as an import
 * would decide it, and what it comes to is written by COPY. The rows are not kept for comparison with later workbooks:
 * there was no workbook.
 * @throws Refusal the authority's ledger is not empty, what is asked cannot be made, or it would lie in the future
 */
export async function recordHistory(
  { ledgerBy, directory, clock: now }: RecordPorts,
  setting: Setting,
  asked: HistoryAsked,
  progress: (progress: HistoryProgress) => void = () => undefined,
): Promise<HistoryRecorded> {
  checkAsked(asked);
  const clock = new SettableClock(setting.moments[0]!.at);
  const ledger = ledgerBy(clock);
  await refuseUnlessEmpty(ledger, setting, now);
  const waiting = await WaitingRoom.open();
  try {
    await ledger.open(setting.code, setting.name);
    const made = await decideAll(directory, setting, asked, waiting, progress);
    const actor = await directory.personId(setting.code, setting.lead);
    let position = 0;
    for (const { moment, group, ...decided } of waiting.inOrder()) {
      clock.set(setting.moments[moment]!.at);
      const commandId = `generate-${asked.seed}-${asked.contracts}-${asked.events}-${setting.moments[moment]!.name}-${group}`;
      const { events, references, expectedVersions } = await decided.fetch();
      const requestHash = createHash('sha256').update(commandId).digest('hex');
      const answer = { generated: { ...asked }, moment: setting.moments[moment]!.name, group };
      const written = position;
      const tell = (done: number): void => progress({ doing: 'recording', done: written + done, of: made.events });
      const outcome = await ledger.import({ authority: setting.code, commandId, requestHash, actor, events, references, expectedVersions, answer, progress: tell });
      if (outcome.outcome !== 'appended') refuse('--authority', setting.code, 'must be left alone while it is generated, but somebody recorded something in it', 'Generate into another authority.', 'conflict');
      else position = outcome.position;
    }
    return { authority: setting.code, name: setting.name, position, contracts: made.contracts, providers: made.providers, imports: waiting.count };
  } finally {
    await waiting.close();
  }
}

async function refuseUnlessEmpty(ledger: Ledger, { code, moments }: Setting, now: Clock): Promise<void> {
  const head = await ledger.head(code);
  if (head && head.position > 0) {
    const found = `holds ${head.position.toLocaleString('en-GB')} ${head.position === 1 ? 'entry' : 'entries'} already`;
    refuse('--authority', code, `must be an authority without an entry, and its ledger ${found}`, 'Name another code; a ledger only ever grows.', 'conflict');
  }
  const last = moments.at(-1)!;
  if (last.at > now.now()) refuse('CLOCK', now.now(), `must not lie before ${last.name}, on which the history ends`, 'Set the clock to a later moment, or leave CLOCK unset.');
}

/** Decides group after group, each over all moments, and puts what it comes to aside until its moment is recorded. */
async function decideAll(directory: Directory, setting: Setting, asked: HistoryAsked, waiting: WaitingRoom, progress: (progress: HistoryProgress) => void) {
  const made = { events: 0, contracts: 0, providers: 0 };
  let before: DecidedRows['events'] = [];
  let group = 0;
  for (const portfolio of makePortfolios({ ...asked, setting })) {
    group++;
    const versions = new Map<string, number>();
    const { workbooks, decided } = await rowsOf(directory, setting, portfolio, before);
    for (const [moment, { at, restates }] of setting.moments.entries()) {
      if (workbooks[moment] === undefined) continue;
      const given = restates && { kind: restates.kind === 'entry-error' ? ('entry error' as const) : restates.kind, reason: restates.reason };
      const { events, references } = decided.decide(moment, dateIn(at), given);
      if (group === 1) before = [...before, ...events.filter(({ stream }) => stream === OWN_MEASURES_STREAM)];
      await waiting.put(moment, group, { events, references, expectedVersions: reached(versions, events) });
      made.events += events.length;
    }
    made.providers += workbooks.reduce((sum, rows) => sum + (rows?.providers?.length ?? 0), 0);
    made.contracts = portfolio.contracts;
    progress({ doing: 'making', done: made.events, of: Math.max(asked.events, made.events) });
  }
  return made;
}

async function rowsOf(directory: Directory, setting: Setting, portfolio: Portfolio, before: DecidedRows['events']) {
  const workbooks: (RowsByHand | undefined)[] = setting.moments.map((_, moment) => workbookAt(portfolio, moment));
  await directory.personIds(setting.code, [...peopleIn(portfolio)]);
  const decided = await RowsDecided.of(directory, setting.code, workbooks.map((rows) => rows ?? {}), before);
  return { workbooks, decided };
}

/** The version at which each stream stood before these events; afterwards they are counted in. */
function reached(versions: Map<string, number>, events: DecidedRows['events']): Map<string, number> {
  const before = new Map<string, number>();
  for (const { stream } of events) {
    const version = versions.get(stream) ?? 0;
    if (!before.has(stream)) before.set(stream, version);
    versions.set(stream, version + 1);
  }
  return before;
}
