import type { measures } from '../measures.js';
import type { GuideTo } from './column-guide.js';
import { factorGuides } from './factor-guides.js';

export const measuresGuide: GuideTo<typeof measures> = {
  purpose: 'What is counted, and how: apprenticeship weeks, local spend, volunteer hours. One row for each measure; contracts share them.',
  columns: {
    reference: { meaning: 'What you call the measure. The sheet commitments names it by this.', way: 'reference', example: 'e.g. M01' },
    name: { meaning: 'What is measured.', way: 'words', example: 'Apprenticeship weeks' },
    theme: { meaning: 'The theme that it belongs to. Totals are shown by this.', way: 'words', example: 'Skills' },
    outcome: { meaning: 'The outcome that it serves.', way: 'words', example: 'Young people qualified' },
    unit: { meaning: 'What one of it is, in the singular: week, hour, pound, person.', way: 'words', example: 'week' },
    kind: {
      meaning: 'How it is reported. number: so many units. hours x people: hours of one person, times people. FTE: full-time posts held. money: pounds. percentage: a rate. text: words, which are never added up.',
      way: 'choice',
      example: 'number',
    },
    combine: { meaning: 'How the figures of several periods become one. sum: added up. latest: the last one counts, as for trees standing. never: each stands alone, as for rates.', way: 'choice', example: 'sum' },
    money: { meaning: 'What its pounds are. cash: money spent. in kind: goods and time, at cost. estimate: a worth put on something. none: it has no value in pounds. The first three are never mixed into one total.', way: 'choice', example: 'estimate' },
    unit_value_gbp: { meaning: 'What one unit is worth in pounds; 1 for a measure of kind money.', way: 'pounds for one', empty: 'If left empty: not valued: it is counted, never priced.', example: '215.5' },
    value_source: { meaning: 'Where that value comes from.', way: 'words', example: 'Own estimate, finance team, June 2025' },
    ...factorGuides('If left empty: not assessed, which is not the same as 0.', ['27', '5', '0', '10']),
    tags: { meaning: 'Words of your own to ask for totals by, such as goals of a strategy.', way: 'list', example: 'marmot:2; net-zero' },
  },
};
