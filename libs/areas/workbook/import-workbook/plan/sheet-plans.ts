import type { SheetName } from '../../sheets/template.js';
import { breakClausesPlan } from './break-clauses.js';
import { closedYearsPlan } from './closed-years.js';
import { commitmentsPlan } from './commitments.js';
import { contractsPlan } from './contracts.js';
import { deliveriesPlan } from './deliveries.js';
import { measuresPlan } from './measures.js';
import { membersPlan } from './members.js';
import { openingBalancesPlan } from './opening-balances.js';
import { providersPlan } from './providers.js';
import { returnsPlan } from './returns.js';
import { reviewsPlan } from './reviews.js';
import type { SheetPlan } from './sheet-plan.js';
import { targetsPlan } from './targets.js';

/** How each sheet's rows become facts. */
export const sheetPlans: Readonly<Record<SheetName, SheetPlan>> = {
  providers: providersPlan,
  contracts: contractsPlan,
  members: membersPlan,
  measures: measuresPlan,
  commitments: commitmentsPlan,
  targets: targetsPlan,
  break_clauses: breakClausesPlan,
  opening_balances: openingBalancesPlan,
  deliveries: deliveriesPlan,
  reviews: reviewsPlan,
  returns: returnsPlan,
  closed_years: closedYearsPlan,
} as unknown as Readonly<Record<SheetName, SheetPlan>>;
