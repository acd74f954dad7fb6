import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** The golden authority: four imports, and what every total must be after each. See its README. */
const HOME = fileURLToPath(new URL('../../fixtures/golden-authority', import.meta.url));

export const FENMARCH = 'fenmarch';

/** The folders of its imports, in the order in which they are imported. */
export const fenmarchImports: readonly string[] = ['1-first-import', '2-second-import', '3-third-import', '4-fourth-import'].map((folder) => join(HOME, folder));

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a sheet, in order. */
export function readSheet(folder: string, sheet: string): readonly CsvRow[] {
  return parse(readFileSync(join(folder, `${sheet}.csv`), 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}

export interface ExpectedTotal {
  /** 1 to 4. */
  readonly afterImport: number;
  readonly yearBasis: 'delivered' | 'posted';
  readonly contractBasis: string;
  readonly year: string;
  /** A dimension's name, or `all` with an empty key. */
  readonly dimension: string;
  readonly key: string;
  readonly pence: Readonly<Record<'committed' | 'reported' | 'evidenced' | 'validated' | 'additional' | 'notAssessed' | 'underCorrection' | 'broughtForward', number>>;
}

export function expectedTotals(): readonly ExpectedTotal[] {
  return expected('totals').map((row) => ({
    afterImport: Number(row['known_after_import']),
    yearBasis: row['year_basis'] as 'delivered' | 'posted',
    contractBasis: row['contract_basis']!,
    year: row['year']!,
    dimension: row['dimension']!,
    key: row['key']!,
    pence: {
      committed: Number(row['committed_pence']),
      reported: Number(row['reported_pence']),
      evidenced: Number(row['evidenced_pence']),
      validated: Number(row['validated_pence']),
      additional: Number(row['additional_pence']),
      notAssessed: Number(row['not_assessed_pence']),
      underCorrection: Number(row['under_correction_pence']),
      broughtForward: Number(row['brought_forward_pence']),
    },
  }));
}

export interface ExpectedQuantity {
  readonly afterImport: number;
  readonly contractBasis: string;
  readonly year: string;
  readonly measure: string;
  readonly unit: string;
  /** Decimals, trailing zeros dropped. */
  readonly quantities: Readonly<Record<'committed' | 'reported' | 'evidenced' | 'validated' | 'notAssessed' | 'underCorrection' | 'broughtForward', string>>;
}

export function expectedQuantities(): readonly ExpectedQuantity[] {
  return expected('quantities').map((row) => ({
    afterImport: Number(row['known_after_import']),
    contractBasis: row['contract_basis']!,
    year: row['year']!,
    measure: row['measure']!,
    unit: row['unit']!,
    quantities: {
      committed: row['committed_quantity']!,
      reported: row['reported_quantity']!,
      evidenced: row['evidenced_quantity']!,
      validated: row['validated_quantity']!,
      notAssessed: row['not_assessed_quantity']!,
      underCorrection: row['under_correction_quantity']!,
      broughtForward: row['brought_forward_quantity']!,
    },
  }));
}

export interface ExpectedKept {
  readonly afterImport: number;
  readonly deliveredTo: string;
  /** A contract's reference, or `all`. */
  readonly contract: string;
  readonly due: number;
  readonly kept: number;
  readonly overDelivery: number;
  readonly percent: string;
  readonly unvaluedDue: number;
  readonly unvaluedKept: number;
}

export function expectedKept(): readonly ExpectedKept[] {
  return expected('kept').map((row) => ({
    afterImport: Number(row['known_after_import']),
    deliveredTo: row['delivered_to']!,
    contract: row['contract']!,
    due: Number(row['due_pence']),
    kept: Number(row['kept_pence']),
    overDelivery: Number(row['over_delivery_pence']),
    percent: row['kept_percent']!,
    unvaluedDue: Number(row['unvalued_due']),
    unvaluedKept: Number(row['unvalued_kept']),
  }));
}

/** The rows of a file of expected figures; a file without rows would make every comparison hold. */
function expected(file: string): readonly CsvRow[] {
  const rows = readSheet(join(HOME, 'expected'), file);
  if (rows.length === 0) throw new Error(`There are no expected figures in ${file}.csv.`);
  return rows;
}
