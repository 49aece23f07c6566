import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstSizes, type IncidentAct } from '../contract/burst.ts';
import { aBurst, minuteMs, noonMs, turn } from './a-burst.ts';
import { historyOf, stateAt, undoOf } from './incident-log.ts';

const end = Number.POSITIVE_INFINITY;
const closedIn = (acts: readonly IncidentAct[], untilMs = end) =>
  stateAt(aBurst(...acts), untilMs).changes.closedValves;

describe('the log of an incident', () => {
  it('begins with the burst, as large as it was judged', () => {
    expect(stateAt(aBurst(), end).changes.bursts).toEqual([
      { link: 'P-1', share: 0.5, areaM2: 0.02 * burstSizes.hole },
    ]);
    expect(stateAt(aBurst({ kind: 'size', size: 'break' }), end).changes.bursts[0]?.areaM2).toBe(
      0.02 * burstSizes.break,
    );
  });

  it('keeps valves in the order of closing, and forgets those that were opened again', () => {
    const acts = [turn('close', 'V-2'), turn('close', 'V-1'), turn('open', 'V-2')];
    expect(closedIn(acts.slice(0, 2))).toEqual(['V-2', 'V-1']);
    expect(closedIn(acts)).toEqual(['V-1']);
    expect(stateAt(aBurst(...acts), end).reopened.map(({ valve }) => valve)).toEqual(['V-2']);
  });

  it('says what was known at any moment, not later', () => {
    const acts = [turn('close', 'V-1'), turn('close', 'V-2')];
    expect(closedIn(acts, noonMs)).toEqual([]);
    expect(closedIn(acts, noonMs + minuteMs)).toEqual(['V-1']);
    expect(closedIn(acts, noonMs + 2 * minuteMs)).toEqual(['V-1', 'V-2']);
  });

  it('takes a stuck valve out of those that help, until it turns after all', () => {
    expect(stateAt(aBurst(turn('stuck', 'V-1')), end).changes.stuckValves).toEqual(['V-1']);
    const after = stateAt(aBurst(turn('stuck', 'V-1'), turn('turnable', 'V-1')), end);
    expect(after.changes.stuckValves).toEqual([]);
  });

  it('ends the burst with the repair, and begins it again where that is taken back', () => {
    expect(stateAt(aBurst({ kind: 'repaired' }), end).changes.bursts).toEqual([]);
    const back = aBurst({ kind: 'repaired' }, { kind: 'notRepaired' });
    expect(stateAt(back, end).changes.bursts).toHaveLength(1);
  });

  it('tells hydraulics the onset first, then each turn of a valve', () => {
    const acts: IncidentAct[] = [
      turn('close', 'V-1'),
      { kind: 'note', text: 'Street is wet' },
      turn('close', 'V-2'),
      { kind: 'repaired' },
    ];
    const history = historyOf(aBurst(...acts), end);
    expect(history.map(({ atMs }) => (atMs - noonMs) / minuteMs)).toEqual([-10, 1, 3, 4]);
    expect(history.map(({ changes }) => changes.closedValves.length)).toEqual([0, 1, 2, 2]);
    expect(history.map(({ changes }) => changes.bursts.length)).toEqual([1, 1, 1, 0]);
    expect(historyOf(aBurst(...acts), noonMs + minuteMs)).toHaveLength(2);
  });

  const acts = fc.array(
    fc.oneof(
      fc
        .tuple(
          fc.constantFrom('close', 'open', 'stuck', 'turnable'),
          fc.constantFrom('A', 'B', 'C'),
        )
        .map(([kind, valve]) => turn(kind as 'close', valve)),
      fc.constantFrom<IncidentAct>({ kind: 'repaired' }, { kind: 'notRepaired' }),
    ),
    { maxLength: 8 },
  );

  it('never has a valve closed twice, or closed and opened again at once', () => {
    fc.assert(
      fc.property(acts, (done) => {
        const { closed, reopened } = stateAt(aBurst(...done), end);
        const ids = closed.map(({ valve }) => valve);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { valve } of reopened) expect(ids).not.toContain(valve);
      }),
    );
  });
});

describe('taking a step back', () => {
  it.each([
    [turn('close', 'V-1'), turn('open', 'V-1')],
    [turn('open', 'V-1'), turn('close', 'V-1')],
    [turn('stuck', 'V-1'), turn('turnable', 'V-1')],
    [{ kind: 'repaired' } as const, { kind: 'notRepaired' } as const],
  ])('of %o is %o', (done, back) => {
    expect(undoOf(aBurst(done).steps)).toEqual(back);
  });

  it('passes over what was merely noted, and leaves the beginning alone', () => {
    const noted = aBurst(turn('close', 'V-1'), { kind: 'note', text: 'Wet' });
    expect(undoOf(noted.steps)).toEqual(turn('open', 'V-1'));
    expect(undoOf(aBurst().steps)).toBeUndefined();
  });
});

describe('a pipe that is stopped itself', () => {
  it('is a closed link, no closed valve', () => {
    const stopped = aBurst({ kind: 'close', valve: 'P-1', link: 'P-1' });
    const { changes } = stateAt(stopped, end);
    expect(changes.closedLinks).toEqual(['P-1']);
    expect(changes.closedValves).toEqual([]);
  });
});
