import type { LedgerUnderTest } from './conformance-trial.js';
import { ledgerConformance } from './ledger.conformance.js';
import { MemoryLedger } from './memory-ledger.js';
import { MemoryBooks } from './memory-book.js';

const books = new MemoryBooks();
const beside: unknown[] = [];

const underTest: LedgerUnderTest = {
  ledger: (catalogue, clock) => new MemoryLedger({ catalogue, clock, books, alongside: async (_, [authority]) => beside.push(authority) }),
  alongside: (authority) => ({
    text: 'remember it',
    values: [authority],
    count: async () => beside.filter((one) => one === authority).length,
  }),
};

ledgerConformance('in memory', underTest);
