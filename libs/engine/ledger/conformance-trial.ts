import { randomUUID } from 'node:crypto';
import { SettableClock } from '#domain/kernel/clock.js';
import type { EventCatalogue, NewEvent } from '#domain/kernel/event.js';
import { sha256 } from './commands-for-tests.js';
import { firstCatalogue, note } from './conformance-events.js';
import type { AppendGroup, AppendOutcome, ImportBatch, Ledger, Placement, Write } from './ledger.js';

/** What the conformance suite asks of an adapter. Ledgers that are made on the same store hold the same authorities. */
export interface LedgerUnderTest {
  /** A ledger over the store, with these types of event and this clock. */
  ledger(catalogue: EventCatalogue, clock: SettableClock): Ledger;
  /** A statement that an import may write beside the ledger, and how often it took effect. */
  alongside(authority: string): { readonly text: string; readonly values: readonly unknown[]; count(): Promise<number> };
}

/** A ledger, fresh for each test, with the commands that tests send to it. */
export class Trial {
  readonly clock = new SettableClock('2026-01-05T09:00:00.000Z');
  ledger!: Ledger;
  authority = '';

  constructor(readonly under: LedgerUnderTest) {}

  async begin(): Promise<void> {
    this.clock.set('2026-01-05T09:00:00.000Z');
    this.ledger = this.under.ledger(firstCatalogue, this.clock);
    this.authority = `authority-${randomUUID().slice(0, 8)}`;
    await this.ledger.open(this.authority, 'Fenmarch Council');
  }

  /** Whatever was tried, the record is sound afterwards. */
  async end(): Promise<void> {
    const { problems } = await this.ledger.verify(this.authority);
    expect(problems).toEqual([]);
  }

  write(stream: string, expectedVersion: number, ...events: NewEvent[]): Write {
    return { stream, expectedVersion, events };
  }

  group(writes: readonly Write[], more: Partial<AppendGroup> = {}): AppendGroup {
    return {
      authority: this.authority,
      commandId: randomUUID(),
      requestHash: sha256('a request'),
      actor: 'person-1',
      writes,
      ...more,
    };
  }

  oneNote(stream = 'contract:C01', expectedVersion = 0, more: Partial<AppendGroup> = {}): AppendGroup {
    return this.group([this.write(stream, expectedVersion, note('one'))], more);
  }

  batch(events: ImportBatch['events'], more: Partial<ImportBatch> = {}): ImportBatch {
    return {
      authority: this.authority,
      commandId: randomUUID(),
      requestHash: sha256('an import'),
      actor: 'person-1',
      expectedVersions: new Map(events.map(({ stream }) => [stream, 0])),
      events,
      references: [],
      ...more,
    };
  }
}

/** Where the entries of an outcome stand. */
export function placed(outcome: AppendOutcome): Placement & { readonly outcome: string } {
  if ('position' in outcome) return outcome;
  throw new Error(`Nothing was recorded: ${JSON.stringify(outcome)}`);
}
