import type { IsoDate } from '#domain/kernel/date.js';
import type { Setting } from '../setting.js';

/** What a workbook of a generated authority says of itself, under its header. */
export function aboutRows({ code, lead }: Setting, day: IsoDate): readonly (readonly [key: string, value: string])[] {
  return [
    ['key', 'value'],
    ['template', 'social-value-ledger'],
    ['version', '1'],
    ['authority', code],
    ['prepared_by', lead],
    ['prepared_on', day],
  ];
}
