import { csvOf } from './csv.js';

describe('a CSV file', () => {
  it('opens in a spreadsheet: byte order mark, CRLF, quotation marks where they are needed', () => {
    const bytes = csvOf(['Contract', 'Pence'], [['Bins, “North”', 12345], ['a "b"', null], ['two\nlines', -7]]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').slice(1)).toBe('Contract,Pence\r\n"Bins, “North”",12345\r\n"a ""b""",\r\n"two\nlines",-7\r\n');
  });

  it.each(['=1+1', '+44 20', '@SUM(A1)', '-2+3', '\t=1', '\r=1', '=HYPERLINK("x")'])('takes the force out of %j', (text) => {
    expect(csvOf(['A'], [[text]]).toString('utf8').replace(/^\uFEFFA\r\n"?/, '')).toMatch(/^'/);
  });

  it.each(['-12.5', '12', '0.000001', '−7', 'a=b', ''])('leaves %j as it is', (text) => {
    expect(csvOf(['A', 'B'], [[text, 1]]).toString('utf8')).toBe(`\uFEFFA,B\r\n${text},1\r\n`);
  });
});
