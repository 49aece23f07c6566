// One pair of hands: a workshop with its files, in the main thread or in one of several.

import { glbReady } from '#conversion/gltf/glb.ts';
import { Workshop } from '#conversion/workshop.ts';
import { createGeoid } from '#model/geoid.ts';
import { createDiskStorage } from './disk-storage.ts';
import { type FileSource, openFileSource } from './file-source.ts';
import { findVertices } from './shared-vertices.ts';
import { openTerrain } from './terrain-tool.ts';
import type { ThreadAnswer, ThreadJob, ThreadSetup } from './thread-job.ts';

export interface Hands {
  work(job: ThreadJob): ThreadAnswer;
  close(): void;
}

export async function createHands(setup: ThreadSetup): Promise<Hands> {
  await glbReady;
  const storage = createDiskStorage(setup.scratch, setup.outFolder, setup.spill);
  const elevation = setup.elevation && (await openTerrain(setup.elevation));
  const workshop = new Workshop(storage, {
    geoid: createGeoid(setup.geoid),
    ground: elevation && ((longitude, latitude) => elevation.heightAt(longitude, latitude)),
  });
  const sources: FileSource[] = [];
  return {
    work(job) {
      switch (job.kind) {
        case 'open': {
          const source = openFileSource(job.path, job.input.file);
          sources.push(source);
          workshop.openInput(job.number, job.input, source);
          return undefined;
        }
        case 'vertices':
          return findVertices(job);
        case 'columns':
          workshop.setColumns(job.columns);
          return undefined;
        case 'batch':
          return workshop.readBatch(job.batch);
        case 'tile':
          return workshop.buildTile(job.task);
      }
    },
    close() {
      for (const source of sources) source.close();
      storage.close();
    },
  };
}
