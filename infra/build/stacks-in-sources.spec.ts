import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../', import.meta.url));
const throwing = `
import './infra/build/stacks-in-sources.mjs';
const { quantityOf } = await import('./dist/libs/domain/kernel/quantity.js');
try { quantityOf('ten'); } catch (failure) { process.stdout.write(failure.stack); }
`;

describe('A stack', () => {
  it('names the lines of the sources', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', throwing], { cwd: home, encoding: 'utf8' });
    expect(stderr).toBe('');
    const source = 'libs/domain/kernel/quantity.ts';
    const [message, first] = stdout.split('\n');
    expect(message).toBe('RangeError: “ten” is not a decimal of at most 6 places.');
    const place = `    at quantityOf (${home}${source}:`;
    expect(first).toMatch(/:\d+:\d+\)$/);
    expect(first!.slice(0, place.length)).toBe(place);
    const line = Number.parseInt(first!.slice(place.length), 10);
    expect(readFileSync(`${home}${source}`, 'utf8').split('\n')[line - 1]).toContain('throw new RangeError');
  });
});
