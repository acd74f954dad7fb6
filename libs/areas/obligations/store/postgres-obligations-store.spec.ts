import { worldOnPostgres } from '../../../../test/support/world.js';
import { describeObligationsStore } from './obligations-store.conformance.js';

describeObligationsStore('in PostgreSQL', () => worldOnPostgres());
