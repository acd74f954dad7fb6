import { worldInMemory } from '../../../../test/support/world.js';
import { describeObligationsStore } from './obligations-store.conformance.js';

describeObligationsStore('in memory', () => worldInMemory());
