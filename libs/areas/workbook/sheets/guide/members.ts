import type { members } from '../members.js';
import type { GuideTo } from './column-guide.js';

export const membersGuide: GuideTo<typeof members> = {
  purpose: 'Only for a consortium: who delivers a contract, and in what shares. One row for each member, the lead among them. Without rows the lead has 100%.',
  columns: {
    contract: { meaning: 'The contract: its reference in the sheet contracts.', way: 'reference elsewhere', example: 'e.g. C01' },
    provider: { meaning: 'The member: its reference in the sheet providers.', way: 'reference elsewhere', example: 'e.g. P01' },
    share_percent: { meaning: 'The member’s share of what all of them deliver together. The shares of a contract add up to 100.', way: 'percentage', example: '100' },
  },
};
