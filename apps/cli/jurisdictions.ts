import { type Jurisdiction, jurisdiction } from '#domain/authority/bank-holidays/jurisdiction.js';
import { oneOf } from './one-of.js';

/** The jurisdictions that `--jurisdiction` names; all where it is left out. */
export function jurisdictionsOf(named: readonly string[]): readonly Jurisdiction[] {
  const asked = named.map((name) => oneOf('--jurisdiction', name, jurisdiction.options));
  return jurisdiction.options.filter((one) => asked.length === 0 || asked.includes(one));
}
