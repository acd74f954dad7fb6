import { COLUMN_OF, type Dimension, type Grouping } from '../ask/dimension.js';
import type { Filter, YearBasis } from '../ask/question.js';
import type { Values } from './statement.js';

/** The SQL of a dimension's value, of amounts `a` that end on `a.ends` and dimensions `d`. */
export function expressionOf(grouping: Grouping, yearBasis: YearBasis, ends = 'ends'): string {
  switch (grouping) {
    case 'year':
      return yearBasis === 'posted' ? 'a.posted_year' : 'a.year';
    case 'quarter':
      return `a.year || ' Q' || ((extract(month from a.${ends})::integer + 8) % 12 / 3 + 1)`;
    case 'tag':
      return 'tag.tag';
    default:
      return `d.${COLUMN_OF[grouping]}`;
  }
}

const tags = (d: string) => `(case when ${d}.tags = '[]' then '[""]'::jsonb else ${d}.tags end)`;

/** Tags, one row each, where the question is asked by tag; an amount without a tag has the blank one. */
export function tagsOf(by: readonly Grouping[]): string {
  return by.includes('tag') ? `cross join lateral jsonb_array_elements_text(${tags('d')}) as tag (tag)` : '';
}

const OF_AMOUNTS: readonly Dimension[] = ['year', 'quarter'];

/** What a question's filters ask of amounts: their years and quarters, and, asked by tag, the tag that they are counted under. */
export function conditionsOnAmounts(by: readonly Grouping[], where: readonly Filter[], yearBasis: YearBasis, values: Values, ends?: string): string[] {
  return where
    .filter(({ dimension }) => OF_AMOUNTS.includes(dimension) || (dimension === 'tag' && by.includes('tag')))
    .map(({ dimension, values: wanted }) => `${expressionOf(dimension, yearBasis, ends)} = any (${values.of(wanted)}::text[])`);
}

/** What a question's filters ask of dimensions, under the name that the statement gives them. */
export function conditionsOnDimensions(where: readonly Filter[], values: Values, d = 'd'): string[] {
  return where
    .filter(({ dimension }) => !OF_AMOUNTS.includes(dimension))
    .map(({ dimension, values: wanted }) => {
      const list = `${values.of(wanted)}::text[]`;
      return dimension === 'tag' ? `${tags(d)} ?| ${list}` : `${d}.${COLUMN_OF[dimension as keyof typeof COLUMN_OF]} = any (${list})`;
    });
}
