import type { Aim } from './row.js';

/** How often an aim is reached: 1 is just so, 2 twice as good, 0.5 half. */
export function reached({ wanted, got }: Aim): number {
  return 'atLeast' in wanted ? got / wanted.atLeast : wanted.atMost / got;
}

export function wantedText({ wanted }: Aim): string {
  return 'atLeast' in wanted ? `≥ ${wanted.atLeast}` : `≤ ${wanted.atMost}`;
}
