import { scenario, sized } from '../scenario.js';
import { lives } from './load/lives.js';

/**
 * Writers who pause, click twice, roll back and fight for streams and references, in processes that are killed, over
 * connections that are cut, beside transactions that hang; readers who follow by a plain cursor. What was acknowledged
 * stands in the senders' own log, synced to the disk before it counted; what became of it is read by plain SQL.
 */
describe('nothing that was acknowledged is lost, doubled or moved', () => {
  scenario('many writers and readers of one authority', (run) =>
    lives(run, { authorities: 1, readers: 4, ...sized({ small: { writers: 10, kills: 1, answers: 200 }, full: { writers: 48, kills: 8, answers: 1_500 } }) }),
  );

  scenario('many writers and readers of many authorities', (run) =>
    lives(run, { readers: 2, ...sized({ small: { authorities: 4, writers: 10, kills: 1, answers: 250 }, full: { authorities: 24, writers: 64, kills: 6, answers: 2_000 } }) }),
  );
});
