/** Somebody of the sample county: whom to act as, to see what people of a role see. */
export interface SamplePerson {
  readonly role: 'contract manager' | 'provider' | 'social value lead' | 'cabinet member' | 'auditor' | 'administrator';
  readonly name: string;
  /** What the record knows them by. */
  readonly email: string;
}

/** One for each role. All are invented, and no letter reaches any of them: `.example` belongs to nobody. */
export const samplePeople: readonly SamplePerson[] = [
  { role: 'contract manager', name: 'Priya Nair', email: 'priya.nair@wexcombe.example' },
  { role: 'provider', name: 'Rosa Pell, Kettle and Hearth', email: 'rosa.pell@kettleandhearth.example' },
  { role: 'social value lead', name: 'Ruth Calder', email: 'ruth.calder@wexcombe.example' },
  { role: 'cabinet member', name: 'Councillor Helen Voss', email: 'helen.voss@wexcombe.example' },
  { role: 'auditor', name: 'Samuel Okoro', email: 'samuel.okoro@wexcombe.example' },
  { role: 'administrator', name: 'Dana Whitlock', email: 'dana.whitlock@wexcombe.example' },
];
