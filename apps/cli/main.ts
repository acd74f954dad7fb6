import 'reflect-metadata';
import { CommanderError } from 'commander';
import { endingOf, EXIT } from '../assembly/ending.js';
import { Output } from './output.js';
import { programOf } from './program.js';
import { inSession } from './session.js';

const program = programOf(async (json, work) => {
  const output = new Output(json);
  process.exitCode = (await inSession(output, (session) => work(session, output))) ?? EXIT.done;
});

try {
  await program.parseAsync(process.argv);
} catch (failure) {
  if (failure instanceof CommanderError) {
    process.exitCode = failure.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else {
    const { code, message } = endingOf(failure);
    process.stderr.write(`${message}\n`);
    process.exitCode = code;
  }
}
