export { WEXCOMBE, WEXCOMBE_NAME } from './load-sample-county/county-imports.js';
export {
  loadSampleCounty,
  type SampleCountyOutcome,
  type SampleCountyPorts,
  type SampleCountyProgress,
} from './load-sample-county/load-sample-county.js';
export { type SamplePerson, samplePeople } from './people.js';
