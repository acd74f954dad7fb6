import type { LedgerProblem, LedgerVerification } from './ledger.js';
import { contentHash, textDigest, type SaltedText, type StoredEvent } from './stored-event.js';

/** What no check of a ledger by itself can find; `verify` says so beside its result. */
export const beyondVerification: readonly string[] = [
  'Somebody with full power over the database who rewrites entries, hashes and the rows of commands consistently, or ' +
    'removes the last commands with all they wrote, leaves a record that agrees with itself: only a signed checkpoint ' +
    'kept elsewhere reveals that.',
  'Position and moment of an entry stand outside its hash: a moment that was changed in the entry and in the row of its ' +
    'command is noticed only where moments run backwards.',
  'A missing text counts as erased: that it was erased by a recorded act is not proven. The index of references, and ' +
    'what commands were asked and answered, are not covered by hashes.',
];

/** What a command says it wrote; where the entries there do not agree, what they are. */
export interface CommandCheck {
  readonly commandId: string;
  readonly first: number;
  readonly last: number;
  readonly wrote: Buffer | null;
  readonly positions: readonly number[] | null;
  readonly found: Buffer | null;
  /** Its moment, and those of its entries that bear another one. */
  readonly recordedAt: string;
  readonly otherMoments: readonly number[];
}

/** So many are listed; of more there is only the number. */
const MOST_PROBLEMS = 1_000;

/** Goes through one ledger, entry by entry, and collects what is wrong with it. */
export class Verification {
  private readonly problems: LedgerProblem[] = [];
  private readonly versions = new Map<string, number>();
  private position = 0;
  private recordedAt = '';
  private entries = 0;
  private claimed = 0;
  private leftOut = 0;

  /** @param to the last position there should be: by the entries, or by what the commands say they wrote */
  constructor(
    private readonly authority: string,
    private readonly to: number,
  ) {}

  /** The next entry, in the order of positions. */
  entry(stored: StoredEvent & { readonly hash: Buffer }): void {
    const { position, stream, version } = stored;
    this.gap(position);
    this.entries++;
    this.position = position;
    if (!contentHash(stored).equals(stored.hash)) {
      this.problem(position, 'The entry does not match its hash: it was changed after it was recorded.');
    }
    const due = (this.versions.get(stream) ?? 0) + 1;
    if (version !== due) {
      this.problem(position, `The entry is version ${version} of ${stream}, where version ${due} is due.`);
    }
    this.versions.set(stream, version);
    if (stored.recordedAt < this.recordedAt) {
      this.problem(position, `The entry was recorded at ${stored.recordedAt}, before its predecessor (${this.recordedAt}).`);
    }
    this.recordedAt = stored.recordedAt;
  }

  /** A command, in any order, once all entries have been seen. */
  command({ commandId, first, last, wrote, positions, found, recordedAt, otherMoments }: CommandCheck): void {
    this.claimed += last - first + 1;
    for (const position of otherMoments) {
      this.problem(position, `The entry has another moment than the command ${commandId}, which was recorded at ${recordedAt}.`);
    }
    if (!wrote || !positions || !found) return;
    const now = new Map(positions.map((position, i) => [position, found.subarray(32 * i, 32 * i + 32)]));
    for (let position = first; position <= last; position++) {
      const offset = 32 * (position - first);
      // One that is missing has been told of as a gap.
      if (now.get(position)?.equals(wrote.subarray(offset, offset + 32)) === false) {
        this.problem(position, `Another entry stands here than the command ${commandId} wrote.`);
      }
    }
  }

  /** Whether some entry belongs to no command, or to two: then `unclaimed` wants to know which. */
  get commandsDoNotComeOut(): boolean {
    return this.claimed !== this.to;
  }

  unclaimed(from: number, to: number, twice: boolean): void {
    const which = from === to ? `Entry ${from}` : `Entries ${from} to ${to}`;
    this.problem(from, twice ? `${which}: more than one command says it wrote this.` : `${which}: no command says it wrote this.`);
  }

  text({ digest, salt, text }: SaltedText): void {
    if (!textDigest(salt, text).equals(digest)) {
      this.problem(null, `The erasable text ${digest.toString('hex')} does not match its digest: it was changed.`);
    }
  }

  finish(): LedgerVerification {
    this.gap(this.to + 1);
    const problems = this.problems.toSorted((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity));
    if (this.leftOut > 0) problems.push({ position: null, problem: `And ${this.leftOut} problems more.` });
    return {
      authority: this.authority,
      from: Math.min(1, this.to),
      to: this.to,
      events: this.entries,
      problems,
      notes: beyondVerification,
    };
  }

  private gap(next: number): void {
    const from = this.position + 1;
    if (next > from) {
      this.problem(from, next === from + 1 ? `Entry ${from} is missing.` : `Entries ${from} to ${next - 1} are missing.`);
    }
    this.position = next - 1;
  }

  private problem(position: number | null, problem: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ position, problem });
    else this.leftOut++;
  }
}
