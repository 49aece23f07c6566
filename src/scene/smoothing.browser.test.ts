import { afterEach, describe, expect, it, vi } from 'vitest';
import { rendererOf } from './smoothing.ts';
import { aGlobe, type TestGlobe } from './testing/a-globe.tsx';

let globe: TestGlobe | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  globe?.remove();
  globe = undefined;
});

describe('the samples of a pixel', () => {
  it('are one where these tests run, which is without a graphics card', async () => {
    globe = await aGlobe();
    expect(rendererOf(globe.scene().canvas)).toMatch(/SwiftShader/);
    expect(globe.scene().msaaSamples).toBe(1);
  });

  it('are several where a card says that it draws', async () => {
    const ask = WebGL2RenderingContext.prototype.getParameter;
    vi.spyOn(WebGL2RenderingContext.prototype, 'getParameter').mockImplementation(function (
      this: WebGL2RenderingContext,
      name: number,
    ) {
      const UNMASKED_RENDERER = 0x9246;
      return name === UNMASKED_RENDERER ? 'Mali-G78' : ask.call(this, name);
    });
    globe = await aGlobe();
    expect(globe.scene().msaaSamples).toBeGreaterThan(1);
  });
});
