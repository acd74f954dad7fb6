import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Ledger } from '#engine/ledger/ledger.js';
import type { Random } from '../../../support/generate-events/random.js';
import type { Place } from './place.js';

/** Asks, while others write, where ledgers ended at instants that have passed; what it was told must stay true. */
export class Historian {
  private readonly told: { readonly authority: string; readonly instant: string; readonly position: number }[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly place: Place,
    private readonly authorities: readonly string[],
    private readonly random: Random,
  ) {}

  async ask(over: () => boolean): Promise<void> {
    const clock = new pg.Client({ connectionString: this.place.migrationUrl });
    await clock.connect();
    while (!over()) {
      const authority = this.random.pick(this.authorities);
      // The millisecond before the present one: it has passed for every clock of this machine.
      const { rows } = await clock.query<{ instant: string }>(
        `select to_char((clock_timestamp() - interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as instant`,
      );
      const { instant } = rows[0]!;
      this.told.push({ authority, instant, position: await this.ledger.positionAt(authority, instant) });
      await pause(this.random.between(10, 60));
    }
    await clock.end();
  }

  /** How much was told, and what of it is not what plain SQL finds now. */
  async check(): Promise<{ readonly told: number; readonly changed: readonly object[] }> {
    const changed: object[] = [];
    for (const one of this.told) {
      const { rows } = await this.place.owner.query<{ now: number }>(
        'select coalesce(max(position), 0)::int as now from ledger.event where authority = $1 and recorded_at <= $2',
        [one.authority, one.instant],
      );
      if (rows[0]!.now !== one.position) changed.push({ ...one, now: rows[0]!.now });
    }
    return { told: this.told.length, changed };
  }
}
