/** The figures that are counted from events; *due* is the part of *committed* whose period has ended. */
export const FIGURES = [
  'committed',
  'reported',
  'evidenced',
  'validated',
  'additional',
  'notAssessed',
  'underCorrection',
  'broughtForward',
] as const;
export type Figure = (typeof FIGURES)[number];
