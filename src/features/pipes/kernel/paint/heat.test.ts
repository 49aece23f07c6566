import { describe, expect, it } from 'vitest';
import { readNetwork } from '#conversion/networks/read-collections.ts';
import { noMarks } from '../../contract/marks.ts';
import { initialLook } from '../../state/initial.ts';
import { waterFiles } from '../a-city.ts';
import { placeNetworks } from '../index-space.ts';
import { joinMarks } from '../join-marks.ts';
import { KnownNetwork } from '../open-network.ts';
import { PipePainter } from './paint-table.ts';

const encode = (name: string) => new TextEncoder().encode(waterFiles[name]);

function openWater(): KnownNetwork {
  const { network } = readNetwork({
    ...{ id: 'water', name: 'Water', isFictional: false, devices: undefined },
    pipes: encode('pipes-water'),
    nodes: encode('nodes-water'),
    valves: encode('valves-water'),
  });
  const [placed] = placeNetworks([network]);
  if (!placed) throw new Error('No network was placed.');
  return new KnownNetwork(placed, () => ({}));
}

describe('heat over pipes', () => {
  const heat = { indices: Uint32Array.of(0, 2, 9999), shares: Float32Array.of(1, 0, 1) };

  it('colours what it names and nothing else, whatever the look asks for', () => {
    const look = { ...initialLook, colouring: 'material' as const };
    const { table, legend } = new PipePainter().paint([openWater()], look, { ...noMarks, heat });
    const places = [0, 1, 2].map((index) => table.bytes[4 * index]);
    expect(places).toEqual([255, 0, 1]);
    expect(table.hasHeat).toBe(true);
    expect(legend).toBeUndefined();
  });

  it('gives way to the look when it is gone', () => {
    const { table } = new PipePainter().paint([openWater()], initialLook, noMarks);
    expect(table.hasHeat).toBeUndefined();
    expect([0, 1, 2].map((index) => table.bytes[4 * index])).toEqual([0, 0, 0]);
  });

  it('stays when marks of several are joined', () => {
    expect(joinMarks([{ marked: Uint32Array.of(1) }, { heat }]).heat).toBe(heat);
    expect(joinMarks([undefined, {}])).toEqual(noMarks);
  });
});
