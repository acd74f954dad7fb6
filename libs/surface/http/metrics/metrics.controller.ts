import { Controller, Get, Header } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** The measures, in the text format of Prometheus. */
@Controller()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('/metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  text(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
