import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';
import { SURFACE, type SurfaceSettings } from '../http/surface-settings.js';
import { brandSheet } from './brand/brand.js';
import { isoDay, isoInstant } from './filters/days.js';
import { headlinePounds, pounds, wholePounds } from './filters/pounds.js';
import { quantity } from './filters/quantities.js';
import type { PageView } from './page.js';

/** The folder that holds all areas: a template is named by its path within it. */
const LIBS = fileURLToPath(new URL('../../', import.meta.url));
const GOVUK = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/** Renders templates. They lie beside their code; `surface/pages/layout.njk` and `govuk/…` are found from everywhere. */
@Injectable()
export class Templates {
  private readonly environment: nunjucks.Environment;
  private readonly folders: readonly string[];

  constructor(@Inject(SURFACE) settings: Pick<SurfaceSettings, 'notice' | 'templateFolders'>) {
    this.folders = [LIBS, ...(settings.templateFolders ?? [])];
    const loader = new nunjucks.FileSystemLoader([...this.folders, GOVUK]);
    this.environment = new nunjucks.Environment(loader, { autoescape: true });
    this.environment.addGlobal('notice', settings.notice);
    this.environment.addGlobal('brandSheet', brandSheet);
    this.environment.addFilter('pounds', pounds);
    this.environment.addFilter('wholePounds', wholePounds);
    this.environment.addFilter('headlinePounds', headlinePounds);
    this.environment.addFilter('quantity', quantity);
    this.environment.addFilter('day', isoDay);
    this.environment.addFilter('moment', isoInstant);
  }

  /** The page that a template makes of a view. */
  render<View extends PageView>(template: URL, view: View): string {
    return this.environment.render(this.nameOf(fileURLToPath(template)), view);
  }

  private nameOf(path: string): string {
    const name = this.folders.map((folder) => relative(folder, path)).find((found) => !found.startsWith('..'));
    if (name === undefined) throw new Error(`${path} is in no folder of templates.`);
    return name;
  }
}
