// Reads a damage table that a person typed or loaded: depths m, shares 0–1, values per m² in the table's currency.

import type { Result } from '#model/result.ts';
import type { DamageCurve, DamageTable } from './damage.ts';

/** The table, or one sentence that names the curve, the value and what was expected. */
export function parseDamageTable(value: unknown): Result<DamageTable, string> {
  if (!isRecord(value))
    return fail('The damage table is no object with currency, depths and curves.');
  const { currency, source, uncertainty, depthsM, curves } = value;
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    return fail(`The currency is ${said(currency)}; expected three letters such as EUR.`);
  }
  if (typeof source !== 'string' || source.trim() === '') {
    return fail('The damage table names no source.');
  }
  if (!isNumber(uncertainty) || uncertainty < 1) {
    return fail(`The uncertainty is ${said(uncertainty)}; expected a factor of 1 or more.`);
  }
  const depths = numbersOf(depthsM);
  if (!depths || depths.length < 2) {
    return fail(`The depths are ${said(depthsM)}; expected two or more numbers in metres.`);
  }
  if (depths[0] !== 0) return fail(`The first depth is ${said(depths[0])} m; expected 0.`);
  const falling = depths.findIndex((depth, at) => at > 0 && !(depth > depths[at - 1]!));
  if (falling >= 0) {
    return fail(
      `Depth ${falling + 1} is ${said(depths[falling])} m; expected more than the one before it.`,
    );
  }
  if (!Array.isArray(curves) || curves.length === 0) return fail('The damage table has no curve.');
  const read: DamageCurve[] = [];
  for (const [position, one] of curves.entries()) {
    const curve = parseCurve(one, position, depths.length, read);
    if (!curve.ok) return curve;
    read.push(curve.value);
  }
  return {
    ok: true,
    value: { currency, source: source.trim(), uncertainty, depthsM: depths, curves: read },
  };
}

function parseCurve(
  value: unknown,
  position: number,
  depths: number,
  before: readonly DamageCurve[],
): Result<DamageCurve, string> {
  const name = isRecord(value) && typeof value.id === 'string' ? value.id : `${position + 1}`;
  const about = (sentence: string) => fail(`Curve ${name}: ${sentence}`);
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '') {
    return about('it has no id.');
  }
  if (before.some(({ id }) => id === value.id)) return about('its id is taken by another curve.');
  const { uses, mostPerM2, shares } = value;
  if (!Array.isArray(uses) || !uses.every((use) => typeof use === 'string')) {
    return about(`its uses are ${said(uses)}; expected a list of words.`);
  }
  const taken = uses.find((use) => before.some((curve) => curve.uses.includes(use)));
  if (taken !== undefined) return about(`the use ${taken} belongs to another curve already.`);
  if (uses.length === 0 && before.some((curve) => curve.uses.length === 0)) {
    return about('another curve without uses stands for all others already.');
  }
  if (!isNumber(mostPerM2) || mostPerM2 < 0) {
    return about(`its value is ${said(mostPerM2)} per m²; expected 0 or more.`);
  }
  const read = numbersOf(shares);
  if (!read || read.length !== depths) {
    return about(`it has ${read?.length ?? said(shares)} shares; expected ${depths}, one a depth.`);
  }
  const wrong = read.findIndex((share) => share < 0 || share > 1);
  if (wrong >= 0) return about(`share ${wrong + 1} is ${said(read[wrong])}; expected 0 to 1.`);
  const falling = read.findIndex((share, at) => at > 0 && share < read[at - 1]!);
  if (falling >= 0) {
    return about(
      `share ${falling + 1} is ${said(read[falling])}; expected at least ${said(read[falling - 1])}, as damage never falls with depth.`,
    );
  }
  return { ok: true, value: { id: value.id, uses: [...uses], mostPerM2, shares: read } };
}

const fail = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
});

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numbersOf = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) && value.every(isNumber) ? value : undefined;

function said(value: unknown): string {
  if (value === undefined || value === '') return 'missing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
