import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const INSTALLED = '/usr/lib/postgresql';

/** The oldest installed PostgreSQL of those older than the packaged one that we promise to work on; or why there is none. */
export function anotherPostgres() {
  const majors = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const [major] = majors.filter((one) => one >= 15 && one < 18).sort((a, b) => a - b);
  return major ? { major, folder: join(INSTALLED, String(major)) } : { why: `none of 15 to 17 is installed in ${INSTALLED}` };
}
