import type { ToldEvent } from '#areas/timeline/index.js';
import { entryInWords } from './timeline.command.js';

const entry = { position: 12, businessDate: '2026-05-19', recordedAt: '2026-05-19T09:00:00.000Z', actor: 'ruth.calder@wexcombe.example', sentence: 'It happened.', facts: [] };
const told = (event: string) => entryInWords({ ...entry, event } as unknown as ToldEvent);

it('an entry of svl timeline does not put down to a person what the system found (bug)', () => {
  expect(told('BreakConditionMet')).toBe('\n12  19 May 2026, by the system, when ruth.calder@wexcombe.example recorded something or had it look\n   It happened.');
  expect(told('BreakClauseTriggered')).toBe('\n12  19 May 2026, by ruth.calder@wexcombe.example\n   It happened.');
});
