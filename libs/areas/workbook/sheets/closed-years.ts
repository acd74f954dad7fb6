import { required } from '../cells/column.js';
import { financialYear } from '../cells/financial-year.js';
import { defineSheet, type RowOf } from './sheet.js';

export const closedYears = defineSheet('closed_years', { year: required(financialYear) }, ['year']);
export type ClosedYearRow = RowOf<typeof closedYears>;
