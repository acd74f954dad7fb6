import { refuse } from '#domain/kernel/refusal.js';
import type { Parts } from '../assembly/parts.js';

/** The authority that `--authority` names; the only one, where there is one. */
export async function authorityOf(parts: Parts, named: string | undefined): Promise<string> {
  const codes = (await parts.ledger.heads()).map(({ authority }) => authority);
  if (named !== undefined) {
    if (codes.includes(named)) return named;
    refuse('--authority', named, 'must have a ledger', codes.length > 0 ? `Name one of ${codes.join(', ')}.` : 'Import a workbook with --create-authority NAME.', 'not found');
  }
  if (codes.length === 1) return codes[0]!;
  return refuse('--authority', '', 'must be given', codes.length > 0 ? `Name one of ${codes.join(', ')}.` : 'There is no authority yet: import a workbook with --create-authority NAME.');
}
