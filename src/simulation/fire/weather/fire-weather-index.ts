// Canadian Fire Weather Index: moisture of three fuel layers and what follows from them, carried from noon to noon.
// °C, %, m/s, mm/day. Source: Van Wagner & Pickett 1985 (FTR 33), Van Wagner 1987 (FTR 35), equation numbers as there.

export interface NoonWeather {
  readonly temperatureC: number;
  readonly humidityPercent: number;
  /** At 10 m. */
  readonly windMs: number;
  /** Of the 24 h up to noon. */
  readonly rainMm: number;
  /** 1 … 12. */
  readonly month: number;
}

/** Codes that are carried to the next day. */
export interface MoistureCodes {
  /** Fine fuel, 0 … 101. */
  readonly ffmc: number;
  readonly dmc: number;
  readonly dc: number;
}

export interface FireWeather extends MoistureCodes {
  readonly isi: number;
  readonly bui: number;
  readonly fwi: number;
  readonly dsr: number;
}

/** After snow melt, where nothing is known of the days before. */
export const springStart: MoistureCodes = { ffmc: 85, dmc: 6, dc: 15 };

/**
 * The indices of a noon from the codes of the day before. Throws `RangeError` where an input is not finite, humidity
 * lies outside 0–100 %, wind or rain is negative.
 */
export function nextFireWeather(
  weather: NoonWeather,
  yesterday: MoistureCodes,
  latitudeDeg: number,
): FireWeather {
  check(weather);
  const ffmc = fineFuelMoistureCode(weather, yesterday.ffmc);
  const dmc = duffMoistureCode(weather, yesterday.dmc, latitudeDeg);
  const dc = droughtCode(weather, yesterday.dc, latitudeDeg);
  const isi = initialSpreadIndex(ffmc, weather.windMs);
  const bui = buildUpIndex(dmc, dc);
  const fwi = fireWeatherIndex(isi, bui);
  return { ffmc, dmc, dc, isi, bui, fwi, dsr: 0.0272 * fwi ** 1.77 };
}

function check({ temperatureC, humidityPercent, windMs, rainMm, month }: NoonWeather): void {
  const fail = (what: string, value: number, expected: string) => {
    throw new RangeError(`The ${what} is ${value}; ${expected} is expected.`);
  };
  if (!Number.isFinite(temperatureC)) fail('temperature', temperatureC, 'a number of °C');
  if (!(humidityPercent >= 0 && humidityPercent <= 100))
    fail('humidity', humidityPercent, '0 to 100 %');
  if (!(windMs >= 0)) fail('wind', windMs, '0 m/s or more');
  if (!(rainMm >= 0)) fail('rain', rainMm, '0 mm or more');
  if (!(month >= 1 && month <= 12)) fail('month', month, '1 to 12');
}

/** 250 · 59.5 / 101: the scale of the code. */
const FF_SCALE = (250 * 59.5) / 101;
const KMH_PER_MS = 3.6;

const toMoisture = (ffmc: number) => (FF_SCALE * (101 - ffmc)) / (59.5 + ffmc);

/** Eqs. 1–10. */
export function fineFuelMoistureCode(
  { temperatureC: t, humidityPercent: h, windMs, rainMm }: NoonWeather,
  yesterday: number,
): number {
  const windKmh = windMs * KMH_PER_MS;
  let m = toMoisture(yesterday);
  if (rainMm > 0.5) {
    const rain = rainMm - 0.5;
    const wetted = m;
    m += 42.5 * rain * Math.exp(-100 / (251 - wetted)) * (1 - Math.exp(-6.93 / rain));
    if (wetted > 150) m += 0.0015 * (wetted - 150) ** 2 * Math.sqrt(rain);
    m = Math.min(m, 250);
  }
  const common = 0.18 * (21.1 - t) * (1 - Math.exp(-0.115 * h));
  const dryTo = 0.942 * h ** 0.679 + 11 * Math.exp((h - 100) / 10) + common;
  const wetTo = 0.618 * h ** 0.753 + 10 * Math.exp((h - 100) / 10) + common;
  const rate = (share: number) =>
    (0.424 * (1 - share ** 1.7) + 0.0694 * Math.sqrt(windKmh) * (1 - share ** 8)) *
    0.581 *
    Math.exp(0.0365 * t);
  if (m > dryTo) m = dryTo + (m - dryTo) / 10 ** rate(h / 100);
  // The whole difference is raised to the power (eq. 6a): a port with the bracket misplaced is off by 1.4.
  else if (m < wetTo) m = wetTo - (wetTo - m) / 10 ** rate((100 - h) / 100);
  return Math.min(101, Math.max(0, (59.5 * (250 - m)) / (FF_SCALE + m)));
}

/** Length of day (h) by month for the duff, from the north southwards. */
const dayLengths = {
  north: [6.5, 7.5, 9, 12.8, 13.9, 13.9, 12.4, 10.9, 9.4, 8, 7, 6],
  northTropics: [7.9, 8.4, 8.9, 9.5, 9.9, 10.2, 10.1, 9.7, 9.1, 8.6, 8.1, 7.8],
  southTropics: [10.1, 9.6, 9.1, 8.5, 8.1, 7.8, 7.9, 8.3, 8.9, 9.4, 9.9, 10.2],
  south: [11.5, 10.5, 9.2, 7.9, 6.8, 6.2, 6.5, 7.4, 8.7, 10, 11.2, 11.8],
} as const;
const EQUATOR_DAY = 9;

function dayLengthOf(latitudeDeg: number, month: number): number {
  const at = month - 1;
  if (latitudeDeg > 30) return dayLengths.north[at] ?? EQUATOR_DAY;
  if (latitudeDeg > 10) return dayLengths.northTropics[at] ?? EQUATOR_DAY;
  if (latitudeDeg > -10) return EQUATOR_DAY;
  if (latitudeDeg > -30) return dayLengths.southTropics[at] ?? EQUATOR_DAY;
  return dayLengths.south[at] ?? EQUATOR_DAY;
}

/** Eqs. 11–17. */
export function duffMoistureCode(
  { temperatureC, humidityPercent, rainMm, month }: NoonWeather,
  yesterday: number,
  latitudeDeg: number,
): number {
  let code = yesterday;
  if (rainMm > 1.5) {
    const rain = 0.92 * rainMm - 1.27;
    const m = 20 + 280 / Math.exp(0.023 * yesterday);
    const wetted = m + (1000 * rain) / (48.77 + rainSlope(yesterday) * rain);
    code = Math.max(0, 43.43 * (5.6348 - Math.log(wetted - 20)));
  }
  const warmth = Math.max(temperatureC, -1.1) + 1.1;
  return Math.max(
    0,
    code + 1.894 * warmth * (100 - humidityPercent) * dayLengthOf(latitudeDeg, month) * 1e-4,
  );
}

const rainSlope = (dmc: number): number => {
  if (dmc <= 33) return 100 / (0.5 + 0.3 * dmc);
  return dmc <= 65 ? 14 - 1.3 * Math.log(dmc) : 6.2 * Math.log(dmc) - 17.2;
};

/** Day length factor of drought by month. */
const droughtFactors = {
  north: [-1.6, -1.6, -1.6, 0.9, 3.8, 5.8, 6.4, 5, 2.4, 0.4, -1.6, -1.6],
  south: [6.4, 5, 2.4, 0.4, -1.6, -1.6, -1.6, -1.6, -1.6, 0.9, 3.8, 5.8],
} as const;
const EQUATOR_FACTOR = 1.4;

function droughtFactorOf(latitudeDeg: number, month: number): number {
  if (latitudeDeg > 20) return droughtFactors.north[month - 1] ?? EQUATOR_FACTOR;
  if (latitudeDeg <= -20) return droughtFactors.south[month - 1] ?? EQUATOR_FACTOR;
  return EQUATOR_FACTOR;
}

/** Eqs. 18–23. */
export function droughtCode(
  { temperatureC, rainMm, month }: NoonWeather,
  yesterday: number,
  latitudeDeg: number,
): number {
  const lost =
    (0.36 * (Math.max(temperatureC, -2.8) + 2.8) + droughtFactorOf(latitudeDeg, month)) / 2;
  let code = yesterday;
  if (rainMm > 2.8) {
    const rain = 0.83 * rainMm - 1.27;
    const stored = 800 * Math.exp(-yesterday / 400);
    code = Math.max(0, yesterday - 400 * Math.log(1 + (3.937 * rain) / stored));
  }
  return Math.max(0, code + Math.max(0, lost));
}

/** Eqs. 24–26. */
export function initialSpreadIndex(ffmc: number, windMs: number): number {
  const m = toMoisture(ffmc);
  const wind = Math.exp(0.05039 * windMs * KMH_PER_MS);
  return 0.208 * wind * 91.9 * Math.exp(-0.1386 * m) * (1 + m ** 5.31 / 4.93e7);
}

/** Eq. 27. */
export function buildUpIndex(dmc: number, dc: number): number {
  if (dmc === 0 && dc === 0) return 0;
  const mean = (0.8 * dc * dmc) / (dmc + 0.4 * dc);
  if (mean >= dmc || dmc === 0) return mean;
  const share = (dmc - mean) / dmc;
  return Math.max(0, dmc - share * (0.92 + (0.0114 * dmc) ** 1.7));
}

/** Eqs. 28–30. */
export function fireWeatherIndex(isi: number, bui: number): number {
  const duff = bui > 80 ? 1000 / (25 + 108.64 * Math.exp(-0.023 * bui)) : 0.626 * bui ** 0.809 + 2;
  const b = 0.1 * isi * duff;
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the published figure.
  return b <= 1 ? b : Math.exp(2.72 * (0.434 * Math.log(b)) ** 0.647);
}
