import { testStoresInMemory, testStoresInPostgres } from '../../../test/support/toy-stores.js';
import { storesConform } from './store.conformance.js';

storesConform('in memory', testStoresInMemory);
storesConform('in PostgreSQL', testStoresInPostgres);
