import type { StatedRow, StatedWorkbook } from './workbook.js';

/*
 * What hangs on what in a workbook, read plainly from its texts, as a person would with a finger on the sheet. It shares
 * nothing with the importer.
 */

/** A row by its sheet and its index in it. */
export interface RowAt {
  readonly sheet: string;
  readonly index: number;
}

const MADE: Readonly<Record<string, string>> = { providers: 'provider', contracts: 'contract', measures: 'measure', commitments: 'commitment', deliveries: 'delivery', break_clauses: 'clause' };
/** The columns that name something on which the row hangs. */
const HANGS_ON: Readonly<Record<string, readonly string[]>> = {
  contracts: ['provider'],
  members: ['contract', 'provider'],
  commitments: ['contract', 'measure', 'provider'],
  targets: ['commitment'],
  break_clauses: ['contract'],
  opening_balances: ['commitment', 'provider'],
  deliveries: ['commitment', 'provider', 'corrects'],
  reviews: ['delivery'],
  returns: ['contract', 'provider'],
};
/** Rows of one of these are judged beside one another: shares that add up, days that overlap, nil returns. */
const BESIDE: Readonly<Record<string, string>> = { members: 'contract', targets: 'commitment', opening_balances: 'commitment', deliveries: 'commitment', returns: 'contract', reviews: 'delivery' };

const valueOf = (row: StatedRow, column: string): string => (row[column] ?? '').trim();
const key = (kind: string, value: string): string => `${kind === 'corrects' ? 'delivery' : kind} ${value}`;
const keys = (row: StatedRow, kinds: readonly string[]): readonly string[] => kinds.flatMap((kind) => (valueOf(row, kind) === '' ? [] : [key(kind, valueOf(row, kind))]));
const made = (sheet: string, row: StatedRow): readonly string[] => (MADE[sheet] === undefined || valueOf(row, 'reference') === '' ? [] : [key(MADE[sheet], valueOf(row, 'reference'))]);

/** Every row that changes to some rows may touch: these rows, those judged beside them, and all that hangs on any of them. */
export function touchedBy(changed: readonly RowAt[], before: StatedWorkbook, after: StatedWorkbook): ReadonlySet<string> {
  const workbooks = [before, after] as unknown as readonly Readonly<Record<string, readonly StatedRow[]>>[];
  const touched = new Set<string>();
  const things = new Set<string>();
  for (const { sheet, index } of changed) {
    touched.add(`${sheet} ${index}`);
    for (const workbook of workbooks) {
      const row = workbook[sheet]![index]!;
      for (const thing of [...made(sheet, row), ...keys(row, BESIDE[sheet] === undefined ? [] : [BESIDE[sheet]])]) things.add(thing);
      // what was delivered on a commitment is what a return of its contract is about
      if (sheet === 'deliveries') for (const commitment of workbook['commitments'] ?? []) if (valueOf(commitment, 'reference') === valueOf(row, 'commitment')) things.add(key('contract', valueOf(commitment, 'contract')));
    }
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const workbook of workbooks) {
      for (const [sheet, rows] of Object.entries(workbook)) {
        rows.forEach((row, index) => {
          const at = `${sheet} ${index}`;
          const names = [...keys(row, HANGS_ON[sheet] ?? []), ...made(sheet, row)];
          if (!touched.has(at) && !names.some((name) => things.has(name))) return;
          if (!touched.has(at)) grown = true;
          touched.add(at);
          for (const thing of made(sheet, row)) if (!things.has(thing)) grown = things.add(thing).size > 0;
        });
      }
    }
  }
  return touched;
}

/** How many facts of each kind every contract must have that is in order, by its reference. */
export function factsOfContracts(workbook: StatedWorkbook): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const rows = workbook as unknown as Readonly<Record<string, readonly StatedRow[]>>;
  const contractOf = new Map((rows['commitments'] ?? []).map((row) => [valueOf(row, 'reference'), valueOf(row, 'contract')]));
  const commitmentOf = new Map((rows['deliveries'] ?? []).map((row) => [valueOf(row, 'reference'), valueOf(row, 'commitment')]));
  const facts = new Map<string, Record<string, number>>();
  const count = (contract: string | undefined, ...types: readonly string[]): void => {
    if (contract === undefined || contract === '') return;
    const here = facts.get(contract) ?? {};
    for (const type of types) here[type] = (here[type] ?? 0) + 1;
    facts.set(contract, here);
  };
  const each = (sheet: string, tell: (row: StatedRow) => void): void => (rows[sheet] ?? []).filter((row) => Object.values(row).some((text) => text.trim() !== '')).forEach(tell);
  each('contracts', (row) => count(valueOf(row, 'reference'), 'registered', 'scheduled'));
  const consortia = new Set((rows['members'] ?? []).map((row) => valueOf(row, 'contract')));
  for (const contract of consortia) count(contract, 'members');
  each('commitments', (row) => count(valueOf(row, 'contract'), 'commitments'));
  each('targets', (row) => count(contractOf.get(valueOf(row, 'commitment')), 'targets'));
  each('break_clauses', (row) => count(valueOf(row, 'contract'), 'clauses'));
  each('opening_balances', (row) => count(contractOf.get(valueOf(row, 'commitment')), 'balances'));
  each('deliveries', (row) => count(contractOf.get(valueOf(row, 'commitment')), 'deliveries'));
  each('reviews', (row) => count(contractOf.get(commitmentOf.get(valueOf(row, 'delivery')) ?? ''), 'reviews'));
  each('returns', (row) => count(valueOf(row, 'contract'), 'returns'));
  return facts;
}

/** The same of the ledger's entries, by the contract's reference. */
export function factsInLedger(events: readonly { readonly stream: string; readonly type: string }[]): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const facts = new Map<string, Record<string, number>>();
  for (const { stream, type } of events) {
    if (!stream.startsWith('contract:')) continue;
    const contract = stream.slice('contract:'.length);
    const here = facts.get(contract) ?? {};
    const name = NAMES[type] ?? type;
    here[name] = (here[name] ?? 0) + 1;
    facts.set(contract, here);
  }
  return facts;
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ ContractRegistered: 'registered', ReportingScheduleAgreed: 'scheduled', MembersAgreed: 'members', CommitmentMade: 'commitments', TargetAgreed: 'targets', BreakClauseAgreed: 'clauses' },
  ...{ OpeningBalanceBroughtForward: 'balances', DeliveryReported: 'deliveries', DeliveryCorrected: 'deliveries', ReturnSubmitted: 'returns' },
  ...{ DeliveryValidated: 'reviews', DeliveryQueried: 'reviews', DeliveryRejected: 'reviews' },
};
