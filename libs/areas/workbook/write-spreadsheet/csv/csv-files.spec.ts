import { emptyGround } from '../../../../../test/support/workbook.js';
import { templateWorkbook } from '../../write-template/template-workbook.js';
import type { WrittenCell, WrittenRow, WrittenWorkbook } from '../written-workbook.js';
import { csvFiles, type WrittenFile } from './csv-files.js';

async function filesOf(workbook: WrittenWorkbook): Promise<WrittenFile[]> {
  const files: WrittenFile[] = [];
  for await (const file of csvFiles(workbook)) files.push(file);
  return files;
}

const words = ({ bytes }: WrittenFile): string => Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '');

async function written(...rows: readonly (readonly (WrittenCell | undefined)[])[]): Promise<string> {
  const [file] = await filesOf({ title: 'Any', sheets: [{ name: 'known things', columns: [], rows: rows.map((cells): WrittenRow => ({ cells })) }] });
  return words(file!);
}

describe('The template as a folder of CSVs', () => {
  it('sent back as it is, is a workbook without a row', async () => {
    const answer = await emptyGround().importFiles(await filesOf(templateWorkbook('fenmarch')));
    expect(answer).toMatchObject({ status: 'unchanged', problems: [], warnings: [], counts: { rows: 0 } });
  });

  it('has the sheets and columns of the workbook, in order, and no sheet that says how', async () => {
    const files = await filesOf(templateWorkbook());
    expect(files.map(({ fileName }) => fileName)).toEqual(
      ['about', 'providers', 'contracts', 'members', 'measures', 'commitments', 'targets', 'break_clauses', 'opening_balances', 'deliveries', 'reviews', 'returns', 'closed_years'].map((name) => `${name}.csv`),
    );
    expect(words(files[9]!)).toBe(
      'reference,commitment,provider,from,to,quantity,hours,people,text,item,in_addition,description,evidence,evidenced_quantity,reported_on,reported_by,corrects,reason\r\n',
    );
  });
});

/** `@K1` came out as `'@K1`, and was refused as unknown when it came back. */
it('What a CSV guards from being run as a formula is read as it was', async () => {
  const [about, ...files] = await filesOf({
    title: 'Any',
    sheets: [
      templateWorkbook('fenmarch').sheets.find(({ name }) => name === 'about')!,
      { name: 'providers', columns: [], rows: [['reference', 'name', 'type'], ['@P1', '=Open+Door', 'charity or community'], ["'P2", '-', 'charity or community']].map((texts): WrittenRow => ({ cells: texts.map((text) => ({ text })) })) },
    ],
  });
  expect(words(files[0]!)).toContain("'@P1,'=Open+Door");
  const ground = emptyGround();
  expect(await ground.importFiles([about!, ...files])).toMatchObject({ status: 'accepted', problems: [] });
  const registered = (await ground.events()).filter(({ type }) => type === 'ProviderRegistered').map(({ stream, payload }) => [stream, (payload as { terms?: { name: string } }).terms?.name ?? (payload as { name?: string }).name]);
  expect(registered).toEqual([['provider:@P1', '=Open+Door'], ["provider:'P2", '-']]);
});

describe('A sheet as a CSV', () => {
  it('writes what a cell is typed as in full, and blanks to the width of the heading', async () => {
    const typed = [
      { text: '31/03/2026', typed: { kind: 'date', date: '2026-03-31' } },
      { text: '12.50', typed: { kind: 'number', decimal: '12.5', percentage: true } },
      { text: 'TRUE', typed: { kind: 'yes or no', yes: true } },
    ] as const;
    expect(await written(['a', 'b', 'c', 'd'].map((text) => ({ text })), typed, [undefined, { text: 'x, "y"' }])).toBe('a,b,c,d\r\n2026-03-31,12.5%,yes,\r\n,"x, ""y""",,\r\n');
  });

  it('leaves examples out, and lets no text run as a formula', async () => {
    expect(await written([{ text: 'a' }], [{ text: 'e.g. D001', style: 'example' }], [{ text: '=HYPERLINK("x")' }])).toBe(`a\r\n"'=HYPERLINK(""x"")"\r\n`);
  });
});
