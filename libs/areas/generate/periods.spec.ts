import { reportingPeriods, weekday } from './periods.js';

it('Reporting periods are cut to the days that are reported on, and cross no 31 March', () => {
  const ends = (...asked: Parameters<typeof reportingPeriods>) => reportingPeriods(...asked).map(({ from, to }) => `${from} ${to}`);
  expect(ends('quarterly', { from: '2023-09-01', to: '2024-05-31' })).toEqual(['2023-09-01 2023-09-30', '2023-10-01 2023-12-31', '2024-01-01 2024-03-31', '2024-04-01 2024-05-31']);
  expect(ends('half-yearly', { from: '2024-01-01', to: '2024-12-31' })).toEqual(['2024-01-01 2024-03-31', '2024-04-01 2024-09-30', '2024-10-01 2024-12-31']);
  expect(ends('annual', { from: '2024-03-01', to: '2025-03-31' })).toEqual(['2024-03-01 2024-03-31', '2024-04-01 2025-03-31']);
});

it('People work on weekdays', () => {
  expect(['2024-07-05', '2024-07-06', '2024-07-07', '2024-07-08'].map(weekday)).toEqual(['2024-07-05', '2024-07-08', '2024-07-08', '2024-07-08']);
  expect(['2026-12-25', '2027-01-01', '2023-12-24'].map(weekday)).toEqual(['2026-12-28', '2027-01-04', '2023-12-27']);
});
