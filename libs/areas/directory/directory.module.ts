import { Module } from '@nestjs/common';
import { CommandContexts } from './command-contexts.js';

/** People, and the contexts in which they command. The apps choose the adapter of DIRECTORY. */
@Module({ providers: [CommandContexts], exports: [CommandContexts] })
export class DirectoryModule {}
