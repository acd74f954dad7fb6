import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { DefineMeasureApi } from './define-measure/define-measure.api.js';
import { DefineMeasureHandler } from './define-measure/define-measure.handler.js';
import { ImportMeasuresHandler } from './import-measures/import-measures.handler.js';
import { ListMeasuresApi } from './list-measures/list-measures.api.js';
import { ListMeasuresHandler } from './list-measures/list-measures.query.js';
import { MeasureCommands } from './measure-commands.js';
import { VaryOrCorrectMeasureApi } from './vary-or-correct-measure/vary-or-correct-measure.api.js';
import { VaryOrCorrectMeasureHandler } from './vary-or-correct-measure/vary-or-correct-measure.handler.js';

/** What is counted: the authority's own set of measures. */
@Module({
  imports: [CqrsModule],
  providers: [MeasureCommands, DefineMeasureHandler, VaryOrCorrectMeasureHandler, ImportMeasuresHandler, ListMeasuresHandler],
  exports: [MeasureCommands],
})
export class MeasuresModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [DefineMeasureApi, VaryOrCorrectMeasureApi, ListMeasuresApi],
})
export class MeasuresRoutes {}
