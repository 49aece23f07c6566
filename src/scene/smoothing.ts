// How many samples a pixel is drawn with: edges are smooth where a graphics card draws, and where a processor does it
// alone each sample costs as much as a picture.

const SMOOTH = 4;

const drawnByProcessor = /swiftshader|llvmpipe|softpipe|software|basic render driver/i;

/** `renderer`: what WebGL says of itself, e.g. "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device …))". */
export const samplesFor = (renderer: string): number =>
  drawnByProcessor.test(renderer) ? 1 : SMOOTH;

/** What draws a canvas; empty where it won't say. */
export function rendererOf(canvas: HTMLCanvasElement): string {
  const context = canvas.getContext('webgl2');
  if (!context) return '';
  // Its plain name alone where a browser keeps the card's to itself.
  const named = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER) ?? '');
}
