import 'reflect-metadata';
import { runProgram } from './run-program.js';
import { inSession } from './session.js';

process.exitCode = await runProgram(process.argv.slice(2), { out: process.stdout, err: process.stderr }, inSession);
