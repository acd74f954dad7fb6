import * as events from '#domain/contract/events/index.js';
import type { CommitmentTerms } from '#domain/contract/state.js';
import type { EventOf } from '#domain/kernel/event.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import { listed } from '#domain/kernel/listed.js';
import { counted, poundsTyped } from './amounts.js';
import { changes, type Said, stated } from './changes.js';
import { commitmentNamed, delivererNamed, muchIn, muchOf } from './naming.js';
import { forPeriod, inPeriod } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';

/** What was promised, by when, and what became of the promise. */
export const COMMITMENTS: readonly Sentence[] = [
  sentence(events.commitmentMade, ({ commitment, terms }, scene) => {
    const what = commitmentNamed(scene.after, commitment);
    if (terms.basis === 'beyond contract') return `${what} is counted from here on, although the contract does not promise it. ${worth(terms)}`;
    const by = delivererNamed(scene, terms.provider, undefined);
    const critical = terms.critical ? ' It is critical: missing it may meet the condition of a break clause.' : '';
    return `${by} promised ${what}. ${worth(terms)}${critical}`;
  }),
  sentence(events.targetAgreed, ({ commitment, quantity: much, onRecordFrom, ...span }, { after }) => {
    const late = onRecordFrom === undefined ? '' : ' Those days were over when it came on record, so no break clause can be met by it.';
    return `The target for ${commitmentNamed(after, commitment)} is ${muchIn(after, commitment, much)} ${forPeriod(span)}.${late}`;
  }),
  sentence(events.commitmentVaried, (change, scene) => `The promise of ${commitmentNamed(scene.before, change.commitment)} was changed${whatChanged(change, scene)}.`),
  sentence(events.commitmentCorrected, (change, scene) =>
    `The record of ${commitmentNamed(scene.before, change.commitment)} was put right, because it was typed wrong${whatChanged(change, scene)}.`),
  sentence(events.commitmentWithdrawn, ({ commitment }, { after }) =>
    `The promise of ${commitmentNamed(after, commitment)} was withdrawn: its targets count no more. What was delivered on it still counts.`),
  sentence(events.openingBalanceBroughtForward, ({ commitment, quantity: much, attestedBy, change, provider: member, ...span }, scene) => {
    const by = member === null ? '' : ` by ${scene.provider(member)}`;
    const counts = attestedBy === null ? 'Nobody vouches for it, so it does not count as validated.' : `${scene.person(attestedBy)} vouches for it, so it counts as validated.`;
    return `${stated(change)}${muchOf(scene.after, commitment, much)}, delivered${by} ${inPeriod(span)}, was brought forward from before this record began. ${counts}`;
  }),
  sentence(events.shortfallCarriedForward, ({ commitment, quantity: much, into, ...span }, { after }) =>
    `${muchOf(after, commitment, much)}, which was lacking ${forPeriod(span)}, is to be delivered ${inPeriod(into)} instead. What was promised stays what it was.`),
  sentence(events.substituteAgreed, ({ commitment, quantity: much, by, ...span }, { after }) =>
    `${muchOf(after, commitment, much)}, which was lacking ${forPeriod(span)}, is to be made good by ${muchOf(after, by.commitment, by.quantity)} ${inPeriod(by)}, on top of what was promised there.`),
];

function worth({ measure }: Pick<CommitmentTerms, 'measure'>): string {
  if (measure.kind === 'text') return 'It is reported in words.';
  if (measure.kind === 'money') return 'It is counted in pounds.';
  if (measure.unitValue === null || measure.money === 'none') return 'It is counted, but not valued in money.';
  return `Each ${measure.unit} counts as ${poundsTyped(measure.unitValue)}.`;
}

type Change = EventOf<typeof events.commitmentVaried>['payload'];

/** `: the target for … is now 12 hours (before: 10 hours)`; nothing where only its texts changed. */
function whatChanged({ commitment, terms, targets = [], bidSentence }: Change, { before, provider }: Scene): string {
  const made = held(before.commitments, commitment);
  const said = [
    ...(terms ? changes(termsSaid(provider), made?.terms ?? null, terms as CommitmentTerms) : []),
    ...targets.map(({ from, to, quantity: much }) => {
      const measure = (terms as CommitmentTerms | undefined)?.measure ?? made?.terms.measure;
      const read = (text: string) => (measure ? counted(text, measure) : text);
      const stood = made && held(made.targets, `${from}/${to}`);
      const was = stood ? ` (before: ${read(quantityText(stood.quantity))})` : '';
      return much === null ? `there is no target ${forPeriod({ from, to })} any more${was}` : `the target ${forPeriod({ from, to })} is now ${read(much)}${was}`;
    }),
    ...(bidSentence === undefined ? [] : ['the sentence of the bid was stated anew']),
  ];
  return said.length === 0 ? '' : `: ${listed(said)}`;
}

function termsSaid(provider: Scene['provider']): Said<CommitmentTerms> {
  return [
    ['what is counted', ({ measure }) => `${measure.name} (measure ${measure.measure})`],
    ['the unit', ({ measure }) => measure.unit],
    ['the value of one unit', ({ measure }) => (measure.unitValue === null ? 'none' : poundsTyped(measure.unitValue))],
    ['who delivers it', (terms) => (terms.provider === null ? 'every member by its share' : provider(terms.provider))],
    ['whether it is critical', ({ critical }) => (critical ? 'yes' : 'no')],
    ['how it is promised', ({ basis }) => (basis === 'contract' ? 'in the contract' : 'beyond the contract')],
    ['the evidence asked for', ({ evidenceRequired }) => listed(evidenceRequired) || 'none'],
    ['the place', ({ place }) => place],
    ['whom it is for', ({ beneficiaryGroup, beneficiaryAgency }) => listed([beneficiaryGroup, beneficiaryAgency].filter(Boolean))],
    ['the priority that it serves', ({ priority }) => priority],
    ['the reference in the bid', ({ bidReference }) => bidReference],
    ['what is not additional', ({ factors, measure }) => notAdditional(factors, measure.factors)],
  ];
}

function notAdditional(own: CommitmentTerms['factors'], measures: CommitmentTerms['factors']): string {
  const parts = Object.entries(NOT_ADDITIONAL).flatMap(([factor, words]) => {
    const percent = own[factor as keyof typeof own] ?? measures[factor as keyof typeof own];
    return percent === null ? [] : [`${quantity(percent)}% ${words}`];
  });
  return listed(parts) || 'not said';
}

const NOT_ADDITIONAL = { deadweight: 'would have happened anyway', displacement: 'moved from elsewhere', leakage: 'left the area', causedByOthers: 'caused by others' };
