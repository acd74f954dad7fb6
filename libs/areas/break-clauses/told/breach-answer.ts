import type { Told } from '#areas/registers/index.js';
import type { Breach } from '#domain/contract/breach.js';
import type { BreachNow } from '#domain/contract/consequences/breach-now.js';
import type { ContractState } from '#domain/contract/state.js';
import type { IsoDate } from '#domain/kernel/date.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { type BreachNames, breachNowInWords } from './breach-in-words.js';
import type { BreachAnswer, BreachNowAnswer } from './breach-shape.js';

export function namesFor(state: ContractState, told: Told): BreachNames {
  return {
    provider: (reference) => told.provider(reference).name || reference,
    unit: (commitment) => held(state.commitments, commitment)?.terms.measure.unit ?? '',
  };
}

export function answerOfBreach(breach: Breach, names: BreachNames, told: Told): BreachAnswer {
  switch (breach.kind) {
    case 'shortfall':
      return { kind: breach.kind, periods: [...breach.periods] };
    case 'silence': {
      const { from, to, provider, ...rest } = breach;
      return { ...rest, provider: told.provider(provider), period: { from, to } };
    }
    case 'critical commitment missed': {
      const { from, to, ...rest } = breach;
      return { ...rest, period: { from, to }, unit: names.unit(breach.commitment) };
    }
  }
}

export function answerOfBreachNow(now: BreachNow, on: IsoDate): BreachNowAnswer {
  const { standing } = now;
  const sentence = breachNowInWords(now, on);
  switch (now.kind) {
    case 'shortfall':
      return { kind: now.kind, standing, sentence, periods: now.periods.map((period) => ({ ...period, waiting: [...period.waiting] })) };
    case 'silence': {
      const { dueOn = null, submitted, extension, missed } = now.owed ?? {};
      return {
        ...{ kind: now.kind, standing, sentence, dueOn },
        submittedOn: submitted?.submittedOn ?? null,
        extension: extension?.standing ?? null,
        setAside: missed?.setAside ?? false,
      };
    }
    case 'critical commitment missed': {
      const { item } = now;
      return {
        ...{ kind: now.kind, standing, sentence },
        due: item && quantityText(item.due),
        validated: item && quantityText(item.validated),
        waiting: [...(item?.waiting ?? [])],
      };
    }
  }
}
