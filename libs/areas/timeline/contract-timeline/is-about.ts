/** The fields of entries by which they name a commitment, a delivery report, a break clause. */
interface Naming {
  readonly commitment?: string;
  readonly report?: string;
  readonly corrects?: string;
  readonly clause?: string;
  readonly case?: number;
}

/**
 * Whether an entry is about a commitment, a delivery report, a break clause or one time that its condition was met
 * (`B1/1`): whatever it names, at any depth, and what a return lists.
 */
export function isAbout(payload: unknown, reference: string): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  if (Array.isArray(payload)) return payload.some((item) => isAbout(item, reference));
  const { commitment, report, corrects, clause, case: number } = payload as Naming;
  if ([commitment, report, corrects, clause].includes(reference)) return true;
  if (clause !== undefined && `${clause}/${number}` === reference) return true;
  const { lists } = payload as { lists?: unknown };
  if (Array.isArray(lists) && lists.includes(reference)) return true;
  return Object.values(payload).some((inner) => isAbout(inner, reference));
}
