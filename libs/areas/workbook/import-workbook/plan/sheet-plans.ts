import type { SheetName } from '../../sheets/template.js';
import { closedYearsPlan } from './closed-years.js';
import { deliveriesPlan } from './deliveries.js';
import { reviewsPlan } from './reviews.js';
import type { SheetPlan } from './sheet-plan.js';

/** How each sheet's rows become facts. */
export const sheetPlans: Readonly<Record<SheetName, SheetPlan>> = {
  deliveries: deliveriesPlan,
  reviews: reviewsPlan,
  closed_years: closedYearsPlan,
} as unknown as Readonly<Record<SheetName, SheetPlan>>;
