import request from 'supertest';
import { surfaceApp } from '../../../test/support/surface-app.js';
import { TOY_TEMPLATES, ToyPage } from '../../../test/support/toy-page.js';

describe('a page', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>>;
  beforeAll(async () => {
    served = await surfaceApp({ controllers: [ToyPage] }, { notice: 'You act as Sam Osei.', templateFolders: [TOY_TEMPLATES] });
  });
  afterAll(() => served.close());

  const visit = (path: string) => request(served.url).get(path).set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

  it('shows its view in the layout, with what people typed escaped', async () => {
    const { status, text, type, headers } = await visit('/authorities/wexcombe?year=2025/26&utm=x');
    expect([status, type, headers['cache-control']]).toEqual([200, 'text/html', 'no-store']);
    expect(text).toContain('<title>What was promised, and what arrived in 2025/26 – Wexcombe County Council &lt;b&gt; – Social Value Ledger</title>');
    expect(text).toContain('<h1 class="govuk-heading-l">What was promised, and what arrived in 2025/26</h1>');
    expect(text).not.toContain('Council <b>');
    expect(text).toContain('As delivered to 31 March 2026, recorded 31 March 2026 at 2:05pm. 12,345.5 hours.');
    expect(text).toContain('You act as Sam Osei.');
    expect(text).toContain('<link rel="stylesheet" href="/brand/5a2d81.css">');
  });

  it('has the generic header, and nothing of GOV.UK’s own marks', async () => {
    const { text } = await visit('/authorities/wexcombe');
    expect(text).toContain('govuk-generic-header');
    expect(text).not.toMatch(/crown|logotype|GDS Transport|GOV\.UK|govuk-header__|govuk-footer|favicon\.ico/i);
  });

  it('carries no style or script of its own but the one that the policy names', async () => {
    const { text } = await visit('/authorities/wexcombe');
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(text.match(/<script(?![^>]*\bsrc=)/g)).toHaveLength(1);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('rounds a headline only beside the exact figure', async () => {
    const { text } = await visit('/authorities/wexcombe');
    expect(text.replace(/\s+/g, ' ')).toContain('£61.0 million <span class="svl-headline__exact">rounded from <a class="govuk-link" href="#">£61,037,036.71</a></span>');
    expect(text.replace(/\s+/g, ' ')).toContain('<dd class="svl-headline__figure">not valued</dd>');
  });

  it('shows a chart with its table, headers for rows and columns, figures to the right, and the file', async () => {
    const { text } = await visit('/authorities/wexcombe');
    const table = /<table class="govuk-table" id="by-year-table">.*?<\/table>/s.exec(text)?.[0] ?? '';
    expect(text.indexOf('role="img"')).toBeLessThan(text.indexOf(table));
    expect(table).toContain('<span class="svl-table__caption" id="by-year-table-caption">Six figures by year: the figures</span></caption>');
    expect(table.match(/<th scope="col"/g)).toHaveLength(7);
    expect(table.match(/<th scope="row"/g)).toHaveLength(4);
    expect(table).toContain('<td class="govuk-table__cell govuk-table__cell--numeric"><a class="govuk-link" href="#">£12,345,678.90</a></td>');
    expect(table).toContain('not valued');
    expect(text).toContain('<a class="govuk-link" href="/authorities/wexcombe/totals.csv" download>Download “Six figures by year: the figures” (CSV)</a>');
  });

  it('gives a file to keep', async () => {
    const { headers, text } = await visit('/authorities/wexcombe/totals.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename=wexcombe-totals.csv');
    expect(text.replace('\uFEFF', '')).toBe('Year,Committed\r\n2025/26,12\r\n');
  });

  it('sends people elsewhere with 303', async () => {
    const { status, headers } = await visit('/authorities/old');
    expect([status, headers['location']]).toEqual([303, '/authorities/wexcombe']);
  });

  it('is not found at an address that does not fit, or where a rule says so, and says why', async () => {
    for (const [path, words] of [['/authorities/WEX', 'check it is correct'], ['/authorities/gone', 'must have a ledger']] as const) {
      const { status, text } = await visit(path);
      expect(status).toBe(404);
      expect(text).toContain('<h1 class="govuk-heading-l">Page not found</h1>');
      expect(text).toContain(words);
    }
    const { status, text } = await visit('/authorities/wexcombe?limit=ten');
    expect(status).toBe(422);
    expect(text.replace(/\s+/g, ' ')).toContain('<strong>limit</strong> must be a number (found “ten”).');
  });

  it('fails without a word from inside', async () => {
    const { status, text } = await visit('/authorities/broken');
    expect(status).toBe(500);
    expect(text).toContain('Sorry, there is a problem with the service');
    expect(text).not.toContain('secret');
  });
});
