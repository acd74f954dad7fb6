import { Controller, Get, Header } from '@nestjs/common';

const SCRIPT = "import { initAll } from './govuk-frontend.min.js';\n\ninitAll();\n";

/** The script of every page: it only starts the components of GOV.UK Frontend, which work without it too. */
@Controller()
export class AssetsScriptController {
  @Get('/assets/app.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  script(): string {
    return SCRIPT;
  }
}
