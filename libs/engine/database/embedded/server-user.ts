import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { StartFailure } from '../start-failure.js';

/** The user of the operating system that PostgreSQL runs as, where it may not run as ourselves. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, made if it is missing. Undefined: run as ourselves. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp('postgres') ?? (create('postgres') ? lookUp('postgres') : undefined) ?? lookUp('nobody');
  if (found) return found;
  throw new StartFailure(
    'PostgreSQL refuses to run as root and no user “postgres” could be made. Add one (useradd --system postgres), ' +
      'start as another user, or set DATABASE_URL.',
  );
}

/** Whether a user can pass every folder above a path and read it. Asked of the system itself, which knows of ACLs. */
export function canReach(user: ServerUser | undefined, path: string): boolean {
  if (!user) return true;
  const answer = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...idsOf(user), cwd: '/' });
  return answer.status === 0;
}

/** The options that make a child process run as that user. */
export function idsOf(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function lookUp(name: string): ServerUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function create(name: string): boolean {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  return attempts.some(([command, options]) => spawnSync(command, options, { stdio: 'ignore' }).status === 0);
}
