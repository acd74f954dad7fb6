/**
 * A test that needs something that not every machine has. Where it is missing the test is left out in the open, with
 * the reason in its name, which `npm test` prints (and counts as failed with CI=true).
 */
export function itWhere(there: boolean, reason: string): (name: string, test: () => Promise<void>, within?: number) => void {
  return (name, test, within) => (there ? it(name, test, within) : it.skip(`${name} (${reason})`, test));
}
