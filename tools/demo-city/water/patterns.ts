// How water use runs over the day, hour by hour from midnight (local time), as shares of the daily mean.
// Shapes after DVGW W 410 (2008): two peaks at home, one shift of office hours, steady losses.

const shapes = {
  home: [
    0.34, 0.25, 0.22, 0.22, 0.3, 0.62, 1.3, 1.72, 1.52, 1.2, 1.06, 1.05, 1.16, 1.1, 0.95, 0.93,
    1.05, 1.25, 1.5, 1.58, 1.42, 1.15, 0.86, 0.55,
  ],
  homeWeekend: [
    0.42, 0.3, 0.24, 0.22, 0.24, 0.34, 0.62, 1.05, 1.5, 1.72, 1.62, 1.45, 1.35, 1.2, 1.05, 1.0,
    1.08, 1.25, 1.42, 1.45, 1.3, 1.1, 0.86, 0.6,
  ],
  office: [
    0.08, 0.06, 0.06, 0.06, 0.08, 0.2, 0.7, 1.6, 2.1, 2.2, 2.15, 2.1, 2.2, 2.1, 2.0, 1.9, 1.7, 1.1,
    0.6, 0.35, 0.22, 0.16, 0.12, 0.1,
  ],
  officeWeekend: [
    0.08, 0.06, 0.06, 0.06, 0.06, 0.08, 0.12, 0.2, 0.25, 0.3, 0.3, 0.3, 0.3, 0.28, 0.25, 0.22, 0.2,
    0.16, 0.14, 0.12, 0.1, 0.1, 0.08, 0.08,
  ],
  shop: [
    0.1, 0.08, 0.08, 0.08, 0.1, 0.2, 0.5, 1.0, 1.5, 1.85, 1.95, 2.0, 2.1, 2.0, 1.85, 1.8, 1.8, 1.75,
    1.5, 1.1, 0.7, 0.4, 0.25, 0.15,
  ],
  shopWeekend: [
    0.1, 0.08, 0.08, 0.08, 0.08, 0.1, 0.2, 0.4, 0.8, 1.1, 1.3, 1.4, 1.4, 1.3, 1.2, 1.1, 1.0, 0.9,
    0.8, 0.6, 0.4, 0.3, 0.2, 0.12,
  ],
  industry: [
    0.55, 0.5, 0.5, 0.52, 0.6, 0.85, 1.3, 1.5, 1.55, 1.5, 1.45, 1.4, 1.35, 1.45, 1.4, 1.3, 1.15,
    1.05, 0.95, 0.85, 0.8, 0.75, 0.65, 0.6,
  ],
  industryWeekend: [
    0.4, 0.38, 0.36, 0.36, 0.38, 0.42, 0.48, 0.5, 0.52, 0.52, 0.5, 0.5, 0.48, 0.48, 0.46, 0.45,
    0.44, 0.44, 0.42, 0.42, 0.4, 0.4, 0.4, 0.4,
  ],
  hospital: [
    0.55, 0.5, 0.48, 0.48, 0.55, 0.8, 1.25, 1.5, 1.55, 1.5, 1.4, 1.35, 1.35, 1.25, 1.15, 1.1, 1.1,
    1.15, 1.15, 1.05, 0.95, 0.8, 0.7, 0.6,
  ],
  school: [
    0.03, 0.03, 0.03, 0.03, 0.04, 0.1, 0.6, 2.4, 3.2, 3.4, 3.4, 3.2, 2.8, 2.2, 1.2, 0.7, 0.4, 0.25,
    0.2, 0.15, 0.1, 0.05, 0.04, 0.03,
  ],
  schoolWeekend: Array.from({ length: 24 }, () => 0.05),
  loss: Array.from({ length: 24 }, () => 1),
} as const;

export type PatternId = keyof typeof shapes;

/** What a customer's water is used for; a weekday's pattern has the same name. */
export type WaterUse = 'home' | 'office' | 'shop' | 'industry' | 'hospital' | 'school' | 'loss';

/** The pattern of a use at weekends; a hospital and a leak know none. */
export const weekendPatterns: Readonly<Record<WaterUse, PatternId>> = {
  home: 'homeWeekend',
  office: 'officeWeekend',
  shop: 'shopWeekend',
  industry: 'industryWeekend',
  hospital: 'hospital',
  school: 'schoolWeekend',
  loss: 'loss',
};

/** Weekday shapes have a mean of 1; those of weekends keep their ratio to the weekday. */
export const patterns: Readonly<Record<PatternId, readonly number[]>> = normalise();

function normalise(): Record<PatternId, readonly number[]> {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  const scaled = (id: PatternId, by: WaterUse) => {
    const factor = 1 / mean(shapes[by]);
    return shapes[id].map((value) => Math.round(value * factor * 1000) / 1000);
  };
  return {
    home: scaled('home', 'home'),
    homeWeekend: scaled('homeWeekend', 'home'),
    office: scaled('office', 'office'),
    officeWeekend: scaled('officeWeekend', 'office'),
    shop: scaled('shop', 'shop'),
    shopWeekend: scaled('shopWeekend', 'shop'),
    industry: scaled('industry', 'industry'),
    industryWeekend: scaled('industryWeekend', 'industry'),
    hospital: scaled('hospital', 'hospital'),
    school: scaled('school', 'school'),
    schoolWeekend: scaled('schoolWeekend', 'loss'),
    loss: scaled('loss', 'loss'),
  };
}
