import type { TestSequencer, TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Shares files among processes by turns, those that draw a globe first: they take by far the longest, and by hash most of
 * them may fall to one process.
 */
export class EvenShards extends BaseSequencer implements TestSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index = 1, count = 1 } = this.ctx.config.shard ?? {};
    return files
      .map((file) => ({ file, path: file.moduleId }))
      .sort(
        (a, b) =>
          Number(isOfLayer(b.path)) - Number(isOfLayer(a.path)) || (a.path < b.path ? -1 : 1),
      )
      .filter((_, at) => at % count === index - 1)
      .map(({ file }) => file);
  }
}

const isOfLayer = (path: string): boolean => /\/layers?[./]/.test(path);
