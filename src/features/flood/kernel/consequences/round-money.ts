// Damage is known to a factor, so that it is written with two digits and no more.

export function roundMoney(value: number): number {
  if (!(value > 0)) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}
