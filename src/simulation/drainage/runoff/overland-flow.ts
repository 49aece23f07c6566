// Sheet flow off a plane as a non-linear reservoir: dd/dt = i − α·(d − s)^(5/3), α = W·√S / (n·A): SWMM
// reference manual vol. I (EPA/600/R-15/162A), section 3.4. Integrated by Runge–Kutta of order 5(4) with steps
// as the error asks (Cash and Karp 1990). m, s, m/s.

const TOLERANCE = 1e-4;

/** Depth after `stepS`, from `depth`, with `arriving` (m/s) and depression storage `storage`. */
export function drainPlane(
  depth: number,
  arriving: number,
  storage: number,
  alpha: number,
  stepS: number,
): number {
  let time = stepS;
  let level = depth;
  if (level + arriving * time <= storage) return Math.max(0, level + arriving * time);
  const room = storage - level;
  if (room > 0) {
    time -= room / arriving;
    level = storage;
  }
  if (time <= 0) return level;
  if (alpha <= 0) return Math.max(0, level + arriving * time);
  return Math.max(0, integrate(level, arriving, storage, alpha, time));
}

function integrate(
  from: number,
  arriving: number,
  storage: number,
  alpha: number,
  whole: number,
): number {
  let depth = from;
  let done = 0;
  let step = whole;
  while (done < whole) {
    const k1 = slope(depth, arriving, storage, alpha);
    const scale = Math.abs(depth) + Math.abs(step * k1) + 1e-30;
    step = Math.min(step, whole - done);
    for (;;) {
      const k2 = slope(depth + (step * k1) / 5, arriving, storage, alpha);
      const k3 = slope(depth + step * ((3 / 40) * k1 + (9 / 40) * k2), arriving, storage, alpha);
      const k4 = slope(depth + step * (0.3 * k1 - 0.9 * k2 + 1.2 * k3), arriving, storage, alpha);
      const k5 = slope(
        depth + step * ((-11 / 54) * k1 + 2.5 * k2 - (70 / 27) * k3 + (35 / 27) * k4),
        arriving,
        storage,
        alpha,
      );
      const mix = (1631 / 55296) * k1 + (175 / 512) * k2 + (575 / 13824) * k3;
      const k6 = slope(
        depth + step * (mix + (44275 / 110592) * k4 + (253 / 4096) * k5),
        arriving,
        storage,
        alpha,
      );
      const fifth = (37 / 378) * k1 + (250 / 621) * k3 + (125 / 594) * k4 + (512 / 1771) * k6;
      const fourth =
        (2825 / 27648) * k1 +
        (18575 / 48384) * k3 +
        (13525 / 55296) * k4 +
        (277 / 14336) * k5 +
        k6 / 4;
      const error = (Math.abs(fifth - fourth) * step) / scale / TOLERANCE;
      if (error > 1) {
        step *= Math.max(0.1, 0.9 * error ** -0.25);
        continue;
      }
      depth += step * fifth;
      done += step;
      step *= error > 1.89e-4 ? 0.9 * error ** -0.2 : 5;
      break;
    }
  }
  return depth;
}

function slope(depth: number, arriving: number, storage: number, alpha: number): number {
  const over = depth - storage;
  return over <= 0 ? arriving : arriving - alpha * over * Math.cbrt(over * over);
}
