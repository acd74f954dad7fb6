import type { closedYears } from '../closed-years.js';
import type { GuideTo } from './column-guide.js';

export const closedYearsGuide: GuideTo<typeof closedYears> = {
  purpose: 'Financial years whose figures have been published: what comes in later for such a year is posted to the next one. A closed year is never opened again.',
  columns: { year: { meaning: 'The financial year; all earlier ones close with it.', way: 'financial year', example: 'e.g. 2024/25' } },
};
