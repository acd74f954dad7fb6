import { SHEET_NAMES, template, type SheetName } from '../sheets/template.js';
import type { ChangedCell, ImportAnswer, ImportCounts, WorkbookProblem } from './import-answer.js';
import type { ImportPlan } from './plan/plan-import.js';
import type { Problems } from './problems.js';

const NOTHING: ImportCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, held: 0, refused: 0, absent: 0, events: 0 };
const ORDER = ['about', ...SHEET_NAMES];

/** The answer to a file that was not looked at beyond what it says of itself. */
export function rejected(position: number, problems: Problems, warnings: Problems): ImportAnswer {
  return { status: 'rejected', position, counts: NOTHING, held: [], absent: [], warnings: warnings.list(ORDER), problems: problems.list(ORDER) };
}

/** The answer to a plan, whether it is carried out or only checked. */
export function answerOf({ counts, bySheet, changes, held, absent }: ImportPlan, position: number, problems: Problems, warnings: Problems): ImportAnswer {
  const written = counts.events > 0;
  const status = problems.none ? (written ? 'accepted' : 'unchanged') : written ? 'accepted in part' : 'rejected';
  return { status, position, counts, bySheet: [...bySheet], changes: [...changes], held: [...held], absent: [...absent], warnings: warnings.list(ORDER), problems: problems.list(ORDER) };
}

/** The answer as the ledger keeps it, for ever: without what was typed of people. */
export function answerToRecord(answer: ImportAnswer): ImportAnswer {
  const changes = answer.changes && { changes: answer.changes.map(changeWithoutPeople) };
  return { ...answer, ...changes, warnings: answer.warnings.map(withoutPeople), problems: answer.problems.map(withoutPeople) };
}

/** A whole row may hold anything; of the columns, those that name people or hold words about them are told. */
function withoutPeople(problem: WorkbookProblem): WorkbookProblem {
  return mayTellOfPeople(problem) ? { ...problem, value: '' } : problem;
}

function changeWithoutPeople(change: ChangedCell): ChangedCell {
  const withheld = (text: string | null): string | null => (text === '' ? '' : null);
  return mayTellOfPeople(change) ? { ...change, before: withheld(change.before), now: withheld(change.now) } : change;
}

function mayTellOfPeople({ sheet: name, column: of }: Pick<WorkbookProblem, 'sheet' | 'column'>): boolean {
  const sheet = (SHEET_NAMES as readonly string[]).includes(name) ? template[name as SheetName] : undefined;
  const column = sheet?.columns[of];
  return sheet !== undefined && (!column || column.person || column.erasable);
}
