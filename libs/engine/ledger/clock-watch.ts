/** Milliseconds that the wall clock may gain on the monotonic one between two looks before it is called a jump. */
const TOLERANCE = 60_000;

/** Takes what an operator should know; pino's logger is one. */
export interface LedgerLog {
  warn(details: object, message: string): void;
}

/**
 * Watches the moments of recording against the process's monotonic clock. A wall clock that jumps forward takes the
 * ledger with it, and since moments never run backwards, all that follows bears the false moment until the true time
 * has caught up: somebody has to know at once.
 */
export class ClockWatch {
  private readonly seen = new Map<string, { readonly wall: number; readonly elapsed: number }>();

  constructor(
    private readonly log: LedgerLog,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Looks at the moment at which something has just been recorded. */
  look(authority: string, recordedAt: string): void {
    const now = { wall: Date.parse(recordedAt), elapsed: this.elapsed() };
    const before = this.seen.get(authority);
    this.seen.set(authority, now);
    if (!before) return;
    const gained = now.wall - before.wall - (now.elapsed - before.elapsed);
    if (gained > TOLERANCE) {
      this.log.warn(
        { authority, recordedAt, gainedMs: Math.round(gained) },
        `The clock jumped forward by ${Math.round(gained / 1000)} s: entries of ${authority} are now recorded at ` +
          `${recordedAt}, and no later entry can bear an earlier moment. Set the database server's clock right.`,
      );
    }
  }
}
