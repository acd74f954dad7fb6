import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { authorityCode } from '#domain/authority/authority-code.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Jobs } from '#engine/jobs/jobs.js';
import { JOBS } from '#engine/jobs/jobs.token.js';
import { upload } from '#surface/http/commands/command.js';
import { query } from '#surface/http/queries/query.js';
import { answer } from '#surface/http/routes/answer.js';
import type { Asked } from '#surface/http/routes/route.js';
import { Serves } from '#surface/http/routes/serves.js';
import { importAnswer, type ImportAnswer } from '../import-workbook/import-answer.js';
import type { PastImport, PastImports } from '../past-imports/past-imports.js';
import { PAST_IMPORTS } from '../past-imports/past-imports.token.js';
import type { UploadedPart } from '../reader/files/named-files.js';
import { SHEET_NAMES } from '../sheets/template.js';
import { importJob } from './import-job.js';
import { importId, underWay, underWayOf } from './import-under-way.js';
import { RequestImportCommand } from './request-import.handler.js';

const ended = importAnswer.extend({ id: importId }).meta({ id: 'Import', description: 'What became of an imported workbook.' });
/** The parts that are sheets, by name. */
const SHEETS: readonly string[] = ['about', ...SHEET_NAMES];
const sheetParts = Object.fromEntries(SHEETS.map((name) => [name, { description: `The sheet ${name} as a CSV file.` }]));

/** The CSV that a part named like a sheet stands for, whatever its file is called: `contracts`, `contracts.csv`. */
function sheetFile(part: string): string | undefined {
  const sheet = part.replace(/\.csv$/i, '');
  return SHEETS.includes(sheet) ? `${sheet}.csv` : undefined;
}

export const requestImportRoute = upload({
  path: '/api/authorities/:code/imports',
  tag: 'Imports',
  summary: 'Import a workbook',
  description:
    'A workbook as one XLSX or ODS file, as a .zip of one CSV for each sheet (or of a workbook) with its evidence, or as a part for each sheet, named like the sheet; parts named `file` (or ' +
    'anything else) are known by their file names (contracts.csv). Evidence files come beside it as `file` too. What a file is, its content says; of several spreadsheets the one with a sheet ' +
    '`about` is read, and the others are evidence. A file that cannot be read as a workbook at all is refused with 422. ' +
    'Answers within 30 seconds, or 202 and where to come back.',
  params: z.strictObject({ code: authorityCode }),
  body: z.strictObject({
    check: z.boolean().default(false).describe('Say what would happen, and write nothing.'),
    allOrNothing: z.boolean().default(false).describe('Refuse the whole workbook for one problem.'),
    reason: z.string().max(10_000).optional().describe('Why rows say something else than when they were last imported.'),
    kind: z.enum(['variation', 'entry-error']).optional().describe('Whether what they say changed, or was typed wrong.'),
    createAuthority: field.name().optional().describe('Open the authority under this name, if it has no ledger yet.'),
  }),
  files: {
    parts: {
      ...sheetParts,
      workbook: { description: 'An XLSX or ODS file, or a .zip of one CSV for each sheet with its evidence.' },
      file: { description: 'A workbook, a CSV named like its sheet, or an evidence file.', many: true },
    },
    anyPart: true,
    mostBytes: 200_000_000,
    mostFiles: 1_000,
  },
  answers: {
    201: { description: 'What became of it.', schema: ended },
    202: { description: 'It is under way.', schema: underWay },
  },
});

export const seeImportRoute = query({
  path: '/api/authorities/:code/imports/:id',
  tag: 'Imports',
  summary: 'See what became of an import',
  params: z.strictObject({ code: authorityCode, id: z.string().max(100).describe('The `id` that POST imports answered.') }),
  query: z.strictObject({}),
  answer: z.union([ended, underWay]),
});

@Controller()
export class ImportsApi {
  constructor(
    private readonly commands: CommandBus,
    @Inject(PAST_IMPORTS) private readonly imports: PastImports,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  @Serves(requestImportRoute)
  async request({ params, body, files, commandId, actingAs }: Asked<typeof requestImportRoute>) {
    if (files.length === 0) refuse('file', '', 'must hold at least one sheet', 'Send the workbook: an XLSX or ODS file, a .zip, or a part for each CSV, about.csv among them.');
    const parts: UploadedPart[] = files.map(({ part, fileName, bytes }) => ({ fileName: sheetFile(part) ?? fileName, bytes }));
    const asked = { authority: params.code, commandId, actingAs, parts, ...body };
    const found = await this.commands.execute(new RequestImportCommand(asked));
    return found.answer ? answer(201, await this.answered(found.id, found.answer)) : answer(202, await this.unanswered(found));
  }

  @Serves(seeImportRoute)
  async see({ params }: Asked<typeof seeImportRoute>) {
    const found = await this.imports.find(params.code, params.id);
    if (!found) return refuse('id', params.id, 'must be an import of this authority', 'Take the `id` that POST imports answered.', 'not found');
    return found.answer ? this.answered(found.id, found.answer) : this.unanswered(found);
  }

  /** While the job is remembered, with what was typed of people; after that as it is kept. */
  private async answered(id: string, kept: ImportAnswer) {
    const whole = (await this.jobs.status(importJob, id))?.result?.answer;
    return { ...(whole ?? kept), id };
  }

  private async unanswered(asked: PastImport) {
    return underWayOf(asked, await this.jobs.status(importJob, asked.id));
  }
}
