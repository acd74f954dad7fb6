import { decideAgreeMembers } from '#areas/contracts/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { decimalText } from '#domain/kernel/decimal.js';
import type { MemberRow } from '../../sheets/members.js';
import type { ComparedRow } from './compared-row.js';
import { contractInDraft } from './contract-in-draft.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

type Member = ComparedRow<MemberRow>;

const moves = ({ before, changed }: Member): boolean => !before || changed.length > 0;

/**
 * The members of a contract are agreed together, by the last of its rows that is new or changed. Members whose rows
 * have gone from the file stay as they were.
 */
export const membersPlan: SheetPlan<MemberRow> = {
  names: { contract: 'contract', provider: 'provider' },
  columns: { members: 'share_percent' },
  decide(compared, on) {
    const { contract } = compared.row.values;
    const state = contractInDraft(contract, on);
    const rows = on.membersOf(contract);
    if (rows.findLast(moves) !== compared || rows.some(({ sound }) => !sound)) return undefined;
    const change = state.members.length === 0 ? null : changeOrRefuse(compared, on.given);
    const members = statedBy(rows, state);
    const events = sameMembers(members, state) ? [] : decideAgreeMembers(state, { contract, members, since: null, change }, { today: on.around.today, isProvider: on.isProvider });
    return { stream: contractStream(contract), evolution: contractEvolution, events };
  },
  concerned({ row }, { membersOf }, { field, value }) {
    if (!field.startsWith('members')) return [row];
    const rows = membersOf(row.values.contract).map((member) => member.row);
    return field.endsWith('.provider') ? rows.filter(({ values }) => values.provider === value) : rows;
  },
};

function statedBy(rows: readonly Member[], state: ContractState): { provider: string; share: string }[] {
  const shares = new Map(state.members.map(({ provider, share }) => [provider, decimalText(share, 4)]));
  for (const member of rows) {
    const { provider, share_percent } = member.row.values;
    if (moves(member) || !shares.has(provider)) shares.set(provider, share_percent);
  }
  return [...shares].map(([provider, share]) => ({ provider, share }));
}

function sameMembers(stated: readonly { provider: string; share: string }[], { members }: ContractState): boolean {
  return stated.length === members.length && members.every(({ provider, share }, index) => stated[index]!.provider === provider && stated[index]!.share === decimalText(share, 4));
}
