import type { HeldBack, ImportCounts } from '../import-answer.js';
import type { RowOutcome } from './outcome.js';

/** What the rows of a file came to, before it is settled which of them go in. */
export interface Tally {
  readonly rows: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly absent: number;
  readonly outcomes: readonly RowOutcome[];
  /** Contracts with something wrong, and how many of their rows are refused or follow from one that is. */
  readonly broken: ReadonlyMap<string, number>;
  /** Whether there is a contract of this reference, in the file or in the ledger. */
  readonly isContract: (reference: string) => boolean;
  /** Nothing may go in: a sheet could not be read, or the whole file was asked for or nothing. */
  readonly nothing: boolean;
}

export interface Verdict {
  readonly goesIn: readonly RowOutcome[];
  readonly held: readonly HeldBack[];
  readonly counts: ImportCounts;
}

/**
 * Settles what goes in. A contract with something wrong is held back whole. Years are closed only where nothing is held
 * back or refused: what comes in after a closing is posted to the next year, and no closing is ever undone.
 */
export function settle({ rows, unchanged, refused, absent, outcomes, broken, isContract, nothing }: Tally): Verdict {
  const heldContract = (outcome: RowOutcome): boolean => outcome.contract !== undefined && broken.has(outcome.contract);
  const holdsYears = refused > 0 || broken.size > 0;
  const goesIn = nothing ? [] : outcomes.filter((outcome) => !heldContract(outcome) && !(holdsYears && outcome.sheet === 'closed_years'));
  const countOf = (standing: RowOutcome['standing']): number => goesIn.filter((outcome) => outcome.standing === standing).length;
  const counts = {
    rows,
    added: countOf('added'),
    changed: countOf('changed'),
    unchanged,
    held: rows - unchanged - refused - goesIn.length,
    refused,
    absent,
    events: goesIn.reduce((sum, { events }) => sum + events.length, 0),
  };
  return { goesIn, held: [...contractsHeld(outcomes, broken, isContract), ...(holdsYears && !nothing ? yearsHeld(outcomes) : [])], counts };
}

function contractsHeld(outcomes: readonly RowOutcome[], broken: Tally['broken'], isContract: Tally['isContract']): HeldBack[] {
  const inOrder = new Map<string, number>();
  for (const { contract } of outcomes) if (contract !== undefined) inOrder.set(contract, (inOrder.get(contract) ?? 0) + 1);
  return [...broken]
    .filter(([reference]) => isContract(reference))
    .map(([reference, rows]) => ({ sheet: 'contracts', reference, rows: rows + (inOrder.get(reference) ?? 0) }));
}

function yearsHeld(outcomes: readonly RowOutcome[]): HeldBack[] {
  const years = outcomes.filter(({ sheet }) => sheet === 'closed_years');
  return years.map(({ imported }) => ({ sheet: 'closed_years', reference: imported.identity, rows: 1 }));
}
