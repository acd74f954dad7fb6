import { Controller, Get, Header, Param } from '@nestjs/common';
import { Problem } from '../../http/problem-json/problem.js';
import { brandStyles } from './brand.js';

/** Colours as style sheets: a page may not carry styles of its own (content security policy). */
@Controller()
export class BrandController {
  @Get('/brand/:colour.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  styles(@Param('colour') colour: string): string {
    const styles = brandStyles(colour);
    if (styles === undefined) throw new Problem('not-found', 'A colour is six hexadecimal digits.');
    return styles;
  }
}
