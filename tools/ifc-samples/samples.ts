// The buildings that are written, each at its place in the demo town.

import {
  type ModelId,
  type ModelPlot,
  type PlacedModel,
  placeModels,
} from '../demo-city/building-models.ts';
import { site as town } from '../demo-city/site.ts';
import { foundTown, type Town } from '../demo-city/town.ts';
import { writeFireStation, writeLaterFireStation } from './fire-station/fire-station.ts';
import { writeHospitalWing } from './hospital-wing/hospital-wing.ts';
import type { Machine, Model } from './kit/model.ts';
import type { ModelSite } from './kit/project.ts';
import type { Room } from './kit/rooms.ts';
import { writePumpingStation } from './pumping-station/pumping-station.ts';

export interface WrittenModel {
  readonly text: string;
  readonly counts: Model['counts'];
  readonly rooms: readonly Room[];
  readonly machines?: readonly Machine[];
}

export interface Sample extends WrittenModel {
  readonly id: string;
  readonly plot: PlacedModel;
}

const writers: Readonly<Record<ModelId, (site: ModelSite, address: string) => WrittenModel>> = {
  'fire-station': writeFireStation,
  'hospital-wing': writeHospitalWing,
  'pumping-station': writePumpingStation,
};

export const toModelSite = ({ at, heightM, turnDeg }: ModelPlot): ModelSite => ({
  ...{ crs: town.crs, verticalCrs: town.verticalCrs, town: town.name },
  ...{ eastingM: at.x, northingM: at.y, heightM, turnDeg },
});

/** One after the other; those whose plots are in the town. */
export function* writeSamples(of: Town): Generator<Sample> {
  for (const plot of placeModels(of)) {
    yield { id: plot.id, plot, ...writers[plot.id](toModelSite(plot), plot.address) };
  }
}

/** As in the demo town of the usual seed. */
export const usualSamples = (): Sample[] => [...writeSamples(foundTown({ seed: town.id }))];

/** The fire station two years later, at the place of the first one. */
export const writeLater = ({ plot }: Sample): Sample => ({
  ...{ id: 'fire-station-v2', plot },
  ...writeLaterFireStation(toModelSite(plot), plot.address),
});
