/** What work comes to, and how much more memory the process had meanwhile than before, in MB at most. */
export async function memoryWhile<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly megabytes: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const looking = setInterval(look, 10);
  try {
    const result = await work();
    look();
    return { result, megabytes: Math.round((most - before) / 1_000_000) };
  } finally {
    clearInterval(looking);
  }
}
