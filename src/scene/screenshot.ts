import type { Scene } from 'cesium';

/** The picture as it stands, PNG. Taken right after a frame, since WebGL keeps none afterwards. */
export function takeScreenshot(scene: Scene): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const forget = scene.postRender.addEventListener(() => {
      forget();
      scene.canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The browser could not encode the picture as PNG.'));
      });
    });
    scene.requestRender();
  });
}
