import { unitValueOf } from '#domain/kernel/money.js';
import { Faults } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';

/** A pound of spend is worth a pound. */
const ONE_POUND = unitValueOf('1');

/**
 * Refuses a measure whose parts contradict each other, naming every contradiction: how it is counted (COUNTING.md
 * rules 1 to 3) follows from its kind.
 */
export function checkMeasure(terms: MeasureTerms): void {
  const faults = new Faults();
  checkCombine(faults, terms);
  if (terms.kind === 'percentage' || terms.kind === 'text') checkRecordOnly(faults, terms);
  else checkValue(faults, terms);
  faults.refuseIfAny();
}

function checkCombine(faults: Faults, { kind, combine }: MeasureTerms): void {
  if (kind === 'percentage' || kind === 'text') {
    if (combine !== 'never') faults.add('combine', combine, `must be never for a ${kind}, which is listed and not totalled`, 'Give never.');
  } else if (kind === 'FTE' && combine === 'latest') {
    faults.add('combine', combine, 'must not be latest for FTE, which is counted in full-time years', 'Give sum.');
  }
}

/** Percentages and texts are listed, never worth money. */
function checkRecordOnly(faults: Faults, { kind, money, unitValue }: MeasureTerms): void {
  if (money !== 'none') faults.add('money', money, `must be none for a ${kind}`, 'Give none.');
  if (unitValue !== null) faults.add('unitValue', unitValue, `must be left out for a ${kind}`, 'Leave it empty.');
}

function checkValue(faults: Faults, { kind, combine, money, unitValue }: MeasureTerms): void {
  if (money === 'none' && unitValue !== null) {
    faults.add('money', money, `must be cash, in kind or estimate, because a unit is worth £${unitValue}`, 'Say which kind of money it is, or leave the unit value empty.');
  }
  if (money !== 'none' && unitValue === null) {
    const fix = kind === 'money' ? 'Give 1, or give none as its money.' : 'Give the pounds that a unit is worth, or give none as its money.';
    faults.add('unitValue', null, `must be given for a measure that counts as ${money}`, fix);
  }
  if (unitValue === null) return;
  const value = unitValueOf(unitValue);
  if (value === 0n) faults.add('unitValue', unitValue, 'must be more than 0: a measure without a value is not worth £0', 'Leave it empty, and give none as its money.');
  else if (kind === 'money' && value !== ONE_POUND) faults.add('unitValue', unitValue, 'must be 1 for money', 'Give 1.');
  if (combine === 'never') faults.add('unitValue', unitValue, 'must be left out where periods are never combined, because a value is totalled', 'Leave it empty, or say how its periods combine.');
}
