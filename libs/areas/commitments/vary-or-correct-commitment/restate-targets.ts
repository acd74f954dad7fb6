import type { Commitment } from '#domain/contract/state.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityOf, quantityText } from '#domain/kernel/quantity.js';
import type { Faults } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { checkLine } from '../check-line.js';
import { checkTargets, inList, type TargetStated } from '../targets.js';

/** A target as a change states it, known by its period; null takes it away. */
export interface RestatedTarget {
  readonly from: string;
  readonly to: string;
  readonly quantity: string | null;
}

/** The targets that a change really changes. Notes what is wrong with them, and with those that stand when the measure changes. */
export function restateTargets(faults: Faults, measure: MeasureTerms, commitment: Commitment, stated: readonly RestatedTarget[]): RestatedTarget[] {
  const { targets } = commitment;
  const named = new Set(stated.map(({ from, to }) => `${from}/${to}`));
  const staying = Object.entries(targets).flatMap(([key, target]) => (named.has(key) ? [] : [target]));
  stated.forEach(({ from, to, quantity }, index) => {
    if (quantity === null && !held(targets, `${from}/${to}`)) {
      faults.add(`${inList(index)}from`, `${from} to ${to}`, 'must be the period of a target that stands, to take it away', 'Name the target by its exact period.');
    }
  });
  const kept: TargetStated[] = [];
  const places: number[] = [];
  stated.forEach(({ from, to, quantity }, index) => {
    if (quantity === null) return;
    kept.push({ from, to, quantity });
    places.push(index);
  });
  checkTargets(faults, measure, kept, staying, (index) => inList(places[index]!));
  if (measure !== commitment.terms.measure) for (const target of staying) checkStaying(faults, measure, target);
  return stated.filter(({ from, to, quantity }) => {
    const stood = held(targets, `${from}/${to}`);
    return quantity === null ? stood !== undefined : stood?.quantity !== quantityOf(quantity);
  });
}

/** A target that stays must make sense in the measure that the commitment now has. */
function checkStaying(faults: Faults, measure: MeasureTerms, target: Commitment['targets'][string]): void {
  if (measure.kind === 'text') {
    const found = `${quantityText(target.quantity)} for ${target.from} to ${target.to}`;
    faults.add('targets', found, 'must be taken away where the measure becomes a text', 'Name the target with the quantity null.');
  } else checkLine(faults, measure, target.quantity, target, 'targets.');
}
