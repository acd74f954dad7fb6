/** Something that somebody of the county did by hand, after the workbooks: what follows from returns and break clauses. */
export interface CountyAct {
  readonly id: string;
  /** The moment at which it was recorded. */
  readonly at: string;
  /** Who did it, by email address. */
  readonly by: string;
  /** What it was, for those who watch. */
  readonly what: string;
  readonly does: Does;
}

/** The command, with what its decision asks for beside the day and the person. */
export type Does =
  | { readonly command: 'mark missed returns'; readonly on: string }
  | { readonly command: 'set missed return aside'; readonly contract: string; readonly from: string; readonly to: string; readonly reason: string }
  | ({ readonly command: 'confirm' } & OfCase)
  | ({ readonly command: 'set aside'; readonly reason: string } & OfCase)
  | ({ readonly command: 'serve notice'; readonly form: string; readonly address: string } & OfCase)
  | ({ readonly command: 'agree improvement plan'; readonly steps: readonly { readonly step: string; readonly by: string }[] } & OfCase)
  | ({ readonly command: 'put right'; readonly how: string } & OfCase)
  | ({ readonly command: 'waive'; readonly words: string } & OfCase)
  | ({ readonly command: 'apply remedy'; readonly remedy: 'withheld payment'; readonly pence: number; readonly words: string } & OfCase);

interface OfCase {
  readonly clause: string;
  readonly case: number;
}

const ruth = 'ruth.calder@wexcombe.example';
const priya = 'priya.nair@wexcombe.example';
const joel = 'joel.marsh@wexcombe.example';
const lucy = 'lucy.farrant@wexcombe.example';

const youngPeople = { clause: 'B03', case: 2 } as const;
const cleaners = { clause: 'B04', case: 2 } as const;

/** In order. All is invented, as the workbooks are. */
export const countyActs: readonly CountyAct[] = [
  {
    id: '01',
    at: '2026-05-19T09:30:00+01:00',
    by: ruth,
    what: 'Which returns were missed, and which conditions of break clauses are met',
    does: { command: 'mark missed returns', on: '2026-05-19' },
  },
  {
    id: '02',
    at: '2026-05-19T15:05:00+01:00',
    by: lucy,
    what: 'A return that lay in the wrong tray is set aside',
    does: {
      command: 'set missed return aside',
      ...{ contract: 'C107', from: '2026-01-01', to: '2026-03-31' },
      reason: 'The return came by post on 29 April and lay in the wrong tray. It is ours to type in.',
    },
  },
  {
    id: '03',
    at: '2026-05-20T10:10:00+01:00',
    by: priya,
    what: 'Young people in work, 2023/24: set aside',
    does: {
      command: 'set aside',
      ...{ clause: 'B03', case: 1 },
      reason: 'The contract began in July 2023, and the first places were agreed to begin in spring 2024. Nobody expected seven in nine months.',
    },
  },
  { id: '04', at: '2026-05-20T10:25:00+01:00', by: priya, what: 'Young people in work, 2024/25: confirmed', does: { command: 'confirm', ...youngPeople } },
  {
    id: '05',
    at: '2026-05-21T11:00:00+01:00',
    by: priya,
    what: 'Notice to Lantern Street',
    does: { command: 'serve notice', ...youngPeople, form: 'email', address: 'office@lanternstreet.example' },
  },
  { id: '06', at: '2026-05-21T14:15:00+01:00', by: joel, what: 'Cleaning, the second half of 2024: confirmed', does: { command: 'confirm', clause: 'B04', case: 1 } },
  {
    id: '07',
    at: '2026-05-21T14:30:00+01:00',
    by: joel,
    what: 'Cleaning, the second half of 2024: waived in words',
    does: {
      command: 'waive',
      ...{ clause: 'B04', case: 1 },
      words: 'The council gives up what it may claim from the two quarters to December 2024, because the move to the new depots was ours. It gives up nothing of what came after.',
    },
  },
  { id: '08', at: '2026-05-21T14:45:00+01:00', by: joel, what: 'Cleaning, the first half of 2025: confirmed', does: { command: 'confirm', ...cleaners } },
  {
    id: '09',
    at: '2026-05-22T09:20:00+01:00',
    by: joel,
    what: 'Notice to Dunnock Cleaning',
    does: { command: 'serve notice', ...cleaners, form: 'letter', address: 'Registered office, Dunnock Cleaning' },
  },
  {
    id: '10',
    at: '2026-05-28T16:40:00+01:00',
    by: priya,
    what: 'A plan with Lantern Street',
    does: {
      command: 'agree improvement plan',
      ...youngPeople,
      steps: [
        { step: 'Two employers of the Chamber’s list take on one young person each', by: '2026-06-12' },
        { step: 'A work coach sits in the drop-in on Tuesdays and Thursdays', by: '2026-06-16' },
        { step: 'Two more young people start in the county’s own depots', by: '2026-07-03' },
      ],
    },
  },
  {
    id: '11',
    at: '2026-06-26T10:00:00+01:00',
    by: joel,
    what: 'Cleaning: a payment is withheld',
    does: {
      command: 'apply remedy',
      ...cleaners,
      remedy: 'withheld payment',
      pence: 420_000,
      words: 'Of the June invoice £4,200 is withheld, as schedule 7 allows. All other rights stay reserved.',
    },
  },
  {
    id: '12',
    at: '2026-07-06T16:50:00+01:00',
    by: priya,
    what: 'Lantern Street: put right on the last day',
    does: { command: 'put right', ...youngPeople, how: 'Four more young people are in work; their contracts of employment were seen on 6 July.' },
  },
];
