/** What the sheet `about` is for, and what belongs beside each of its keys. */
export const aboutGuide = {
  purpose: 'What this file is and whose: the only sheet that must always be there. Fill in the empty values.',
  columns: { key: 'What is said. Leave this column as it is.', value: 'What there is to say.' },
  keys: {
    template: 'What kind of file this is. Leave it as it is.',
    version: 'The version of the template. Leave it as it is.',
    authority: 'Must be filled: the code of your authority, for example wexcombe.',
    prepared_by: 'Who filled this workbook in; may be left empty.',
    prepared_on: 'On which day; may be left empty.',
  },
} as const;
