import pg from 'pg';

/** A database of a peer's own on the server of the benchmark: the same disk, buffers and settings. */
export async function makeDatabase(ownerUrl: string, name: string): Promise<string> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.query(`create database ${name}`);
  });
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function asOwner<Result>(ownerUrl: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Connections that are open before the clock starts, and closed afterwards, so that the next has the server to itself. */
export async function withConnections<Result>(url: string, count: number, work: (pool: pg.Pool) => Promise<Result>): Promise<Result> {
  const pool = new pg.Pool({ connectionString: url, max: count, min: count, idleTimeoutMillis: 0 });
  try {
    const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()));
    for (const client of clients) client.release();
    return await work(pool);
  } finally {
    await pool.end();
  }
}
