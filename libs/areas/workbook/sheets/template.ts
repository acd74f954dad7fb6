import { breakClauses } from './break-clauses.js';
import { closedYears } from './closed-years.js';
import { commitments } from './commitments.js';
import { contracts } from './contracts.js';
import { deliveries } from './deliveries.js';
import { measures } from './measures.js';
import { members } from './members.js';
import { openingBalances } from './opening-balances.js';
import { providers } from './providers.js';
import { returns } from './returns.js';
import { reviews } from './reviews.js';
import { targets } from './targets.js';

/** The sheets of the template but `about`, in the order in which they are applied. */
export const template = {
  providers,
  contracts,
  members,
  measures,
  commitments,
  targets,
  break_clauses: breakClauses,
  opening_balances: openingBalances,
  deliveries,
  reviews,
  returns,
  closed_years: closedYears,
} as const;

export type Template = typeof template;
export type SheetName = keyof Template;
export const SHEET_NAMES = Object.keys(template) as readonly SheetName[];
