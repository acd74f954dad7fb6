import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fenmarchImports } from '../../../test/support/golden/fenmarch.js';
import { JobsInMemory } from '../../../test/support/jobs-in-memory.js';
import { type PagesApp, pagesApp, type ShownPage } from '../../../test/support/pages-app.js';
import { aboutFenmarch, filesOf, smallWorkbook, type StatedWorkbook, withRow } from '../../../test/support/workbook.js';
import { type World, worldInMemory } from '../../../test/support/world.js';
import { ImportJobsModule, openWorkbook, UploadPages } from './index.js';
import { SPREADSHEET_FORMS, writeSpreadsheet } from './write-spreadsheet/spreadsheet-form.js';
import { templateWorkbook } from './write-template/template-workbook.js';

type File = { readonly fileName: string; readonly bytes: Uint8Array };
const IMPORTS = '/authorities/fenmarch/imports';

let world: World;
let jobs: JobsInMemory;
let app: PagesApp;
beforeEach(async () => {
  world = worldInMemory('2026-06-30T12:00:00.000Z');
  jobs = new JobsInMemory();
  app = await pagesApp(world, [ImportJobsModule, UploadPages], jobs);
  await world.parts.ledger.open('fenmarch', 'Fenmarch Council');
});
afterEach(async () => {
  await app.close();
  await world.end();
  rmSync(dirname(uploadsOfFenmarch()), { recursive: true, force: true });
});

const uploadsOfFenmarch = (): string => dirname(world.parts.uploads.pathOf('fenmarch', 'x'));
const kept = (): string[] => {
  try {
    return readdirSync(uploadsOfFenmarch());
  } catch {
    return [];
  }
};
const position = async (): Promise<number> => (await world.parts.ledger.head('fenmarch'))!.position;

function formOf(files: readonly File[], fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const { fileName, bytes } of files) form.append('file', new Blob([Buffer.from(bytes)]), fileName);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** Uploads, and answers the address of the upload. */
async function upload(workbook: StatedWorkbook | readonly File[], fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = Array.isArray(workbook) ? (workbook as readonly File[]) : filesOf(workbook as StatedWorkbook);
  const { status, location } = await app.send(`${IMPORTS}/new`, formOf(files, fields));
  expect(status).toBe(303);
  return location!;
}

/** Uploads, and waits until it is checked. */
async function checked(workbook: StatedWorkbook | readonly File[], fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = await upload(workbook, fields);
  await jobs.goOn();
  return path;
}

async function confirmed(path: string): Promise<void> {
  expect(await app.send(path, new URLSearchParams())).toMatchObject({ status: 303, location: path });
  await jobs.goOn();
}

/** What a page says, without its markup. */
function textOf({ html }: ShownPage): string {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');
}

const rowsOf = ({ html }: ShownPage, id: string): string[] => {
  const table = new RegExp(`<table class="govuk-table" id="${id}"[^>]*>.*?</table>`, 's').exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr class="govuk-table__row"[^>]*>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf({ html: cell } as ShownPage).trim()).join(' | '));
};

const goldenFiles = (): File[] => readdirSync(fenmarchImports[0]!).map((fileName) => ({ fileName, bytes: readFileSync(join(fenmarchImports[0]!, fileName)) }));

describe('A workbook that is uploaded on a page', () => {
  it('is checked, shown, confirmed, and in, and each step can be come back to', async () => {
    jobs.hold();
    const path = await upload(goldenFiles());
    expect(path).toMatch(/^\/authorities\/fenmarch\/imports\/UP-[0-9a-f]{16}$/);
    expect(textOf(await app.page(path))).toContain('Checking the workbook');
    jobs.tell(`${path.split('/').at(-1)!}-check`, 4_000, 10_000);
    const checking = await app.page(path);
    expect(textOf(checking)).toContain('4,000 of 10,000 rows');
    expect(checking.html).toContain('<progress class="svl-progress" id="progress" value="4000" max="10000">');
    expect(checking.html).toContain('<noscript><meta http-equiv="refresh" content="4"></noscript>');
    expect((await app.page(`${path}?refresh=no`)).html).not.toContain('http-equiv="refresh"');
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toContain('Being checked');

    await jobs.goOn();
    const preview = await app.page(path);
    expect(textOf(preview)).toContain('Check what will go in');
    expect(textOf(preview)).toContain('If you confirm, 155 new rows will go in.');
    expect(rowsOf(preview, 'rows')).toContain('contracts | 8');
    expect(rowsOf(preview, 'rows').at(-1)).toBe('All sheets | 155');
    expect(await position()).toBe(0);
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toMatch(/Ready to confirm \| 155 new \| 30 June 2026 at 1:00pm/);

    jobs.hold();
    await app.send(path, new URLSearchParams());
    expect(textOf(await app.page(path))).toContain('Importing the workbook');
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toContain('Going in');
    await jobs.goOn();
    const done = await app.page(path);
    expect(textOf(done)).toContain('Imported Reference Entries 1 to 160');
    expect(textOf(done)).toContain('155 new rows went in, as 160 entries of the ledger.');
    expect(await position()).toBe(160);
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toContain('In | 155 new');
    expect(kept()).toEqual([]);
  });

  it('goes in once, however often it is confirmed', async () => {
    const path = await checked(smallWorkbook);
    const answers = await Promise.all([1, 2, 3].map(() => app.send(path, new URLSearchParams())));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await jobs.goOn();
    const { position: after } = (await world.parts.ledger.head('fenmarch'))!;
    await confirmed(path);
    expect([await position(), jobs.count(path.split('/').at(-1)!)]).toEqual([after, 1]);
    expect(textOf(await app.page(path))).toContain(`Entries 1 to ${after}`);
  });

  it('says so where nothing has changed since it was last imported', async () => {
    await confirmed(await checked(smallWorkbook));
    world.clock.set('2026-06-30T12:10:00.000Z');
    const path = await checked(smallWorkbook);
    const page = await app.page(path);
    expect(textOf(page)).toContain('Nothing has changed');
    expect(page.html).not.toContain('Import these rows');
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toContain('Nothing new | 23 as before');
  });

  it('is decided again where the ledger has moved on since its check', async () => {
    const [one, same] = [await checked(smallWorkbook), await checked(smallWorkbook)];
    await confirmed(one);
    expect(textOf(await app.page(same))).toMatch(/Since this check \d+ entries were recorded\. When you confirm, every row is looked at again\./);
    const before = await position();
    await confirmed(same);
    expect(textOf(await app.page(same))).toContain('Nothing has changed');
    expect(await position()).toBe(before);
  });

  it('can change rows, with the reason and kind that were given with it', async () => {
    await confirmed(await checked(smallWorkbook));
    const changed = withRow(smallWorkbook, 'targets', 0, { quantity: '15' });
    expect(textOf(await app.page(await checked(changed)))).toContain('Nothing can go in yet');
    const path = await checked(changed, { kind: 'entry-error', reason: 'Misread' });
    const preview = await app.page(path);
    expect(textOf(preview)).toContain('If you confirm, 1 changed row will go in.');
    expect(textOf(preview)).toContain('What would change');
    expect(rowsOf(preview, 'changes')).toEqual(['K01, 2024-04-01, 2025-03-31 (targets, D2) | quantity | 12 | 15']);
    await confirmed(path);
    const done = await app.page(path);
    expect(textOf(done)).toContain('1 changed row went in, as one entry of the ledger.');
    expect(textOf(done)).toContain('All sheets 0 1 22 What changed Row Column Before Now');
    expect(rowsOf(done, 'changes')).toHaveLength(1);
  });

  it('shows changed cells a hundred at a time, and where words about people changed while its files are kept only', async () => {
    const providers = (place: string) => Array.from({ length: 120 }, (_, index) => ({ reference: `P${index}`, name: `Provider ${index}`, type: 'large business', place }));
    await confirmed(await checked({ about: aboutFenmarch, providers: providers('Eastmoor') }));
    const path = await checked({ about: aboutFenmarch, providers: providers('<i>Westmoor</i>') }, { kind: 'variation', reason: 'They moved' });
    expect(rowsOf(await app.page(path), 'changes')).toHaveLength(100);
    const second = await app.page(`${path}?changes=2`);
    expect(rowsOf(second, 'changes').at(-1)).toBe('P119 (providers, E121) | place | Eastmoor | <i>Westmoor</i>');
    expect(second.html).not.toContain('<i>Westmoor');

    await confirmed(await checked(smallWorkbook));
    const changed = withRow(smallWorkbook, 'deliveries', 0, { quantity: '4', reported_by: 'rosa@opendoor.example', reason: 'One more' });
    const people = await checked(changed);
    expect(rowsOf(await app.page(people), 'changes')[1]).toBe('D001 (deliveries, P2) | reported_by | returns@x.example | rosa@opendoor.example');
    await confirmed(people);
    expect((await app.page(people)).html).not.toContain('rosa@opendoor.example');
  });
});

describe('The page on which a workbook is chosen', () => {
  it('offers the workbook to fill in, empty and ready for deliveries, in each form', async () => {
    const { html } = await app.page(`${IMPORTS}/new`);
    const offered = [...html.matchAll(/href="([^"]*\/template[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&').replace('/api/authorities/fenmarch/template', ''));
    expect(offered).toEqual(['?format=xlsx', '?format=ods', '?format=csv', '?format=xlsx&filled=true', '?format=ods&filled=true', '?format=csv&filled=true']);
  });
});

describe('A workbook with errors', () => {
  const broken = withRow(smallWorkbook, 'targets', 1, { quantity: '<b>a lot</b>' });

  it('shows what is held back and why, all that has to be mended, and lets the rest in', async () => {
    const path = await checked(broken);
    const preview = await app.page(path);
    expect(textOf(preview)).toContain('1 contract is held back whole, because 1 row must be mended.');
    expect(rowsOf(preview, 'held')[0]).toMatch(/^C02 \| 7 \| targets, row 3: quantity must be/);
    expect(rowsOf(preview, 'problems')).toEqual([expect.stringMatching(/^targets: D3 \| <b>a lot<\/b> \| quantity must be .* \| /)]);
    expect(preview.html).not.toContain('<b>');
    await confirmed(path);
    const done = await app.page(path);
    expect(textOf(done)).toContain('Imported in part');
    expect(rowsOf(done, 'problems')).toHaveLength(1);
    expect(done.html).toContain('name="file"');
    expect(kept()).toHaveLength(1);

    world.clock.set('2026-06-30T12:10:00.000Z');
    const corrected = await checked(smallWorkbook);
    expect(textOf(await app.page(corrected))).toContain('If you confirm, 8 new rows will go in.');
    await confirmed(corrected);
    expect(rowsOf(await app.page(IMPORTS), 'uploads').map((row) => row.split(' | ')[1])).toEqual(['In', 'In, in part']);
  });

  it('goes in whole or not at all where that is asked for, and the form keeps it for the corrected file', async () => {
    const page = await app.page(await checked(broken, { allOrNothing: 'true' }));
    expect(textOf(page)).toContain('Nothing can go in yet');
    expect(page.html).not.toContain('Import these rows');
    expect(page.html).toMatch(/name="allOrNothing" type="checkbox" value="true" checked/);
  });

  it('gives a copy back with them marked, while its files are kept', async () => {
    const path = await checked(broken);
    const [, href = ''] = /href="([^"]+)" download>Download a copy with the errors marked/.exec((await app.page(path)).html) ?? [];
    const copy = join(dirname(uploadsOfFenmarch()), 'copy.xlsx');
    writeFileSync(copy, new Uint8Array(await (await fetch(`${app.url}${href}`)).arrayBuffer()));
    const sheets = await (await openWorkbook(copy)).sheets();
    expect(sheets.map(({ name }) => name)).toEqual(['problems', ...filesOf(broken).map(({ fileName }) => fileName.replace('.csv', '')).sort()]);
    await world.parts.uploads.remove('fenmarch', path.split('/').at(-1)!);
    expect((await app.page(path)).html).not.toContain('marked');
    expect((await app.page(href)).status).toBe(404);
  });

  it('can be corrected in the marked copy, whose marks are passed over', async () => {
    const path = await checked(broken);
    const copy = { fileName: 'marked.xlsx', bytes: new Uint8Array(await (await fetch(`${app.url}${path}/marked-copy`)).arrayBuffer()) };
    const again = await app.page(await checked([copy]));
    expect(rowsOf(again, 'problems')).toEqual(rowsOf(await app.page(path), 'problems'));
    expect(rowsOf(again, 'rows')).toEqual(rowsOf(await app.page(path), 'rows'));
    expect(rowsOf(again, 'warnings')).toEqual([]);
  });

  it('shows all problems, a hundred at a time', async () => {
    const deliveries = Array.from({ length: 130 }, (_, index) => ({ ...smallWorkbook.deliveries[1], reference: `X${index}`, quantity: `lots ${index}` }));
    const path = await checked({ ...smallWorkbook, deliveries });
    const first = await app.page(path);
    expect(rowsOf(first, 'problems')).toHaveLength(100);
    expect(textOf(first)).toContain('To be mended: 1 to 100 of');
    const [, next = ''] = /href="([^"]*problems=2[^"]*)"/.exec(first.html) ?? [];
    expect(rowsOf(await app.page(next), 'problems').join()).toContain('lots 129');
  });

  it('tells what was typed of people while its files are kept, and not after', async () => {
    const path = await checked(withRow(smallWorkbook, 'deliveries', 0, { reported_by: 'Ann\u0001Other' }));
    expect(rowsOf(await app.page(path), 'problems')[0]).toContain('Other');
    await world.parts.uploads.remove('fenmarch', path.split('/').at(-1)!);
    expect(rowsOf(await app.page(path), 'problems')[0]).toContain('(nothing)');
  });
});

describe('What is no workbook for this authority', () => {
  it('is told on a page of its own, without a word of where it lies', async () => {
    const page = await app.page(await checked([{ fileName: 'brochure.pdf', bytes: Buffer.from('%PDF-1.7') }]));
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('This is not a workbook that can be imported');
    expect(rowsOf(page, 'problems')).toHaveLength(1);
    expect(page.html).not.toContain(uploadsOfFenmarch());
    expect(page.html).toContain('name="file"');
  });

  it.each(SPREADSHEET_FORMS)('has no row where it is the template sent back as it is, as %s', async (form) => {
    const bytes = await writeSpreadsheet(form, templateWorkbook('fenmarch'));
    const page = await app.page(await checked([{ fileName: `workbook.${form}`, bytes }]));
    expect(textOf(page)).toContain('There is nothing in this workbook');
    expect(page.html).toContain('name="file"');
  });

  it('is so too where it says nothing of itself, or names another authority', async () => {
    const { about: _, ...without } = smallWorkbook;
    expect(textOf(await app.page(await checked(without)))).toContain('must be there: it says what the file is and whose');
    const another = { ...smallWorkbook, about: [...aboutFenmarch.slice(0, 2), { key: 'authority', value: 'wexcombe' }] };
    expect(textOf(await app.page(await checked(another)))).toContain('must be fenmarch, the authority that it is imported for');
  });

  it.each<[string, () => FormData, string]>([
    ['no file', () => formOf([]), 'Select a workbook'],
    ['an empty file', () => formOf([{ fileName: 'a.csv', bytes: Buffer.alloc(0) }]), 'The selected file is empty'],
    ['one name twice', () => formOf([1, 2].map((n) => ({ fileName: 'a.csv', bytes: Buffer.from(`${n}`) }))), 'The selected files must have different names: “a.csv” came twice'],
    ['a hidden file', () => formOf([{ fileName: '.htaccess', bytes: Buffer.from('x') }]), 'must not hold a folder, or begin with a full stop'],
    ['too long a name', () => formOf([{ fileName: `${'ü'.repeat(130)}.csv`, bytes: Buffer.from('x') }]), 'must be shorter'],
    ['a kind that there is not', () => formOf(filesOf(smallWorkbook), { kind: 'whim' }), 'Select whether it has changed, or was typed wrong'],
    ['too long a reason', () => formOf(filesOf(smallWorkbook), { reason: 'x'.repeat(10_001) }), 'must be 10,000 characters or fewer'],
  ])('is refused on the form: %s', async (_what, form, words) => {
    const page = await app.send(`${IMPORTS}/new`, form());
    expect(page.status).toBe(422);
    expect(page.html).toContain('<title>Error: Import a workbook');
    expect(textOf(page)).toContain(`There is a problem`);
    expect(textOf(page)).toContain(words);
    expect([kept(), textOf(await app.page(IMPORTS)).includes('No workbook has been uploaded here yet.')]).toEqual([[], true]);
  });

  it('is not found: an authority without a ledger, an upload that nobody made, one of another authority', async () => {
    await world.parts.ledger.open('wexcombe', 'Wexcombe');
    const path = await checked(smallWorkbook);
    for (const address of ['/authorities/nowhere/imports', '/authorities/nowhere/imports/new', `${IMPORTS}/UP-0123456789abcdef`, `${IMPORTS}/nonsense`, path.replace('fenmarch', 'wexcombe')]) {
      expect({ address, status: (await app.page(address)).status }).toEqual({ address, status: 404 });
    }
    expect((await app.send('/authorities/nowhere/imports/new', formOf(filesOf(smallWorkbook)))).status).toBe(404);
    expect((await app.send(path.replace('fenmarch', 'wexcombe'), new URLSearchParams())).status).toBe(404);
  });
});

describe('An upload that nobody confirms', () => {
  it('expires after seven days', async () => {
    const path = await checked(smallWorkbook);
    world.clock.set('2026-07-07T12:00:00.000Z');
    expect(textOf(await app.page(path))).toContain('This upload has expired');
    await confirmed(path);
    expect(await position()).toBe(0);
    expect(rowsOf(await app.page(IMPORTS), 'uploads')[0]).toContain('Expired');
  });

  it('from another site is not confirmed', async () => {
    const path = await checked(smallWorkbook);
    expect((await app.send(path, new URLSearchParams(), { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    await jobs.goOn();
    expect(await position()).toBe(0);
  });

  it('because the server was killed in the midst can be confirmed again', async () => {
    const path = await checked(smallWorkbook);
    jobs.hold();
    await app.send(path, new URLSearchParams());
    jobs.forget(path.split('/').at(-1)!);
    expect(textOf(await app.page(path))).toContain('Check what will go in');
    await confirmed(path);
    expect(textOf(await app.page(path))).toContain('Imported');
  });
});

describe('The list of imports', () => {
  it('is shown page by page, the latest first', async () => {
    for (let index = 0; index < 21; index++) {
      const uploaded = { id: `UP-${String(index).padStart(16, '0')}`, actor: 'person-1', uploadedAt: `2026-06-01T10:00:${String(index).padStart(2, '0')}.000Z`, files: [`${index}.xlsx`] };
      await world.parts.uploadedWorkbooks.note('fenmarch', uploaded);
    }
    const first = await app.page(IMPORTS);
    expect(rowsOf(first, 'uploads').map((row) => row.split(' | ')[0])).toEqual(Array.from({ length: 20 }, (_, index) => `${20 - index}.xlsx`));
    const [, next = ''] = /href="([^"]*after=[^"]*)"/.exec(first.html) ?? [];
    expect(rowsOf(await app.page(next), 'uploads').map((row) => row.split(' | ')[0])).toEqual(['0.xlsx']);
    expect((await app.page(`${IMPORTS}?after=x`)).status).toBe(422);
  });
});
