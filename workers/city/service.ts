// Answers the calls of the city's protocol; what it computes lies in the feature's kernel.

import type { Facet, Filter, SelectionStatistics } from '#features/city/contract.ts';
import { valueAt } from '#features/city/kernel/column.ts';
import { countCategories, countPresent, histogramOf } from '#features/city/kernel/facet.ts';
import { countMask } from '#features/city/kernel/filter.ts';
import { findInside } from '#features/city/kernel/inside.ts';
import { chooseColours, explain, paint } from '#features/city/kernel/paint.ts';
import { type NumberColumn, summarise } from '#features/city/kernel/statistics.ts';
import { traitsOf } from '#features/city/kernel/traits.ts';
import type { CountedBuilding } from '#model/building-numbers.ts';
import { type Service, Transfer } from '../port.ts';
import { BuildingMeshes } from './building-meshes.ts';
import { ColumnStore } from './column-store.ts';
import { countBuilding } from './count-building.ts';
import { describe, introduce } from './describe.ts';
import { LoadingFeed } from './loading-feed.ts';
import { OpenCity } from './open-city.ts';
import type { CityProtocol, Named } from './protocol.ts';

export function createCityService(): Service<CityProtocol> {
  const feed = new LoadingFeed();
  let open: OpenCity | undefined;

  function city(): OpenCity {
    if (!open) throw new Error('The city worker was asked before a city was opened.');
    return open;
  }

  return {
    calls: {
      open: ({ baseUrl, layer }) => {
        const columns = new ColumnStore(baseUrl, layer, (now) => feed.report(now));
        open = new OpenCity(layer, columns, new BuildingMeshes(baseUrl, layer.tileset));
        return { count: layer.count };
      },
      paint: async ({ colourBy, filters, filteredLook, hidden }, { signal }) => {
        const [matching, classes, gone] = await Promise.all([
          city().matching(filters),
          colourBy && city().classes(colourBy),
          city().resolve(hidden),
        ]);
        signal.throwIfAborted();
        const colours = classes && colourBy ? chooseColours(classes, colourBy) : [];
        const rgba = paint({
          classes,
          colours,
          matching,
          filteredLook,
          hidden: gone.map(({ index }) => index),
        });
        const legend = classes && colourBy && explain(colourBy.column, classes, colours, matching);
        return new Transfer({ rgba, matching: countMask(matching), legend }, [rgba.buffer]);
      },
      traits: async () => {
        const columnOf = (wanted: string) => {
          const meta = city().layer.columns.find(({ role }) => role === wanted);
          return meta && city().columns.get(meta.name);
        };
        const [index, kind, use, roof, year] = await Promise.all([
          city().index(),
          ...['class', 'use', 'roof', 'year'].map(columnOf),
        ]);
        const bytes = traitsOf(index, { class: kind, use, roof, year });
        return new Transfer(bytes, [bytes.buffer]);
      },
      facets: async ({ filters }, { signal }) => {
        const facets: (Facet | undefined)[] = [];
        for (const [position, filter] of filters.entries()) {
          signal.throwIfAborted();
          facets.push(await facetOf(city(), filter, filters.toSpliced(position, 1)));
        }
        return facets;
      },
      histogram: async ({ column: name, filters, scale }) => {
        const column = await city().columns.get(name);
        if (column?.type !== 'number') return undefined;
        return histogramOf(name, column.numbers, await city().matching(filters), scale);
      },
      describe: ({ index }) => describe(city(), index),
      statistics: ({ indices, look }) => statistics(city(), indices, look.colourBy),
      search: async ({ query, limit }, { signal }) => {
        const index = await city().search();
        signal.throwIfAborted();
        const found = index.find(query, limit);
        return await Promise.all(found.map((building) => introduce(city(), building)));
      },
      findInside: async ({ polygon }) => name(city(), findInside(await city().index(), polygon)),
      resolve: ({ ids }) => city().resolve(ids),
      measure: async ({ ids }, { signal }) => {
        const counted: CountedBuilding[] = [];
        for (const one of await city().resolve(ids)) {
          signal.throwIfAborted();
          counted.push(await countBuilding(city(), one));
        }
        return counted;
      },
      findAlike: ({ index, column }) => findAlike(city(), index, column),
    },
    streams: { loading: (_, { signal }) => feed.read(signal) },
  };
}

async function facetOf(
  city: OpenCity,
  filter: Filter,
  others: readonly Filter[],
): Promise<Facet | undefined> {
  const column = await city.columns.get(filter.column);
  if (!column) return undefined;
  const mask = await city.matching(others);
  switch (filter.kind) {
    case 'range':
      if (column.type !== 'number') return undefined;
      return { kind: 'histogram', histogram: histogramOf(filter.column, column.numbers, mask) };
    case 'categories':
    case 'boolean': {
      const categories = await city.categories(filter.column);
      if (!categories) return undefined;
      return { kind: 'categories', categories: countCategories(filter.column, categories, mask) };
    }
    case 'contains':
    case 'present':
      return countPresent(filter.column, column, mask);
  }
}

async function statistics(
  city: OpenCity,
  indices: readonly number[],
  colourBy: Parameters<OpenCity['classes']>[0] | undefined,
): Promise<SelectionStatistics> {
  const kind = city.layer.columns.find(({ role }) => role === 'class' || role === 'use');
  const by = colourBy ?? (kind && { column: kind.name, method: 'categories', classes: 10 });
  const numbers = city.layer.columns.filter(({ type }) => type === 'number');
  const columns: NumberColumn[] = [];
  for (const { name: column } of numbers) {
    const read = await city.columns.get(column);
    if (read?.type === 'number') columns.push({ name: column, numbers: read.numbers });
  }
  return summarise(indices, columns, by && (await city.classes(by)));
}

async function name(city: OpenCity, indices: readonly number[]): Promise<Named[]> {
  const ids = await city.ids();
  return indices.map((index) => ({ index, id: ids.at(index) }));
}

async function findAlike(city: OpenCity, index: number, column: string): Promise<Named[]> {
  const read = await city.columns.get(column);
  const value = read && valueAt(read, index);
  if (!read || value === undefined) return [];
  const alike: number[] = [];
  for (let building = 0; building < city.count; building++) {
    if (valueAt(read, building) === value) alike.push(building);
  }
  return name(city, alike);
}
