import type { StatedCell, StatedSpreadsheet } from '../../support/spreadsheets/stated.js';

const QUARTERS = [['04-01', '06-30'], ['07-01', '09-30'], ['10-01', '12-31']] as const;
const COMMITMENTS = 5;

/** A workbook of so many contracts, each with five commitments, their targets, eight reports each, and their reviews: some 96 rows a contract. */
export function largeWorkbook(contracts: number): { readonly rows: number; readonly stated: StatedSpreadsheet } {
  const numbers = Array.from({ length: contracts }, (_, index) => index + 1);
  const commitments = numbers.flatMap((c) => Array.from({ length: COMMITMENTS }, (_, k) => ({ contract: `C${c}`, commitment: `K${c}-${k}`, measure: `M${k}` })));
  const deliveries = commitments.flatMap(({ commitment }) =>
    [2024, 2025, 2026].flatMap((year) => QUARTERS.map(([from, to]) => ({ commitment, from: `${year}-${from}`, to: `${year}-${to}` })).filter(({ to }) => to < '2026-12')),
  );
  const sheets: { name: string; rows: StatedCell[][] }[] = [];
  const sheet = (name: string, header: readonly string[], rows: readonly (readonly StatedCell[])[]): void => void sheets.push({ name, rows: [[...header], ...rows.map((row) => [...row])] });
  sheet('providers', ['reference', 'name', 'type'], Array.from({ length: 50 }, (_, n) => [`P${n}`, `Provider ${n}`, 'small business']));
  sheet(
    'contracts',
    ['reference', 'title', 'directorate', 'provider', 'manager', 'starts_on', 'ends_on', 'value_gbp', 'reporting'],
    numbers.map((c) => [`C${c}`, `Contract ${c}`, `Directorate ${c % 7}`, `P${c % 50}`, 'manager@large.example', { day: '2024-04-01' }, { day: '2027-03-31' }, 5_000_000, 'quarterly']),
  );
  sheet(
    'measures',
    ['reference', 'name', 'theme', 'outcome', 'unit', 'kind', 'combine', 'money', 'unit_value_gbp'],
    Array.from({ length: COMMITMENTS }, (_, k) => [`M${k}`, `Measure ${k}`, `Theme ${k}`, `Outcome ${k}`, 'hour', 'number', 'sum', 'estimate', k + 1.25]),
  );
  sheet('commitments', ['reference', 'contract', 'measure', 'basis', 'bid_sentence'], commitments.map(({ contract, commitment, measure }) => [commitment, contract, measure, 'contract', `We will give so much of it: ${commitment}.`]));
  sheet(
    'targets',
    ['commitment', 'from', 'to', 'quantity'],
    commitments.flatMap(({ commitment }) => [[commitment, { day: '2024-04-01' }, { day: '2025-03-31' }, 400], [commitment, { day: '2025-04-01' }, { day: '2026-03-31' }, 400]]),
  );
  sheet(
    'deliveries',
    ['reference', 'commitment', 'from', 'to', 'quantity', 'reported_on', 'reported_by'],
    deliveries.map(({ commitment, from, to }, n) => [`D${n}`, commitment, { day: from }, { day: to }, 90 + (n % 30), { day: '2026-10-15' }, 'returns@provider.example']),
  );
  sheet(
    'reviews',
    ['delivery', 'decision', 'quantity', 'method', 'reviewed_on', 'reviewed_by', 'reason'],
    deliveries.map((_, n) => [`D${n}`, n % 4 ? 'validated' : 'part validated', n % 4 ? null : 60, 'document', { day: '2026-11-01' }, 'manager@large.example', n % 4 ? null : 'Not all of it']),
  );
  const rows = sheets.reduce((sum, one) => sum + one.rows.length - 1, 0);
  sheet('about', ['key', 'value'], [['template', 'social-value-ledger'], ['version', 1], ['authority', 'large']]);
  return { rows, stated: { sheets } };
}
