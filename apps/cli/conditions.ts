/** The kinds of conditions by which break clauses are chosen. */
export const CONDITIONS = ['shortfall', 'silence', 'critical commitment missed'] as const;
