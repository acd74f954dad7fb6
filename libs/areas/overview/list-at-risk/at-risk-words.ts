import type { AtRiskAnswer } from '#areas/break-clauses/index.js';
import { pounds } from '#surface/pages/filters/pounds.js';
import { quantity } from '#surface/pages/filters/quantities.js';

/** What is lacking, thing by thing. */
export function lackingInWords({ lacking: { pence, quantities, return: returned } }: AtRiskAnswer): readonly string[] {
  return [
    ...(pence === null ? [] : [`${pounds(pence)} more to be validated`]),
    ...quantities.map(({ commitment, quantity: much, unit }) => `${quantity(much)} more on ${commitment} (${unit})`),
    ...(returned ? ['The return'] : []),
  ];
}

const NAMED = 5;

/** The delivery reports that wait for the authority’s own decision. */
export function waitingInWords({ waiting }: AtRiskAnswer): string {
  if (waiting.length === 0) return 'Nothing';
  const reports = `${waiting.length.toLocaleString('en-GB')} delivery ${waiting.length === 1 ? 'report' : 'reports'}`;
  const rest = waiting.length - NAMED;
  return `${reports}: ${waiting.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest.toLocaleString('en-GB')} more` : ''}`;
}
