// Local inertial as a textbook would write it in JavaScript, f64, for a comparison: a branch a face, `Math.pow`, friction
// of one component, depth cut off at 0 (which makes water). Bates, Horritt & Fewtrell 2010.

export function naiveInertial(
  width: number,
  height: number,
  zM: Float32Array,
  start: Float32Array,
) {
  const depth = Float64Array.from(start);
  const flowX = new Float64Array((width + 1) * height);
  const flowY = new Float64Array(width * (height + 1));
  const [g, n, cellM] = [9.81, 0.03, 5];

  function face(q: number, a: number, b: number, dt: number): number {
    const levelA = zM[a]! + depth[a]!;
    const levelB = zM[b]! + depth[b]!;
    const deep = Math.max(levelA, levelB) - Math.max(zM[a]!, zM[b]!);
    if (deep <= 0.001) return 0;
    const moved = q - (g * deep * dt * (levelB - levelA)) / cellM;
    return moved / (1 + (g * dt * n * n * Math.abs(q)) / deep ** (7 / 3));
  }

  return function step(): void {
    let deepest = 0;
    for (let cell = 0; cell < depth.length; cell++) deepest = Math.max(deepest, depth[cell]!);
    const dt = (0.65 * cellM) / Math.sqrt(g * deepest);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const cell = y * width + x;
        const west = y * (width + 1) + x;
        if (x > 0) flowX[west] = face(flowX[west]!, cell - 1, cell, dt);
        if (y > 0) flowY[cell] = face(flowY[cell]!, cell - width, cell, dt);
      }
    }
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const cell = y * width + x;
        const west = y * (width + 1) + x;
        const gain = flowX[west]! - flowX[west + 1]! + flowY[cell]! - flowY[cell + width]!;
        depth[cell] = Math.max(0, depth[cell]! + (dt / cellM) * gain);
      }
    }
  };
}
