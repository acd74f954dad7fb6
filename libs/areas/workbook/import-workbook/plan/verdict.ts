import type { HeldBack, ImportCounts, SheetCounts } from '../import-answer.js';
import type { Broken } from './broken.js';
import type { RowOutcome } from './outcome.js';

/** What the rows of a file came to, before it is settled which of them go in. */
export interface Tally {
  /** Sheet by sheet. */
  readonly sheets: readonly Omit<SheetCounts, 'added' | 'changed' | 'held'>[];
  readonly outcomes: readonly RowOutcome[];
  /** Contracts with something wrong. */
  readonly broken: ReadonlyMap<string, Broken>;
  /** Whether there is a contract of this reference, in the file or in the ledger. */
  readonly isContract: (reference: string) => boolean;
  /** Nothing may go in: a sheet could not be read, or the whole file was asked for or nothing. */
  readonly nothing: boolean;
}

export interface Verdict {
  readonly goesIn: readonly RowOutcome[];
  readonly held: readonly HeldBack[];
  readonly counts: ImportCounts;
  readonly bySheet: readonly SheetCounts[];
}

/**
 * Settles what goes in. A contract with something wrong is held back whole. Years are closed only where nothing is held
 * back or refused: what comes in after a closing is posted to the next year, and no closing is ever undone.
 */
export function settle({ sheets, outcomes, broken, isContract, nothing }: Tally): Verdict {
  const heldContract = (outcome: RowOutcome): boolean => outcome.contract !== undefined && broken.has(outcome.contract);
  const holdsYears = sheets.some(({ refused }) => refused > 0) || broken.size > 0;
  const inOrder = nothing ? [] : outcomes.filter((outcome) => !heldContract(outcome) && !(holdsYears && outcome.sheet === 'closed_years'));
  // rows that all come to no entry say what the record says already, however it came to
  const goesIn = inOrder.some(({ events }) => events.length > 0) ? inOrder : [];
  const bySheet = sheets.map((sheet) => counted(goesIn === inOrder ? sheet : { ...sheet, unchanged: sheet.unchanged + rowsOf(sheet, inOrder) }, goesIn));
  const sum = (name: keyof Omit<SheetCounts, 'sheet'>): number => bySheet.reduce((total, counts) => total + counts[name], 0);
  const counts = {
    ...{ rows: sum('rows'), added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged') },
    ...{ held: sum('held'), refused: sum('refused'), absent: sum('absent') },
    events: goesIn.reduce((total, { events }) => total + events.length, 0),
  };
  return { goesIn, held: [...contractsHeld(outcomes, broken, isContract), ...(holdsYears && !nothing ? yearsHeld(outcomes) : [])], counts, bySheet };
}

function rowsOf({ sheet }: Tally['sheets'][number], outcomes: readonly RowOutcome[]): number {
  return outcomes.filter((outcome) => outcome.sheet === sheet).length;
}

function counted(read: Tally['sheets'][number], goesIn: readonly RowOutcome[]): SheetCounts {
  let added = 0;
  let changed = 0;
  for (const { sheet, standing } of goesIn) {
    if (sheet !== read.sheet) continue;
    if (standing === 'added') added++;
    else changed++;
  }
  const { rows, unchanged, refused } = read;
  return { ...read, added, changed, held: rows - unchanged - refused - added - changed };
}

function contractsHeld(outcomes: readonly RowOutcome[], broken: Tally['broken'], isContract: Tally['isContract']): HeldBack[] {
  const inOrder = new Map<string, number>();
  for (const { contract } of outcomes) if (contract !== undefined) inOrder.set(contract, (inOrder.get(contract) ?? 0) + 1);
  return [...broken]
    .filter(([reference]) => isContract(reference))
    .map(([reference, { rows, because }]) => ({ sheet: 'contracts', reference, rows: rows + (inOrder.get(reference) ?? 0), because: [...because] }));
}

function yearsHeld(outcomes: readonly RowOutcome[]): HeldBack[] {
  const years = outcomes.filter(({ sheet }) => sheet === 'closed_years');
  return years.map(({ imported }) => ({ sheet: 'closed_years', reference: imported.identity, rows: 1 }));
}
