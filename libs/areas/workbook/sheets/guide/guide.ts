import type { SheetName, Template } from '../template.js';
import { breakClausesGuide } from './break-clauses.js';
import { closedYearsGuide } from './closed-years.js';
import type { GuideTo, SheetGuide } from './column-guide.js';
import { commitmentsGuide } from './commitments.js';
import { contractsGuide } from './contracts.js';
import { deliveriesGuide } from './deliveries.js';
import { measuresGuide } from './measures.js';
import { membersGuide } from './members.js';
import { openingBalancesGuide } from './opening-balances.js';
import { providersGuide } from './providers.js';
import { returnsGuide } from './returns.js';
import { reviewsGuide } from './reviews.js';
import { targetsGuide } from './targets.js';

const guides: { readonly [Name in SheetName]: GuideTo<Template[Name]> } = {
  providers: providersGuide,
  contracts: contractsGuide,
  members: membersGuide,
  measures: measuresGuide,
  commitments: commitmentsGuide,
  targets: targetsGuide,
  break_clauses: breakClausesGuide,
  opening_balances: openingBalancesGuide,
  deliveries: deliveriesGuide,
  reviews: reviewsGuide,
  returns: returnsGuide,
  closed_years: closedYearsGuide,
};

/** What each sheet of the template is for, and each of its columns: the one place from which everybody is told. */
export const guide: Readonly<Record<SheetName, SheetGuide>> = guides;
