// 100,000 buildings in the city's worker: repaint, filter, classify, search, select an area.

import Flatbush from 'flatbush';
import MiniSearch from 'minisearch';
import { parseFeatureIndex } from '#contract/feature-index.ts';
import { aCity } from '#features/city/kernel/a-city.ts';
import { classify } from '#features/city/kernel/classify.ts';
import { type Column, parseColumn } from '#features/city/kernel/column.ts';
import { intersectMasks, matchFilter } from '#features/city/kernel/filter.ts';
import { findInside } from '#features/city/kernel/inside.ts';
import { chooseColours, paint } from '#features/city/kernel/paint.ts';
import { createSearchIndex } from '#features/city/kernel/search.ts';
import { createRandom } from '#model/random.ts';
import type { Row } from './row.ts';

const COUNT = 100_000;
const RUNS = 21;

export async function bench(): Promise<Row[]> {
  return [...colouring(), ...(await searching()), ...selecting()];
}

function colouring(): Row[] {
  const height = columnOf('height');
  const use = columnOf('use');
  const address = columnOf('address');
  const by = { column: 'height', method: 'quantile', classes: 6, ramp: 'viridis' } as const;
  const classes = classify(height, by, COUNT);
  const range = { kind: 'range', column: 'height', from: 10, to: 20 } as const;
  const inUse = { kind: 'categories', column: 'use', values: ['use 1', 'use 3'] } as const;
  const street = { kind: 'contains', column: 'address', text: 'straat 7' } as const;
  const mask = (filter: Parameters<typeof matchFilter>[0], column: Column) =>
    matchFilter(filter, column, COUNT) ?? new Uint8Array(COUNT);
  const matching = intersectMasks([mask(range, height)], COUNT);
  return [
    timed('repaint with known classes and filters', () =>
      paint({
        classes,
        colours: chooseColours(classes, by),
        matching,
        filteredLook: 'ghost',
        hidden: [1, 2, 3],
      }),
    ),
    timed('filter by range and category, then repaint', () =>
      paint({
        classes,
        colours: chooseColours(classes, by),
        matching: intersectMasks([mask(range, height), mask(inUse, use)], COUNT),
        filteredLook: 'ghost',
        hidden: [],
      }),
    ),
    timed('filter by text inside an address', () => mask(street, address)),
    timed('classify by quantiles', () => classify(height, by, COUNT)),
    timed('classify by exact natural breaks', () =>
      classify(height, { ...by, method: 'natural' }, COUNT),
    ),
  ];
}

async function searching(): Promise<Row[]> {
  const ids = columnOf('identificatie');
  const address = columnOf('address');
  if (ids.type !== 'text' || address.type !== 'text') throw new Error('Expected text columns.');
  const texts = { id: ids.texts, address: address.texts };
  const ours = () => createSearchIndex(texts.id, [address], COUNT);
  const documents = Array.from({ length: COUNT }, (_, index) => ({
    index,
    id: texts.id.at(index),
    address: texts.address.at(index),
  }));
  const theirs = () => {
    const index = new MiniSearch({
      idField: 'index',
      fields: ['id', 'address'],
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
    });
    index.addAll(documents);
    return index;
  };
  const built = ours();
  const peer = theirs();
  const compare = (name: string, query: string): Row => ({
    ...timed(`search ${name}`, () => built.find(query, 10)),
    peer: 'minisearch',
    peerValue: timed('', () => peer.search(query).slice(0, 10)).value,
  });
  return [
    {
      ...timed('build the search index', ours, 5),
      peer: 'minisearch',
      peerValue: timed('', theirs, 3).value,
    },
    compare('an address typed right', `${streetName(17)} 12`),
    compare('an address typed wrong', `${streetName(17).replace('r', 'rr')} 12`),
    compare('an id', texts.id.at(77_777)),
    {
      case: 'an address with one slip found first',
      value: shareFound((query) => built.find(query, 1)[0], texts.address),
      unit: '%',
      peer: 'minisearch',
      peerValue: shareFound((query) => {
        const [best] = peer.search(query);
        return typeof best?.id === 'number' ? best.id : undefined;
      }, texts.address),
    },
  ];
}

/** Of 200 addresses with one letter wrong, how many bring a building with that address first. */
function shareFound(
  find: (query: string) => number | undefined,
  address: { at(index: number): string },
): number {
  const random = createRandom('slips');
  let found = 0;
  for (let query = 0; query < 200; query++) {
    const meant = address.at(random.whole(0, COUNT - 1));
    const place = random.whole(1, meant.indexOf('straat') - 1);
    const best = find(`${meant.slice(0, place)}q${meant.slice(place + 1)}`);
    if (best !== undefined && address.at(best) === meant) found++;
  }
  return found / 2;
}

function selecting(): Row[] {
  const { layer, files } = city;
  const index = parseFeatureIndex(files.get(layer.index) ?? new ArrayBuffer(0));
  const random = createRandom('places');
  for (let building = 0; building < COUNT; building++) {
    index.longitude[building] = random.between(0.07, 0.08);
    index.latitude[building] = random.between(0.9, 0.91);
  }
  const circle = Array.from({ length: 64 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / 64;
    return [0.075 + 0.003 * Math.cos(angle), 0.905 + 0.003 * Math.sin(angle)] as const;
  });
  return [
    {
      ...timed('select 28,000 buildings in a polygon of 64 corners', () =>
        findInside(index, circle),
      ),
      peer: 'build a Flatbush of the centres',
      peerValue: timed('', () => {
        const tree = new Flatbush(COUNT);
        for (let building = 0; building < COUNT; building++) {
          const x = index.longitude[building] ?? 0;
          const y = index.latitude[building] ?? 0;
          tree.add(x, y, x, y);
        }
        tree.finish();
      }).value,
    },
  ];
}

const SYLLABLES = ['ka', 'lo', 'mir', 'ten', 'dov', 'ras', 'bel', 'nu', 'gor', 'wis'];

/** 1,000 different street names. */
function streetName(number: number): string {
  const digits = [Math.floor(number / 100) % 10, Math.floor(number / 10) % 10, number % 10];
  return `${digits.map((digit) => SYLLABLES[digit]).join('')}straat`;
}

const city = buildCity();

function buildCity() {
  const random = createRandom('city');
  const each = <Value>(make: (index: number) => Value) =>
    Array.from({ length: COUNT }, (_, index) => make(index));
  return aCity(COUNT)
    .withIds(each((index) => `NL.IMBAG.Pand.0599100${String(index * 7).padStart(9, '0')}`))
    .withNumbers(
      'height',
      each(() => 3 + 40 * random.next() ** 3),
    )
    .withCategories(
      'use',
      each(() => `use ${random.whole(0, 8)}`),
    )
    .withTexts(
      'address',
      each(() => `${streetName(random.whole(0, 999))} ${random.whole(1, 240)}`),
      { role: 'address' },
    )
    .build();
}

function columnOf(name: string): Column {
  const meta = city.layer.columns.find((column) => column.name === name);
  const buffer = meta && city.files.get(meta.path);
  if (!buffer) throw new Error(`The bench's city has no column ${name}.`);
  return parseColumn(meta, buffer, COUNT);
}

/** Median of several runs, ms. */
function timed(name: string, work: () => unknown, runs = RUNS): Row {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { case: name, value: times[runs >> 1] ?? Number.NaN, unit: 'ms' };
}
