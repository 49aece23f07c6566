// What was odd about the tree of a file, in sentences.

import type { Text } from '#model/text.ts';
import type { Parents } from './parents.ts';
import type { Storeys } from './storeys.ts';
import type { Tree } from './tree.ts';

export function findingsOf(
  tree: Tree,
  parents: Parents,
  { isGuessed }: Storeys,
  count: number,
): Text[] {
  const findings: Text[] = [];
  const { length: orphans } = tree.orphans;
  if (count === 0) {
    findings.push({ en: 'The file holds no elements.', zh: '文件中没有构件。' });
  }
  if (orphans > 0) {
    findings.push({
      en: `${orphans} of ${count} elements are part of nothing; they hang below the project.`,
      zh: `${count} 个构件中有 ${orphans} 个不属于任何上级，已挂在项目之下。`,
    });
  }
  if (tree.cycles.length > 0) {
    findings.push({
      en: `${tree.cycles.length} times elements are parts of each other in a circle; it was cut.`,
      zh: `有 ${tree.cycles.length} 处构件互为上级，形成循环，已断开。`,
    });
  }
  if (parents.claimedTwice > 0) {
    findings.push({
      en: `${parents.claimedTwice} times an element is said to be in two places; the first was taken.`,
      zh: `有 ${parents.claimedTwice} 处构件被同时归入两个上级，取第一个。`,
    });
  }
  if (parents.missing.size > 0) {
    findings.push({
      en: `Relations name ${parents.missing.size} elements that the file doesn't hold.`,
      zh: `关系中提到的 ${parents.missing.size} 个构件在文件中不存在。`,
    });
  }
  if (isGuessed) {
    findings.push({
      en: 'The file gives all storeys one height; they were put where their elements stand.',
      zh: '文件中所有楼层标高相同，已按其构件所在高度放置。',
    });
  }
  return findings;
}
