import { describe, expect, it } from 'vitest';
import { closuresOf } from './road-closures.ts';

const scenario = { name: 'Levee breach', startMs: 1_000_000 } as never;

describe('streets that a flood closes', () => {
  it('tell each window on the clock of the app, for cars and for engines', () => {
    const windows = [
      { to: 'car', closedS: 60, openS: 600 },
      { to: 'engine', closedS: 120 },
    ] as const;
    expect(closuresOf({ scenario }, [{ id: 'S-1', windows }])).toEqual({
      ...{ source: 'flood', name: 'Levee breach', isSimulated: true },
      streets: [
        { id: 'S-1', to: 'cars', fromMs: 1_060_000, untilMs: 1_600_000 },
        { id: 'S-1', to: 'engines', fromMs: 1_120_000 },
      ],
    });
  });
});
