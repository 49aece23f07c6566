const RETRY_MS = 500;

/** Calls `rebuild` once the context of `canvas` was lost and the browser gives out contexts again. */
export function watchContext(canvas: HTMLCanvasElement, rebuild: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const probe = () => {
    const context = document.createElement('canvas').getContext('webgl2');
    if (!context) {
      timer = setTimeout(probe, RETRY_MS);
      return;
    }
    context.getExtension('WEBGL_lose_context')?.loseContext();
    rebuild();
  };
  const lose = (event: Event) => {
    event.preventDefault();
    timer ??= setTimeout(probe, 0);
  };
  canvas.addEventListener('webglcontextlost', lose);
  return () => {
    clearTimeout(timer);
    canvas.removeEventListener('webglcontextlost', lose);
  };
}
