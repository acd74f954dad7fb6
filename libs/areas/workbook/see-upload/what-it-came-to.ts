import type { ImportAnswer } from '../import-workbook/import-answer.js';
import type { StatedUpload } from '../uploaded-workbooks/upload-state.js';

/** The heading of an upload's page. */
export function titleOf({ state, confirmed }: StatedUpload, answer: ImportAnswer | undefined): string {
  switch (state) {
    case 'being checked':
      return 'Checking the workbook';
    case 'ready to confirm':
      return 'Check what will go in';
    case 'going in':
      return 'Importing the workbook';
    case 'in':
      return 'Imported';
    case 'in, in part':
      return 'Imported in part';
    case 'nothing new':
      return isEmpty(answer) ? 'There is nothing in this workbook' : 'Nothing has changed';
    case 'refused':
      return answer && isNoWorkbook(answer) ? 'This is not a workbook that can be imported' : 'Nothing can go in yet';
    case 'expired':
      return 'This upload has expired';
    case 'broken off':
      return confirmed ? 'The import broke off' : 'The check broke off';
  }
}

/** What it came to, and what can be done about it, in sentences. */
export function leadOf({ state, confirmed, failure }: StatedUpload, answer: ImportAnswer | undefined, head: number): readonly string[] {
  switch (state) {
    case 'being checked':
      return ['Nothing is recorded yet. You can leave this page and come back to it: it is listed under Imports.'];
    case 'going in':
      return [
        'Every row is looked at once more, and then all are written, so it counts to the end twice. It goes in whole: until it has, none of it is in the figures.',
        'You can leave this page and come back to it: it is listed under Imports.',
      ];
    case 'ready to confirm':
      return answer ? beforeConfirming(answer, head) : [];
    case 'in':
      return answer ? whatWentIn(answer) : [];
    case 'in, in part':
      return answer ? [...whatWentIn(answer), `${heldInWords(answer)} Mend the workbook and upload it again: what is in already is passed over.`] : [];
    case 'nothing new':
      return isEmpty(answer) ? ['It has no row on any sheet. Fill it in, and upload it again.'] : ['Every row says what the record says already, so there was nothing to record.'];
    case 'refused':
      return answer ? refusedInWords(answer, confirmed) : [];
    case 'expired':
      return ['It was not confirmed within seven days, so its files are not kept any longer. Nothing was recorded. Upload the workbook again.'];
    case 'broken off':
      return brokenOff(confirmed, failure);
  }
}

/** Whether it has not a single row, as the template that is sent back. */
export function isEmpty(answer: ImportAnswer | undefined): boolean {
  return answer?.status === 'unchanged' && answer.counts.rows === 0;
}

/** Whether it was not looked at beyond what it says of itself. */
function isNoWorkbook({ counts, problems }: ImportAnswer): boolean {
  return counts.rows === 0 && problems.every(({ sheet }) => sheet === '' || sheet === 'about');
}

function beforeConfirming(answer: ImportAnswer, head: number): readonly string[] {
  const { counts, problems, warnings, position } = answer;
  const since = head - position;
  return [
    `Nothing is recorded yet. If you confirm, ${rowsInWords(counts)} will go in.`,
    ...(problems.length > 0 ? [`${heldInWords(answer)} You can import the rest now and those later, or mend the workbook first.`] : []),
    ...(warnings.length > 0 ? [`${toLookAt(warnings.length)} before you confirm: see “Worth a look” below.`] : []),
    ...(since > 0 ? [`Since this check ${since === 1 ? 'one entry was' : `${numbered(since)} entries were`} recorded. When you confirm, every row is looked at again.`] : []),
  ];
}

function whatWentIn({ counts, warnings }: ImportAnswer): readonly string[] {
  const { events } = counts;
  const look = warnings.length > 0 ? [`${toLookAt(warnings.length)}: see “Worth a look” below.`] : [];
  return [`${rowsInWords(counts)} went in, as ${events === 1 ? 'one entry' : `${numbered(events)} entries`} of the ledger.`, ...look];
}

/** `14 new rows and 1 changed row` */
function rowsInWords({ added, changed }: ImportAnswer['counts']): string {
  const parts = [...(added > 0 || changed === 0 ? [counted(added, 'new row')] : []), ...(changed > 0 ? [counted(changed, 'changed row')] : [])];
  return parts.join(' and ');
}

function toLookAt(warnings: number): string {
  return warnings === 1 ? 'One thing in the workbook is worth a look' : `${numbered(warnings)} things in the workbook are worth a look`;
}

function heldInWords({ counts: { held, refused }, held: list }: ImportAnswer): string {
  const contracts = list.filter(({ sheet }) => sheet === 'contracts').length;
  const mend = `${counted(refused, 'row')} must be mended`;
  if (contracts === 0) return `${mend}${held > 0 ? `, and ${counted(held, 'row')} with ${refused === 1 ? 'it' : 'them'} held back` : ''}.`;
  return `${counted(contracts, 'contract')} ${contracts === 1 ? 'is' : 'are'} held back whole, because ${mend}.`;
}

function refusedInWords(answer: ImportAnswer, confirmed: boolean): readonly string[] {
  const since = confirmed ? ['The ledger has moved on since the check, and what was in order then is not any more.'] : [];
  if (isNoWorkbook(answer)) return [...since, 'Nothing was recorded. It was looked at only so far as to see what it is, and whose.'];
  const { counts, problems } = answer;
  const things = problems.length === 1 ? 'One thing must be mended' : `${numbered(problems.length)} things must be mended`;
  return [...since, `${things}${counts.refused > 0 ? `, in ${counted(counts.refused, 'row')}` : ''}. Nothing was recorded.`];
}

function brokenOff(confirmed: boolean, failure: string | null): readonly string[] {
  // a failure that speaks of keys speaks to programs
  const why = failure !== null && !failure.includes('Idempotency-Key') ? [failure] : ['Something went wrong on our side.'];
  return confirmed
    ? [...why, 'It goes in whole or not at all: the contracts show whether it did. If you upload it again, what is in already is passed over.']
    : [...why, 'Nothing was recorded. Upload the workbook again.'];
}

function counted(count: number, what: string): string {
  return `${numbered(count)} ${what}${count === 1 ? '' : 's'}`;
}

function numbered(count: number): string {
  return count.toLocaleString('en-GB');
}
