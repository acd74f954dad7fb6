import { setTimeout as after } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
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
