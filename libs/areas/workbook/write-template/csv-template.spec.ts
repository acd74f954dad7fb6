import { emptyGround } from '../../../../test/support/workbook.js';
import { csvTemplate } from './csv-template.js';

it('The template, sent back as it is, is a workbook without a row', async () => {
  const files = csvTemplate('fenmarch').map(({ fileName, text }) => ({ fileName, bytes: Buffer.from(text) }));
  const answer = await emptyGround().importFiles(files);
  expect(answer).toMatchObject({ status: 'unchanged', problems: [], warnings: [], counts: { rows: 0 } });
});

it('The template has the sheets and columns of the workbook, in order', () => {
  const files = csvTemplate();
  expect(files.map(({ fileName }) => fileName)).toEqual(
    ['about', 'providers', 'contracts', 'members', 'measures', 'commitments', 'targets', 'break_clauses', 'opening_balances', 'deliveries', 'reviews', 'returns', 'closed_years'].map((name) => `${name}.csv`),
  );
  expect(files[9]!.text).toBe(
    'reference,commitment,provider,from,to,quantity,hours,people,text,item,in_addition,description,evidence,evidenced_quantity,reported_on,reported_by,corrects,reason\n',
  );
});
