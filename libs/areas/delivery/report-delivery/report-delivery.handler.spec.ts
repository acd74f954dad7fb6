import { ContractCommands } from '#areas/contracts/index.js';
import { CommandExecutor } from '#engine/commands/executor.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { commitmentMade, contractRegistered } from '../../../../test/support/facts.js';
import { importFacts, type World, worldInMemory } from '../../../../test/support/world.js';
import { claim } from '../claim/claim.js';
import { ReportDeliveryCommand, ReportDeliveryHandler } from './report-delivery.handler.js';

let world: World;
beforeEach(async () => {
  world = worldInMemory();
  await importFacts(world, 'fenmarch', [contractRegistered(), commitmentMade()].map((event) => ({ stream: 'contract:C1', event })));
});
afterEach(() => world.end());

describe('A delivery report on a contract that is at hand', () => {
  // The policy and the calendar were read for each of them, and the command looked up: twelve round trips more.
  it('asks the ledger once, to append', async () => {
    const asked: string[] = [];
    const ledger = new Proxy(world.parts.ledger, {
      get: (target, name: keyof Ledger) => (...given: never[]) => {
        asked.push(name);
        return (target[name] as (...given: never[]) => unknown)(...given);
      },
    });
    const handler = new ReportDeliveryHandler(new ContractCommands(ledger, new CommandExecutor(ledger), world.clock));
    const report = (number: number) => {
      const { reference: _, ...claimed } = claim.parse({ reference: 'D', from: `2025-04-0${number}`, to: `2025-04-0${number}`, item: true, quantity: '7.5', reportedOn: '2025-05-01', reportedBy: 'person-1' });
      const context = { authority: 'fenmarch', commandId: `key-${number}`, requestHash: '0'.repeat(64), actor: 'person-1' };
      return handler.execute(new ReportDeliveryCommand(context, 'C1', { ...claimed, commitment: 'K1', reference: `D${number}` }));
    };
    await report(1);
    asked.length = 0;
    expect(await report(2)).toMatchObject({ id: 'D2', version: 4 });
    expect(asked).toEqual(['append']);
  });
});
