import type { Cells } from './grid.js';

/** An error that is planted into the right workbook, and how it must be told. */
export interface PlantedError {
  /** What a person did. */
  readonly kind: string;
  readonly sheet: string;
  /** What is typed, and where. Mended by what stands there in the right workbook. */
  readonly put: Cells;
  /** Where it must be told, together in one problem; left out: in the cells that were typed in. */
  readonly at?: readonly string[];
  /** The value that must be told; left out: what was typed. */
  readonly value?: string;
  /** A part of the rule that must be told. */
  readonly rule: string;
  /** It hangs on something refused, so that it is told only when that is mended. */
  readonly hidden?: true;
}

const CLERK = 'returns@provider.example';

/** Cells beside each other in a row that was added, from column A on. */
function added(row: number, ...texts: readonly string[]): Cells {
  return Object.fromEntries(texts.flatMap((text, index) => (text === '' ? [] : [[`${String.fromCharCode(65 + index)}${row}`, text]])));
}

/** A delivery that was added: reference, commitment, from, to, then what else is typed, by column. */
function delivery(row: number, reference: string, commitment: string, from: string, to: string, more: Readonly<Record<string, string>>): Cells {
  const others = Object.fromEntries(Object.entries(more).map(([column, text]) => [`${column}${row}`, text]));
  return { ...added(row, reference, commitment, '', from, to), [`O${row}`]: '15/10/2025', [`P${row}`]: CLERK, ...others };
}

/** The same text in several cells. */
function each(text: string, ...cells: readonly string[]): Cells {
  return Object.fromEntries(cells.map((cell) => [cell, text]));
}

const LONG_NAME = 'Adults, children, families, schools, libraries, parks, waste and everything else that nobody else looks after '.repeat(3);

/* Of C01 to C04 nothing is wrong; of C05 and C15 to C18 the contract's own row is, so that of theirs only single cells are told. */
export const plantedErrors: readonly PlantedError[] = [
  // providers
  { kind: 'a type outside the list', sheet: 'providers', put: each('SME', 'C6', 'C15'), rule: 'must be one of small business, medium business' },
  { kind: 'neither yes nor no', sheet: 'providers', put: { D15: 'Y/N' }, rule: 'must be yes or no' },
  { kind: 'a required cell left blank', sheet: 'providers', put: { B16: '' }, rule: 'must be filled' },
  { kind: 'a provider pasted twice', sheet: 'providers', put: added(17, 'P13', 'Northgate Signs Ltd', 'large business'), at: ['A17'], value: 'P13', rule: 'must not stand twice in the sheet; row 14 has the same reference' },
  { kind: 'a note beside the table', sheet: 'providers', put: { H15: 'rang, no answer' }, rule: 'must stand under a column name' },

  // contracts
  { kind: 'a day that does not exist', sheet: 'contracts', put: { F6: '31/06/2024' }, rule: 'must be a day that exists' },
  { kind: 'day and month swapped', sheet: 'contracts', put: { F16: '04/13/2024' }, rule: 'the day first; there is no month 13' },
  { kind: 'a year of two digits', sheet: 'contracts', put: each('31/03/28', 'G16', 'G17'), rule: 'a year of four digits' },
  { kind: 'the number that a spreadsheet keeps for a date', sheet: 'contracts', put: { F17: '45383' }, rule: 'not the number that a spreadsheet keeps' },
  { kind: 'words for a date', sheet: 'contracts', put: { F18: 'Spring 2024' }, rule: 'must be a date' },
  { kind: 'a required cell left blank', sheet: 'contracts', put: { G18: '' }, rule: 'must be filled' },
  { kind: 'a required cell left blank', sheet: 'contracts', put: each('', 'B6', 'B17'), rule: 'must be filled' },
  { kind: 'a required cell left blank', sheet: 'contracts', put: { D19: '' }, rule: 'must be filled' },
  { kind: 'points for thousands and a decimal comma', sheet: 'contracts', put: { H6: '9.500.000,00' }, rule: 'can be read in one way only' },
  { kind: 'an amount in words', sheet: 'contracts', put: { H16: '19.5 million' }, rule: 'must be a number' },
  { kind: 'a decimal comma', sheet: 'contracts', put: { H17: '20,5' }, rule: 'can be read in one way only' },
  { kind: 'a contract worth less than nothing', sheet: 'contracts', put: { H18: '-21500000' }, rule: 'must not be negative' },
  { kind: 'parts of a penny', sheet: 'contracts', put: { H19: '22500000.005' }, rule: 'must have at most 2 decimal places' },
  { kind: 'a frequency outside the list', sheet: 'contracts', put: each('every quarter', 'I6', 'I16'), rule: 'must be one of monthly, quarterly, half-yearly, annual or listed dates' },
  { kind: 'words for a number of days', sheet: 'contracts', put: { J17: '4 weeks' }, rule: 'must be a number' },
  { kind: 'more working days than a year has', sheet: 'contracts', put: { J18: '251' }, rule: 'must be a whole number of working days from 0 to 250' },
  { kind: 'a jurisdiction outside the list', sheet: 'contracts', put: each('England', 'K18', 'K19'), rule: 'must be one of england-and-wales' },
  { kind: 'a regime outside the list', sheet: 'contracts', put: each('PCR 2015', 'L16', 'L17', 'L18'), rule: 'must be one of procurement-act-2023' },
  { kind: 'a name too long', sheet: 'contracts', put: { C16: LONG_NAME }, value: `${LONG_NAME.slice(0, 199)}…`, rule: 'must have at most 300 characters' },

  // members
  { kind: 'shares that do not add to 100', sheet: 'members', put: { C7: '75' }, at: ['C7', 'C8'], value: '105', rule: 'must have shares that add to exactly 100' },
  { kind: 'a member pasted twice', sheet: 'members', put: { ...added(9, 'C14', 'P02', '100'), ...added(10, 'C14', 'P02', '100') }, at: ['A10'], value: 'C14', rule: 'row 9 has the same contract, provider' },
  { kind: 'members of an unknown contract', sheet: 'members', put: added(11, 'C77', 'P01', '100'), at: ['A11'], value: 'C77', rule: 'must be a contract of this authority' },
  { kind: 'a member who is no provider', sheet: 'members', put: added(12, 'C13', 'P66', '100'), at: ['B12'], value: 'P66', rule: 'must be a provider of this authority' },
  { kind: 'a part of one in a percent column', sheet: 'members', put: added(13, 'C05', 'P05', '0.5'), at: ['C13'], value: '0.5', rule: 'whether a number under 1 is a percentage' },

  // measures
  { kind: 'a reference too long', sheet: 'measures', put: { A11: 'Rooms lent to community groups at full cost' }, rule: 'must have at most 40 characters' },
  { kind: 'a kind outside the list', sheet: 'measures', put: { F12: 'count' }, rule: 'must be one of number, hours x people, FTE' },
  { kind: 'a part of one in a percent column', sheet: 'measures', put: each('0.12', 'K12', 'K19'), rule: 'whether a number under 1 is a percentage' },
  { kind: 'a percentage over 100', sheet: 'measures', put: { L12: '150' }, rule: 'must be a percentage between 0 and 100' },
  { kind: 'n/a in a percent column', sheet: 'measures', put: { M12: 'n/a' }, rule: 'must be a percentage' },
  { kind: 'a percentage that is summed', sheet: 'measures', put: { G13: 'sum' }, rule: 'must be never for a percentage' },
  { kind: 'posts of which the latest counts', sheet: 'measures', put: { G14: 'latest' }, rule: 'must not be latest for FTE' },
  { kind: 'a pound worth more than a pound', sheet: 'measures', put: { I15: '1.2' }, rule: 'must be 1 for money' },
  { kind: 'a text worth money', sheet: 'measures', put: { H16: 'estimate' }, rule: 'must be none for a text' },
  { kind: 'an estimate without a unit value', sheet: 'measures', put: { H17: 'estimate' }, at: ['I17'], value: '', rule: 'must be given for a measure that counts as estimate' },
  { kind: 'a unit value of what is not money', sheet: 'measures', put: { I18: '2' }, at: ['H18'], value: 'none', rule: 'must be cash, in kind or estimate' },
  { kind: 'a unit value too exact', sheet: 'measures', put: { I19: '12.34567' }, rule: 'must have at most 4 decimal places' },
  { kind: 'a decimal comma in a percentage', sheet: 'measures', put: { L19: '12,5' }, rule: 'must be a percentage that can be read in one way only' },
  { kind: 'a unit worth nothing', sheet: 'measures', put: { I20: '0' }, rule: 'must be more than 0' },
  { kind: 'a number with an exponent', sheet: 'measures', put: { I21: '3.5E+02' }, rule: 'without an exponent' },
  { kind: 'a unit too long', sheet: 'measures', put: { E21: 'tonne of carbon dioxide or what does as much harm to the climate' }, rule: 'must have at most 60 characters' },
  { kind: 'a value that is never combined', sheet: 'measures', put: { G22: 'never' }, at: ['I22'], value: '5', rule: 'must be left out where periods are never combined' },

  // commitments
  { kind: 'a promise without the sentence of the bid', sheet: 'commitments', put: { F22: '' }, rule: 'must be given for a commitment of the contract' },
  { kind: 'a sentence of the bid for what is beyond the contract', sheet: 'commitments', put: { E23: 'beyond contract' }, at: ['F23'], value: 'Our staff will give two days a year each.', rule: 'must be left out for what is delivered beyond the contract' },
  { kind: 'a commitment of somebody who is no member', sheet: 'commitments', put: { D24: 'P09' }, rule: 'must be a member of the contract' },
  { kind: 'neither yes nor no', sheet: 'commitments', put: each('maybe', 'H18', 'H58'), rule: 'must be yes or no' },
  { kind: 'a basis outside the list', sheet: 'commitments', put: { E19: 'in contract' }, rule: 'must be one of contract or beyond contract' },
  { kind: 'kinds of evidence told as a sentence', sheet: 'commitments', put: { I20: 'invoices; a full extract of the ledger with every supplier’s postcode and rating' }, rule: 'at most 60 characters in each place between semicolons' },
  { kind: 'a part of one in a percent column', sheet: 'commitments', put: each('0.4', 'O18', 'O58'), rule: 'whether a number under 1 is a percentage' },
  { kind: 'words in a percent column', sheet: 'commitments', put: { R21: 'none' }, rule: 'must be a percentage' },
  { kind: 'a required cell left blank', sheet: 'commitments', put: { C60: '' }, rule: 'must be filled' },
  { kind: 'a required cell left blank', sheet: 'commitments', put: { B61: '' }, rule: 'must be filled' },
  { kind: 'a commitment pasted twice', sheet: 'commitments', put: added(74, 'K57', 'C15', 'M01', '', 'contract', 'We will.'), at: ['A74'], value: 'K57', rule: 'row 58 has the same reference' },
  { kind: 'a commitment of an unknown contract', sheet: 'commitments', put: added(75, 'K91', 'C77', 'M02', '', 'contract', 'We will.'), at: ['B75'], value: 'C77', rule: 'must be a contract of this authority' },
  { kind: 'an unknown measure', sheet: 'commitments', put: { C25: 'M66' }, rule: 'must be a measure of this authority', hidden: true },

  // targets
  { kind: 'a target across 31 March', sheet: 'targets', put: { C48: '30/06/2025' }, rule: 'must not cross 31 March' },
  { kind: 'a target that ends before it begins', sheet: 'targets', put: { B49: '2026-04-05' }, at: ['C49'], value: '2026-03-31', rule: 'must not lie before 2026-04-05' },
  { kind: 'targets that overlap', sheet: 'targets', put: { B51: '2025-03-01', C51: '2025-03-31' }, at: ['B51'], value: '2025-03-01', rule: 'must not overlap another target of the commitment' },
  { kind: 'a negative target', sheet: 'targets', put: { D52: '-450000' }, rule: 'must not be negative' },
  { kind: 'another currency', sheet: 'targets', put: { D53: '€450,000' }, rule: 'must be a number' },
  { kind: 'a target for a text', sheet: 'targets', put: added(140, 'K40', '01/04/2025', '31/03/2026', '1'), at: ['D140'], value: '1', rule: 'must be left out for a text' },
  { kind: 'a percentage of thousands', sheet: 'targets', put: { D71: '6500' }, rule: 'must be a percentage of at most 1000' },
  { kind: 'pounds for posts', sheet: 'targets', put: { D65: '£12' }, rule: 'must be a number of the unit full-time year, not of pounds' },
  { kind: 'a percentage for a quantity', sheet: 'targets', put: { D85: '104%' }, rule: 'must be a number of the unit week, not a percentage' },
  { kind: 'a quantity too large', sheet: 'targets', put: { D83: '200000000000' }, rule: 'must lie within ±10,000,000,000' },
  { kind: 'posts worth more than can be', sheet: 'targets', put: { D79: '9999999999' }, rule: 'must be worth at most £100,000 million' },
  { kind: 'an unknown commitment', sheet: 'targets', put: { ...added(141, 'K99', '01/04/2024', '31/03/2025', '5'), ...added(142, 'K99', '01/04/2025', '31/03/2026', '5') }, at: ['A141', 'A142'], value: 'K99', rule: 'must be a commitment of this authority' },
  { kind: 'a target pasted twice', sheet: 'targets', put: added(143, 'K45', '01/04/2024', '31/03/2025', '15'), at: ['A143'], value: 'K45', rule: 'row 86 has the same commitment, from, to' },
  { kind: 'words for a quantity', sheet: 'targets', put: { D110: 'six' }, rule: 'must be a number' },
  { kind: 'not known yet', sheet: 'targets', put: each('tbc', 'D111', 'D112', 'D113'), rule: 'must be a number' },
  { kind: 'two points in a number', sheet: 'targets', put: { D115: '450.000.00' }, rule: 'must be a number' },
  { kind: 'a year of two digits', sheet: 'targets', put: each('1/4/24', 'B116', 'B118', 'B120', 'B122'), rule: 'a year of four digits' },
  { kind: 'a day that does not exist', sheet: 'targets', put: { C117: '2026-02-29' }, rule: 'must be a day that exists' },
  { kind: 'hyphens for the strokes of a date', sheet: 'targets', put: { C119: '31-03-2026' }, rule: 'must be a date' },
  { kind: 'a decimal comma', sheet: 'targets', put: each('8,5', 'D124', 'D125'), rule: 'can be read in one way only' },
  { kind: 'a formula', sheet: 'targets', put: { D126: '=SUM(D2:D9)' }, rule: 'must be a number, not a formula' },
  { kind: 'k for thousands', sheet: 'targets', put: each('450k', 'D128', 'D129'), rule: 'must be a number' },
  { kind: 'the unit beside the number', sheet: 'targets', put: { D132: '21 FTE' }, rule: 'must be a number' },
  { kind: 'a quantity too exact', sheet: 'targets', put: { D134: '320.12345678' }, rule: 'must have at most 6 decimal places' },
  { kind: 'a required cell left blank', sheet: 'targets', put: { A138: '' }, rule: 'must be filled' },

  // break clauses
  { kind: 'a cell that the condition asks for left blank', sheet: 'break_clauses', put: { D13: '' }, rule: 'must be filled for the condition shortfall' },
  { kind: 'a cell that the condition does not ask for', sheet: 'break_clauses', put: { D14: '50' }, rule: 'must be empty for the condition silence' },
  { kind: 'a cell that the condition does not ask for', sheet: 'break_clauses', put: { F15: '10' }, rule: 'must be empty for the condition critical commitment missed' },
  { kind: 'a condition outside the list', sheet: 'break_clauses', put: { C6: 'late' }, rule: 'must be one of shortfall, silence or critical commitment missed' },
  { kind: 'words for a number of days', sheet: 'break_clauses', put: { G6: 'a month' }, rule: 'must be a number' },
  { kind: 'a required cell left blank', sheet: 'break_clauses', put: { M17: '' }, rule: 'must be filled' },
  { kind: 'a part of one in a percent column', sheet: 'break_clauses', put: { D19: '0.6' }, rule: 'whether a number under 1 is a percentage' },
  { kind: 'no periods', sheet: 'break_clauses', put: { E19: '0' }, rule: 'must be a whole number of periods from 1 to 120' },
  { kind: 'half of a working day', sheet: 'break_clauses', put: { K17: '2.5' }, rule: 'must be a whole number of working days from 0 to 1,000' },
  { kind: 'a clause with the reference of another', sheet: 'break_clauses', put: { A18: 'B16' }, rule: 'row 17 has the same reference' },
  { kind: 'a clause of an unknown contract', sheet: 'break_clauses', put: added(20, 'B19', 'C77', 'silence', '', '', '10', '20', 'yes', '', '', '', '', 'Notice after silence'), at: ['B20'], value: 'C77', rule: 'must be a contract of this authority' },

  // opening balances
  { kind: 'a balance across 31 March', sheet: 'opening_balances', put: { D8: '31/03/2025' }, rule: 'must not cross 31 March' },
  { kind: 'a balance of a foreign member', sheet: 'opening_balances', put: { B10: 'P04' }, rule: 'must be a member of the contract' },
  { kind: 'a balance of what is to come', sheet: 'opening_balances', put: { C12: '01/07/2026', D12: '31/12/2026' }, at: ['D12'], value: '31/12/2026', rule: 'must not be after today, 2026-06-30' },
  { kind: 'balances that overlap', sheet: 'opening_balances', put: added(20, 'K47', '', '01/10/2023', '31/12/2023', '100'), at: ['C20'], value: '01/10/2023', rule: 'must not overlap another opening balance of the commitment' },
  { kind: 'an unknown commitment', sheet: 'opening_balances', put: { A14: 'K98' }, rule: 'must be a commitment of this authority' },
  { kind: 'a percentage for a quantity', sheet: 'opening_balances', put: { E11: '40%' }, rule: 'must be a number of the unit pound, not a percentage' },
  { kind: 'points for thousands and a decimal comma', sheet: 'opening_balances', put: { E6: '50.000,00' }, rule: 'can be read in one way only' },
  { kind: 'a required cell left blank', sheet: 'opening_balances', put: { E16: '' }, rule: 'must be filled' },
  { kind: 'a year of two digits', sheet: 'opening_balances', put: { C17: '01/04/23' }, rule: 'a year of four digits' },
  { kind: 'words around a number', sheet: 'opening_balances', put: { E18: 'about 170000' }, rule: 'must be a number' },

  // deliveries
  { kind: 'a report across 31 March', sheet: 'deliveries', put: { E66: '30/06/2026' }, rule: 'must not cross 31 March' },
  { kind: 'hours without people', sheet: 'deliveries', put: { H67: '' }, rule: 'must be given for a measure of kind hours x people' },
  { kind: 'people without hours', sheet: 'deliveries', put: { G71: '' }, rule: 'must be given for a measure of kind hours x people' },
  { kind: 'a delivery of a foreign member', sheet: 'deliveries', put: { C68: 'P04' }, rule: 'must be a member of the contract' },
  { kind: 'a report without its figure', sheet: 'deliveries', put: { F72: '' }, rule: 'must be given for a measure of kind money' },
  { kind: 'text for a measure in numbers', sheet: 'deliveries', put: { I69: 'Sixty-one percent' }, rule: 'must be left out for a measure of kind percentage' },
  { kind: 'a percentage of thousands', sheet: 'deliveries', put: { F73: '1061.5' }, rule: 'must lie between -1000 and 1000 percent' },
  { kind: 'evidence against the sign of the report', sheet: 'deliveries', put: { N70: '-3' }, rule: 'must have the sign of the reported quantity' },
  { kind: 'a report from the future', sheet: 'deliveries', put: { O74: '01/07/2026' }, rule: 'must not be after today, 2026-06-30' },
  { kind: 'a delivery in the future', sheet: 'deliveries', put: each('14/07/2026', 'D75', 'E75'), at: ['D75'], value: '14/07/2026', rule: 'must not be after today, 2026-06-30' },
  { kind: 'an unknown commitment', sheet: 'deliveries', put: each('K99', 'B76', 'B80'), rule: 'must be a commitment of this authority' },
  { kind: 'a text left out', sheet: 'deliveries', put: { I77: '' }, rule: 'must be given for a measure of kind text' },
  { kind: 'a number for a measure in text', sheet: 'deliveries', put: { F81: '2' }, rule: 'must be left out for a measure of kind text' },
  { kind: 'a folder in the name of an evidence file', sheet: 'deliveries', put: { M78: 'payroll: ..\\starters.pdf' }, rule: 'must name files that lie beside the workbook' },
  { kind: 'evidence weighed where none is asked for', sheet: 'deliveries', put: { N79: '10' }, rule: 'must be left out where the commitment asks for no evidence' },
  { kind: 'a delivery of another member than promised it', sheet: 'deliveries', put: { C59: 'P06' }, rule: 'must be P08, who made the commitment' },
  { kind: 'totals that overlap', sheet: 'deliveries', put: delivery(164, 'D12-13', 'K45', '01/06/2025', '31/07/2025', { F: '2' }), at: ['D164'], value: '01/06/2025', rule: 'must not overlap the total D12-11' },
  { kind: 'an item inside a total', sheet: 'deliveries', put: delivery(165, 'D12-14', 'K45', '15/05/2025', '15/05/2025', { F: '1', J: 'yes' }), at: ['D165'], value: '15/05/2025', rule: 'must not overlap the total D12-11' },
  { kind: 'a total over items', sheet: 'deliveries', put: delivery(166, 'D12-23', 'K46', '01/05/2025', '31/05/2025', { G: '3', H: '5' }), at: ['D166'], value: '01/05/2025', rule: 'must not overlap the item D12-21' },
  { kind: 'a correction of something unknown', sheet: 'deliveries', put: delivery(167, 'D12-33', 'K47', '01/04/2025', '30/06/2025', { F: '100', Q: 'D12-39', R: 'Typed wrong' }), at: ['Q167'], value: 'D12-39', rule: 'must be a delivery report' },
  { kind: 'a correction without a reason', sheet: 'deliveries', put: delivery(168, 'D12-34', 'K47', '01/04/2025', '30/06/2025', { F: '£90,000', Q: 'D12-31' }), at: ['R168'], value: '', rule: 'must be given for a correction' },
  { kind: 'a correction on another commitment', sheet: 'deliveries', put: delivery(169, 'D12-15', 'K45', '01/04/2025', '30/06/2025', { F: '£90,000', Q: 'D12-31', R: 'Typed wrong' }), at: ['B169'], value: 'K45', rule: 'must be K47, which D12-31 belongs to' },
  { kind: 'a report pasted twice', sheet: 'deliveries', put: delivery(170, 'D12-41', 'K48', '01/04/2025', '30/06/2025', { F: '£2,150.50' }), at: ['A170'], value: 'D12-41', rule: 'row 93 has the same reference' },
  { kind: 'a second correction of one report', sheet: 'deliveries', put: delivery(171, 'D12-35', 'K47', '01/07/2025', '30/09/2025', { F: '£90,000', Q: 'D12-32', R: 'Another invoice' }), at: ['Q171'], value: 'D12-32', rule: 'D12-32b is in force' },
  { kind: 'a correction above what it corrects', sheet: 'deliveries', put: { ...delivery(172, 'D12-16b', 'K45', '01/10/2025', '31/12/2025', { F: '4', Q: 'D12-16', R: 'One more' }), ...delivery(173, 'D12-16', 'K45', '01/10/2025', '31/12/2025', { F: '3' }) }, at: ['Q172'], value: 'D12-16', rule: 'row 173' },
  { kind: 'a year of two digits', sheet: 'deliveries', put: { D98: '1/4/25' }, rule: 'a year of four digits' },
  { kind: 'points for the strokes of a date', sheet: 'deliveries', put: { D99: '14.05.2025' }, rule: 'must be a date' },
  { kind: 'points for thousands and a decimal comma', sheet: 'deliveries', put: { F100: '103.250,23' }, rule: 'can be read in one way only' },
  { kind: 'n/a for a quantity', sheet: 'deliveries', put: { F101: 'n/a' }, rule: 'must be a number' },
  { kind: 'a tick for yes', sheet: 'deliveries', put: { J99: '✓' }, rule: 'must be yes or no' },
  { kind: 'half a person', sheet: 'deliveries', put: { H99: '22.5' }, rule: 'must be a whole number of people' },
  { kind: 'evidence without the name of its file', sheet: 'deliveries', put: { M100: 'invoices:' }, rule: 'must name a file after “invoices:”' },
  { kind: 'a folder in the name of an evidence file', sheet: 'deliveries', put: { M102: 'payroll: evidence/starters.pdf' }, rule: 'must name files that lie beside the workbook' },
  { kind: 'a note beside the table', sheet: 'deliveries', put: { S102: 'chased twice' }, rule: 'must stand under a column name' },
  { kind: 'a required cell left blank', sheet: 'deliveries', put: { O103: '' }, rule: 'must be filled' },
  { kind: 'pounds for hours', sheet: 'deliveries', put: { G103: '£7.50' }, rule: 'must be a number of hours, not of pounds' },
  { kind: 'words for a number of people', sheet: 'deliveries', put: { H103: 'a dozen' }, rule: 'must be a number' },
  { kind: 'a decimal comma', sheet: 'deliveries', put: { F104: '103250,23' }, rule: 'can be read in one way only' },
  { kind: 'words for a quantity', sheet: 'deliveries', put: { N104: 'all' }, rule: 'must be a number' },
  { kind: 'words for a date', sheet: 'deliveries', put: { O105: 'last week' }, rule: 'must be a date' },
  { kind: 'pounds for posts', sheet: 'deliveries', put: { F106: '£15' }, rule: 'must be a number of the unit full-time year, not of pounds' },
  { kind: 'a percentage for a quantity', sheet: 'deliveries', put: { F108: '20%' }, rule: 'must be a number of the unit pound, not a percentage' },
  { kind: 'a required cell left blank', sheet: 'deliveries', put: { B110: '' }, rule: 'must be filled' },
  { kind: 'a report that ends before it begins', sheet: 'deliveries', put: { E111: '19/08/2025' }, rule: 'must not lie before 2025-08-20' },
  { kind: 'a folder in the name of an evidence file', sheet: 'deliveries', put: { M112: 'invoices; ledger extract: C:\\books\\extract.csv' }, rule: 'must name files that lie beside the workbook' },
  { kind: 'a formula', sheet: 'deliveries', put: { F34: '=5+1' }, rule: 'must be a number, not a formula' },
  { kind: 'the currency in letters', sheet: 'deliveries', put: { F36: 'GBP 95,250.15' }, rule: 'must be a number' },
  { kind: 'a day that does not exist', sheet: 'deliveries', put: { E37: '31/06/2025' }, rule: 'must be a day that exists' },
  { kind: 'a reference too long', sheet: 'deliveries', put: { Q150: 'D05-32, which was reported in October 2025' }, rule: 'must have at most 40 characters' },
  { kind: 'a required cell left blank', sheet: 'deliveries', put: each('', 'P104', 'P114', 'P115', 'P116', 'P117', 'P118', 'P119', 'P120', 'P121'), rule: 'must be filled' },
  { kind: 'a month that does not exist', sheet: 'deliveries', put: each('2025-13-01', 'D122', 'D123', 'D124', 'D125', 'D126', 'D127', 'D128', 'D129'), rule: 'must be a day that exists' },
  { kind: 'a date without its year', sheet: 'deliveries', put: each('10 July', 'O130', 'O131', 'O132', 'O133', 'O134', 'O135', 'O136', 'O137'), rule: 'must be a date' },
  { kind: 'a folder in the name of an evidence file', sheet: 'deliveries', put: each('payroll: \\\\fen01\\hr\\payroll.xlsx', 'M138', 'M142'), rule: 'must name files that lie beside the workbook' },
  { kind: 'a delivery of a foreign member', sheet: 'deliveries', put: { C35: 'P01' }, rule: 'must be a member of the contract', hidden: true },
  { kind: 'hours for pounds', sheet: 'deliveries', put: { G44: '7' }, rule: 'must be left out for a measure of kind money', hidden: true },

  // reviews
  { kind: 'a review of one’s own report', sheet: 'reviews', put: { F52: 'Returns@provider.example' }, rule: 'must not be the person who entered the report' },
  { kind: 'part validation over the reported', sheet: 'reviews', put: { C53: '13' }, rule: 'must lie between 0 and the reported 12' },
  { kind: 'a review from the future', sheet: 'reviews', put: { E54: '01/07/2026' }, rule: 'must not be after today, 2026-06-30' },
  { kind: 'a factor without a reason', sheet: 'reviews', put: { G55: '' }, rule: 'must be given when a review replaces a factor' },
  { kind: 'a query without a question', sheet: 'reviews', put: { G56: '' }, rule: 'must be given when a report is queried' },
  { kind: 'a decision without its method', sheet: 'reviews', put: added(92, 'D11-22', 'validated', '', '', '24/10/2025', 'manager3@fenmarch.example'), at: ['D92'], value: '', rule: 'must be given with a decision' },
  { kind: 'part validation of nobody knows how much', sheet: 'reviews', put: added(93, 'D11-41', 'part validated', '', 'document', '24/10/2025', 'manager3@fenmarch.example', 'Some weeks were of 2024'), at: ['C93'], value: '', rule: 'must be given for part validation' },
  { kind: 'part validation against the sign', sheet: 'reviews', put: added(94, 'D11-42', 'part validated', '-3', 'document', '24/10/2025', 'manager3@fenmarch.example', 'Three left'), at: ['C94'], value: '-3', rule: 'must lie between 0 and the reported 24' },
  { kind: 'a review of what a later row corrects', sheet: 'reviews', put: added(95, 'D11-32', 'validated', '', 'document', '24/10/2025', 'manager3@fenmarch.example'), at: ['A95'], value: 'D11-32', rule: 'must not have been corrected, but D11-32b is in force' },
  { kind: 'a quantity for a whole validation', sheet: 'reviews', put: added(96, 'D11-41', 'validated', '20', 'document', '24/10/2025', 'manager3@fenmarch.example'), at: ['C96'], value: '20', rule: 'must be left out unless the report is part validated' },
  { kind: 'a rejection without a reason', sheet: 'reviews', put: added(97, 'D11-41', 'rejected', '', 'document', '24/10/2025', 'manager3@fenmarch.example'), at: ['G97'], value: '', rule: 'must be given when a report is rejected' },
  { kind: 'a factor in a query', sheet: 'reviews', put: added(98, 'D11-42', 'queried', '', '', '24/10/2025', 'manager3@fenmarch.example', 'Which school?', '10'), at: ['H98'], value: '10', rule: 'must be left out unless the report is validated' },
  { kind: 'a review of an unknown report', sheet: 'reviews', put: added(99, 'D99', 'validated', '', 'document', '24/10/2025', 'manager3@fenmarch.example'), at: ['A99'], value: 'D99', rule: 'must be a delivery report of this authority' },
  { kind: 'a review pasted twice', sheet: 'reviews', put: added(100, 'D12-11', 'validated', '', 'document', '22/07/2025', 'manager1@fenmarch.example'), at: ['A100'], value: 'D12-11', rule: 'row 57 has the same delivery, decision, reviewed_on, reviewed_by' },
  { kind: 'a decision outside the list', sheet: 'reviews', put: { B37: 'accepted' }, rule: 'must be one of validated, part validated, queried or rejected' },
  { kind: 'a decision outside the list', sheet: 'reviews', put: each('ok', 'B72', 'B73', 'B74', 'B75', 'B76'), rule: 'must be one of validated, part validated, queried or rejected' },
  { kind: 'a method outside the list', sheet: 'reviews', put: { D38: 'phone' }, rule: 'must be one of document, visit, beneficiary or data we hold' },
  { kind: 'words for a quantity', sheet: 'reviews', put: { C38: 'eight' }, rule: 'must be a number' },
  { kind: 'a year of two digits', sheet: 'reviews', put: { E39: '22/7/25' }, rule: 'a year of four digits' },
  { kind: 'a part of one in a percent column', sheet: 'reviews', put: { H40: '0.5' }, rule: 'whether a number under 1 is a percentage' },
  { kind: 'a percentage over 100', sheet: 'reviews', put: { I40: '110' }, rule: 'must be a percentage between 0 and 100' },
  { kind: 'a required cell left blank', sheet: 'reviews', put: { F40: '' }, rule: 'must be filled' },
  { kind: 'a method for a query', sheet: 'reviews', put: { D41: 'visit' }, rule: 'must be empty for a query' },
  { kind: 'a month in another language', sheet: 'reviews', put: { E62: '22 Juli 2025' }, rule: 'must be a date' },
  { kind: 'a day that does not exist', sheet: 'reviews', put: { E63: '2025-10-32' }, rule: 'must be a day that exists' },
  { kind: 'the unit beside the number', sheet: 'reviews', put: { C63: '13 posts' }, rule: 'must be a number' },
  { kind: 'a required cell left blank', sheet: 'reviews', put: { A22: '' }, rule: 'must be filled' },
  { kind: 'part validation over the reported', sheet: 'reviews', put: { C23: '7' }, rule: 'must lie between 0 and the reported 6', hidden: true },

  // returns
  { kind: 'nil over a period with reports', sheet: 'returns', put: { E24: 'yes' }, rule: 'must not be said of a period with delivery reports: D12-11' },
  { kind: 'a return of a foreign member', sheet: 'returns', put: { B23: 'P04' }, rule: 'must be a member of the contract' },
  { kind: 'a return from the future', sheet: 'returns', put: { F22: '05/07/2026' }, rule: 'must not be after today, 2026-06-30' },
  { kind: 'a return across 31 March', sheet: 'returns', put: { D18: '30/06/2026' }, rule: 'must not cross 31 March' },
  { kind: 'a return that ends before it begins', sheet: 'returns', put: { C19: '01/10/2025' }, at: ['D19'], value: '30/09/2025', rule: 'must not lie before 2025-10-01' },
  { kind: 'a return of a period to come', sheet: 'returns', put: { C20: '01/07/2026', D20: '30/09/2026' }, at: ['C20'], value: '01/07/2026', rule: 'must not be after today, 2026-06-30' },
  { kind: 'a return pasted twice', sheet: 'returns', put: added(38, 'C12', '', '01/07/2025', '30/09/2025', 'no', '09/10/2025', CLERK), at: ['A38'], value: 'C12', rule: 'row 25 has the same contract, provider, from, to' },
  { kind: 'returns of an unknown contract', sheet: 'returns', put: { ...added(39, 'C77', '', '01/04/2025', '30/06/2025', 'no', '09/10/2025', CLERK), ...added(40, 'C77', '', '01/07/2025', '30/09/2025', 'no', '09/10/2025', CLERK) }, at: ['A39', 'A40'], value: 'C77', rule: 'must be a contract of this authority' },
  { kind: 'neither yes nor no', sheet: 'returns', put: { E26: 'none' }, rule: 'must be yes or no' },
  { kind: 'a required cell left blank', sheet: 'returns', put: { F27: '' }, rule: 'must be filled' },
  { kind: 'a date without its year', sheet: 'returns', put: { C29: '1st July' }, rule: 'must be a date' },
  { kind: 'a quarter for a date', sheet: 'returns', put: each('Q1', 'C30', 'C32', 'C34', 'C36'), rule: 'must be a date' },
  { kind: 'a quarter for a date', sheet: 'returns', put: each('Q2', 'C31', 'C33', 'C35', 'C37'), rule: 'must be a date' },

  // closed years
  { kind: 'a year closed before its end', sheet: 'closed_years', put: { A3: '2026/27' }, rule: 'must have ended' },
  { kind: 'two years for one', sheet: 'closed_years', put: { A4: '2024/26' }, rule: 'must be a financial year written 2025/26' },
  { kind: 'a year closed twice', sheet: 'closed_years', put: { A5: '2023/24' }, rule: 'row 2 has the same year' },
];
