import type { Amounts, Part } from '#domain/contract/parts.js';
import type { DimensionsOf } from './entries.js';

/** Parts of stocks whose lines are new, changed or gone; what only adds (under correction) is left to the journal. */
export function changedStockParts(
  before: readonly Part[],
  dimensionsBefore: DimensionsOf,
  after: readonly Part[],
  dimensionsAfter: DimensionsOf,
): readonly { part: Part; present: boolean }[] {
  const stood = new Map<string, { part: Part; text: string }>();
  for (const part of before) {
    if (part.role !== 'pending') stood.set(keyOf(part), { part, text: textOf(part, dimensionsBefore) });
  }
  const changed: { part: Part; present: boolean }[] = [];
  for (const part of after) {
    if (part.role === 'pending') continue;
    const key = keyOf(part);
    if (stood.get(key)?.text !== textOf(part, dimensionsAfter)) changed.push({ part, present: true });
    stood.delete(key);
  }
  for (const { part } of stood.values()) changed.push({ part, present: false });
  return changed;
}

/** Figure → [pence, millionths]; millionths as text, since JSON's numbers do not hold them exactly. */
export function amountsText(amounts: Amounts): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(amounts).map(([figure, { pence, quantity }]) => [figure, [pence, quantity.toString()]])),
  );
}

function keyOf(part: Part): string {
  return `${part.line}\n${part.role}\n${part.member}`;
}

function textOf(part: Part, dimensions: DimensionsOf): string {
  const versions = `${dimensions.termsVersion} ${dimensions.providerVersion(part.member)}`;
  return `${versions} ${part.from} ${part.to} ${part.recorded} ${amountsText(part.amounts)}`;
}
