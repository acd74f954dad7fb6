import { AMOUNTS, COLUMN } from '../fold/amounts.js';
import { FIGURES } from '#domain/measures/figures.js';
import { conditionsOnAmounts, conditionsOnDimensions, expressionOf, tagsOf } from './conditions.js';
import { type Statement, Values } from './statement.js';
import type { CountedFigure, SumQuestion } from './totals-store.js';

/**
 * Sums of every figure by any combination of dimensions: at the checkpoint from the cells, unless periods of one year
 * must be told apart; else from the latest snapshot at or before the position, and the entries between the two. Every
 * name in the text is from a closed list; what people typed is among the values.
 */
export function sumsStatement(schema: string, authority: string, question: SumQuestion, checkpoint: number): Statement {
  const values = new Values(authority);
  const keys = question.by.map((grouping) => expressionOf(grouping, question.yearBasis));
  const wanted = [
    ...conditionsOnDimensions(question.where, values),
    ...conditionsOnAmounts(question.by, question.where, question.yearBasis, values),
  ];
  const text = `
    select array[${keys.join(', ')}]::text[] as key, d.measure, d.unit, d.valued,
           ${sumColumns(question, values).join(',\n           ')}
      from ${source(schema, question, checkpoint, values)} as a
      join ${schema}.dimension as d on d.authority = $1 and d.id = a.dimension
           ${tagsOf(question.by)}
     ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''}
     group by ${[...keys, 'd.measure', 'd.unit', 'd.valued'].join(', ')}`;
  return { text, values: values.list };
}

const COLUMNS = `dimension, year, posted_year, ${AMOUNTS.join(', ')}`;

/** Amounts with the day on which each ends: of a cell that is a target's end, or the end of the year. */
function source(schema: string, { position, withinYears }: SumQuestion, checkpoint: number, values: Values): string {
  if (position === null && !withinYears) return `(select due_on as ends, ${COLUMNS} from ${schema}.cell where authority = $1)`;
  const [kept, ends] = withinYears ? ['snapshot_period', 'period_to'] : ['snapshot_cell', 'due_on'];
  const upTo = values.of(position ?? checkpoint);
  const taken = `coalesce((select max(position) from ${schema}.snapshot where authority = $1 and position <= ${upTo}::bigint), 0)`;
  return `(
        select ${ends} as ends, ${COLUMNS} from ${schema}.${kept} where authority = $1 and position = ${taken}
        union all
        select ${ends}, ${COLUMNS} from ${schema}.journal where authority = $1 and position > ${taken} and position <= ${upTo}::bigint)`;
}

function sumColumns({ deliveredTo, dueOn, withinYears, figures }: SumQuestion, values: Values): string[] {
  const ended = deliveredTo === null ? [] : [`a.ends <= ${values.of(deliveredTo)}::date`];
  const flows = withinYears ? [`d.combine <> 'latest'`] : [];
  const sum = (column: string, when: readonly string[]) => {
    const filter = when.length > 0 ? ` filter (where ${when.join(' and ')})` : '';
    return (part: string) => `coalesce(sum(a.${column}_${part})${filter}, 0)`;
  };
  const both = (figure: string, of: (part: string) => string) => ['pence', 'quantity'].map((part) => `(${of(part)})::text as "${figure}_${part}"`);
  const due = [`a.ends <= ${values.of(dueOn)}::date`];
  const ofFlows = sum('committed', [...due, `d.combine <> 'latest'`]);
  const ofStocks = sum('stock_due', due);
  const wanted = (figure: CountedFigure): boolean => figures === undefined || figures.has(figure);
  return [
    ...FIGURES.filter(wanted).flatMap((figure) => both(figure, sum(COLUMN[figure], [...(figure === 'underCorrection' ? [] : flows), ...(figure === 'committed' ? [] : ended)]))),
    ...(wanted('due') ? both('due', (part) => (withinYears ? ofFlows(part) : `${ofFlows(part)} + ${ofStocks(part)}`)) : []),
  ];
}

