import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of that number runs (it may be another's: see `commandOf` and `bornAt`). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, as the system counts it: tells a process from a later one that was given the same number. */
export function bornAt(pid: number): string | undefined {
  return statOf(pid)?.[19] ?? ps(pid, 'lstart=');
}

/** The command line of a process. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'command=');
  }
}

/** A process that has ended and whose parent has not asked how: in a container without an init, for ever. */
function isZombie(pid: number): boolean {
  return statOf(pid)?.[0] === 'Z';
}

/** The fields of /proc/PID/stat from the state on: the command before them may hold any character. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  const said = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  return said === '' ? undefined : said;
}
