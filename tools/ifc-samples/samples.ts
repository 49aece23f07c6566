// The buildings that are written, each at its place in the demo town.

import { type ModelPlot, placeModels } from '../demo-city/building-models.ts';
import { site as town } from '../demo-city/site.ts';
import { foundTown, type Town } from '../demo-city/town.ts';
import { writeFireStation } from './fire-station/fire-station.ts';
import type { Model } from './kit/model.ts';
import type { ModelSite } from './kit/project.ts';

export interface WrittenModel {
  readonly text: string;
  readonly counts: Model['counts'];
}

export interface Sample extends WrittenModel {
  readonly id: string;
  readonly plot: ModelPlot;
}

const writers: Readonly<Record<string, (site: ModelSite, address: string) => WrittenModel>> = {
  'fire-station': writeFireStation,
};

export const toModelSite = ({ at, heightM, turnDeg }: ModelPlot): ModelSite => ({
  ...{ crs: town.crs, verticalCrs: town.verticalCrs, town: town.name },
  ...{ eastingM: at.x, northingM: at.y, heightM, turnDeg },
});

/** One after the other; those whose plots are in the town. */
export function* writeSamples(of: Town): Generator<Sample> {
  for (const plot of placeModels(of)) {
    const write = writers[plot.id];
    if (!write) throw new Error(`Nobody writes the model ${plot.id}.`);
    yield { id: plot.id, plot, ...write(toModelSite(plot), plot.address) };
  }
}

/** As in the demo town of the usual seed. */
export const usualSamples = (): Sample[] => [...writeSamples(foundTown({ seed: town.id }))];
