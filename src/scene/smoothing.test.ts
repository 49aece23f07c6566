import { describe, expect, it } from 'vitest';
import { samplesFor } from './smoothing.ts';

describe('how smooth edges are drawn', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Google SwiftShader',
    'llvmpipe (LLVM 19.1.7, 256 bits)',
    'ANGLE (Mesa, llvmpipe (LLVM 15.0.7 256 bits), OpenGL 4.5)',
    'softpipe',
    'Apple Software Renderer',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ])('is with one sample a pixel by %s', (renderer) => {
    expect(samplesFor(renderer)).toBe(1);
  });

  it.each([
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3080 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
    'Mali-G78',
    'Adreno (TM) 650',
    'WebKit WebGL',
    '',
  ])('is with four by %j', (renderer) => {
    expect(samplesFor(renderer)).toBe(4);
  });
});
