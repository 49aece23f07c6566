// What was read, what was dropped and why: counts by reason with a few places each.

/** Everything that a conversion may drop, replace or find odd, in the words of the summary. */
export const FINDINGS = {
  'surface-few-vertices': 'surfaces with fewer than three different vertices, dropped',
  'surface-no-area': 'surfaces without area, dropped',
  'feature-no-geometry': 'features without any geometry, dropped',
  'feature-no-surface': 'features with only degenerate geometry, dropped',
  'texture-dropped': 'features whose textures were dropped (their colours by surface type stay)',
  'part-attribute-differs': 'attributes of parts that differ from their building’s, dropped',
  'lod-not-used': 'geometries of another level of detail, not used',
  'parent-missing': 'objects whose parent is not in the file, kept on their own',
  'outside-area': 'features outside the area in which their CRS is meant to be used, kept',
  'height-assumed': 'footprints without a height, given one by use and area',
  'height-from-levels': 'footprints whose height comes from their number of storeys',
  'geometry-not-polygon': 'features that are no polygons, dropped',
  'id-repeated': 'features whose id occurs more than once, kept',
} as const;
export type Finding = keyof typeof FINDINGS;

export interface FindingCount {
  count: number;
  readonly examples: string[];
}

export type FindingCounts = { [finding in Finding]?: FindingCount };

const MOST_EXAMPLES = 5;

export class Findings {
  readonly counts: FindingCounts = {};

  add(finding: Finding, example: string, count = 1): void {
    let entry = this.counts[finding];
    if (!entry) {
      entry = { count: 0, examples: [] };
      this.counts[finding] = entry;
    }
    entry.count += count;
    if (entry.examples.length < MOST_EXAMPLES && !entry.examples.includes(example)) {
      entry.examples.push(example);
    }
  }

  merge(counts: FindingCounts): void {
    for (const [finding, { count, examples }] of Object.entries(counts)) {
      const [first = ''] = examples;
      this.add(finding as Finding, first, count);
      for (const example of examples) this.add(finding as Finding, example, 0);
    }
  }
}
