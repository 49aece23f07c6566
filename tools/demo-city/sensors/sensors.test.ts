import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sensorThing } from '#contract/sensor-catalogue.ts';
import { sensorKinds } from '#model/sensor-kind.ts';
import { writeSamples } from '../../ifc-samples/samples.ts';
import { groundLevel } from '../landscape.ts';
import type { Network, NetworkNode } from '../networks/network.ts';
import { site, toMap, toPlan } from '../site.ts';
import { createStreetGraph } from '../street-graph.ts';
import { foundTown } from '../town.ts';
import type { WaterNetwork } from '../water/network.ts';
import { placeSensors, toSensorCollection } from './index.ts';
import type { Sensor } from './sensor-feature.ts';

const town = foundTown({ seed: 'test' });
const graph = createStreetGraph(town.layout, 'test');
const crossing = graph.nodes.findIndex(({ edges }) => edges.length > 3);
const at = graph.nodes[crossing]!.at;

/** One of each: well pump, tank, junction, district, regulator, main. */
const water: WaterNetwork = {
  nodes: [
    {
      ...{ id: 'W-1', kind: 'junction', at, elevationM: at.z - 1.3, crossing },
      ...{ dma: 'DMA-01', role: 'distribution', demands: [] },
    },
    { id: 'GW', kind: 'reservoir', name: 'well', at, headM: 3 },
    {
      ...{ id: 'TK', kind: 'tank', name: 'Water tower Eichenhang', use: 'service', at },
      ...{ elevationM: 122, groundM: 100, diameterM: 6, leastLevelM: 0.2 },
      ...{ greatestLevelM: 4.5, initialLevelM: 4 },
    },
  ],
  pipes: [
    {
      ...{ id: 'WT-1', from: 'TK', to: 'W-1', role: 'transmission', lengthM: 90, year: 1990 },
      ...{ course: { kind: 'straight' }, nominalMm: 250, innerM: 0.252, outerM: 0.274 },
      ...{ material: 'ductileIron', roughnessM: 0.0002, isClosed: false, dma: undefined },
    },
  ],
  pumps: [
    {
      ...{ id: 'PW-1', name: 'Wasserwerk Aue, well pump 1', from: 'GW', to: 'W-1', at },
      ...{ use: 'well', station: 'Wasserwerk Aue', flowM3s: 0.03, headM: 40 },
      ...{ peakEfficiency: 0.7, startsOpen: true },
    },
  ],
  regulators: [
    { id: 'PR-1', from: 'TK', to: 'W-1', at, diameterM: 0.2, settingM: 40, dma: 'DMA-01' },
  ],
  controls: [],
  dmas: [
    {
      ...{ id: 'DMA-01', name: 'Eichenhang', zone: 'top', inlet: 'WT-1', reserveInlet: undefined },
      ...{ residents: 480, meanDemandM3s: 0.0011, criticalNode: 'W-1' },
    },
  ],
  customers: [],
  hydrants: [],
  valves: [],
};
const aNode = (id: string, kind: NetworkNode['kind'], more: NetworkNode['more'] = {}) => ({
  ...{ id, kind, at: { ...at, z: at.z - 2 }, rimM: at.z, crossing, buildings: [], more },
});
const aNetwork = (id: string, change: Partial<Network>): Network => ({
  ...{ id, title: id, pipes: [], nodes: [], devices: [], valves: [], supply: new Map() },
  ...change,
});

const models = [...writeSamples(town)];
const sensors = placeSensors({ town, graph, seed: 'test', water, models });
const features = toSensorCollection(sensors).features;
const of = (kind: Sensor['kind']) => sensors.filter((sensor) => sensor.kind === kind);

describe('the sensors of the town', { timeout: 60_000 }, () => {
  it('are of every kind, some two thousand, and say that they are simulated', () => {
    expect(new Set(sensors.map(({ kind }) => kind))).toEqual(new Set(Object.keys(sensorKinds)));
    expect(sensors.length).toBeGreaterThan(1500);
    expect(sensors.length).toBeLessThan(2700);
    expect(toSensorCollection([])).toMatchObject({ panopolis: 'sensors', simulated: true });
  });

  it('are the same for the same seed, and others for another', () => {
    const again = placeSensors({ town, graph, seed: 'test', water, models });
    expect(again).toEqual(sensors);
    expect(placeSensors({ town, graph, seed: 'other', water, models })).not.toEqual(sensors);
  });

  it('report two to six hundred times a second', () => {
    const rate = sensors.flatMap(({ datastreams }) =>
      datastreams.map(({ intervalS }) => 1 / intervalS),
    );
    const all = rate.reduce((sum, one) => sum + one, 0);
    expect(all).toBeGreaterThan(200);
    expect(all).toBeLessThan(600);
  });

  it('have ids of their own and are written as the catalogue reads them', () => {
    expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    for (const { id, properties, geometry } of features) {
      const { heightAboveGround, ...facts } = properties ?? {};
      const hasHeight = (heightAboveGround === undefined) === (geometry.coordinates.length === 3);
      expect(hasHeight, String(id)).toBe(true);
      const thing = { id, ...facts, longitudeDeg: 10, latitudeDeg: 54, heightM: 0 };
      expect(v.safeParse(sensorThing, thing).issues, String(id)).toBeUndefined();
    }
  });

  it('stand on dry land, but for the gauges of river and harbour', () => {
    for (const sensor of sensors) {
      if (sensor.kind === 'river' || sensor.kind === 'tide' || sensor.kind === 'camera') continue;
      const plan = toPlan(sensor.at);
      const isOverRiver = Math.abs(plan.x - site.river.x) < site.river.halfWidth;
      // Counters and noise meters stand on bridges too.
      if (!isOverRiver) expect(groundLevel(plan), sensor.name).toBeGreaterThan(-1);
      expect(plan.x, sensor.name).toBeGreaterThan(-20);
      expect(plan.y, sensor.name).toBeLessThan(site.shore + 30);
    }
    for (const { at, name } of of('river')) expect(groundLevel(toPlan(at)), name).toBeLessThan(0);
  });

  it('hang no river gauge below the flood that the walls are built for', () => {
    for (const { height, datastreams, name } of of('river')) {
      const alarm = datastreams[0]?.thresholds?.alarmHigh ?? Number.POSITIVE_INFINITY;
      expect('levelM' in height && height.levelM, name).toBeGreaterThan(alarm);
    }
  });

  it('expect water at the mouth and along the river, each beside what measures it there', () => {
    const forecasts = sensors.flatMap(({ kind, name, datastreams }) =>
      datastreams
        .filter(({ forecast }) => forecast)
        .map(({ property }) => ({
          ...{ kind, name, property },
          isMeasured: datastreams.some((one) => !one.forecast && one.property === property),
        })),
    );
    expect(new Set(forecasts.map(({ kind }) => kind))).toEqual(new Set(['river', 'tide']));
    expect(new Set(forecasts.map(({ property }) => property))).toEqual(
      new Set(['waterLevel', 'discharge']),
    );
    for (const { isMeasured, name } of forecasts) expect(isMeasured, name).toBe(true);
  });

  it('put smoke detectors, lifts and units into houses that exist, under a ceiling', () => {
    const houses = new Map(town.buildings.map((building) => [building.id, building]));
    for (const kind of ['smoke', 'lift', 'electricalFire', 'heat', 'coldStore'] as const) {
      for (const { building, height, name } of of(kind)) {
        const house = houses.get(building ?? '');
        expect(house, name).toBeDefined();
        const levels = house?.surfaces.flatMap(({ ring }) => ring.map(({ z }) => z)) ?? [];
        if (!('levelM' in height)) throw new Error(`${name} has no level.`);
        expect(height.levelM, name).toBeGreaterThan(Math.min(...levels));
        expect(height.levelM, name).toBeLessThan(Math.max(...levels));
      }
    }
  });

  it('watch rooms and pumps of the buildings that have a model, bound to elements that are in it', () => {
    const bound = sensors.filter(({ bimElement }) => bimElement !== undefined);
    expect(bound.length).toBeGreaterThan(100);
    expect(new Set(bound.map(({ kind }) => kind))).toEqual(
      new Set(['room', 'smoke', 'pump', 'sewer']),
    );
    for (const { plot, text } of models) {
      const own = bound.filter(({ name }) => name.startsWith(`${plot.name}, `));
      expect(own.length, plot.name).toBeGreaterThan(5);
      for (const { bimElement, building, name } of own) {
        expect(text.split(`'${bimElement}'`), name).toHaveLength(2);
        expect(plot.replaces, name).toContain(building);
      }
    }
    expect(models.map(({ id }) => id)).toEqual([
      ...['fire-station', 'hospital-wing', 'pumping-station'],
    ]);
  });

  it('hang in the room that they watch', () => {
    const rooms = new Map(
      models.flatMap(({ plot, rooms }) => rooms.map((room) => [room.globalId, { plot, room }])),
    );
    for (const { bimElement, at, height, name, kind } of sensors) {
      const found = rooms.get(bimElement ?? '');
      if (!found || kind === 'pump') continue;
      const { plot, room } = found;
      const turn = (plot.turnDeg * Math.PI) / 180;
      const [dx, dy] = [at.x - plot.at.x, at.y - plot.at.y];
      const x = dx * Math.cos(turn) + dy * Math.sin(turn);
      const y = -dx * Math.sin(turn) + dy * Math.cos(turn);
      const xs = room.corners.map(([one]) => one);
      const ys = room.corners.map(([, one]) => one);
      expect(x, name).toBeGreaterThan(Math.min(...xs));
      expect(x, name).toBeLessThan(Math.max(...xs));
      expect(y, name).toBeGreaterThan(Math.min(...ys));
      expect(y, name).toBeLessThan(Math.max(...ys));
      if (!('levelM' in height)) throw new Error(`${name} has no level.`);
      const floorM = plot.heightM + room.spec.storey.elevationM + (room.spec.floor ?? 0);
      expect(height.levelM, name).toBeGreaterThan(floorM);
      expect(height.levelM, name).toBeLessThan(floorM + room.spec.height);
    }
  });

  it('watch both underpasses, and say so in their names', () => {
    const names = of('street').map(({ name }) => name);
    expect(names.filter((name) => name.includes('Bahnunterführung'))).toHaveLength(2);
    expect(names.length).toBeGreaterThan(20);
  });

  it('name elements of the water network in its own words, their names in German', () => {
    const elements = (kind: Sensor['kind']) => of(kind).map(({ element }) => element);
    expect(elements('pressure')).toEqual(['W-1', 'W-1']);
    expect(elements('flow')).toEqual(['WT-1', 'WT-1']);
    expect(of('tank')).toMatchObject([{ element: 'TK', name: 'Wasserturm Eichenhang' }]);
    expect(of('pump').slice(0, 1)).toMatchObject([
      { element: 'PW-1', name: 'Wasserwerk Aue, Brunnenpumpe 1' },
    ]);
  });

  it('look along a street from every camera and measure nothing there', () => {
    for (const { headingDeg, datastreams } of of('camera')) {
      expect(headingDeg).toBeGreaterThanOrEqual(0);
      expect(headingDeg).toBeLessThan(360);
      expect(datastreams).toEqual([]);
    }
  });

  it('count the mouth of the river from the first tide gauge', () => {
    const [first] = of('tide');
    const mouth = toMap({ x: site.river.x, y: site.shore });
    expect(Math.hypot(first!.at.x - mouth.x, first!.at.y - mouth.y)).toBeLessThan(80);
  });

  it('stand at the nodes of networks that are laid, regulators kept at their settings', () => {
    const withNetworks = placeSensors({
      ...{ town, graph, seed: 'test' },
      networks: {
        storm: aNetwork('storm', { nodes: [{ ...aNode('ST-1', 'manhole'), invertM: at.z - 2.5 }] }),
        gas: aNetwork('gas', {
          nodes: [aNode('G-1', 'junction'), aNode('G-2', 'regulator')],
          devices: [
            {
              ...{ id: 'GR', kind: 'regulator', node: 'G-2', from: 'G-2', to: 'G-1' },
              ...{ at: { ...at, z: 0 }, more: { setting_Pa: 90_000 } },
            },
          ],
        }),
        power: aNetwork('power', {
          nodes: [aNode('T-1', 'substation', { rated_kVA: 630 }), aNode('T-2', 'substation')],
        }),
        heatSupply: aNetwork('heat', { supply: new Map([[town.buildings[7]!.id, 'HS-7']]) }),
      },
    });
    const laid = (kind: Sensor['kind'], network: string) =>
      withNetworks.filter((one) => one.kind === kind && one.network === network);
    expect(laid('sewer', 'storm')).toMatchObject([
      { element: 'ST-1', height: { levelM: at.z - 2.5 } },
    ]);
    expect(laid('gas', 'gas').map(({ element }) => element)).toEqual(['G-1', 'G-2']);
    const limits = laid('gas', 'gas')[1]?.datastreams[0]?.thresholds;
    expect(((limits?.warningLow ?? 0) + (limits?.warningHigh ?? 0)) / 2).toBeCloseTo(90_000, 0);
    expect(laid('power', 'power').map(({ element }) => element)).toEqual(['T-1']);
    expect(laid('heat', 'heatSupply')).toMatchObject([
      { element: 'HS-7', building: town.buildings[7]!.id },
    ]);
  });

  it('do without a water network', () => {
    const dry = placeSensors({ town, graph, seed: 'test' });
    expect(dry.some(({ kind }) => kind === 'pump')).toBe(false);
    expect(dry.length).toBeGreaterThan(1500);
  });
});
