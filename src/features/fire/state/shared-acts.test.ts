import { describe, expect, it } from 'vitest';
import { distanceM, moved } from '#model/near-plane.ts';
import type { PlaceDeg } from '../contract.ts';
import { type EvacuationState, initialEvacuation, initialPlan } from './evacuation.ts';
import { initial } from './initial.ts';
import { initialResponse } from './response.ts';
import { fromShared, toShared } from './shared.ts';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const centre: PlaceDeg = [10.6335, 54.3072];
const circle = (radiusM: number, corners: number): PlaceDeg[] =>
  Array.from({ length: corners }, (_, at) => {
    const turn = (at * 2 * Math.PI) / corners;
    return moved(centre, [radiusM * Math.cos(turn), radiusM * Math.sin(turn)]);
  });

function ordered(...rings: readonly (readonly PlaceDeg[])[]): EvacuationState {
  const plan = {
    ...initialPlan,
    ...{ marginM: 150, contraflow: ['S-7'], closedShelters: ['H-1'], carShare: 0.4 },
    hazards: rings.map((ring, at) => ({
      ...{ owner: 'smoke' as const, id: `z${at}`, timeS: 600, rings: [ring] },
      label: { en: 'Sight below 30 m', zh: '能见度低于 30 米' },
    })),
  };
  const { marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters } = plan;
  return {
    ...initialEvacuation,
    plan,
    request: {
      ...{ id: 'o', name: 'Ulmengasse 5', atMs: 1_795_740_000_000, occupancy: 'night' },
      ...{ marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters },
      hazards: plan.hazards.map(({ rings: all }) => all),
    },
  };
}

const through = (evacuation: EvacuationState) =>
  fromShared(throughText(toShared({ ...initial, evacuation }))).evacuation;

describe('what a link carries of orders', () => {
  it('is the order that stands, with what was chosen for it', () => {
    const given = ordered([
      [10.6, 54.3],
      [10.61, 54.3],
      [10.61, 54.31],
    ]);
    const read = through(given);
    expect(read.request).toMatchObject({ id: 'o', name: 'Ulmengasse 5', occupancy: 'night' });
    expect(read.plan).toEqual(given.plan);
    expect(read.request?.hazards).toEqual(given.request?.hazards);
  });

  it('has outlines of a thousand corners in few, none of them far from where it was', () => {
    const { request } = through(ordered(circle(400, 1000), circle(120, 500)));
    const corners = request?.hazards.flat(2) ?? [];
    expect(corners.length).toBeLessThan(300);
    expect(corners.length).toBeGreaterThan(20);
    for (const corner of request?.hazards[0]?.[0] ?? [])
      expect(Math.abs(distanceM(centre, corner) - 400)).toBeLessThan(1);
  });

  it('is nothing where nothing is ordered, or what is ordered can’t be read', () => {
    expect(
      toShared({ ...initial, evacuation: { ...ordered(), request: undefined } }),
    ).toBeUndefined();
    const broken = { version: 1, evacuation: { order: { id: 'o' }, hazards: [] } };
    expect(fromShared(broken).evacuation).toBe(initialEvacuation);
  });
});

describe('what a link carries of engines', () => {
  it('is where they stand by and what is closed by hand', () => {
    const response = {
      ...initialResponse,
      added: [{ id: 'a', name: 'Markt', at: [10.62, 54.305] as const, engines: 2 }],
      ...{ closedStations: ['FIR-002'], closedStreets: ['S-1', 'S-2'], takesFlood: false },
    };
    const read = fromShared(throughText(toShared({ ...initial, response })));
    expect(read.response).toEqual(response);
  });

  it('leaves out a place that can’t be read and keeps the others', () => {
    const at = [10.62, 54.305];
    const added = [
      { id: 'a', name: 'A', at, engines: 0 },
      { id: 'b', name: 'B', at, engines: 1 },
    ];
    const { response } = fromShared({ version: 1, response: { added, closedStreets: [1, 'S-1'] } });
    expect(response.added.map(({ id }) => id)).toEqual(['b']);
    expect(response.closedStreets).toEqual(['S-1']);
    expect(response.takesWorks).toBe(true);
  });
});
