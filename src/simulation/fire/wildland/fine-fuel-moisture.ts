// Moisture of fine dead fuel by a table of the day: reference by air, correction by season, sun, slope, aspect, hour and
// height (Rothermel 1983, INT-143, tables 2–5). °C, fractions, rad, hours; fitted in °F and classes.

export interface FineFuelSetting {
  readonly airC: number;
  /** Fraction. */
  readonly humidity: number;
  /** 1 … 12, of the northern hemisphere. */
  readonly month: number;
  /** Local sun time, 8 … 20. */
  readonly hour: number;
  /** Fraction of the ground in shade. */
  readonly shade: number;
  readonly slopeRad: number;
  /** Whither the slope looks, clockwise from north. */
  readonly aspectRad: number;
  /** The fire against where the weather was read: 300 to 600 m lower, level, 300 to 600 m higher. */
  readonly height: 'below' | 'level' | 'above';
}

export interface FineFuelClasses {
  /** 0 … 5 by 20 °F from 10 °F. */
  readonly dryBulb: number;
  /** 0 … 20 by 5 %. */
  readonly humidity: number;
  /** May to July, spring and autumn, November to January. */
  readonly season: number;
  readonly isShaded: boolean;
  readonly isSteep: boolean;
  /** North, east, south, west. */
  readonly aspect: number;
  /** 0 … 5 by two hours from 8. */
  readonly time: number;
  /** Below, level, above. */
  readonly height: number;
}

export interface FineFuelMoisture {
  readonly reference: number;
  readonly correction: number;
  /** Their sum, a fraction. */
  readonly moisture: number;
}

/** %, by temperature, from 0 % of humidity by 5 %. */
// biome-ignore format: a table
const references: readonly (readonly number[])[] = [
  [1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 8, 9, 9, 10, 11, 12, 12, 13, 13, 14],
  [1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 7, 8, 9, 9, 10, 10, 11, 12, 13, 13, 13],
  [1, 2, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 11, 12, 12, 12, 13],
  [1, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 8, 8, 9, 10, 10, 11, 12, 12, 13],
  [1, 1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 8, 8, 9, 10, 10, 11, 12, 12, 13],
  [1, 1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 8, 8, 9, 10, 10, 11, 12, 12, 12],
];

/** A digit of % each: by season 8 rows in the sun (aspect, gentle and steep), 4 in shade; columns by time and height. */
const corrections = [
  '234111001001111234',
  '344122112112122344',
  '223111001001112344',
  '122001001112234456',
  '233111001001111233',
  '233112011011112233',
  '234112001001011233',
  '456234112001001122',
  '455345334334345455',
  '445345334344345456',
  '445345334334345455',
  '456345334334345445',
  '345123112112123345',
  '345334234234334345',
  '345123111112123345',
  '334111111123345346',
  '345122111111123345',
  '345122011011122345',
  '345123111111123345',
  '456345123111111334',
  '456455345345455456',
  '456345345345456456',
  '456345345345345456',
  '456456345345345456',
  '456345234234345456',
  '456456456456456456',
  '456344233233345456',
  '456234223344456456',
  '456345233223344456',
  '456233112112233456',
  '456345233233344456',
  '456456344223234456',
  '456456456456456456',
  '456456456456456456',
  '456456456456456456',
  '456456456456456456',
] as const;

const heights = { below: 0, level: 1, above: 2 } as const;

/** Throws `RangeError` below -12 °C, outside 8 to 20 h or where a fraction is none. */
export function fineFuelMoisture(setting: FineFuelSetting): FineFuelMoisture {
  return ofClasses(toClasses(setting));
}

/** Throws `RangeError` on classes that the tables don't have. */
export function ofClasses(classes: FineFuelClasses): FineFuelMoisture {
  const { dryBulb, humidity, season, isShaded, isSteep, aspect, time, height } = classes;
  const row = 12 * season + (isShaded ? 8 + aspect : 2 * aspect + Number(isSteep));
  const reference = references[dryBulb]?.[humidity];
  const isIn = [season < 3, aspect < 4, time < 6, height < 3].every(Boolean);
  const correction = isIn ? corrections[row]?.[height + 3 * time] : undefined;
  if (reference === undefined || correction === undefined)
    throw new RangeError(
      `Classes of fine fuel are ${Object.values(classes).join(', ')}; the tables have none such.`,
    );
  const percent = reference + Number(correction);
  return {
    reference: reference / 100,
    correction: Number(correction) / 100,
    moisture: percent / 100,
  };
}

export function toClasses(setting: FineFuelSetting): FineFuelClasses {
  const { airC, humidity, month, hour, shade, slopeRad, aspectRad, height } = setting;
  const airF = Math.round((airC * 9) / 5 + 32);
  if (!(airF >= 10)) throw new RangeError(`The air has ${airC} °C; -12.2 or more is expected.`);
  for (const [what, value] of Object.entries({ humidity, shade }))
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`The ${what} is ${value}; a fraction of 0 to 1 is expected.`);
  if (!(hour >= 8 && hour <= 20))
    throw new RangeError(`It is ${hour} h; by day, 8 to 20, is expected.`);
  if (!(month >= 1 && month <= 12))
    throw new RangeError(`The month is ${month}; 1 to 12 is expected.`);
  const quarter = Math.round(aspectRad / (Math.PI / 2));
  return {
    dryBulb: Math.min(5, Math.floor((airF - 10) / 20)),
    humidity: Math.floor(Math.round(humidity * 100) / 5),
    season: month >= 5 && month <= 7 ? 0 : month === 1 || month >= 11 ? 2 : 1,
    isShaded: shade >= 0.5,
    isSteep: Math.tan(slopeRad) > 0.305,
    aspect: ((quarter % 4) + 4) % 4,
    time: Math.min(5, Math.floor((hour - 8) / 2)),
    height: heights[height],
  };
}
