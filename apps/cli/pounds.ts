const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Pence as pounds for people; a dash where there is no value. */
export function pounds(pence: number | null): string {
  return pence === null ? '–' : format.format(pence / 100);
}
