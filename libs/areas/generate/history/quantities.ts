import type { TemplateRow } from '#areas/workbook/index.js';
import type { Chance } from '../chance.js';

type Figures = Pick<TemplateRow<'deliveries'>, 'quantity' | 'hours' | 'people'>;

/** A quantity as people type it: decimal text of at most so many places, without needless zeros. */
export function typed(amount: number, places: number): string {
  const text = amount.toFixed(places);
  return places === 0 ? text : text.replace(/\.?0+$/, '');
}

/** A delivered amount in the figures that its measure asks for; undefined where nothing is left once it is rounded. */
export function figuresOf(chance: Chance, { kind, unit, combine }: TemplateRow<'measures'>, amount: number): Figures | undefined {
  const blank = { quantity: null, hours: null, people: null };
  const quantity = (text: string): Figures | undefined => (Number(text) === 0 ? undefined : { ...blank, quantity: text });
  switch (kind) {
    case 'hours x people': {
      const people = Math.max(1, Math.min(chance.between(4, 40), Math.round(amount)));
      const hours = Math.round((amount / people) * 2) / 2;
      return hours === 0 ? undefined : { ...blank, hours: typed(hours, 1), people };
    }
    case 'FTE':
      return quantity(typed(Math.round(amount * 2) / 2, 1));
    case 'percentage':
      return quantity(typed(Math.min(100, amount), 0));
    case 'money':
      return quantity(typed(amount, chance.happens(0.25) ? 2 : 0));
    default:
      return quantity(typed(amount, combine === 'sum' && unit.startsWith('tonne') && amount < 20 ? 1 : 0));
  }
}

/** The quantity that figures come to: for hours × people the product. */
export function cameTo({ quantity, hours, people }: Figures): number {
  return quantity === null ? Number(hours) * people! : Number(quantity);
}

/** Some of a quantity, in the same kind of number; undefined where it is too small to take a part of. */
export function partOf(figures: Figures, part: number): string | undefined {
  const whole = cameTo(figures);
  const halves = figures.people !== null || (figures.quantity ?? '').includes('.');
  const some = halves ? Math.floor(whole * part * 2) / 2 : Math.floor(whole * part);
  return some <= 0 || some >= whole ? undefined : typed(some, 1);
}
