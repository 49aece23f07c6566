// The error function, to 1e-15: its power series up to 3, the continued fraction of its complement beyond.
// Source: Abramowitz & Stegun 7.1.6 and 7.1.14.

export function erf(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  return size <= 3 ? series(x) : Math.sign(x) * (1 - complement(size));
}

function series(x: number): number {
  let term = x;
  let sum = x;
  for (let order = 1; Math.abs(term) > 1e-17 * Math.abs(sum); order++) {
    term *= (2 * x * x) / (2 * order + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function complement(x: number): number {
  let fraction = 0;
  for (let order = 60; order >= 1; order--) fraction = order / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}
