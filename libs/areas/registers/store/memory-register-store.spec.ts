import { worldInMemory } from '../../../../test/support/world.js';
import { describeRegisterStore } from './register-store.conformance.js';

describeRegisterStore('in memory', () => worldInMemory());
