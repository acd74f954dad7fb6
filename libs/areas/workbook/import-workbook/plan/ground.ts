import { CALENDAR_STREAM, calendarEvolution } from '#domain/authority/calendar.js';
import { POLICY_STREAM, policyEvolution } from '#domain/authority/policy.js';
import { providerEvolution, providerStream } from '#domain/authority/provider.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import { measureSetEvolution, OWN_MEASURES_STREAM } from '#domain/measures/measure-set.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { SHEET_NAMES, type SheetName } from '../../sheets/template.js';
import type { ComparedSheets } from './compare-workbook.js';
import type { ComparedRow } from './compared-row.js';
import { Draft } from './draft.js';
import { sheetPlans } from './sheet-plans.js';
import type { Thing } from './sheet-plan.js';
import { type Named, Whereabouts } from './whereabouts.js';

/** What the decisions on a workbook's rows stand on. */
export interface Ground {
  readonly draft: Draft;
  readonly whereabouts: Whereabouts;
}

/** Looks up what new and changed rows name and make, and reads the streams that decisions on them look at. */
export async function readGround(ledger: Ledger, authority: string, sheets: ComparedSheets, empty: boolean): Promise<Ground> {
  const whereabouts = new Whereabouts(sheets.commitments, sheets.deliveries);
  const draft = new Draft(ledger, authority);
  const moving = SHEET_NAMES.map((name) => ({ name, rows: sheets[name].filter(({ before, changed }) => !before || changed.length > 0) }));
  if (!empty) {
    const named = referencesIn(moving);
    for (const kind of ['commitment', 'delivery report', 'break clause'] as const) await whereabouts.lookUp(ledger, authority, kind, named(kind));
  }
  const contracts = new Set<string>();
  const providers = new Set<string>();
  for (const { name, rows } of moving) {
    for (const { row } of rows) {
      const contract = whereabouts.of(name, row.values);
      if (contract !== undefined) contracts.add(contract);
      for (const provider of named(name, row.values, 'provider')) providers.add(provider);
    }
  }
  await draft.read([...contracts].map(contractStream), contractEvolution);
  await draft.read([...providers].map(providerStream), providerEvolution);
  await draft.read([OWN_MEASURES_STREAM], measureSetEvolution);
  await draft.read([CALENDAR_STREAM], calendarEvolution);
  await draft.read([POLICY_STREAM], policyEvolution);
  return { draft, whereabouts };
}

type Moving = readonly { readonly name: SheetName; readonly rows: readonly ComparedRow[] }[];

/** Every reference of a kind that rows name or make. */
function referencesIn(moving: Moving): (kind: Named) => ReadonlySet<string> {
  return (kind) => new Set(moving.flatMap(({ name, rows }) => rows.flatMap(({ row }) => named(name, row.values, kind))));
}

function named(sheet: SheetName, values: object, thing: Thing | Named): readonly string[] {
  const { names, makes } = sheetPlans[sheet];
  const columns = Object.entries(names as Record<string, Thing>).flatMap(([column, names]) => (names === thing ? [column] : []));
  if (makes === thing) columns.push('reference');
  return columns.flatMap((column) => {
    const reference = (values as Record<string, unknown>)[column];
    return typeof reference === 'string' ? [reference] : [];
  });
}
