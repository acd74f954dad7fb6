import { describeDirectory } from '../directory.conformance.js';
import { MemoryDirectory } from './memory-directory.js';

const directory = new MemoryDirectory();
describeDirectory('in memory', () => directory);
