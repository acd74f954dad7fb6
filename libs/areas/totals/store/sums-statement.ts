import { FIGURES } from '#domain/measures/figures.js';
import { COLUMN } from '../fold/cells.js';
import { COLUMN_OF, type Grouping } from '../ask/dimension.js';
import type { Filter, YearBasis } from '../ask/question.js';
import type { SumQuestion } from './totals-store.js';

/** An SQL text with its values, `$1` onward. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Gathers values as it names their places. */
export class Values {
  readonly list: unknown[] = [];
  of(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/**
 * Sums of every figure by any combination of dimensions: from the cells at the checkpoint, from the journal at an
 * earlier position. Every name in the text is from a closed list; what people typed is among the values.
 */
export function sumsStatement(schema: string, authority: string, question: SumQuestion): Statement {
  const values = new Values();
  const keys = question.by.map((grouping) => expressionOf(grouping, question.yearBasis));
  const groups = [...keys, 'd.measure', 'd.unit', 'd.valued'];
  const text = `
    select array[${keys.join(', ')}]::text[] as key, d.measure, d.unit, d.valued,
           ${sumColumns(question, values).join(',\n           ')}
      from ${source(schema, authority, question, values)}
      join ${schema}.dimension as d using (authority, commitment, provider, terms_version, provider_version)
           ${tagsOf(question.by)}
     where ${conditions(question.by, question.where, question.yearBasis, values).join(' and ')}
     group by ${groups.join(', ')}`;
  return { text, values: values.list };
}

/** Cells, or the journal turned into the columns of cells. */
function source(schema: string, authority: string, { position }: SumQuestion, values: Values): string {
  const of = values.of(authority);
  if (position === null) return `(select * from ${schema}.cell where authority = ${of}) as a`;
  const columns = FIGURES.flatMap((figure) =>
    ['pence', 'quantity'].map((part) => `case when figure = '${figure}' then ${part} end as ${COLUMN[figure]}_${part}`),
  );
  return `(select authority, commitment, provider, terms_version, provider_version, period_to, year, posted_year,
                  ${columns.join(',\n                  ')}
             from ${schema}.journal where authority = ${of} and position <= ${values.of(position)}) as a`;
}

function sumColumns({ deliveredTo, dueOn, stocksByYear }: SumQuestion, values: Values): string[] {
  const isFlow = stocksByYear ? 'true' : `d.combine <> 'latest'`;
  const ended = deliveredTo === null ? 'true' : `a.period_to <= ${values.of(deliveredTo)}::date`;
  const due = `a.period_to <= ${values.of(dueOn)}::date and d.combine <> 'latest'`;
  const sum = (column: string, figure: string, when: string) =>
    ['pence', 'quantity'].map((part) => `coalesce(sum(a.${column}_${part}) filter (where ${when}), 0)::text as "${figure}_${part}"`);
  return [
    ...FIGURES.flatMap((figure) => {
      if (figure === 'committed') return sum('committed', figure, isFlow);
      return sum(COLUMN[figure], figure, figure === 'underCorrection' ? ended : `${isFlow} and ${ended}`);
    }),
    ...sum('committed', 'due', due),
  ];
}

/** The SQL of a dimension's value. */
export function expressionOf(grouping: Grouping, yearBasis: YearBasis): string {
  switch (grouping) {
    case 'year':
      return yearBasis === 'posted' ? 'a.posted_year' : 'a.year';
    case 'quarter':
      return `a.year || ' Q' || ((extract(month from a.period_to)::integer + 8) % 12 / 3 + 1)`;
    case 'tag':
      return 'tag.tag';
    case 'commitment':
    case 'provider':
      return `a.${COLUMN_OF[grouping]}`;
    default:
      return `d.${COLUMN_OF[grouping]}`;
  }
}

const TAGS = `(case when d.tags = '[]' then '[""]'::jsonb else d.tags end)`;

/** Tags, one row each, where the question is asked by tag; an amount without a tag has the blank one. */
function tagsOf(by: readonly Grouping[]): string {
  return by.includes('tag') ? `cross join lateral jsonb_array_elements_text(${TAGS}) as tag (tag)` : '';
}

/** What a question's filters ask of each amount; at least one condition. */
export function conditions(by: readonly Grouping[], where: readonly Filter[], yearBasis: YearBasis, values: Values): string[] {
  const asked = where.map(({ dimension, values: wanted }) => {
    const list = `${values.of(wanted)}::text[]`;
    const oneOfItsTags = dimension === 'tag' && !by.includes('tag');
    return oneOfItsTags ? `${TAGS} ?| ${list}` : `${expressionOf(dimension, yearBasis)} = any (${list})`;
  });
  return asked.length > 0 ? asked : ['true'];
}
