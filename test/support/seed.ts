/**
 * The seed of a test that draws at random: always the same, unless SEED names another or says `random`. What fails names it,
 * so that a failure can be had again.
 */
export function seedOf(): number {
  const given = process.env['SEED'] ?? '20260331';
  const seed = given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  if (!Number.isInteger(seed)) throw new Error(`SEED must be a whole number or random (found “${given}”).`);
  return seed;
}
