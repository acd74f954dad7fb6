import type { Frame, FramedView } from '#areas/overview/index.js';
import type { FiguresTable } from '#surface/pages/tables/figures-table.js';
import { isoInstant } from '#surface/pages/filters/days.js';
import { annotatedPath } from '../annotate-workbook/annotated-path.js';
import type { ImportAnswer } from '../import-workbook/import-answer.js';
import { changesTitle } from '../import-workbook/changes-title.js';
import { typedOptions, uploadForm, type UploadForm } from '../upload-workbook/upload-form.js';
import { importsPath, uploadInWords, uploadName, uploadPath } from '../uploaded-workbooks/upload-in-words.js';
import type { UploadOptions } from '../uploaded-workbooks/upload-options.js';
import { expiryOf, type StatedUpload } from '../uploaded-workbooks/upload-state.js';
import { countsTable } from './counts-table.js';
import { absentFindings, changeFindings, heldFindings, problemFindings } from './findings.js';
import { type PagedFindings, pagedFindings, type Pages } from './paged-findings.js';
import { type Progress, progressInWords } from './progress.js';
import { isEmpty, leadOf, titleOf } from './what-it-came-to.js';

export interface SeeUploadView extends FramedView {
  readonly uploaded: string;
  /** In a panel instead of the heading: it is done, and under which reference. */
  readonly done: { readonly title: string; readonly reference: string } | undefined;
  /** While something is under way. */
  readonly progress: Progress | undefined;
  /** What it came to, in sentences. */
  readonly lead: readonly string[];
  readonly counts: FiguresTable | undefined;
  /** What changed rows said before, and say now. */
  readonly changes: PagedFindings | undefined;
  readonly held: PagedFindings | undefined;
  /** Where the rows can be let in. */
  readonly confirm: { readonly action: string; readonly until: string; readonly text: string } | undefined;
  readonly problems: PagedFindings | undefined;
  readonly warnings: PagedFindings | undefined;
  readonly absent: PagedFindings | undefined;
  /** A copy in which the problems are marked; what cannot be opened cannot be copied. */
  readonly annotatedHref: string | undefined;
  /** Where a corrected workbook can be sent. */
  readonly again: UploadForm | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export interface SeeUploadParts {
  readonly frame: Frame;
  readonly stated: StatedUpload;
  /** What its import came to, or before that its check; whole where the files are still kept. */
  readonly answer: ImportAnswer | undefined;
  readonly options: UploadOptions | undefined;
  readonly pages: Pages;
  /** Whether the page asks for itself again while something is under way. */
  readonly refreshes: boolean;
  /** Whether a copy can be had in which the problems are marked. */
  readonly annotates: boolean;
}

/** An uploaded workbook: how far its check is, what would go in, and in the end what did. */
export function seeUploadView({ frame, stated, answer: found, options, pages, refreshes, annotates }: SeeUploadParts): SeeUploadView {
  const { code, head, ...framed } = frame;
  const { uploaded, state } = stated;
  const answer = state === 'expired' ? undefined : found;
  const path = uploadPath(code, uploaded.id);
  const isIn = state === 'in' || state === 'in, in part';
  const ready = state === 'ready to confirm';
  const problems = answer?.problems ?? [];
  const paged = (findings: Parameters<typeof pagedFindings>[0]) => pagedFindings(findings, path, pages);
  const hasRows = answer !== undefined && answer.counts.rows + answer.counts.absent > 0;
  return {
    ...framed,
    errors: [],
    notices: [],
    title: titleOf(stated, answer),
    breadcrumbs: [{ text: 'Imports', href: importsPath(code) }, { text: uploadName(uploaded) }],
    uploaded: uploadInWords(uploaded),
    done: isIn && answer ? { title: titleOf(stated, answer), reference: referenceOf(answer) } : undefined,
    progress: state === 'being checked' || state === 'going in' ? progressInWords(stated, path, refreshes) : undefined,
    lead: [...leadOf(stated, answer, head.position), ...(isIn && frame.notices.length > 0 ? ['The figures and lists show it as soon as they have caught up.'] : [])],
    counts: answer && hasRows ? countsTable(answer, isIn ? 'What went in' : ready ? 'What would go in' : 'What was found') : undefined,
    changes: answer && paged(changeFindings(changesTitle(answer, isIn), answer.changes ?? [])),
    held: paged(heldFindings(answer?.held ?? [], problems)),
    confirm: ready ? { action: path, until: isoInstant(expiryOf(uploaded)), text: 'Import these rows' } : undefined,
    problems: paged(problemFindings('problems', 'To be mended', problems, { rule: 'What is wrong', fix: 'What to do' })),
    warnings: paged(problemFindings('warnings', 'Worth a look', answer?.warnings ?? [], { rule: 'What is unusual', fix: 'What to do' })),
    absent: paged(absentFindings(answer?.absent ?? [])),
    annotatedHref: annotates && problems.length > 0 && problems.every(({ sheet }) => sheet !== '') ? annotatedPath(code, uploaded) : undefined,
    again: mayBeSentAgain(state, problems.length) || isEmpty(answer) ? uploadForm(code, problems.length > 0 ? 'Upload a corrected file' : 'Upload it again', options ? typedOptions(options) : {}, []) : undefined,
    links: isIn && answer ? linksFrom(code, answer) : [],
  };
}

function mayBeSentAgain(state: StatedUpload['state'], problems: number): boolean {
  return problems > 0 || state === 'expired' || state === 'broken off';
}

/** `Entries 161 to 320`: what the ledger calls what came in. */
function referenceOf({ position, counts: { events } }: ImportAnswer): string {
  const numbered = (entry: number): string => entry.toLocaleString('en-GB');
  return events <= 1 ? `Entry ${numbered(position)}` : `Entries ${numbered(position - events + 1)} to ${numbered(position)}`;
}

function linksFrom(code: string, { position, counts: { events } }: ImportAnswer) {
  const home = `/authorities/${code}`;
  const before = position - events;
  return [
    { text: 'See the contracts', href: `${home}/contracts` },
    { text: 'See the figures', href: home },
    ...(before > 0 ? [{ text: 'See what this import changed in the figures', href: `${home}/differences?from=${before}&to=${position}` }] : []),
    { text: 'Import another workbook', href: `${importsPath(code)}/new` },
  ];
}
