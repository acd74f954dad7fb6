import type { ColumnGuide } from './column-guide.js';

const MEANINGS = {
  deadweight_percent: 'How much of it would have happened anyway.',
  displacement_percent: 'How much of it was only moved here from elsewhere in the area.',
  leakage_percent: 'How much of it went to people or places outside the area.',
  caused_by_others_percent: 'How much of it others brought about.',
} as const;

/** The four percentages; what an empty cell means differs from sheet to sheet. */
export function factorGuides(empty: string, examples: readonly [string, string, string, string]): Readonly<Record<keyof typeof MEANINGS, ColumnGuide>> {
  const guide = (column: keyof typeof MEANINGS, example: string): ColumnGuide => ({ meaning: MEANINGS[column], way: 'percentage', empty, example });
  return {
    deadweight_percent: guide('deadweight_percent', examples[0]),
    displacement_percent: guide('displacement_percent', examples[1]),
    leakage_percent: guide('leakage_percent', examples[2]),
    caused_by_others_percent: guide('caused_by_others_percent', examples[3]),
  };
}
