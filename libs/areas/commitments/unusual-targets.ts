import type { ContractState, Target } from '#domain/contract/state.js';
import { poundsText } from '#domain/kernel/money.js';
import { samePeriod } from '#domain/kernel/period.js';
import { type Quantity, quantityOf, quantityText } from '#domain/kernel/quantity.js';
import { type Fault, Refusal } from '#domain/kernel/refusal.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { worth } from './check-line.js';
import { inList, type TargetStated } from './targets.js';

const FIX = 'Check it; if it is right, give the reason.';

/** What is unusual about a target, by its index in what was stated. */
export interface UnusualTarget {
  readonly index: number;
  readonly fault: Fault;
}

/**
 * What is unusual about targets that keep every rule (COUNTING.md rule 16): worth more than the contract, more than
 * ten times the largest of the commitment's other targets, or outside the contract's dates. A warning in an import; by
 * command or page a question that a reason answers.
 * @param standing the commitment's targets before
 */
export function unusualTargets(
  { terms }: ContractState,
  measure: MeasureTerms,
  stated: readonly TargetStated[],
  standing: readonly Target[] = [],
  at: (index: number) => string = inList,
): readonly UnusualTarget[] {
  const { startsOn, endsOn, valuePence } = terms!;
  const lines = stated.map(({ from, to, quantity }) => ({ from, to, quantity: quantityOf(quantity) }));
  return lines.flatMap((line, index) => {
    const findings: UnusualTarget[] = [];
    const find = (field: string, value: string, rule: string): void => {
      findings.push({ index, fault: { field: `${at(index)}${field}`, value, rule, fix: FIX } });
    };
    const dates = `the contract, which runs from ${startsOn} to ${endsOn}`;
    if (line.from < startsOn) find('from', line.from, `lies before ${dates}`);
    if (line.to > endsOn) find('to', line.to, `lies after ${dates}`);
    const found = quantityText(line.quantity);
    const pence = worth(measure, line.quantity, line) ?? 0;
    if (pence > valuePence) find('quantity', found, `is worth £${poundsText(pence)}, more than the whole contract at £${poundsText(valuePence)}`);
    const others = [...standing.filter((other) => !samePeriod(other, line)), ...lines.filter((other) => other !== line)];
    const largest = others.reduce<Quantity>((most, { quantity }) => (quantity > most ? quantity : most), 0n);
    if (largest > 0n && line.quantity > 10n * largest) {
      find('quantity', found, `is more than ten times the largest of the commitment’s other targets, ${quantityText(largest)}`);
    }
    return findings;
  });
}

/** Asks for a reason (422) for what is unusual, unless there is one. */
export function askForReason(findings: readonly UnusualTarget[], reason: string | null): void {
  const [first, ...rest] = findings.map(({ fault }) => fault);
  if (first && !reason?.trim()) throw new Refusal([first, ...rest]);
}
