import 'reflect-metadata';
import { runProgram } from './run-program.js';
import { inSession } from './session.js';
import { standardStreams } from './streams.js';

process.exitCode = await runProgram(process.argv.slice(2), standardStreams(), inSession);
