import { Cartesian2 } from 'cesium';
import type { StoredPlacement } from '#contract/bim-model.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { pickedFeature } from '#scene/picked-feature.ts';
import { selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import { selectGoneModels } from '#store/scenarios.ts';
import type { Selected } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import type { BimFrame, PaintedModel } from './contract/paint.ts';
import type { BimLook, ModelSource } from './contract.ts';
import { cuttingPlanes, liftsOf } from './kernel/cutting-planes.ts';
import { findPicked } from './layer/find-picked.ts';
import { createFirstLook, type FirstLook } from './layer/first-look.ts';
import { type GroundHole, GroundHoles } from './layer/ground-holes.ts';
import { createLifter, type Lifter } from './layer/lifter.ts';
import { createPlacingGizmo, type PlacingGizmo } from './layer/placing.ts';
import {
  createSectionHandles,
  type SectionHandles,
  type SectionView,
} from './layer/section-handles.ts';
import { StandingModel } from './layer/standing-model.ts';
import { type BimTask, bimSlice, selectBim } from './state.ts';

interface BimPicture
  extends Pick<
    BimLook,
    'planes' | 'box' | 'sectionModel' | 'cutStorey' | 'cutHeightM' | 'explodeM'
  > {
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly selection: readonly Selected[];
  readonly models: readonly ModelSource[];
  readonly task: BimTask;
  /** Ids of models that the scenario leaves out. */
  readonly gone: readonly string[];
}

const selectBimLayer = selectLayer(bimSlice.id);

/** The building models of the open city: streamed, painted by the worker's table, cut, lifted, selectable. */
export function createLayer(): Layer<BimPicture> {
  let stage: Stage | undefined;
  let lifter: Lifter | undefined;
  let handles: SectionHandles | undefined;
  let firstLook: FirstLook | undefined;
  let placing: PlacingGizmo | undefined;
  let holes: GroundHoles | undefined;
  const standing = new Map<string, StandingModel>();
  // Kept while detached: a rebuilt globe gets the models back without asking the worker.
  let painted: BimFrame | undefined;

  /** Opens what is new in the frame and takes away what is gone; true where it changed anything. */
  function settle(on: Stage, theme: Preferences['theme']): boolean {
    const wanted = new Map(painted?.models.map((model) => [model.id, model]));
    let hasChanged = false;
    for (const [id, model] of standing) {
      const next = wanted.get(id);
      if (next && isSameModel(next, model.painted)) continue;
      model.close();
      standing.delete(id);
      hasChanged = true;
    }
    for (const [id, model] of wanted) {
      if (standing.has(id)) continue;
      standing.set(id, new StandingModel(on, model, theme));
      hasChanged = true;
    }
    return hasChanged;
  }

  function cut(next: BimPicture, explodeM: number): void {
    for (const model of standing.values()) {
      model.lift(liftsOf(model.painted.storeys.length, explodeM));
      model.cut(cuttingPlanes(model.painted, { ...next, explodeM }));
    }
  }

  return {
    id: bimSlice.id,
    select: (state: AppState) => {
      const { on, opacity } = selectBimLayer(state);
      const { look, models, task } = selectBim(state);
      const { planes, box, sectionModel, cutStorey, cutHeightM, explodeM } = look;
      return {
        ...{ on, opacity, models, task, planes, box, sectionModel, cutStorey, cutHeightM },
        explodeM,
        gone: selectGoneModels(state),
        theme: state.preferences.theme,
        selection: state.selection,
      };
    },

    attach: (given) => {
      stage = given;
      lifter = createLifter(() => given.requestRender());
      handles = createSectionHandles(given);
      firstLook = createFirstLook(given);
      holes = new GroundHoles(given);
      placing = createPlacingGizmo(given, {
        isModelAt: (model, x, y) => {
          const feature = pickedFeature(given.scene.pick(new Cartesian2(x, y)));
          return feature !== undefined && (standing.get(model)?.has(feature.tileset) ?? false);
        },
      });
    },

    update(next, previous) {
      if (!stage || !lifter) return;
      const frame = stage.frames.take<BimFrame>(bimSlice.id);
      const areCapsOther = frame !== undefined && frame.caps !== painted?.caps;
      const isTableOther = frame !== undefined && frame.rgba !== painted?.rgba;
      if (frame) painted = frame;
      const isNew = settle(stage, next.theme) || !previous;
      if (standing.size === 0) stage.reportStatus({ kind: 'idle' });
      const changed = (...fields: (keyof BimPicture)[]) =>
        isNew || fields.some((field) => next[field] !== previous?.[field]);
      for (const model of standing.values()) {
        if (painted && (isTableOther || isNew)) model.setTable(painted.rgba);
        if (changed('selection')) model.setSelected(indicesOf(next));
        if (changed('theme')) model.setTheme(next.theme);
        if (changed('on', 'opacity', 'gone')) model.show(isSeen(next, model), next.opacity);
        if (changed('models', 'task')) model.place(placeOf(next, model.painted));
      }
      if (frame || changed('models', 'task', 'on', 'opacity', 'gone')) {
        holes?.set(holesUnder(next, standing.values()));
      }
      if (frame || changed('task', 'theme')) {
        placing?.update(next.task.kind === 'placing' ? next.task : undefined, next.theme);
      }
      if (changed('planes', 'box', 'sectionModel', 'cutStorey', 'cutHeightM', 'explodeM')) {
        lifter.liftTo(next.explodeM, isNew, (explodeM) => cut(next, explodeM));
      }
      if (
        frame ||
        changed('planes', 'box', 'sectionModel', 'models', 'task', 'theme', 'on', 'gone')
      ) {
        handles?.update(sectionViewOf(next, standing), next.theme);
      }
      if (areCapsOther || isNew) {
        for (const [id, model] of standing) model.setCaps(painted?.caps.get(id));
      }
    },

    pick: (picked) => findPicked(picked, standing, painted),

    detach() {
      lifter?.stop();
      handles?.remove();
      firstLook?.remove();
      placing?.remove();
      holes?.set([]);
      for (const model of standing.values()) model.close();
      standing.clear();
      stage = undefined;
      lifter = undefined;
      handles = undefined;
      firstLook = undefined;
      placing = undefined;
      holes = undefined;
    },
  };
}

const isSameModel = (a: PaintedModel, b: PaintedModel) =>
  a.tileset === b.tileset && a.base === b.base && a.count === b.count && a.name === b.name;

const isSeen = ({ on, gone }: BimPicture, { painted }: StandingModel): boolean =>
  on && !gone.includes(painted.id);

function holesUnder(next: BimPicture, models: Iterable<StandingModel>): GroundHole[] {
  return [...models].flatMap((model) => {
    const box = model.painted.basement;
    return box && next.opacity > 0 && isSeen(next, model) ? [{ box, matrix: model.matrix }] : [];
  });
}

const indicesOf = ({ selection }: BimPicture) =>
  selection.filter(({ feature }) => feature === bimSlice.id).map(({ index }) => index);

/** What can be dragged: nothing while another tool has the pointer. */
function sectionViewOf(
  picture: BimPicture,
  standing: ReadonlyMap<string, StandingModel>,
): SectionView | undefined {
  const { task, sectionModel = '', planes, box } = picture;
  const model = standing.get(sectionModel);
  if (!model || !isSeen(picture, model) || task.kind !== 'none') return undefined;
  return { matrix: model.matrix, bounds: model.painted.bounds, section: { planes, box } };
}

/** While a person is placing it a model stands where the draft says. */
function placeOf({ models, task }: BimPicture, painted: PaintedModel): StoredPlacement {
  if (task.kind === 'placing' && task.model === painted.id) return task.draft;
  const source = models.find(({ id }) => id === painted.id);
  return source?.placement ?? painted.readings[source?.reading ?? ''] ?? painted.original;
}
