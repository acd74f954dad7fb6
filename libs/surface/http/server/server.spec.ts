import { setTimeout as after } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { pino } from 'pino';
import request from 'supertest';
import { surfaceApp } from '../../../../test/support/surface-app.js';
import { stopGracefully } from './stop-gracefully.js';

@Controller()
class SlowController {
  @Get('/slow')
  async slow(): Promise<string> {
    await after(300);
    return 'done';
  }
}

@Controller()
class BrokenController {
  @Get('/broken')
  broken(): never {
    throw new Error('Out of cheese');
  }
}

describe('the server', () => {
  const served: Awaited<ReturnType<typeof surfaceApp>>[] = [];
  const serve = async (...parts: Parameters<typeof surfaceApp>) => {
    const one = await surfaceApp(...parts);
    served.push(one);
    return one;
  };
  afterAll(() => Promise.all(served.map((one) => one.close())));

  it('sends a strict content security policy and its companions with everything', async () => {
    const { url } = await serve({ controllers: [] });
    for (const path of ['/api/problems', '/api/openapi.json', '/nowhere', '/health/live']) {
      const { headers } = await request(url).get(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|upgrade-insecure/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });

  it('answers only to its own names', async () => {
    const { url } = await serve({ controllers: [] });
    const stranger = await request(url).get('/api/openapi.json').set('Host', 'evil.example');
    expect([stranger.status, stranger.type]).toEqual([421, 'application/problem+json']);
    await request(url).get('/health/live').set('Host', 'LOCALHOST:3000').expect(200);
    await request(url).get('/health/live').set('Host', '[::1]:3000').expect(200);
  });

  it('tells whether it lives and whether it is ready, without saying what is wrong', async () => {
    let broken = false;
    const check = { name: 'database', check: () => (broken ? Promise.reject(new Error('password authentication failed')) : Promise.resolve()) };
    const { url } = await serve({ controllers: [] }, { readiness: [check] });
    expect((await request(url).get('/health/live').expect(200)).body).toEqual({ status: 'live' });
    expect((await request(url).get('/health/ready').expect(200)).body).toEqual({ status: 'ready', checks: [{ name: 'database', works: true }] });
    broken = true;
    const { body } = await request(url).get('/health/ready').expect(503);
    expect(body).toEqual({ status: 'not ready', checks: [{ name: 'database', works: false }] });
  });

  it('measures requests by the pattern of their address', async () => {
    const { url } = await serve({ controllers: [] });
    await request(url).get('/brand/5a2d81.css').expect(200);
    await request(url).get('/somewhere/else').expect(404);
    const { text, headers } = await request(url).get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(text).toContain('svl_http_request_seconds_count{method="GET",address="/brand/:colour.css",status="200"} 1');
    expect(text).toContain('svl_http_request_seconds_count{method="GET",address="other",status="404"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it.each([
    // a line for each request, without query or headers; or only what went wrong on our side
    ['info', ['GET /nowhere 404', 'GET /broken 500']],
    ['warn', ['GET /broken 500']],
  ] as const)('at the level %s writes %s', async (level, lines) => {
    const written: { readonly msg: string; readonly req?: object; readonly res?: object; readonly responseTime?: number }[] = [];
    const log = pino({ level }, { write: (line: string) => void written.push(JSON.parse(line) as (typeof written)[number]) });
    const { url } = await serve({ controllers: [BrokenController] }, { log });
    await request(url).get('/nowhere?person=ann').set('Acting-As', 'ann');
    await request(url).get('/broken').expect(500);
    await request(url).get('/health/live').expect(200);
    const told = written.filter(({ req }) => req !== undefined);
    expect(told.map(({ msg }) => msg)).toEqual(lines);
    expect(told.at(-1)).toMatchObject({ req: { method: 'GET', path: '/broken' }, res: { status: 500 }, responseTime: expect.any(Number) });
    expect(JSON.stringify(told)).not.toContain('ann');
  });

  it('finishes what has begun before it stops, and takes nothing more', async () => {
    const { app, url } = await surfaceApp({ controllers: [SlowController] });
    const begun = request(url).get('/slow').then(({ text }) => text);
    await after(100);
    await stopGracefully(app);
    expect(await begun).toBe('done');
    await expect(request(url).get('/slow')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('cuts off what takes too long', async () => {
    const { app, url } = await surfaceApp({ controllers: [SlowController] });
    const begun = request(url).get('/slow').then(() => 'done', () => 'cut off');
    await after(100);
    await stopGracefully(app, 50);
    expect(await begun).toBe('cut off');
  });
});
