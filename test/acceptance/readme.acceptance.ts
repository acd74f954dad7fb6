import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '#engine/config/environment.js';
import { itWhere } from '../support/it-where.js';
import { asPrinted, HOME, onlyAsks, printed, README, type Snippet, snippets } from '../support/readme.js';
import { startServer, type RunningServer } from '../support/running-server.js';

const there = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

describe('what the README shows', () => {
  let server: RunningServer | undefined;
  afterAll(() => server?.stop());

  /** Runs a block as it stands, on this server. */
  function run({ commands }: Snippet): Promise<string> {
    const script = commands.replaceAll('npx svl', `"${process.execPath}" bin/svl.mjs`).replaceAll('http://127.0.0.1:3000', server!.url);
    const env = { ...process.env, NODE_OPTIONS: '', SAMPLE: 'county', DATA_DIR: server!.dataDir };
    return new Promise((resolve, reject) => {
      execFile('bash', ['-euo', 'pipefail', '-c', script], { cwd: HOME, env }, (error, stdout, stderr) => {
        if (error) reject(new Error(`${script}\nended with ${error.code}:\n${stdout}\n${stderr}`));
        else resolve(stdout);
      });
    });
  }

  /** Blocks that only ask are asked two at a time; the others wait for them, and they for the others. */
  async function runAll(blocks: readonly Snippet[]): Promise<readonly string[]> {
    const said: string[] = [];
    let asking: Promise<string>[] = [];
    const asked = async () => void said.push(...(await Promise.all(asking.splice(0))));
    for (const block of blocks) {
      if (asking.length === 2 || !onlyAsks(block)) await asked();
      if (onlyAsks(block)) asking = [...asking, run(block)];
      else said.push(await run(block));
    }
    await asked();
    return said;
  }

  itWhere(there('curl') && there('bash'), 'bash or curl is not here')('is what happens, to the penny', async () => {
    const blocks = snippets(README);
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    // with the sample county, as a reader has it
    server = await startServer({ SAMPLE: 'county' });
    const said = await runAll(blocks);
    for (const [index, block] of blocks.entries()) {
      const looksRight = asPrinted(block.printed).test(printed(said[index]!));
      expect({ block: block.commands, said: looksRight ? block.printed : said[index] }).toEqual({ block: block.commands, said: block.printed });
    }
    // two dozen commands, each a process of its own
  }, 300_000);

  it('is compared figure by figure', () => {
    expect(asPrinted('Jobs  £1.00  …\n───').test(printed('Jobs £1.00 at once\n──'))).toBe(true);
    expect(asPrinted('Jobs  £1.00').test('Jobs £1.01')).toBe(false);
    expect(asPrinted('Jobs').test('Jobs and more')).toBe(false);
  });
});

describe('what the README names', () => {
  const written = [README, ...readdirSync(join(HOME, 'infra/decisions')).filter((page) => page.endsWith('.md')).map((page) => readFileSync(join(HOME, 'infra/decisions', page), 'utf8'))];

  it('is there: files, folders, scripts', () => {
    const paths = written.flatMap((page) => [...page.matchAll(/`((?:apps|libs|infra|test|bin)\/[\w./-]+)/g)].map(([, path]) => path!));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(HOME, path)))).toEqual([]);
    const linked = [...README.matchAll(/\]\(((?!http)[^)]+)\)/g)].map(([, path]) => path!);
    expect(linked.filter((path) => !existsSync(join(HOME, path)))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { scripts: object };
    const run = [...README.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('is the whole house, and nothing that is not in it', () => {
    const tree = /^```tree\n(.*?)^```/ms.exec(README)![1]!;
    const drawn: string[] = [];
    const above: string[] = [];
    for (const line of tree.trimEnd().split('\n')) {
      const depth = /^ */.exec(line)![0].length / 2;
      const folders = /^\s*((?:[\w-]+\/ ?)+)/.exec(line)![1]!.trim().split(' ');
      above.length = depth;
      drawn.push(...folders.map((folder) => above.join('') + folder));
      above[depth] = folders[0]!;
    }
    const folders = (of: string) => readdirSync(join(HOME, of), { withFileTypes: true }).filter((one) => one.isDirectory());
    const real = ['apps', 'libs', 'libs/domain', 'libs/areas', 'libs/engine', 'libs/surface'].flatMap((of) => folders(of).map(({ name }) => `${of}/${name}/`));
    expect([...drawn].sort()).toEqual(['apps/', 'infra/', 'libs/', 'test/', ...real].sort());
  });

  it('are the settings that are read', () => {
    const table = /^\| Variable .*?\n\n/ms.exec(README)![0];
    const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(readEnvironment({}).environment).sort());
  });

  it('are the stories of the sample county, as the county has them', () => {
    const rows = (page: string) => /^\| The story .*?(?=\n\n|$(?![\n]))/ms.exec(page)![0].trim();
    expect(rows(README)).toBe(rows(readFileSync(join(HOME, 'libs/areas/sample/wexcombe/README.md'), 'utf8')));
  });

  it('are all decisions', () => {
    const list = readFileSync(join(HOME, 'infra/decisions/README.md'), 'utf8');
    const listed = [...list.matchAll(/^- \[([\w-]+\.md)\]\(\1\): \S/gm)].map(([, page]) => page);
    const pages = readdirSync(join(HOME, 'infra/decisions')).filter((page) => page.endsWith('.md') && page !== 'README.md');
    expect(listed.sort()).toEqual(pages.sort());
  });
});
