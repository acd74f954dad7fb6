import { CommandExecutor } from '#engine/commands/executor.js';
import { aMeasure } from '../../../../test/support/facts.js';
import { worldInMemory } from '../../../../test/support/world.js';
import { MeasureCommands } from '../measure-commands.js';
import { importMeasures } from './import-measures.decision.js';
import { ImportMeasuresCommand, ImportMeasuresHandler } from './import-measures.handler.js';

const { parts, end } = worldInMemory();
const handler = new ImportMeasuresHandler(new MeasureCommands(new CommandExecutor(parts.ledger), parts.clock), parts.ledger);
const importing = (commandId: string, requestHash: string, ...measures: string[]) =>
  handler.execute(
    new ImportMeasuresCommand(
      { authority: 'fenmarch', commandId, requestHash: requestHash.repeat(64), actor: 'ann' },
      importMeasures.parse({ measures: measures.map((measure) => aMeasure({ measure })) }),
    ),
  );

beforeAll(async () => void (await parts.ledger.open('fenmarch', 'Fenmarch')));
afterAll(end);

it('a pack of measures is recorded once, however often it comes', async () => {
  const first = await importing('one', 'a', 'M1', 'M2');
  expect(first).toEqual({ position: 2, defined: 2, changed: 0, unchanged: 0 });
  expect(await importing('one', 'a', 'M1', 'M2')).toEqual(first);
  expect(await importing('two', 'a', 'M1', 'M2')).toEqual({ position: 2, defined: 0, changed: 0, unchanged: 2 });
  expect(await importing('three', 'b', 'M2', 'M3')).toEqual({ position: 3, defined: 1, changed: 0, unchanged: 1 });
  await expect(importing('one', 'b', 'M9')).rejects.toThrow('must not be used again for another request');
});
